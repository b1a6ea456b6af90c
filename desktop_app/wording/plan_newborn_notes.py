"""What to know beside a newborn's routes: the permit, the new year, who is no guardian, how far it holds."""

from collections.abc import Iterator, Mapping

from desktop_app.engine.case import NotEnrolled, Standard
from desktop_app.planning.newborn import NewbornPlan, newborns
from desktop_app.planning.newborn_routes import waits_for_permit
from desktop_app.wording.plan_newborn_facts import by_tier
from desktop_app.wording.sentences import Wording


def newborn_notes(plan: NewbornPlan, names: Mapping[str, str], wording: Wording) -> Iterator[str]:
    """Say what bears on this child, most pressing first."""
    if plan.paid_on is None and not plan.year_over:
        yield from _registration(plan, wording)
    paid = plan.paid_on is not None or any(route.paid_late and route.current for route in plan.routes)
    if paid and any(route.guardian for route in plan.routes):
        yield wording.text("plan_newborn.note.already_paid")
    yield from _next_year(plan, wording)
    if plan.uninsured:
        uninsured = wording.text("plan_newborn.joint.names").join(names[each] for each in plan.uninsured)
        yield wording.text("plan_newborn.note.uninsured", names=uninsured, year=plan.policy.year)
    if isinstance(plan.child.enrolment, Standard | NotEnrolled):
        entered = "standard" if isinstance(plan.child.enrolment, Standard) else "none"
        kind = wording.term("enrolment", entered)
        newborn = wording.term("enrolment", "newborn_independent")
        yield wording.text("plan_newborn.note.entered_as", kind=kind, newborn=newborn)
    alone = len(newborns(plan.case)) == 1
    yield wording.text(f"plan_newborn.note.{'only_these_bills' if alone else 'others_unchanged'}")


def _registration(plan: NewbornPlan, wording: Wording) -> Iterator[str]:
    """The residence permit is what independent enrolment of a child registered elsewhere waits for (S0)."""
    situations = plan.case.situations
    if waits_for_permit(plan.case):
        yield wording.text("plan_newborn.note.permit")
    elif "newborn_registered_elsewhere" not in situations and "registered_here" not in situations:
        yield wording.text("plan_newborn.note.ask_registration")


def _next_year(plan: NewbornPlan, wording: Wording) -> Iterator[str]:
    """Say what the year after the birth asks for, when every child is insured in its own right (R7, R8)."""
    coming, year = plan.next_year, plan.policy.year
    draft = ""
    if coming is not None and coming.policy.draft:
        draft = wording.text("plan_newborn.note.draft", year=year + 1)
    if plan.across_new_year:
        last_day = wording.date(plan.last_day)
        yield wording.text(
            "plan_newborn.note.across", year=year, next_year=year + 1, last_day=last_day, draft=draft
        )
    elif coming is not None:
        shares = {tier: wording.money(share) for tier, share in coming.own_share.items()}
        yield wording.text(
            "plan_newborn.note.next_year",
            year=year + 1,
            premiums=by_tier(shares, wording),
            first=wording.date(coming.first),
            last=wording.date(coming.last),
            draft=draft,
        )
    if coming is None:
        yield wording.text("plan_newborn.note.next_year_not_known", year=year + 1)
