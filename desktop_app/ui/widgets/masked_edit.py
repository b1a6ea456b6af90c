"""An identity number: whole while it is edited, its middle hidden once it was entered."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from desktop_app.draft.id_number import masked
from desktop_app.ui.widgets.line_edit import LineEdit


class MaskedEdit(LineEdit):
    """Shows the full text only where the clerk is about to edit it."""

    def __init__(self) -> None:
        super().__init__()
        self._open = False

    def shown(self, value: str) -> str:
        """Hide the middle unless the field is being edited."""
        return value if self._open else masked(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the whole number."""
        self._open = True
        self.show_value(self._value)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide its middle again; a menu over the field is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._open = False
            self.show_value(self._value)
