"""A list to choose one entry of a fixed list from, by code."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy


class Choice(QComboBox):
    """Codes with their names; the wheel scrolls the page rather than change what was chosen."""

    chosen = Signal(str)

    def __init__(self, name: str, *, at_least: int = 0) -> None:
        """In a narrow window ``at_least`` so many characters stay in sight; 0: the longest entry does."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(at_least)
        if at_least:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._offered: dict[str, str] = {}
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer these codes."""
        if dict(names) != self._offered:
            self._offered = dict(names)
            self.clear()
            for code, name in names.items():
                self.addItem(name, code)

    def show_code(self, code: str) -> None:
        """Show what is chosen; a code that is not offered shows nothing."""
        self.setCurrentIndex(self.findData(code))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
