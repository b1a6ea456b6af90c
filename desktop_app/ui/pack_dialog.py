"""What an imported policy pack would change, to read before it is used."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.packs.added import Proposal
from desktop_app.wording.pack_changes import ChangeLine, change_line, proposal_lines
from desktop_app.wording.sentences import Wording

_SIZE = 980, 560


class PackDialog(QDialog):
    """The changes as a table, those of figures first; accepted: use the pack."""

    def __init__(self, proposal: Proposal, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._wording = wording
        text = wording.text
        found = sorted(proposal.changes, key=lambda change: not change.of_figure)
        column = QVBoxLayout(self)
        for line in proposal_lines(proposal.policy, proposal.against, proposal.changes, wording):
            label = QLabel(line)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        self.table = self._table([change_line(change, wording) for change in found])
        column.addWidget(self.table, 1)
        column.addWidget(QLabel(text("pack_changes.question")))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use = buttons.addButton(text("pack_changes.take_over"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.setWindowTitle(text("pack_changes.title"))
        self.resize(*_SIZE)

    def _table(self, lines: list[ChangeLine]) -> QTableWidget:
        table = QTableWidget(len(lines), len(ChangeLine._fields))
        table.setAccessibleName(self._wording.text("pack_changes.title"))
        heads = [self._wording.text(f"pack_changes.head.{name}") for name in ChangeLine._fields]
        table.setHorizontalHeaderLabels(heads)
        for row, line in enumerate(lines):
            for column, cell in enumerate(line):
                table.setItem(row, column, QTableWidgetItem(cell))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setVisible(bool(lines))
        return table
