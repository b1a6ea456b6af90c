"""The self-test in the window: the clerk reads it out on the telephone, or copies it."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.ui.self_test.finding import Check, Line, perform, sum_up
from desktop_app.ui.self_test.painting import check_painting
from desktop_app.ui.self_test.plain import plain_checks
from desktop_app.ui.self_test.visible import visible_checks
from desktop_app.wording.sentences import Wording

_WIDTH, _HEIGHT = 820, 380
_PAUSE_MS = 30
"""Between two checks, for the line of the first to be painted."""


class SelfTestDialog(QDialog):
    """Does one check after the other and shows a line each; what the window holds is not touched."""

    def __init__(self, wording: Wording, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._messages = wording.messages
        self._waiting: Iterator[Check] = iter(
            (*plain_checks(None, wording), *visible_checks(wording, lambda: check_painting(self)))
        )
        self._lines: list[Line] = []
        self._text = QPlainTextEdit(readOnly=True)
        self._text.setAccessibleName(self._messages.text("self_test.title"))
        self._outcome = QLabel(self._messages.text("self_test.running"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        # Alone, without a window, Qt's own words are not translated.
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self._messages.text("self_test.close"))
        self._copy = buttons.addButton(
            self._messages.text("self_test.copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._build(buttons)
        QTimer.singleShot(_PAUSE_MS, self, self._go_on)

    @property
    def passed(self) -> bool:
        """Whether every check that was done found nothing wrong."""
        return all(line.good for line in self._lines)

    def _build(self, buttons: QDialogButtonBox) -> None:
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._copy_all)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._text, self._outcome, buttons):
            layout.addWidget(widget)
        self.setWindowTitle(self._messages.text("self_test.title"))
        self.resize(_WIDTH, _HEIGHT)

    def _go_on(self) -> None:
        """Do the next check, and let what it found be painted before the one after it."""
        check = next(self._waiting, None)
        if check is None:
            self._outcome.setText(sum_up(self._lines, self._messages))
            self._copy.setEnabled(True)
            return
        line = perform(check, self._messages)
        self._lines.append(line)
        self._text.appendPlainText(line.text)
        QTimer.singleShot(_PAUSE_MS, self, self._go_on)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._text.toPlainText()}\n{self._outcome.text()}\n")
