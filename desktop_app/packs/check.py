"""Check pack files and folders of packs: all problems of all files."""

from pathlib import Path

from desktop_app.engine.policy import Policy
from desktop_app.packs.find import FILE_NAME, doubled, find_packs, read_found, read_named
from desktop_app.packs.problems import PackProblems
from desktop_app.reading import Problem

NO_PACKS = ("guidance.toml",)
"""What else lies in a folder of packs."""


def check_path(path: Path) -> list[PackProblems] | None:
    """Check a file, or all packs of a folder; None for a folder without any. Raises ``OSError``."""
    return _check_folder(path) if path.is_dir() else _check_file(path)


def _check_file(path: Path) -> list[PackProblems]:
    """Check one file; one that is not named as a pack is judged by its content alone."""
    return _only_problems(read_named(path.read_bytes(), path))


def _only_problems(result: Policy | PackProblems) -> list[PackProblems]:
    return [result] if isinstance(result, PackProblems) else []


def _check_folder(folder: Path) -> list[PackProblems] | None:
    """Check every pack of a folder, that none is doubled, and that every TOML file has a pack's name."""
    catalogue = find_packs([folder])
    strays = [
        path
        for path in sorted(folder.glob("*.toml"))
        if path.name not in NO_PACKS and not FILE_NAME.fullmatch(path.name)
    ]
    if not catalogue.found and not strays:
        return None
    problems = [result for pack in catalogue.found for result in _only_problems(read_found(pack))]
    for path in strays:
        problems += [_misnamed(path), *_check_file(path)]
    for region, year in sorted({(pack.region, pack.year) for pack in catalogue.found}):
        packs = catalogue.serving(region, year)
        if len(packs) > 1:
            problems.append(doubled(packs))
    return problems


def _misnamed(path: Path) -> PackProblems:
    message = "no pack of this name is found: expected <region>-resident-<year>.toml"
    return PackProblems(str(path), (Problem("", "file_name", message),))
