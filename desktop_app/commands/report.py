"""``report``: a case in, its printed summary out, as PDF and without a display."""

import argparse
from datetime import datetime
from pathlib import Path

from desktop_app.cases.json_text import parse_json
from desktop_app.commands.calculate import answer
from desktop_app.commands.case_input import content, refuse
from desktop_app.commands.catalogue import open_catalogue
from desktop_app.commands.failure import CommandError, file_error
from desktop_app.commands.output import Output
from desktop_app.draft import settings as settings_file
from desktop_app.draft.document import from_document
from desktop_app.draft.model import Draft
from desktop_app.engine.result import Settlement
from desktop_app.folders import user_folders
from desktop_app.guidance.shipped import shipped_guidance
from desktop_app.wording.sentences import Wording


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: the case, and where the PDF goes."""
    parser.description = "Write the printed summary of a case as A4 PDF."
    parser.add_argument("case", metavar="CASE.json", help="a case; - for standard input")
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="OUT.pdf", help="the file to write"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the summary")


def run(args: argparse.Namespace) -> int:
    """Answer with 0, or with 1 if the case or its pack has errors: then nothing is written."""
    catalogue = open_catalogue(args.packs)
    wording = Wording("en" if args.lang == "en" else "zh_CN")
    _check_target(args.case, args.output)
    data = content(args.case)
    found = answer(data, catalogue)
    if not isinstance(found, Settlement):
        return refuse(found, wording, Output())
    tree = parse_json(data)
    assert isinstance(tree, dict)  # a case was read from it
    try:
        _write(found, from_document(tree), wording, args.output)
    except OSError as error:
        raise file_error(args.output, error) from error
    except ImportError as error:
        raise CommandError(f"no PDF can be made here: {error}") from error
    return 0


def _check_target(case: str, path: Path) -> None:
    """Refuse what the PDF must not take the place of: the case itself, a device, a pipe."""
    try:
        if path.exists() and not path.is_file():
            raise CommandError(f"{path}: not a regular file")
        if case != "-" and path.exists() and path.samefile(case):
            raise CommandError(f"{path}: is the case itself")
    except OSError as error:
        raise file_error(error.filename, error) from error


def _write(settlement: Settlement, draft: Draft, wording: Wording, path: Path) -> None:
    from desktop_app.ui.printing.report import write_report
    from desktop_app.ui.printing.summary_input import SummaryInput

    settings = settings_file.load(user_folders().settings)
    given = SummaryInput(
        settlement,
        draft,
        shipped_guidance(),
        wording,
        printed_at=datetime.now(),
        office=settings.office,
        clerk=settings.clerk,
    )
    write_report(given, path)
