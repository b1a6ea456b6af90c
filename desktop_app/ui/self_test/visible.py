"""The checks of what is seen, on screen and paper. They need a running application."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.draft.flow import PAGES
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.resources import data_path
from desktop_app.ui.self_test.charts import check_charts
from desktop_app.ui.self_test.finding import Check, Finding
from desktop_app.ui.self_test.font import check_font
from desktop_app.ui.self_test.painting import check_painting
from desktop_app.ui.self_test.paper import check_paper
from desktop_app.wording.sentences import Wording


def visible_checks(wording: Wording, painting: Callable[[], Finding]) -> list[Check]:
    """List them; ``painting`` checks a window."""
    fonts = data_path("resources", "fonts")
    sample = data_path("resources", "samples", "sample-household.yys")
    return [
        Check("font", lambda: _check_shipped_font(fonts)),
        Check("window", painting),
        Check("charts", lambda: check_charts(sample, wording)),
        Check("paper", lambda: check_paper(sample, wording)),
    ]


def _check_shipped_font(fonts: Path) -> Finding:
    characters = (fonts / "characters.txt").read_text(encoding="utf-8").strip()
    return check_font(fonts / "NotoSansSC-Regular.otf", QApplication.font(), characters)


def check_new_window(application: QApplication, wording: Wording) -> Finding:
    """Open the main window as a start does, but with nothing of the user's, and see each page paint."""
    from desktop_app.ui.app import Program

    with tempfile.TemporaryDirectory() as own:
        program = Program(application, find_packs([shipped_folder()]), Folders(Path(own)), wording.lang)
        program.open_window()
        try:
            for page in PAGES:
                program.window.show_page(page)
                finding = check_painting(program.window.page_widget(page))
                if not finding.good:
                    break
            return finding
        finally:
            program.session.close()
            program.window.hide()
