"""How to insure a newborn, in words: what costs least, until when, and what that means (R5, R7, R8)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.planning.newborn import NewbornPlan
from desktop_app.planning.newborn_routes import Route
from desktop_app.wording.plan_newborn_facts import guardian_facts, own_facts
from desktop_app.wording.plan_newborn_notes import newborn_notes
from desktop_app.wording.plan_newborn_routes import route_name, routes_table, years_table
from desktop_app.wording.plan_text import PlanTable, PlanText, joined
from desktop_app.wording.sentences import Wording


class NewbornWords(NamedTuple):
    """The answer in its parts: what is shared and lost stands side by side on screen, below on paper."""

    title: str
    best: str
    countdown: str
    routes: PlanTable
    years: PlanTable | None
    """Both premiums, where the last day to pay falls in the year after the birth."""
    own: PlanTable
    guardian: PlanTable
    notes: tuple[str, ...]

    @property
    def text(self) -> PlanText:
        """The answer for paper."""
        years = () if self.years is None else (self.years,)
        tables = (self.routes, *years, self.own, self.guardian)
        return PlanText(self.title, (self.best, self.countdown), tables, self.notes)


def newborn_words(plan: NewbornPlan, names: Mapping[str, str], wording: Wording) -> NewbornWords:
    """Write the answer for a child; ``names`` of the members by id."""
    return NewbornWords(
        title=wording.text("plan_newborn.title", child=names[plan.child.id]),
        best=joined(_best(plan, names, wording), wording),
        countdown=joined(_countdown(plan, wording), wording),
        routes=routes_table(plan, names, wording),
        years=years_table(plan, wording) if plan.across_new_year else None,
        own=own_facts(plan, wording),
        guardian=guardian_facts(plan, names, wording),
        notes=tuple(newborn_notes(plan, names, wording)),
    )


def _best(plan: NewbornPlan, names: Mapping[str, str], wording: Wording) -> Iterator[str]:
    """Say what costs least of what can be done, and what would but waits for a residence permit."""

    def say(code: str, route: Route | None = None, **amounts: str) -> str:
        if route is not None:
            amounts["route"] = route_name(route, plan, names, wording)
            amounts["cost"] = wording.money(route.option.cost)
        return wording.text(f"plan_newborn.best.{code}", **amounts)

    best = plan.open[0] if plan.open else None
    alike = [route for route in plan.open if best is not None and route.option.cost == best.option.cost]
    dearer = plan.open[len(alike) :]
    if plan.waiting is not None:
        yield say("waiting", plan.waiting)
        if best is None:
            yield say("nothing_until_then")
        else:
            gap = best.option.cost - plan.waiting.option.cost
            yield say("until_then", best, gap=wording.money(gap))
    elif best is None:
        yield say("nothing")
    elif len(plan.open) == 1:
        yield say("only", best)
    else:
        routes = wording.text("plan_newborn.joint.routes").join(
            route_name(route, plan, names, wording) for route in alike
        )
        if dearer:
            other = next((route for route in dearer if route.current), dearer[0])
            gap = other.option.cost - best.option.cost
            other_name = route_name(other, plan, names, wording)
            yield say("cheapest", best, routes=routes, other=other_name, gap=wording.money(gap))
        else:
            yield say("equal", best, routes=routes)
    yield from _legal_guardian(plan, alike, names, wording)
    if plan.waiting is None and any("residence_permit" in route.obstacles for route in plan.routes):
        yield say("permit")


def _countdown(plan: NewbornPlan, wording: Wording) -> Iterator[str]:
    """Say how many days are left, or what has become of the last one."""
    if plan.paid_on is not None:
        code = "paid"
    elif plan.year_over:
        code = "over"
    elif plan.days_left < 0:
        code = "passed"
    else:
        code = "open" if plan.days_left else "today"
    yield wording.text(
        f"plan_newborn.countdown.{code}",
        days=abs(plan.days_left),
        last_day=wording.date(plan.last_day),
        paid_on=wording.date(plan.paid_on or plan.today),
        year=plan.policy.year,
    )
    if plan.owes_birth_year:
        yield wording.text("plan_newborn.countdown.owes", year=plan.policy.year)


def _legal_guardian(
    plan: NewbornPlan, alike: Sequence[Route], names: Mapping[str, str], wording: Wording
) -> Iterator[str]:
    """Say that a guardian the child would change to must be the legal one."""
    guardians = [route.guardian for route in alike if route.guardian is not None]
    if not guardians or any(route.current for route in alike):
        return
    if len(guardians) == 1:
        yield wording.text("plan_newborn.best.legal_guardian", guardian=names[guardians[0]])
    else:
        yield wording.text("plan_newborn.best.legal_guardians")
