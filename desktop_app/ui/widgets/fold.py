"""A section that waits folded; its header says what is in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

_FOLDED, _OPEN = "\u25b8", "\u25be"


class Fold(QWidget):
    """A header to press and what it opens."""

    toggled = Signal(bool)

    def __init__(self, title: str, content: QWidget) -> None:
        super().__init__()
        self._title = title
        self._summary = ""
        self.content = content
        self.header = QPushButton(checkable=True)
        self.header.setProperty("link", True)
        self.header.toggled.connect(self._toggle)
        content.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.header)
        column.addWidget(content)
        self._name_header()

    @property
    def open(self) -> bool:
        """Whether what is in it can be seen."""
        return self.header.isChecked()

    def set_open(self, *, open_: bool) -> None:
        """Open or fold it."""
        self.header.setChecked(open_)

    def show_summary(self, summary: str) -> None:
        """Say in the header what is in it."""
        if summary != self._summary:
            self._summary = summary
            self._name_header()

    def _toggle(self, open_: bool) -> None:
        self.content.setVisible(open_)
        self._name_header()
        self.toggled.emit(open_)

    def _name_header(self) -> None:
        mark = _OPEN if self.open else _FOLDED
        name = f"{self._title}  {self._summary}".rstrip()
        self.header.setText(f"{mark}  {name}")
        self.header.setAccessibleName(name.replace("&", ""))
