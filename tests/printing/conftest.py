"""Paper needs the program's font."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme import apply_theme


@pytest.fixture(scope="session", autouse=True)
def themed(qapp: QApplication) -> QApplication:
    apply_theme(qapp)
    return qapp
