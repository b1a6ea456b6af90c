"""What the comparison of the tiers takes for granted, in words."""

from collections.abc import Iterator, Mapping
from datetime import date

from desktop_app.engine.case import Member, NewbornWithGuardian
from desktop_app.engine.ledger import UNUSED
from desktop_app.planning.coming_year import first_window
from desktop_app.planning.tiers import TierPlan
from desktop_app.planning.variants import member_of
from desktop_app.wording.sentences import Wording

_BIRTH = ("prenatal", "natural_delivery", "caesarean")


def tier_notes(plan: TierPlan, names: Mapping[str, str], today: date, wording: Wording) -> Iterator[str]:
    """Say what was assumed; what is not computed comes last."""
    if plan.hindsight:
        yield from _of_hindsight(plan, wording)
    else:
        yield from _of_coming_year(plan, names, today, wording)
    if plan.unstated:
        joined = wording.text("members.list_mark").join(names[member] for member in plan.unstated)
        yield wording.text("plan_tiers.note.unstated", names=joined)
    yield wording.text("plan_tiers.note.whole_year")
    yield wording.text("plan_tiers.note.assistance")


def _of_hindsight(plan: TierPlan, wording: Wording) -> Iterator[str]:
    yield wording.text("plan_tiers.note.hindsight", year=plan.policy.year)
    choices = plan.entered.best.choices
    if any(choice.guardian is not None for choice in choices.values()):
        yield wording.text("plan_tiers.note.guardian")


def _of_coming_year(plan: TierPlan, names: Mapping[str, str], today: date, wording: Wording) -> Iterator[str]:
    case, last_day = plan.case, first_window(plan.policy).last
    fields = {"last_year": case.policy_year, "year": plan.policy.year, "window": wording.date(last_day)}
    yield wording.text("plan_tiers.note.again", **fields)
    if today > last_day:
        yield wording.text("plan_tiers.note.window_passed", **fields)
    if any(member.used_before != UNUSED for member in case.members):
        yield wording.text("plan_tiers.note.used_before")
    if any(bill.kind in _BIRTH for bill in case.bills):
        yield wording.text("plan_tiers.note.birth")
    newborns = [each for each in case.members if isinstance(each.enrolment, NewbornWithGuardian)]
    if newborns:
        yield wording.text("plan_tiers.note.newborn", names=_joined(newborns, names, wording))
    shared = [each for each in newborns if _shares_categories(plan, each)]
    if shared:
        yield wording.text("plan_tiers.note.categories", names=_joined(shared, names, wording))


def _shares_categories(plan: TierPlan, child: Member) -> bool:
    """Whether a newborn has the guardian's categories this year and none of its own (R8)."""
    assert isinstance(child.enrolment, NewbornWithGuardian)
    guardian = member_of(plan.case, child.enrolment.guardian)
    return bool(guardian.assistance_categories) and not child.assistance_categories


def _joined(members: list[Member], names: Mapping[str, str], wording: Wording) -> str:
    return wording.text("members.list_mark").join(names[member.id] for member in members)
