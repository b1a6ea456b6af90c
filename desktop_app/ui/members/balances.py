"""What this year's earlier bills, not entered here, have used up (``used_before``)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.draft.model import DraftMember
from desktop_app.engine.ledger import Ledger
from desktop_app.reading import Problem
from desktop_app.ui.members.view import MemberView
from desktop_app.ui.models.unknown_cells import shown_amount
from desktop_app.ui.widgets.field import Field
from desktop_app.wording.sentences import Wording

LINES = Ledger._fields
_COLUMNS = 2


class Balances(QWidget):
    """One amount a limit, each with what it means in plain words."""

    changed = Signal(str, object)
    left = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.fields: dict[str, Field] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 0, 0, 8)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(8)
        explanation = QLabel(wording.text("members.balances.hint"))
        explanation.setProperty("role", "faint")
        explanation.setWordWrap(True)
        grid.addWidget(explanation, 0, 0, 1, _COLUMNS)
        for number, name in enumerate(LINES):
            field = self.fields[name] = Field(wording.term("ledger", name))
            field.edit.setPlaceholderText(wording.text("members.balances.placeholder"))
            field.edited.connect(lambda text, name=name: self.changed.emit(f"used_before.{name}", text))
            field.left.connect(self.left)
            grid.addWidget(field, 1 + number // _COLUMNS, number % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)

    def show_view(self, view: MemberView) -> None:
        """Show the amounts and what is wrong with them."""
        member = view.member
        for name, field in self.fields.items():
            entered = getattr(member.used_before, name)
            field.show_value(shown_amount(entered, member.unknown, name, self._wording))
            problem = view.problems.get(f"used_before.{name}")
            hint = self._wording.text(f"members.balances.{name}")
            field.show_note(hint, self._what_to_do(problem) if problem else "")

    def summary(self, view: MemberView) -> str:
        """Say how many amounts are filled in."""
        member = view.member
        count = sum(bool(getattr(member.used_before, name)) for name in LINES) + len(member.unknown)
        return self._wording.text("members.balances.count", count=count) if count else ""

    def _what_to_do(self, problem: Problem) -> str:
        """Nothing else can be missing here but an end of a range."""
        if problem.code == "missing":
            return self._wording.text("unknowns.both_ends_tip")
        return self._wording.problem(problem)


def any_balance(member: DraftMember) -> bool:
    """Whether anything was entered."""
    return bool(member.unknown) or any(getattr(member.used_before, name) for name in LINES)
