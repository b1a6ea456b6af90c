"""``packs import`` and ``packs rollback``: show what a pack changes and put it in use; take it back."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from desktop_app.commands.catalogue import open_catalogue
from desktop_app.commands.failure import CommandError, file_error
from desktop_app.commands.output import Output
from desktop_app.commands.pack_problems import refuse_packs
from desktop_app.folders import user_folders
from desktop_app.packs.added import Proposal, Refusal, added_years, propose, roll_back, take_over
from desktop_app.packs.problems import PackProblems
from desktop_app.reading import Problem
from desktop_app.wording.pack_changes import change_line, proposal_lines, refusal_text
from desktop_app.wording.sentences import Wording

REGION = "chongqing"


def add_import(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``packs import``."""
    parser.add_argument("path", type=Path, metavar="PACK.toml", help="the pack to put in use")
    parser.add_argument("--dry-run", action="store_true", help="only show what it changes")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the words")


def add_rollback(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``packs rollback``."""
    parser.add_argument("year", type=int, metavar="YEAR", help="whose imported pack is to be taken back")
    parser.add_argument("--region", default=REGION, help=f"the region, {REGION} if not given")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the words")


def run_import(args: argparse.Namespace) -> int:
    """Show what a pack changes and put it in use: 0; 1 with the reasons where it is refused."""
    wording, output = _wording(args), Output()
    try:
        found = propose(args.path, open_catalogue(args.packs))
    except OSError as error:
        raise file_error(args.path, error) from error
    if isinstance(found, PackProblems):
        return refuse_packs([found])
    if isinstance(found, Refusal):
        problem = Problem(
            "version", found.code, refusal_text(found.code, found.policy, found.in_use, wording)
        )
        return refuse_packs([PackProblems(str(args.path), (problem,))])
    for line in _shown(found, wording):
        output.write_line(line)
    if not args.dry_run:
        try:
            take_over(found, user_folders().packs)
        except OSError as error:
            raise file_error(user_folders().packs, error) from error
        year, version = found.policy.year, found.policy.version
        output.write_line(wording.text("pack_changes.taken_over", year=year, version=version))
    return 0


def run_rollback(args: argparse.Namespace) -> int:
    """Take an imported pack back: 0; 2 where none of that year was imported."""
    wording, folder = _wording(args), user_folders().packs
    try:
        done = roll_back(args.region, args.year, folder)
    except OSError as error:
        raise file_error(folder, error) from error
    if not done:
        years = ", ".join(map(str, added_years(args.region, folder)))
        if not years:
            raise CommandError(wording.text("pack_changes.none_added"))
        raise CommandError(f"{wording.text('pack_changes.nothing_added', year=args.year)} {years}")
    Output().write_line(wording.text("pack_changes.rolled_back", year=args.year))
    return 0


def _shown(proposal: Proposal, wording: Wording) -> Iterable[str]:
    yield from proposal_lines(proposal.policy, proposal.against, proposal.changes, wording)
    for change in proposal.changes:
        line = change_line(change, wording)
        basis = ", ".join(filter(None, (line.standing, line.source)))
        yield f"- {line.name}: {line.before} -> {line.after}" + (f" ({basis})" if basis else "")


def _wording(args: argparse.Namespace) -> Wording:
    return Wording("en" if args.lang == "en" else "zh_CN")
