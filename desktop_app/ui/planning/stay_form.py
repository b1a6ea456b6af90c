"""The further stay of a hard year: whose, and how large; the size may be dragged."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

from desktop_app.cases.values import amount
from desktop_app.draft import normalise
from desktop_app.engine.money import Fen, format_yuan
from desktop_app.planning.curve import MOST
from desktop_app.planning.years import FurtherStay
from desktop_app.reading import RefusedError
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.note import Note, mark_problem
from desktop_app.wording.sentences import Wording

_STEP: Fen = 100_000
_STEPS_A_PAGE = 10
_FIELD_WIDTH = 120


class _Slider(QSlider):
    """The wheel scrolls the page rather than change what was set."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class StayForm(QWidget):
    """Member, slider and amount. While the slider is dragged, answers are asked for as fast as they come."""

    member_chosen = Signal(str)
    expense_set = Signal(object)
    """In fen."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._refused = ""
        text = wording.text
        self.member = Choice(text("plan_tiers.hard.member").replace("&", ""), at_least=6)
        self.member.chosen.connect(self.member_chosen)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST // _STEP)
        self.slider.setPageStep(_STEPS_A_PAGE)
        self.slider.setMinimumWidth(100)
        self.slider.setAccessibleName(text("plan_tiers.hard.slider"))
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.expense = LineEdit()
        self.expense.setAccessibleName(text("plan_tiers.hard.expense").replace("&", ""))
        self.expense.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.expense.setFixedWidth(_FIELD_WIDTH)
        self.expense.textEdited.connect(self._type)
        self.expense.left.connect(self._leave)
        self.note = Note()
        # One answer for all the steps that came while the last one was being painted.
        self._moved = QTimer(self, singleShot=True, interval=0)
        self._moved.timeout.connect(lambda: self.expense_set.emit(self.slider.value() * _STEP))
        self.slider.valueChanged.connect(lambda _value: self._moved.start())
        self._lay_out()

    def show_stay(self, stay: FurtherStay, names: Mapping[str, str]) -> None:
        """Show what is set."""
        self.member.offer(names)
        self.member.show_code(stay.member)
        self.expense.show_value(format_yuan(stay.expense))
        if not self._moved.isActive():
            self.slider.blockSignals(True)
            self.slider.setValue(stay.expense // _STEP)
            self.slider.blockSignals(False)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(26, 2, 0, 2)
        grid.setVerticalSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(10)
        for key, field in (("member", self.member), ("expense", self.expense)):
            label = QLabel(self._wording.text(f"plan_tiers.hard.{key}"))
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field)
        row.addWidget(self.slider, 1)
        grid.addLayout(row, 0, 0)
        grid.addWidget(self.note, 1, 0)
        self.note.hide()

    def _type(self, text: str) -> None:
        """Take an amount as soon as it is one; what is wrong with another is said when it is left."""
        self._refused = ""
        try:
            expense = amount(normalise.amount(text))
        except RefusedError:
            self._refused = self._wording.text("problems.amount") if text.strip() else ""
            return
        if expense > MOST:
            most = self._wording.money(MOST)
            self._refused = self._wording.text("plan_tiers.hard.too_much", most=most)
            return
        self.expense_set.emit(expense)

    def _leave(self) -> None:
        """Say why an amount was not taken; the field shows what holds again."""
        mark_problem(self.expense, problem=bool(self._refused))
        self.note.complain(self._refused)
        self.note.setVisible(bool(self._refused))
