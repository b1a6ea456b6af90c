"""Pictures of the wizard's pages with a case, for looking at where there is no screen, and for the help."""

import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.draft.flow import PAGES
from desktop_app.folders import Folders
from desktop_app.packs.find import Catalogue
from desktop_app.ui.app import Program, make_application
from desktop_app.wording.messages import Lang

WIDTH, HEIGHT = 1366, 740
"""A screen of 1366×768 less the window's frame."""
_PAINTING_S = 0.4
"""Charts load when a page has been idle for a moment."""


def take_pictures(case_path: Path, folder: Path, catalogue: Catalogue, language: Lang) -> list[Path]:
    """Write a picture of each page with the case to a folder.

    The user's own settings and drafts are left alone. Raises OSError where the case cannot be read or a
    picture not be written, ValueError where the file is no case.
    """
    application = make_application()
    with tempfile.TemporaryDirectory() as own:
        program = Program(application, catalogue, Folders(Path(own)), language)
        program.open_window()
        try:
            return _take(program, application, case_path, folder)
        finally:
            program.session.close()


def _take(program: Program, application: QApplication, case_path: Path, folder: Path) -> list[Path]:
    window = program.window
    window.resize(WIDTH, HEIGHT)
    if program.session.open_copy(case_path):
        raise ValueError(f"{case_path} is not a case")
    taken = []
    for number, page in enumerate(PAGES, start=1):
        window.show_page(page)
        _paint(application)
        path = folder / f"page-{number}-{page}.png"
        if not window.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")
        taken.append(path)
    return taken


def _paint(application: QApplication) -> None:
    """Let everything that waits be painted."""
    until = time.monotonic() + _PAINTING_S
    while time.monotonic() < until:
        application.processEvents()
