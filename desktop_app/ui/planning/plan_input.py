"""What every planning question is answered from, on screen and on paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.draft.model import Draft
from desktop_app.engine.case import Bill, Case
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Settlement
from desktop_app.ui.planning.choices import PlanChoices
from desktop_app.ui.result.target import Answer
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording


@dataclass(frozen=True, slots=True)
class PlanInput:
    """A settled household, what was chosen, and where other years' packs come from."""

    answer: Answer
    choices: PlanChoices
    policy_of: Callable[[int], Policy | None]
    """The pack of a year in the case's region; None: there is none that can be used."""
    today: date

    @property
    def settlement(self) -> Settlement:
        """The result that the questions start from."""
        return self.answer.settlement

    @property
    def case(self) -> Case:
        """The case as entered."""
        return self.settlement.case

    @property
    def policy(self) -> Policy:
        """The pack of the case."""
        return self.settlement.policy

    @property
    def draft(self) -> Draft:
        """The case as the clerk typed it."""
        return self.answer.draft

    @property
    def wording(self) -> Wording:
        """The words."""
        return self.answer.wording

    @property
    def names(self) -> Mapping[str, str]:
        """What each member is called, by id."""
        return self.answer.names

    def bill(self, bill_id: str) -> Bill:
        """Find a bill."""
        return self.answer.bills[bill_id][0]

    def bill_name(self, bill_id: str) -> str:
        """Name a bill: whose it is, its day, kind and institution."""
        member = self.names[self.bill(bill_id).member]
        return self.wording.text("result.whose_bill", member=member, bill=self.answer.bill_name(bill_id))


def plan_input(answer: Answer, session: Session) -> PlanInput:
    """Put together what the questions are answered from."""
    return PlanInput(answer, session.plans, session.policy_of, session.today())
