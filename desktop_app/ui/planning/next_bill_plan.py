"""The next bill as the clerk has set it, for screen and paper alike."""

from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QImage

from desktop_app.engine.money import Fen
from desktop_app.planning.next_bill import NextBillPlan, Wish, next_bill
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.ui.printing.blocks import DrawImage


class Shown(NamedTuple):
    """A plan, where the chart's axis ends, and where its handle stands, in fen."""

    plan: NextBillPlan
    top: Fen
    expense: Fen


def shown(given: PlanInput) -> Shown:
    """Answer what was asked for; a handle beyond the axis goes to its middle."""
    choices = given.choices
    wish = Wish(choices.next_member, choices.next_kind, choices.next_level, choices.next_type)
    plan = next_bill(given.case, wish, given.today, given.policy)
    top = plan.reach if choices.next_whole else plan.near
    expense = choices.next_expense if choices.next_expense <= top else top // 2
    return Shown(plan, top, expense)


def next_bill_picture(given: PlanInput) -> DrawImage | None:
    """Draw the chart for paper, once a size when it is first painted; None: nothing is paid."""
    plan, top, expense = shown(given)
    if not plan.pays:
        return None

    @cache
    def draw(width: float, height: float, density: float) -> QImage:
        from desktop_app.ui.charts.next_bill_paper import next_bill_image

        size = round(width * density), round(height * density)
        return next_bill_image(plan, top, expense, given.wording, *size)

    return draw
