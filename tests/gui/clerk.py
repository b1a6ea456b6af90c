"""A clerk at the window: real widgets, driven by keys and the input method."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.draft.model import Draft
from desktop_app.draft.settings import Settings
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.ui.session import Session
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.window import MainWindow
from desktop_app.wording.messages import Lang
from desktop_app.wording.sentences import Wording

TODAY = date(2025, 6, 30)


class Clerk:
    """Sits at a window of her own."""

    def __init__(self, qtbot: QtBot, folder: Path, lang: Lang = "zh_CN", draft: Draft | None = None) -> None:
        self._qtbot = qtbot
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        if not application.styleSheet():
            apply_theme(application)
        catalogue = find_packs([shipped_folder()])
        self.session = Session(catalogue, Folders(folder), Settings(), lambda: TODAY)
        if draft is not None:
            self.session._replace(draft, None)
        self.window = MainWindow(self.session, Wording(lang))
        # Nothing asks whether to save when the test ends.
        qtbot.addWidget(self.window, before_close_func=lambda _window: self.session.history.mark_saved())
        self.window.resize(1366, 700)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def draft(self) -> Draft:
        return self.session.draft

    def keys(self, text: str) -> None:
        """Type into whatever has the focus; ``\\n`` is Enter."""
        for sign in text:
            if sign == "\n":
                self.press(Qt.Key.Key_Return)
            else:
                QTest.keyClicks(self.focus(), sign)

    def says(self, text: str) -> None:
        """Commit text that an input method has composed."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus(), key, modifier)
        QApplication.processEvents()

    def focus(self):
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget
