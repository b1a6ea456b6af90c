"""A cell's choice among a few: by number, by first letters, by arrow keys, or from the list."""

from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.ui.bills.choice_list import drop_down_as_list

_RELEASE_MS = 20
_BACKWARD = (Qt.Key.Key_Up, Qt.Key.Key_Left)
_FORWARD = (Qt.Key.Key_Down, Qt.Key.Key_Right)


class Choice(NamedTuple):
    """One entry: the draft's value, what is shown, the letters that choose it."""

    value: str
    text: str
    letters: str


class ChoiceEditor(QComboBox):
    """The list opens by itself unless a key was typed to open the editor: that key chooses already."""

    chosen = Signal(str)
    """The value that was chosen."""
    closed = Signal()
    """An entry was taken from the open list: the cell is done."""

    def __init__(self, parent: QWidget, choices: list[Choice]) -> None:
        super().__init__(parent)
        self._choices = choices
        self._typed = ""
        for choice in choices:
            self.addItem(choice.text, choice.value)
        self.activated.connect(self._taken)
        drop_down_as_list(self)

    def show_value(self, value: str) -> None:
        """Begin with a value; one that is not listed is shown as it is."""
        self.setPlaceholderText(value)
        self.setCurrentIndex(self.findData(value) if value else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by key; F2, F4, space and Alt+Down open the list."""
        key, text = event.key(), event.text()
        opens = key in (Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_Space)
        if opens or (key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.showPopup()
        elif key in _BACKWARD or key in _FORWARD:
            self._choose(min(max(self.currentIndex() + (1 if key in _FORWARD else -1), 0), self.count() - 1))
        elif text and text.isprintable():
            self._search(text)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Choose by what an input method gives: it may hold the first digit."""
        for sign in event.commitString():
            self._search(sign)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the table: scrolling must not change a bill."""
        event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Open the list unless the key that opened the editor is still to come."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._open_if_untouched)

    def _open_if_untouched(self) -> None:
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # The button of a double click is still down: its release would close the list at once.
            QTimer.singleShot(_RELEASE_MS, self, self._open_if_untouched)
        elif not self._typed and self.isVisible():
            self.showPopup()

    def _search(self, text: str) -> None:
        """Choose by number, or by the letters typed so far; a letter that fits nothing begins anew."""
        for typed in (self._typed + text.lower(), text.lower()):
            for index, choice in enumerate(self._choices):
                if _fits(typed, index, choice, len(self._choices)):
                    self._typed = typed
                    self._choose(index)
                    return
        self._typed = text

    def _choose(self, index: int) -> None:
        self._typed = self._typed or " "
        if index >= 0:
            # The same again is a choice too: the empty row becomes a bill by it.
            self.setCurrentIndex(index)
            self.chosen.emit(self._choices[index].value)

    def _taken(self, index: int) -> None:
        self.chosen.emit(self._choices[index].value)
        self.closed.emit()


def _fits(typed: str, index: int, choice: Choice, count: int) -> bool:
    number = typed.translate(_HALF_WIDTH)
    if number.isdecimal():
        return number == str(index + 1) and index < count
    return choice.letters.startswith(typed) or choice.text.lower().startswith(typed)


_HALF_WIDTH = {0xFF10 + digit: str(digit) for digit in range(10)}
