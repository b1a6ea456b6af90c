"""The ranges of a bill's unknown amounts, in the pane below the table."""

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.draft.model import DraftBill, UnknownAmount, unknown_amount
from desktop_app.engine.case import BILL_AMOUNTS
from desktop_app.reading import Problem
from desktop_app.ui.bills.cell_edit import CellEdit
from desktop_app.ui.models.bill_rows import grouped
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.note import mark_problem
from desktop_app.wording.sentences import Wording

_AT_END = re.compile(r"\.unknown\.(\w+)(?:\.(from|to))?$")
UNKNOWN = "unknown."
"""What the ends of ranges begin with where the draft's fields are named: ``unknown.total.from``."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTH = 120


class UnknownRange(QWidget):
    """One unknown amount: at least, at most, and the way back to an amount that is known."""

    done = Signal()
    """Enter in the last field, or Escape."""

    def __init__(self, session: Session, field: str, wording: Wording) -> None:
        super().__init__()
        self._session = session
        self._field = field
        self._bill_id = ""
        self._edit: CellEdit | None = None
        self._wrong: set[str | None] = set()
        """Ends with a problem; None: the range as a whole."""
        name = wording.text(f"bills.field.{field}")
        self.low = self._line("from", wording.text("unknowns.least_name", field=name))
        self.high = self._line("to", wording.text("unknowns.most_name", field=name))
        self.back = QPushButton(wording.text("unknowns.take_back"))
        self.back.setAccessibleName(wording.text("unknowns.take_back_name", field=name))
        self.back.setProperty("link", True)
        self.back.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for text, line in (
            (wording.text("unknowns.least", field=name), self.low),
            (wording.text("unknowns.most"), self.high),
        ):
            label = QLabel(text)
            label.setProperty("role", "faint")
            label.setBuddy(line)
            row.addWidget(label)
            row.addWidget(line)
        row.addWidget(self.back)
        row.addStretch(1)

    def show_range(self, bill_id: str, unknown: UnknownAmount, problems: Iterable[Problem]) -> None:
        """Show both ends as entered; one that is being typed in keeps its text."""
        if bill_id != self._bill_id:
            self._bill_id, self._edit = bill_id, None
            self.low.end_typing()
            self.high.end_typing()
        self.low.show_value(grouped(unknown.low))
        self.high.show_value(grouped(unknown.high))
        found = (_AT_END.search(problem.path) for problem in problems)
        self._wrong = {each[2] for each in found if each and each[1] == self._field}
        self._mark()

    def eventFilter(self, line: QObject, event: QEvent) -> bool:
        """Enter goes on, Escape puts the old range back."""
        if event.type() == QEvent.Type.FocusIn:
            self._edit = None
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                if line is self.low:
                    self.high.setFocus(Qt.FocusReason.TabFocusReason)
                else:
                    self.done.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self._edit:
                    self._edit.cancel()
                self.done.emit()
                return True
        return super().eventFilter(line, event)

    def _line(self, end: str, name: str) -> LineEdit:
        line = LineEdit()
        line.setFixedWidth(_WIDTH)
        line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.setAccessibleName(name)
        line.installEventFilter(self)
        line.textEdited.connect(lambda text: self._take(f"{UNKNOWN}{self._field}.{end}", text))
        line.left.connect(self._mark)
        return line

    def _mark(self) -> None:
        """Mark the ends that are wrong, one that is being typed in only once it is left."""
        for line, end in ((self.low, "from"), (self.high, "to")):
            mark_problem(line, problem=bool(self._wrong & {end, None}) and not line.typing)

    def _take(self, name: str, text: str) -> None:
        if self._bill_id:
            if self._edit is None or self._edit.field != name:
                self._edit = CellEdit(self._session, self._bill_id, name)
            self._edit.take({name: text})

    def _take_back(self) -> None:
        CellEdit(self._session, self._bill_id, self._field).take({self._field: ""})
        self.done.emit()


class UnknownRanges(QWidget):
    """The ranges of one bill below one another; nothing where all its amounts are known."""

    done = Signal()

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__()
        self.rows = {field: UnknownRange(session, field, wording) for field in BILL_AMOUNTS}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for row in self.rows.values():
            row.done.connect(self.done)
            row.hide()
            column.addWidget(row)
        self.hide()

    def show_bill(self, bill: DraftBill | None, problems: Iterable[Problem] = ()) -> None:
        """Show the ranges of a bill; None: there is none."""
        unknowns = bill.unknown if bill else ()
        for field, row in self.rows.items():
            unknown = unknown_amount(unknowns, field)
            if bill and unknown:
                row.show_range(bill.id, unknown, problems)
            row.setVisible(unknown is not None)
        self.setVisible(bool(unknowns))
