"""Instead of the preview: which page is to be completed first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from desktop_app.draft.flow import Page
from desktop_app.wording.sentences import Wording


class MissingCard(QFrame):
    """Says what is missing and leads there."""

    page_asked = Signal(str)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._page: Page = "start"
        self.setProperty("card", True)
        self._text = QLabel(wordWrap=True)
        self._text.setProperty("role", "subtitle")
        self.button = QPushButton(clicked=lambda: self.page_asked.emit(self._page))
        self.button.setProperty("primary", True)
        self.button.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(14)
        column.addWidget(self._text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_page(self, page: Page | None) -> None:
        """Name the page to complete; None: the policy year, which has no pack."""
        self._page = page or "start"
        name = self._wording.text(f"window.page.{self._page}.short")
        self._text.setText(self._wording.text("summary.missing", page=name))
        self.button.setText(self._wording.text("summary.go_there", page=name))
