"""The tables of a newborn's routes: what each costs and what stands beside it; both years' premiums."""

from collections.abc import Mapping

from desktop_app.engine.case import TIERS, Tier
from desktop_app.engine.money import Fen
from desktop_app.planning.newborn import NewbornPlan
from desktop_app.planning.newborn_routes import Route
from desktop_app.wording.plan_text import PlanColumn, PlanRow, PlanTable
from desktop_app.wording.sentences import Wording

_AMOUNTS = ("premium", "out_of_pocket", "cost")


def route_name(route: Route, plan: NewbornPlan, names: Mapping[str, str], wording: Wording) -> str:
    """Name a route."""
    if route.guardian is not None:
        return wording.text("plan_newborn.route.guardian", guardian=names[route.guardian])
    tier = wording.term("tier", route.option.choice.tier or TIERS[0])
    if route.paid_late is None:
        return wording.text("plan_newborn.route.own", tier=tier)
    code = "late_today" if route.paid_late == plan.today else "late"
    return wording.text(f"plan_newborn.route.{code}", tier=tier, day=wording.date(route.paid_late))


def routes_table(plan: NewbornPlan, names: Mapping[str, str], wording: Wording) -> PlanTable:
    """List the routes with what the household pays on each."""
    rows = (
        PlanRow((_marked(route, plan, names, wording), *_amounts(route, wording))) for route in plan.routes
    )
    columns = (_column("route", wording, amount=False), *(_column(name, wording) for name in _AMOUNTS))
    return PlanTable("", columns, tuple(rows))


def years_table(plan: NewbornPlan, wording: Wording) -> PlanTable:
    """List both years' premiums: in its own right in both, or with a guardian in the first (R7, R8)."""
    birth_year = {
        route.option.choice.tier: route.child.premium.own_share
        for route in plan.routes
        if route.guardian is None and route.paid_late is None
    }
    guardians = any(route.guardian is not None for route in plan.routes)
    rows = [_years_row("own", tier, birth_year[tier], plan, wording) for tier in TIERS]
    rows += [_years_row("guardian_first", tier, 0, plan, wording) for tier in TIERS if guardians]
    years = (plan.policy.year, plan.policy.year + 1)
    heads = [wording.text("plan_newborn.years.head", year=year) for year in years]
    columns = [_column("route", wording, amount=False), *map(PlanColumn, heads)]
    if plan.next_year is not None:
        columns.append(_column("both", wording))
    return PlanTable(wording.text("plan_newborn.years.title"), tuple(columns), tuple(rows))


def _years_row(code: str, tier: Tier, first: Fen, plan: NewbornPlan, wording: Wording) -> PlanRow:
    name = wording.text(f"plan_newborn.years.{code}", tier=wording.term("tier", tier))
    if plan.next_year is None:
        return PlanRow((name, wording.amount(first), wording.text("plan_newborn.years.not_known")))
    second = plan.next_year.own_share[tier]
    return PlanRow((name, *map(wording.amount, (first, second, first + second))))


def _marked(route: Route, plan: NewbornPlan, names: Mapping[str, str], wording: Wording) -> str:
    """Name a route with what stands beside the money: the obstacles, or a beginning after the birth."""
    name = route_name(route, plan, names, wording)
    marks = [wording.text("plan_newborn.mark.current")] if route.current else []
    marks += [wording.text(f"plan_newborn.mark.{obstacle}") for obstacle in route.obstacles]
    begin = route.child.coverage.begin
    if begin is not None and begin > plan.child.birth_date:
        marks.append(wording.text("plan_newborn.mark.begins", day=wording.date(begin)))
    if not marks:
        return name
    said = wording.text("plan_newborn.joint.marks").join(marks)
    return wording.text("plan_newborn.route.marked", route=name, marks=said)


def _amounts(route: Route, wording: Wording) -> tuple[str, ...]:
    option = route.option
    amounts = (option.premium_own_share, option.out_of_pocket, option.cost)
    return tuple(map(wording.amount, amounts))


def _column(name: str, wording: Wording, *, amount: bool = True) -> PlanColumn:
    return PlanColumn(wording.text(f"plan_newborn.head.{name}"), amount)
