"""The summary as a file, for the command ``report``: an application of its own that shows nothing."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.printing.summary import summary_document
from desktop_app.ui.printing.summary_input import Parts, SummaryInput
from desktop_app.ui.theme import apply_theme


def write_report(given: SummaryInput, path: Path) -> None:
    """Write all parts of a summary as PDF; OSError: that failed, and what stood there before still stands."""
    if sys.platform.startswith("linux"):
        # Nothing is ever shown: not even a display that does not answer shall stop it.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["yuyisuan"])
    apply_theme(application)
    write_pdf(summary_document(given, Parts()), path)
