"""The routes of a newborn: settled one by one, with what stands in the way of each (R5, R7, R8)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from desktop_app.engine.case import (
    TIERS,
    Case,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    Standard,
    Tier,
)
from desktop_app.engine.coverage import coverage, newborn_last_day
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import MemberResult
from desktop_app.engine.settle import settle
from desktop_app.planning.compare import Choice, Option, current_choice, member_options
from desktop_app.planning.variants import with_member

Obstacle: TypeAlias = Literal["day_passed", "residence_permit", "not_covered"]
"""The last day to pay has passed, a residence permit comes first, or there is no coverage in this year."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way to insure the child, what the household then pays in the year, and what stands in the way."""

    option: Option
    child: MemberResult
    paid_late: date | None = None
    """In its own right and paid on this day, after the last one in time: covered as any resident (R5)."""
    obstacles: tuple[Obstacle, ...] = ()
    current: bool = False

    @property
    def guardian(self) -> str | None:
        """Id of the guardian; None: in its own right."""
        return self.option.choice.guardian


def newborn_routes(case: Case, child: Member, policy: Policy, today: date) -> tuple[Route, ...]:
    """Settle each route of a child of the policy year: in its own right, late, with each guardian."""
    last_day = newborn_last_day(child.birth_date, policy)
    options = member_options(*_as_newborn(case, child, last_day), policy).options
    in_time = tuple(_in_time(option, case, child, policy, today) for option in options)
    late = tuple(_late(case, child, last_day, policy, today))
    return in_time[: len(TIERS)] + late + in_time[len(TIERS) :]


def waits_for_permit(case: Case) -> bool:
    """Whether independent enrolment waits: the newborn is registered elsewhere, without a permit (S0)."""
    return "newborn_registered_elsewhere" in case.situations and "residence_permit" not in case.situations


def paid_in_time(child: Member, policy: Policy, today: date) -> date | None:
    """Find the day of a payment, made by today, that covers the child from birth (R7)."""
    paid_on = _own_payment(child)
    if paid_on is None or paid_on > today:
        return None
    enrolment = child.enrolment
    both = isinstance(enrolment, NewbornIndependent) and enrolment.birth_year_premium_paid
    newborn = replace(child, enrolment=NewbornIndependent(paid_on, birth_year_premium_paid=both))
    return paid_on if coverage(newborn, {}, policy).begin == child.birth_date else None


def _own_payment(child: Member) -> date | None:
    enrolment = child.enrolment
    return enrolment.paid_on if isinstance(enrolment, Standard | NewbornIndependent) else None


def _as_newborn(case: Case, child: Member, last_day: date) -> tuple[Case, Member]:
    """Enrol the child as a newborn in time, unless it is with a guardian: the routes start from there."""
    if isinstance(child.enrolment, NewbornWithGuardian):
        return case, child
    newborn = _paid(child, child.tier or TIERS[0], last_day)
    return with_member(case, newborn), newborn


def _paid(child: Member, tier: Tier, day: date) -> Member:
    return replace(child, enrolment=NewbornIndependent(day, birth_year_premium_paid=True), tier=tier)


def _in_time(option: Option, case: Case, child: Member, policy: Policy, today: date) -> Route:
    """See an option of the comparison as a route of today; one in its own right is paid in time."""
    as_entered = option.choice == current_choice(child)
    if option.choice.guardian is not None:
        return _route(option, child, current=as_entered)
    last_day, paid_on = newborn_last_day(child.birth_date, policy), _own_payment(child)
    newborn = isinstance(child.enrolment, NewbornIndependent)
    current = as_entered and newborn and paid_on is not None and paid_on <= last_day
    if as_entered and paid_in_time(child, policy, today):
        return _route(option, child, current=current)
    if today > last_day:
        return _route(option, child, ("day_passed",), current=current)
    return _route(option, child, _permit(case), current=current)


def _late(case: Case, child: Member, last_day: date, policy: Policy, today: date) -> Iterator[Route]:
    """Once the day has passed: what the payment entered as late, or one made today, still gives (R5)."""
    if today <= last_day or paid_in_time(child, policy, today):
        return
    paid_on = _own_payment(child)
    entered = paid_on is not None and paid_on > last_day
    if not entered and today.year > policy.year:
        return
    day = paid_on if paid_on is not None and entered else today
    for tier in TIERS:
        settlement = settle(with_member(case, _paid(child, tier, day)), policy)
        amounts = (settlement.premium_own_share, settlement.totals.out_of_pocket)
        option = Option(Choice(tier), *amounts, settlement)
        yield _route(
            option, child, () if entered else _permit(case), day, current=entered and tier == child.tier
        )


def _permit(case: Case) -> tuple[Obstacle, ...]:
    return ("residence_permit",) if waits_for_permit(case) else ()


def _route(
    option: Option,
    child: Member,
    obstacles: tuple[Obstacle, ...] = (),
    paid_late: date | None = None,
    *,
    current: bool,
) -> Route:
    """Make a route; no coverage in the year is an obstacle too."""
    result = next(each for each in option.settlement.members if each.id == child.id)
    if not result.coverage.covered:
        obstacles = (*obstacles, "not_covered")
    return Route(option, result, paid_late, obstacles, current)
