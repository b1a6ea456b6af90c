"""A cell's text editor, and the one that offers institutions entered before."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameEditor(QLineEdit):
    """Enter takes the highlighted offer if there is one, else what was typed, and the cell is done."""

    offered = Signal(str)
    """An offer was taken: its name."""
    entered = Signal()
    """Enter while offers were shown, none of them highlighted."""

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent)
        completer = QCompleter(self)
        completer.setModel(QStringListModel(list(names), completer))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self.offered)
        self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """With offers open Enter comes here first: QCompleter would only close them."""
        popup = self.completer().popup()
        if event.key() in _ENTER and popup.isVisible():
            current = popup.currentIndex()
            popup.hide()
            event.accept()
            if current.isValid():
                self.offered.emit(current.data())
            else:
                self.entered.emit()
            return
        super().keyPressEvent(event)
