"""``packs``: which policy packs there are, whether they are sound; importing one and going back."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop_app.commands.failure import say
from desktop_app.commands.output import Output
from desktop_app.commands.pack_import import add_import, add_rollback, run_import, run_rollback
from desktop_app.commands.pack_problems import refuse_packs
from desktop_app.engine.policy import Policy
from desktop_app.folders import user_folders
from desktop_app.packs.check import check_path
from desktop_app.packs.find import Catalogue, FoundPack, find_packs, pack_folders, read_found
from desktop_app.packs.problems import PackProblems

NO_PACK = "{path}: holds no policy pack"
NOT_LISTED = "{path}: cannot be read: {reason}"
SOUND = "{path}: no problems"
STATES = {
    "final": "in force",
    "draft": "draft",
    "shadowed": "shadowed by a pack above",
    "doubled": "doubled: several packs for one year in one folder; none is used",
    "broken": "broken, see packs check: {count} problem(s)",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare ``list``, ``check PATH...``, ``import PACK.toml`` and ``rollback YEAR``."""
    commands = parser.add_subparsers(dest="packs_command", metavar="COMMAND", required=True)
    commands.add_parser("list", help="list the packs found: region, year, version, SHA-256, state, file")
    check = commands.add_parser("check", help="report every problem of packs")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a pack, or a folder of packs")
    add_import(commands.add_parser("import", help="show what a pack changes and put it in use"))
    add_rollback(commands.add_parser("rollback", help="use the pack before an imported one again"))


def run(args: argparse.Namespace) -> int:
    """Run the chosen command: 0 done, 1 a pack has problems, 2 a file or folder cannot be read."""
    match args.packs_command:
        case "check":
            return _check(args.paths)
        case "import":
            return run_import(args)
        case "rollback":
            return run_rollback(args)
    first = [Path(args.packs)] if args.packs else []
    return _list([*first, *pack_folders(user_folders())])


def _list(folders: Sequence[Path]) -> int:
    """Print one line a pack, in order of folder and name; a pack that serves no case says why."""
    try:
        catalogue = find_packs(folders)
    except OSError as error:
        return _refuse(NOT_LISTED.format(path=error.filename, reason=error.strerror))
    output = Output()
    for pack in catalogue.found:
        output.write_line("  ".join(_columns(catalogue, pack)))
    return 0


def _columns(catalogue: Catalogue, pack: FoundPack) -> Iterable[str]:
    policy = read_found(pack)
    if isinstance(policy, PackProblems):
        version, digest = "-", "-" * 64
    else:
        version, digest = policy.version, policy.sha256
    return (
        pack.region,
        str(pack.year),
        f"{version:10}",
        digest,
        _state(catalogue, pack, policy),
        str(pack.path),
    )


def _state(catalogue: Catalogue, pack: FoundPack, policy: Policy | PackProblems) -> str:
    if isinstance(policy, PackProblems):
        return STATES["broken"].format(count=len(policy.problems))
    serving = catalogue.serving(pack.region, pack.year)
    if pack not in serving:
        return STATES["shadowed"]
    if len(serving) > 1:
        return STATES["doubled"]
    return STATES["draft" if policy.draft else "final"]


def _check(paths: Sequence[Path]) -> int:
    """Check files and folders: the problems as JSON on standard output, in words on standard error."""
    found: list[PackProblems] = []
    for path in paths:
        try:
            checked = check_path(path)
        except OSError as error:
            return _refuse(NOT_LISTED.format(path=path, reason=error.strerror))
        if checked is None:
            return _refuse(NO_PACK.format(path=path))
        found += checked
    if found:
        return refuse_packs(found)
    output = Output()
    for path in paths:
        output.write_line(SOUND.format(path=path))
    return 0


def _refuse(message: str) -> int:
    say(message)
    return 2
