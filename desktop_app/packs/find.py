"""Find packs by file name, and load one when it is wanted.

A pack's file is named ``<region>-resident-<year>.toml``, with anything between year and ending
(``chongqing-resident-2027-trial.toml``). Finding reads names only and imports no reader, so that starting
costs nothing; loading holds the name against the content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.folders import Folders
from desktop_app.packs.problems import PackProblems
from desktop_app.reading import Problem
from desktop_app.resources import data_path

if TYPE_CHECKING:
    from desktop_app.engine.policy import Policy

REGION = re.compile(r"[a-z_]+")
FILE_NAME = re.compile(rf"(?P<region>{REGION.pattern})-resident-(?P<year>[0-9]{{4}})(?:[^0-9].*)?\.toml")


class NoPack(LookupError):  # noqa: N818 - named for what the caller is told
    """There is no pack for this region and year; a neighbouring year's never stands in for it."""


class BadPack(ValueError):  # noqa: N818
    """The pack that would serve has problems, all of them in ``problems``; it is not loaded."""

    def __init__(self, problems: PackProblems) -> None:
        super().__init__("\n".join(problems.lines()))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class FoundPack:
    """A file that by its name is a pack."""

    path: Path
    region: str
    year: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The packs of some folders, the first folder first. Loaded policies are kept."""

    folders: tuple[Path, ...]
    found: tuple[FoundPack, ...]
    _loaded: dict[tuple[str, int], Policy] = field(default_factory=dict)

    def years(self, region: str) -> tuple[int, ...]:
        """List the years that have a pack, ascending; whether each can be loaded is not known yet."""
        return tuple(sorted({pack.year for pack in self.found if pack.region == region}))

    def serving(self, region: str, year: int) -> tuple[FoundPack, ...]:
        """The packs that serve a region and year: those of the first folder that has any."""
        packs = [pack for pack in self.found if (pack.region, pack.year) == (region, year)]
        return tuple(pack for pack in packs if pack.path.parent == packs[0].path.parent)

    def load(self, region: str, year: int) -> Policy:
        """Load the policy of a region and year. Raises ``NoPack`` or ``BadPack``."""
        if (region, year) not in self._loaded:
            self._loaded[region, year] = self._load(region, year)
        return self._loaded[region, year]

    def _load(self, region: str, year: int) -> Policy:
        packs = self.serving(region, year)
        if not packs:
            raise NoPack(f"there is no policy pack for {region} {year}")
        if len(packs) > 1:
            raise BadPack(doubled(packs))
        policy = read_found(packs[0])
        if isinstance(policy, PackProblems):
            raise BadPack(policy)
        return policy


def find_packs(folders: Sequence[Path]) -> Catalogue:
    """Find the packs of these folders by file name; a pack of an earlier folder wins over a later one's.

    A folder given twice counts once, however its path is written.

    Raises ``OSError`` for a folder that cannot be listed.
    """
    return Catalogue(
        tuple(folders),
        tuple(
            FoundPack(path, match["region"], int(match["year"]))
            for folder in {folder.resolve(): folder for folder in folders}.values()
            for path in sorted(folder.iterdir())
            if (match := FILE_NAME.fullmatch(path.name))
        ),
    )


def shipped_folder() -> Path:
    """The folder of the packs that ship with the program."""
    return data_path("policy_packs")


def pack_folders(folders: Folders) -> list[Path]:
    """The folders to look for packs in: that of the imported ones, if there is any, and the shipped one."""
    return [*([folders.packs] if folders.packs.is_dir() else []), shipped_folder()]


def read_found(pack: FoundPack) -> Policy | PackProblems:
    """Read a found pack: ``unreadable``, or the problems of ``read_named``."""
    try:
        data = pack.path.read_bytes()
    except OSError as error:
        return PackProblems(str(pack.path), (Problem("", "unreadable", f"cannot be read: {error.strerror}"),))
    return read_named(data, pack.path)


def read_named(data: bytes, path: Path) -> Policy | PackProblems:
    """Read a pack's bytes; a file name of a pack must say what it holds: ``file_name``."""
    from desktop_app.packs.read import read_pack

    policy = read_pack(data, str(path))
    match = FILE_NAME.fullmatch(path.name)
    if isinstance(policy, PackProblems) or not match:
        return policy
    if (match["region"], int(match["year"])) == (policy.region, policy.year):
        return policy
    message = (
        f"the file is named for {match['region']} {match['year']}, but holds {policy.region} {policy.year}"
    )
    return PackProblems(str(path), (Problem("", "file_name", message),))


def doubled(packs: Sequence[FoundPack]) -> PackProblems:
    """The problem of several packs for one region and year in one folder: ``doubled``."""
    names = ", ".join(pack.path.name for pack in packs)
    return PackProblems(
        str(packs[0].path.parent),
        (Problem("", "doubled", f"several packs for {packs[0].region} {packs[0].year}: {names}"),),
    )
