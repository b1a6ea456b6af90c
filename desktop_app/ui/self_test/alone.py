"""The visible part of the self-test where no window is open: an application is started for it."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop_app.ui.app import make_application
from desktop_app.ui.self_test.dialog import SelfTestDialog
from desktop_app.ui.self_test.finding import Check
from desktop_app.ui.self_test.visible import check_new_window, visible_checks
from desktop_app.wording.sentences import Wording

_LAST_WORDS = 3


def start(no_display: Callable[[str], object]) -> QApplication:
    """Start the application. Where Qt finds no display it ends the process: then that is said first."""
    with _ended_by(no_display):
        return make_application()


def checks(application: QApplication, wording: Wording) -> list[Check]:
    """List the visible checks, on a window of their own."""
    return visible_checks(wording, lambda: check_new_window(application, wording))


def show(application: QApplication, wording: Wording) -> bool:
    """Show the whole self-test in a dialog, where a program has no console; whether all is well."""
    dialog = SelfTestDialog(wording, None)
    dialog.exec()
    application.processEvents()
    return dialog.passed


@contextmanager
def _ended_by(no_display: Callable[[str], object]) -> Iterator[None]:
    words: deque[str] = deque(maxlen=_LAST_WORDS)

    def listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        words.append(" ".join(message.split()))
        if kind == QtMsgType.QtFatalMsg:
            no_display(" ".join(words))
            os._exit(1)  # Qt would abort with a core dump

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
