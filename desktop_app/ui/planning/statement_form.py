"""The lines of a settlement statement to fill in, each beside our amount and the difference."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.cases.values import amount
from desktop_app.draft import normalise
from desktop_app.engine.case import STATEMENT_LINES, StatementLine
from desktop_app.engine.money import Fen
from desktop_app.reading import RefusedError
from desktop_app.ui.widgets.enter_chain import EnterChain
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.note import Note, mark_problem
from desktop_app.wording.plan_statement import HEADS
from desktop_app.wording.sentences import Wording

_LABEL, _THEIRS, _OURS, _DIFFERENCE = range(len(HEADS))
_FIELD_WIDTH = 110


class StatementForm(QWidget):
    """A field a line, in the statement's own terms and order; Enter goes to the next."""

    edited = Signal(str, str)
    """A line and its amount as the case format writes it; blank: the statement has no such line."""
    ended = Signal()
    """Enter was pressed in the last field."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._refused: dict[str, str] = {}
        self._notes: dict[StatementLine, Note] = {}
        self.fields: dict[StatementLine, LineEdit] = {}
        self.ours: dict[StatementLine, QLabel] = {}
        self.differences: dict[StatementLine, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(_LABEL, 1)
        self._add_heads()
        for number, line in enumerate(STATEMENT_LINES):
            self._add_line(line, 1 + 2 * number)
        self._chain = EnterChain(self, list(self.fields.values()))
        self._chain.ended.connect(self.ended)

    def show_bill(self) -> None:
        """Begin with another bill: what was typed for the one before and refused is gone."""
        self._refused.clear()
        for field in self.fields.values():
            field.end_typing()

    def show_amounts(
        self,
        entered: Mapping[str, str],
        ours: Mapping[StatementLine, Fen],
        differences: Mapping[StatementLine, str],
        first: StatementLine | None,
    ) -> None:
        """Show the statement as entered, our amounts and the differences; the first one stands out."""
        for line, field in self.fields.items():
            if line in entered:
                self._refused.pop(line, None)
            field.show_value(entered.get(line, self._refused.get(line, "")))
            self.ours[line].setText(self._wording.amount(ours[line]))
            self._show_difference(line, differences.get(line, ""), first=line == first)
            self._show_note(line)

    def _add_heads(self) -> None:
        for column, name in enumerate(HEADS):
            side = Qt.AlignmentFlag.AlignLeft if column == _LABEL else Qt.AlignmentFlag.AlignRight
            head = QLabel(self._wording.text(f"plan_statement.head.{name}"))
            head.setProperty("role", "faint")
            self._grid.addWidget(head, 0, column, side)

    def _add_line(self, line: StatementLine, row: int) -> None:
        name = self._wording.term("statement", line)
        label = QLabel(name)
        field = self.fields[line] = LineEdit()
        note = self._notes[line] = Note()
        label.setBuddy(field)
        field.setAccessibleName(name)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(_FIELD_WIDTH)
        field.textEdited.connect(lambda text: self._take(line, text))
        field.left.connect(lambda: self._show_note(line))
        note.hide()
        ours = self.ours[line] = _figure()
        difference = self.differences[line] = _figure()
        for column, widget in ((_LABEL, label), (_THEIRS, field), (_OURS, ours), (_DIFFERENCE, difference)):
            self._grid.addWidget(widget, row, column)
        self._grid.addWidget(note, row + 1, 0, 1, len(HEADS))

    def _take(self, line: StatementLine, text: str) -> None:
        """Hand an amount on; what is none stays in the field, and the statement has no such line then."""
        canonical = normalise.amount(text)
        self._refused.pop(line, None)
        if canonical and not _is_amount(canonical):
            self._refused[line] = canonical
            canonical = ""
        self.edited.emit(line, canonical)

    def _show_note(self, line: StatementLine) -> None:
        refused = line in self._refused and not self.fields[line].typing
        mark_problem(self.fields[line], problem=refused)
        note = self._notes[line]
        note.complain(self._wording.text("problems.amount") if refused else "")
        note.setVisible(refused)

    def _show_difference(self, line: StatementLine, text: str, *, first: bool) -> None:
        label = self.differences[line]
        label.setText(text)
        role = "problem" if first else "faint"
        if label.property("role") != role:
            label.setProperty("role", role)
            label.style().unpolish(label)
            label.style().polish(label)


def _figure() -> QLabel:
    label = QLabel()
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def _is_amount(text: str) -> bool:
    try:
        amount(text)
    except RefusedError:
        return False
    return True
