"""Placeholder of the frame: replaced by the view of this question."""

from typing import ClassVar

from desktop_app.ui.planning.choices import PlanName
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.ui.planning.view import PlanView
from desktop_app.wording.plan_text import PlanText


class StatementView(PlanView):
    """The view of this question."""

    name: ClassVar[PlanName] = "statement"

    def build(self) -> None:
        """Make the widgets."""

    def show_given(self, given: PlanInput) -> None:
        """Answer the question anew."""


def statement_text(given: PlanInput) -> PlanText | None:
    """Answer the question in words; None: it does not arise."""
    return None
