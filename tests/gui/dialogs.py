"""Dialogs that a test answers while the program waits for them."""

import os
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton

Kind = TypeVar("Kind", bound=QDialog)

_LOOK_MS = 20
_LOOKS = 500


def in_next_dialog(kind: type[Kind], act: Callable[[Kind], object]) -> list[object]:
    """Do something in the next dialog of a kind; the list gets what ``act`` gave. It closes in any case."""
    seen: list[object] = []
    test = _running_test()

    def look(left: int) -> None:
        if _running_test() != test:
            return  # the dialog never came: those of other tests are none of ours
        dialog, focus = QApplication.activeModalWidget(), QApplication.focusWidget()
        if dialog is None or focus is None or not dialog.isAncestorOf(focus):
            if left:
                QTimer.singleShot(_LOOK_MS, lambda: look(left - 1))
            return
        try:
            assert isinstance(dialog, kind), f"another dialog: {dialog}"
            seen.append(act(dialog))
        finally:
            if dialog.isVisible():
                dialog.close()

    QTimer.singleShot(_LOOK_MS, lambda: look(_LOOKS))
    return seen


def _running_test() -> str:
    """Name the test that runs; its phases (setup, call, teardown) count as one."""
    return os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]


def choosing(button: QMessageBox.StandardButton) -> list[str]:
    """Press a button of the next message; the list gets what the message said."""

    def press(box: QMessageBox) -> str:
        chosen = box.button(button)
        assert isinstance(chosen, QPushButton), "the message has no such button"
        said = f"{box.text()}\n{box.informativeText()}"
        chosen.click()
        return said

    return in_next_dialog(QMessageBox, press)
