"""The causes that may lie behind a difference, best first, each with what to ask."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.result.view import text_label
from desktop_app.wording.plan_text import PlanTable

_INDENT = 12
_GAP = 8
"""Kept above what begins something new."""


class CauseLines(QWidget):
    """Shown anew with each answer."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[PlanTable, ...], tuple[str, ...]] = ((), ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def show_causes(self, tables: Sequence[PlanTable], notes: Sequence[str]) -> None:
        """Show each group below its title, and below all what to know about them."""
        if (tuple(tables), tuple(notes)) == self._shown:
            return
        self._shown = (tuple(tables), tuple(notes))
        while (entry := self._column.takeAt(0)) is not None:
            entry.widget().hide()
            entry.widget().deleteLater()
        for table in tables:
            self._add(table.title, "subtitle")
            for row in table.rows:
                self._add(row.cells[0], indent=_INDENT)
                self._add(row.note, "faint", indent=_INDENT)
        for note in notes:
            self._add(note, "faint" if tables else "")

    def _add(self, text: str, role: str = "", indent: int = 0) -> None:
        label = text_label(text, role)
        label.setIndent(indent)
        label.setContentsMargins(0, _GAP if not indent and self._column.count() else 0, 0, 0)
        self._column.addWidget(label)
