"""How to insure a child of the year: in its own right on either tier, or with a guardian (R7, R8)."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.engine.age import is_minor
from desktop_app.engine.case import Case, Member, NewbornWithGuardian
from desktop_app.engine.coverage import coverage, newborn_last_day
from desktop_app.engine.policy import Policy
from desktop_app.planning.newborn_routes import Route, newborn_routes, paid_in_time
from desktop_app.planning.newborn_years import NextYear, next_year


@dataclass(frozen=True, slots=True)
class NewbornPlan:
    """The routes of a child of the year as of a day: in its own right in time, late, with a guardian."""

    case: Case
    child: Member
    policy: Policy
    today: date
    last_day: date
    """The last day to pay for coverage from birth (R7)."""
    routes: tuple[Route, ...]
    uninsured: tuple[str, ...]
    """Adults who could be guardians if they had coverage (R8)."""
    next_year: NextYear | None
    """What the child owes in the year after; None: there is no pack for it."""

    @property
    def days_left(self) -> int:
        """Days from today to the last day; negative: it has passed."""
        return (self.last_day - self.today).days

    @property
    def across_new_year(self) -> bool:
        """Whether the last day falls in the year after the birth."""
        return self.last_day.year > self.child.birth_date.year

    @property
    def year_over(self) -> bool:
        """Whether nothing can be chosen any more for the year of birth."""
        return self.today > max(self.last_day, date(self.child.birth_date.year, 12, 31))

    @property
    def paid_on(self) -> date | None:
        """The day on which the child's own premium was paid in time, the year of birth's included."""
        return paid_in_time(self.child, self.policy, self.today)

    @property
    def owes_birth_year(self) -> bool:
        """Whether the next year's premium is entered as paid in time, but not the birth year's (R7)."""
        members = {member.id: member for member in self.case.members}
        return coverage(self.child, members, self.policy).reason == "birth_year_premium_unpaid"

    @property
    def open(self) -> tuple[Route, ...]:
        """The routes with nothing in their way, the cheapest first; between equal ones the current."""
        return tuple(sorted((each for each in self.routes if not each.obstacles), key=_order))

    @property
    def waiting(self) -> Route | None:
        """The cheapest route that only waits for a residence permit, if none that is open costs as little."""
        waiting = [each for each in self.routes if each.obstacles == ("residence_permit",)]
        best = min(waiting, key=_order, default=None)
        if best is None or (self.open and self.open[0].option.cost <= best.option.cost):
            return None
        return best


def newborns(case: Case) -> tuple[Member, ...]:
    """List the children of the policy year."""
    return tuple(member for member in case.members if member.birth_date.year == case.policy_year)


def newborn_plan(
    case: Case, child: Member, policy: Policy, next_policy: Policy | None, today: date
) -> NewbornPlan:
    """Settle the case with each route of a child of the policy year, however it is enrolled now."""
    routes = newborn_routes(case, child, policy, today)
    return NewbornPlan(
        case=case,
        child=child,
        policy=policy,
        today=today,
        last_day=newborn_last_day(child.birth_date, policy),
        routes=routes,
        uninsured=tuple(_uninsured(case, child, policy, {route.guardian for route in routes})),
        next_year=None if next_policy is None else next_year(child, next_policy),
    )


def _uninsured(case: Case, child: Member, policy: Policy, guardians: Container[str | None]) -> Iterator[str]:
    for member in case.members:
        dependent = isinstance(member.enrolment, NewbornWithGuardian)
        adult = not is_minor(member.birth_date, child.birth_date, policy)
        if adult and not dependent and member.id not in guardians:
            yield member.id


def _order(route: Route) -> tuple[int, bool]:
    return route.option.cost, not route.current
