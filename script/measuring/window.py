"""The running program: from an edit of a bill to the repainted page, and a PDF of the household."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from itertools import count
from pathlib import Path

from households import household_year
from PySide6.QtWidgets import QApplication
from table import median, milliseconds, row

from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.folders import Folders
from desktop_app.guidance.shipped import shipped_guidance
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.resources import data_path
from desktop_app.ui.app import Program
from desktop_app.ui.pictures import HEIGHT, WIDTH
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.printing.summary import summary_document
from desktop_app.ui.printing.summary_input import Parts, SummaryInput

EDITS, PDFS = 100, 10


def measure(application: QApplication) -> None:
    """Open the sample household and one of 6 members and 60 bills in a window, edit and print them."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.yys"
        large.write_text(json.dumps(household_year(0)), encoding="utf-8")
        with opened(application, Path(folder), large) as program:
            _measure_edits(application, program, "bills")
            _measure_edits(application, program, "result")
            _measure_pdf(program, Path(folder), "PDF, 60 bills")
        sample = data_path("resources", "samples", "sample-household.yys")
        with opened(application, Path(folder), sample) as program:
            _measure_pdf(program, Path(folder), "PDF, sample household")


@contextmanager
def opened(application: QApplication, folder: Path, case: Path) -> Iterator[Program]:
    """Open a copy of a case in a window of the size of a small screen."""
    program = Program(application, find_packs([shipped_folder()]), Folders(folder / "own"))
    program.open_window()
    program.window.resize(WIDTH, HEIGHT)
    if program.session.open_copy(case):
        raise SystemExit(f"{case} is not a case")
    application.processEvents()
    yield program
    program.session.close()
    program.window.hide()


def _measure_edits(application: QApplication, program: Program, page: str) -> None:
    """Change the first bill's amount, each time to another, until its page is painted."""
    window, session = program.window, program.session
    for visited in ("bills", page):
        window.go_to(Place(visited))
        application.processEvents()
    yuan = count(2_000)

    def edit() -> None:
        session.apply(_with_total(session.draft, f"{next(yuan)}.00"), Place("bills"), "edit")
        application.processEvents()

    row(f"edit to repaint, {page} page", milliseconds(median(edit, EDITS)), "<= 16 ms")


def _with_total(draft: Draft, total: str) -> Draft:
    first, *others = draft.bills
    return replace(draft, bills=(replace(first, total=total), *others))


def _measure_pdf(program: Program, folder: Path, name: str) -> None:
    """Lay out and write the whole summary, the family's and the clerk's pages."""

    def write() -> None:
        settlement = program.session.estimate.settlement
        if settlement is None:
            raise SystemExit("the household is not settled")
        given = SummaryInput(
            settlement, program.session.draft, shipped_guidance(), program.window.wording, datetime.now()
        )
        write_pdf(summary_document(given, Parts()), folder / "summary.pdf")

    row(name, f"{median(write, PDFS):.2f} s", "<= 0.3 s")
