"""The detail pane below the table: what is needed less of the current bill, and what is said about it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.draft.estimate import BillRow
from desktop_app.draft.flow import spot
from desktop_app.draft.model import DraftBill
from desktop_app.engine.case import INSTITUTION_TYPES
from desktop_app.ui.bills.cell_edit import CellEdit, bill_of, remember_hospital
from desktop_app.ui.bills.choice_list import drop_down_as_list
from desktop_app.ui.bills.fields import FURTHER, applies
from desktop_app.ui.bills.remark_list import RemarkList
from desktop_app.ui.bills.unknown_ranges import UnknownRanges
from desktop_app.ui.models.bill_remarks import Remark, remarks
from desktop_app.ui.models.bill_rows import grouped
from desktop_app.ui.models.unknown_cells import shown_amount
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPE = "institution_type"


class DetailPane(QFrame):
    """Fields and remarks of one bill; nothing but a hint while the empty row is current."""

    done = Signal()
    """Enter in the last field, or Escape: back to the table."""
    member_asked = Signal()
    """The bill waits for its member's data: go there."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setAccessibleName(wording.text("bills.detail"))
        self._session = session
        self._wording = wording
        self._bill_id = ""
        self._edit: CellEdit | None = None
        self._title = QLabel()
        self._title.setProperty("role", "faint")
        self._boxes = {field: self._box(field) for field in FURTHER}
        self._holders = {field: QWidget() for field in FURTHER}
        self.ranges = UnknownRanges(session, wording)
        self.ranges.done.connect(self.done)
        self.said = RemarkList(lines=4)
        self._to_member = QPushButton(wording.text("bills.go_to_member"))
        self._to_member.clicked.connect(self.member_asked)
        self._to_member.setProperty("link", True)
        self._lay_out()

    def field(self, name: str) -> QLineEdit | QComboBox:
        """Give the widget of a further field."""
        return self._boxes[name]

    def focus_first(self) -> None:
        """Put the focus on the first field that is shown."""
        for box in self._boxes.values():
            if box.isVisibleTo(self):
                box.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def show_hint(self, text: str, *, no_members: bool) -> None:
        """Say what can be done where there is no bill yet; without members, lead to them."""
        self._bill_id = ""
        self._title.setText(self._wording.text("bills.new_row"))
        self._to_member.setVisible(no_members)
        for field in FURTHER:
            self._holders[field].hide()
        self.ranges.show_bill(None)
        self.said.say([Remark("faint", text)])

    def show_bill(self, number: int, bill: DraftBill, row: BillRow, *, fresh: bool) -> None:
        """Show a bill; a field that is being typed in keeps its text."""
        changed = bill.id != self._bill_id
        self._bill_id = bill.id
        self._title.setText(self._wording.text("bills.detail_of", number=number))
        wrong = {spot(problem.path).field for problem in row.problems}
        for field, box in self._boxes.items():
            if changed or not box.hasFocus():
                self._fill(box, field, bill)
            _mark(box, wrong=field in wrong)
            self._holders[field].setVisible(applies(field, bill) or field in wrong or box.hasFocus())
        self.ranges.show_bill(bill, row.problems)
        self.said.say([*remarks(bill, row, self._wording, fresh=fresh), *self._waiting(row)])

    def eventFilter(self, box: QObject, event: QEvent) -> bool:
        """Enter goes to the next field, Escape puts the old text back."""
        if event.type() == QEvent.Type.FocusIn:
            self._begin(box)
        elif event.type() == QEvent.Type.Wheel and isinstance(box, QComboBox):
            # Scrolling the page must not change a bill.
            event.ignore()
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._next(box)
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self._edit:
                    self._edit.cancel()
                self.done.emit()
                return True
        return super().eventFilter(box, event)

    def _waiting(self, row: BillRow) -> list[Remark]:
        """Say why a bill that is right in itself has no result."""
        waits = row.result is None and not row.problems and not row.uncertain
        no_policy = self._session.estimate.policy is None
        self._to_member.setVisible(waits and not no_policy)
        return [
            Remark("remark", self._wording.text("bills.no_policy" if no_policy else "bills.waits"))
        ] * waits

    def _fill(self, box: QLineEdit | QComboBox, field: str, bill: DraftBill) -> None:
        value = getattr(bill, field)
        if isinstance(box, QComboBox):
            box.setPlaceholderText(value)
            box.setCurrentIndex(box.findData(value))
        elif box.text() != (text := self._written(field, value, bill)):
            box.setText(text)

    def _written(self, field: str, value: str, bill: DraftBill) -> str:
        text = value if field == "settlement_date" else grouped(value)
        return shown_amount(text, bill.unknown, field, self._wording)

    def _begin(self, box: QObject) -> None:
        """Remember how the bill was before this field is edited."""
        for field, other in self._boxes.items():
            if other is box and self._bill_id:
                self._edit = CellEdit(self._session, self._bill_id, field)

    def _take(self, field: str, text: str) -> None:
        if not self._bill_id:
            return
        if self._edit is None or self._edit.field != field:
            self._edit = CellEdit(self._session, self._bill_id, field)
        self._edit.take({field: text})
        if field == _TYPE:
            remember_hospital(self._session, self._bill_id)

    def _typed_out(self, field: str) -> None:
        """Show the text as it was understood."""
        if bill := bill_of(self._session, self._bill_id):
            self._fill(self._boxes[field], field, bill)

    def _next(self, box: QObject) -> None:
        shown = [other for other in self._boxes.values() if other.isVisibleTo(self)]
        place = next((place for place, other in enumerate(shown) if other is box), len(shown))
        if place + 1 < len(shown):
            shown[place + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()

    def _box(self, field: str) -> QLineEdit | QComboBox:
        box = self._type_box() if field == _TYPE else self._line(field)
        box.setAccessibleName(self._wording.text(f"bills.field.{field}"))
        box.installEventFilter(self)
        return box

    def _line(self, field: str) -> QLineEdit:
        line = QLineEdit(placeholderText=self._wording.text(f"bills.placeholder.{field}"))
        line.textEdited.connect(lambda text: self._take(field, text))
        line.editingFinished.connect(lambda: self._typed_out(field))
        return line

    def _type_box(self) -> QComboBox:
        box = QComboBox()
        for kind in INSTITUTION_TYPES:
            box.addItem(self._wording.term("institution_type", kind), kind)
        drop_down_as_list(box)
        box.activated.connect(lambda index: self._take(_TYPE, INSTITUTION_TYPES[index]))
        return box

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(14)
        fields.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        for field, box in self._boxes.items():
            holder = self._holders[field]
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            label = QLabel(self._wording.text(f"bills.field.{field}"))
            label.setProperty("role", "faint")
            label.setBuddy(box)
            column.addWidget(label)
            column.addWidget(box)
            fields.addWidget(holder)
        fields.addStretch(1)
        fields.addWidget(self._to_member, 0, Qt.AlignmentFlag.AlignTop)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 8, 14, 8)
        body.setSpacing(6)
        body.addLayout(fields)
        body.addWidget(self.ranges)
        body.addWidget(self.said)


def _mark(box: QWidget, *, wrong: bool) -> None:
    if bool(box.property("problem")) != wrong:
        box.setProperty("problem", wrong)
        box.style().unpolish(box)
        box.style().polish(box)
