"""A line of text that shows a field of the draft."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_DOCUMENT_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LineEdit(QLineEdit):
    """Never overwritten while it is being typed in; undo and redo are those of the document."""

    left = Signal()
    """The focus has gone, whether or not something was typed, or Enter was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._typing = False
        self._value = ""
        self.textEdited.connect(self._begin_typing)
        self.editingFinished.connect(self.end_typing)
        self.editingFinished.connect(self.left)

    @property
    def typing(self) -> bool:
        """Whether the clerk is in the middle of typing here."""
        return self._typing

    def show_value(self, value: str) -> None:
        """Show the draft's text, now or as soon as typing has ended."""
        self._value = value
        if not self._typing and self.text() != self.shown(value):
            self.setText(self.shown(value))

    def shown(self, value: str) -> str:
        """Give the text that stands for a value."""
        return value

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the clerk has been here; a menu over the field is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's own commands."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(keys) for keys in _DOCUMENT_KEYS)
        ):
            event.ignore()
            return False
        return super().event(event)

    def end_typing(self) -> None:
        """Show the draft's text again: the field was left, or is another record's from now on."""
        self._typing = False
        self.show_value(self._value)

    def _begin_typing(self) -> None:
        self._typing = True
