"""What every planning view is: a question with its settings, the answer in words and tables, a tick."""

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.ui.planning.choices import PlanName
from desktop_app.ui.planning.plan_input import PlanInput, plan_input
from desktop_app.ui.result.target import Answer, Target
from desktop_app.ui.result.view import View
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.line_list import Line, LineList
from desktop_app.wording.plan_text import PlanTable


class PlanView(View):
    """Subclasses put their widgets into ``column`` and fill them in ``show_given``."""

    name: ClassVar[PlanName]
    in_place = True

    def __init__(self, answer: Answer, target: Target, session: Session) -> None:
        super().__init__(answer)
        self.session = session
        self.target = target
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.build()
        self.printed = QCheckBox(self.wording.text("planning.print"))
        self.printed.setChecked(self.name in session.plans.printed)
        self.printed.toggled.connect(self._print)
        self.column.addWidget(self.printed)
        self.column.addStretch(1)
        self.show_given(self.given)

    @property
    def given(self) -> PlanInput:
        """What the question is answered from now."""
        return plan_input(self.answer, self.session)

    def build(self) -> None:
        """Make the widgets."""
        raise NotImplementedError

    def show_given(self, given: PlanInput) -> None:
        """Answer the question anew."""
        raise NotImplementedError

    def show_answer(self, answer: Answer) -> None:
        """Show another answer in the same place, so that the focus stays."""
        self.answer = answer
        with QSignalBlocker(self.printed):  # it may have been ticked beside the preview
            self.printed.setChecked(self.name in self.session.plans.printed)
        self.show_given(self.given)

    def choose(self, **choices: Any) -> None:
        """Keep what the clerk has set, and answer anew."""
        self.session.plans = replace(self.session.plans, **choices)
        self.show_given(self.given)

    def focus(self, target: Target | None) -> None:
        """Put the keyboard on the first setting that takes it."""
        for widget in self.findChildren(QWidget):
            if widget.focusPolicy() != widget.focusPolicy().NoFocus and widget.isVisibleTo(self):
                widget.setFocus()
                return

    def table(self, name: str, columns: int, *, text_columns: int = 1) -> LineList:
        """Make a list for a table of the answer."""
        return self.line_list(name, (), ("",) * columns, text_columns=text_columns)

    def _print(self, chosen: bool) -> None:
        printed = self.session.plans.printed
        changed = printed | {self.name} if chosen else printed - {self.name}
        self.session.plans = replace(self.session.plans, printed=changed)


def show_table(made: LineList, table: PlanTable) -> None:
    """Show a table of the answer in a list."""
    made.name_heads([column.head for column in table.columns])
    made.show_lines([Line(row.cells) for row in table.rows])
    made.setVisible(bool(table.rows))
