"""The questions that arise for a household, and their answers on paper."""

from collections.abc import Callable, Iterator, Mapping

from desktop_app.ui.planning.choices import PLANS, PlanName
from desktop_app.ui.planning.elsewhere import elsewhere_text
from desktop_app.ui.planning.newborn import newborn_text
from desktop_app.ui.planning.next_bill import next_bill_text
from desktop_app.ui.planning.next_bill_plan import next_bill_picture
from desktop_app.ui.planning.paper import plan_section
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.ui.planning.statement import statement_text
from desktop_app.ui.planning.tiers import tiers_text
from desktop_app.ui.printing.blocks import DrawImage, Section
from desktop_app.ui.result.target import Answer
from desktop_app.wording.plan_text import PlanText

_TEXTS: Mapping[PlanName, Callable[[PlanInput], PlanText | None]] = {
    "tiers": tiers_text,
    "next_bill": next_bill_text,
    "newborn": newborn_text,
    "elsewhere": elsewhere_text,
    "statement": statement_text,
}
_PICTURES: Mapping[PlanName, Callable[[PlanInput], DrawImage | None]] = {"next_bill": next_bill_picture}


def arising(answer: Answer) -> tuple[PlanName, ...]:
    """List the questions that arise: some need a bill, one a child of the year."""
    year = answer.settlement.case.policy_year
    newborns = any(member.birth_date.year == year for member in answer.settlement.case.members)
    arises = {"newborn": newborns, "elsewhere": bool(answer.bills), "statement": bool(answer.bills)}
    return tuple(name for name in PLANS if arises.get(name, True))


def printable(answer: Answer) -> tuple[PlanName, ...]:
    """List the questions that there is something to print of: of a statement only once one was entered."""
    entered = any(bill.paid_on_statement for bill in answer.settlement.case.bills)
    return tuple(name for name in arising(answer) if name != "statement" or entered)


def plan_sections(given: PlanInput) -> Iterator[Section]:
    """Write the answers that go on the printed summary."""
    for name in printable(given.answer):
        if name in given.choices.printed and (text := _TEXTS[name](given)) is not None:
            draw = _PICTURES[name](given) if name in _PICTURES else None
            yield plan_section(text, draw)
