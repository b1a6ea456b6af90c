"""What a newborn has when enrolled in its own right; what it shares and loses with a guardian (R7, R8)."""

from collections.abc import Iterable, Iterator, Mapping

from desktop_app.engine.case import Tier
from desktop_app.engine.money import format_percent
from desktop_app.engine.patient import Patient, patient
from desktop_app.planning.newborn import NewbornPlan
from desktop_app.planning.newborn_routes import Route
from desktop_app.wording.plan_text import PlanColumn, PlanRow, PlanTable
from desktop_app.wording.sentences import Wording


def own_facts(plan: NewbornPlan, wording: Wording) -> PlanTable:
    """Say what independent enrolment costs and gives."""
    return _facts("own", _own(plan, wording), wording)


def guardian_facts(plan: NewbornPlan, names: Mapping[str, str], wording: Wording) -> PlanTable:
    """Say what is spared, shared and lost with a guardian; no rows where there is none."""
    return _facts("guardian", _with_guardian(plan, names, wording), wording)


def by_tier(amounts: Mapping[Tier, str], wording: Wording) -> str:
    """Write what holds on each tier, one after the other."""
    return wording.text("plan_newborn.joint.tiers").join(
        wording.text("plan_newborn.of_tier", tier=wording.term("tier", tier), amount=amount)
        for tier, amount in amounts.items()
    )


def _facts(code: str, said: Iterable[str], wording: Wording) -> PlanTable:
    head = PlanColumn(wording.text(f"plan_newborn.{code}.title"), amount=False)
    return PlanTable("", (head,), tuple(PlanRow((sentence,)) for sentence in said))


def _own(plan: NewbornPlan, wording: Wording) -> Iterator[str]:
    shares: dict[Tier, str] = {}
    limits: dict[Tier, str] = {}
    threshold = 0
    # Late payments come after those in time: where there are any, their premium is what is to be paid.
    for route in (each for each in plan.routes if each.guardian is None):
        who = _patient(plan, route)
        shares[who.tier] = wording.money(route.child.premium.own_share)
        limits[who.tier] = wording.text("plan_newborn.limits", **_limits(who, plan, wording))
        threshold = who.critical_illness.threshold.figure
    yield wording.text("plan_newborn.own.premium", premiums=by_tier(shares, wording))
    yield wording.text("plan_newborn.own.points", points=_points(plan))
    yield wording.text("plan_newborn.own.limits", limits=by_tier(limits, wording))
    yield wording.text("plan_newborn.own.critical_illness", threshold=wording.money(threshold))
    if plan.child.assistance_categories:
        yield wording.text("plan_newborn.own.categories", categories=_categories(plan, wording))


def _with_guardian(plan: NewbornPlan, names: Mapping[str, str], wording: Wording) -> Iterator[str]:
    routes = [route for route in plan.routes if route.guardian is not None]
    if not routes:
        return
    year = plan.policy.year
    yield wording.text("plan_newborn.guardian.premium", year=year, next_year=year + 1)
    for route in routes:
        yield _shared(plan, route, names, wording)
    yield wording.text("plan_newborn.guardian.critical_illness")
    yield wording.text("plan_newborn.guardian.points", points=_points(plan))
    if plan.child.assistance_categories:
        yield wording.text("plan_newborn.guardian.categories", categories=_categories(plan, wording))


def _shared(plan: NewbornPlan, route: Route, names: Mapping[str, str], wording: Wording) -> str:
    who = _patient(plan, route)
    ledger = route.child.ledger
    return wording.text(
        "plan_newborn.guardian.shared",
        guardian=names[who.insured.id],
        tier=wording.term("tier", who.tier),
        used=wording.amount(ledger.basic_fund),
        outpatient_used=wording.amount(ledger.outpatient_paid),
        **_limits(who, plan, wording),
    )


def _patient(plan: NewbornPlan, route: Route) -> Patient:
    """See the child as a patient on a route: whose tier, limits and thresholds it has."""
    members = {member.id: member for member in route.option.settlement.case.members}
    return patient(members[plan.child.id], members, plan.policy)


def _limits(who: Patient, plan: NewbornPlan, wording: Wording) -> dict[str, str]:
    """Write the limits of the year on the patient's tier (R11, R16)."""
    return {
        "basic_cap": wording.amount(plan.policy.inpatient.basic_cap[who.tier].figure),
        "outpatient": wording.amount(plan.policy.outpatient.limit[who.tier].figure),
    }


def _points(plan: NewbornPlan) -> str:
    return format_percent(plan.policy.minor.points.figure)


def _categories(plan: NewbornPlan, wording: Wording) -> str:
    names = [wording.term("category", code) for code in plan.child.assistance_categories]
    return wording.text("plan_newborn.joint.names").join(names)
