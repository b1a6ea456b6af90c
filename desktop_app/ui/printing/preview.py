"""The preview: the pages as they will be printed, side by side, with zoom."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.printing.document import Document
from desktop_app.ui.printing.sheets import SheetsView
from desktop_app.wording.sentences import Wording

_ZOOMS = (("fit", "Ctrl+0"), ("closer", "Ctrl++"), ("farther", "Ctrl+-"))


class Preview(QWidget):
    """Shows a document as it will be printed."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._view = SheetsView()
        self._view.setAccessibleName(wording.text("summary.preview"))
        self._pages = QLabel()
        self._pages.setProperty("role", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view, 1)
        column.addLayout(self._zoom_row())

    def show_document(self, document: Document) -> None:
        """Show another document, zoom and place kept."""
        self._view.show_document(document)
        self._pages.setText(self._wording.text("summary.pages", pages=len(document.pages)))

    def _zoom_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._pages, 1)
        commands = (self._view.fit, self._view.closer, self._view.farther)
        for (name, keys), command in zip(_ZOOMS, commands, strict=True):
            button = QPushButton(self._wording.text(f"summary.zoom.{name}"), clicked=command)
            button.setShortcut(keys)
            button.setToolTip(keys)
            row.addWidget(button)
        return row
