"""Enter moves on to the next field, as clerks expect."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterChain(QObject):
    """The fields of a form in order; those hidden or disabled are passed over."""

    ended = Signal()
    """Enter was pressed in the last field."""

    def __init__(self, parent: QObject, fields: Sequence[QWidget] = ()) -> None:
        super().__init__(parent)
        self._fields: list[QWidget] = []
        self.follow(fields)

    def follow(self, fields: Sequence[QWidget]) -> None:
        """Go through these fields from now on."""
        for field in self._fields:
            field.removeEventFilter(self)
        self._fields = list(fields)
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter away from a field and move on."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in _ENTER
            and event.modifiers() in _PLAIN
        ):
            self._move_on(watched)
            return True
        return super().eventFilter(watched, event)

    def _move_on(self, watched: QObject) -> None:
        at = next(row for row, field in enumerate(self._fields) if field is watched)
        for field in self._fields[at + 1 :]:
            if field.isVisible() and field.isEnabled():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.ended.emit()
