"""What the household would cost with one member's choice changed: the other tier, another newborn route."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.engine.age import is_minor
from desktop_app.engine.case import (
    TIERS,
    Case,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    Tier,
)
from desktop_app.engine.coverage import coverage
from desktop_app.engine.money import Fen
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Settlement
from desktop_app.engine.settle import settle
from desktop_app.planning.variants import member_of, with_guardian, with_tier


class Choice(NamedTuple):
    """How a member may be enrolled: in its own right on a tier, or with a guardian, a member's id."""

    tier: Tier | None = None
    guardian: str | None = None


class Option(NamedTuple):
    """A choice and what the whole household then pays in the year, in fen."""

    choice: Choice
    premium_own_share: Fen
    out_of_pocket: Fen
    settlement: Settlement

    @property
    def cost(self) -> Fen:
        """Premium and out-of-pocket together."""
        return self.premium_own_share + self.out_of_pocket


@dataclass(frozen=True, slots=True)
class MemberOptions:
    """A member's options in the order of the format; none, and no current one, for who is not enrolled."""

    id: str
    current: Choice | None
    options: tuple[Option, ...]

    @property
    def cheapest(self) -> Choice | None:
        """The option that costs least; between equal ones the current, then the first listed."""
        if not self.options:
            return None
        return min(self.options, key=lambda option: (option.cost, option.choice != self.current)).choice

    @property
    def saving(self) -> Fen:
        """What the current option costs more than the cheapest."""
        costs = {option.choice: option.cost for option in self.options}
        return costs[self.current] - min(costs.values()) if self.current else 0


def compare(case: Case, policy: Policy) -> tuple[MemberOptions, ...]:
    """Change one member's choice at a time, the others unchanged; members in the case's order."""
    return tuple(member_options(case, member, policy) for member in case.members)


def member_options(case: Case, member: Member, policy: Policy) -> MemberOptions:
    """Settle the case with each of a member's choices."""
    options = tuple(
        _option(choice, settle(choose(case, member.id, choice, policy), policy))
        for choice in choices(case, member, policy)
    )
    return MemberOptions(member.id, current_choice(member), options)


def current_choice(member: Member) -> Choice | None:
    """Tell how a member is enrolled; None: not at all."""
    match member.enrolment:
        case NotEnrolled():
            return None
        case NewbornWithGuardian(guardian):
            return Choice(guardian=guardian)
        case _:
            return Choice(member.tier)


def choices(case: Case, member: Member, policy: Policy) -> tuple[Choice, ...]:
    """List a member's choices: both tiers; for a newborn of the year each guardian too (R7, R8)."""
    if isinstance(member.enrolment, NotEnrolled):
        return ()
    guardians = possible_guardians(case, member, policy)
    return (*(Choice(tier) for tier in TIERS), *(Choice(guardian=guardian) for guardian in guardians))


def possible_guardians(case: Case, child: Member, policy: Policy) -> Sequence[str]:
    """List who could insure a newborn of the year: covered, of age at the birth, no dependent newborn (R8).

    The current guardian is listed in any case; a child who is itself a guardian has none.
    """
    newborn = isinstance(child.enrolment, NewbornIndependent | NewbornWithGuardian)
    is_guardian = any(
        isinstance(other.enrolment, NewbornWithGuardian) and other.enrolment.guardian == child.id
        for other in case.members
    )
    if not newborn or is_guardian or child.birth_date.year != policy.year:
        return ()
    return tuple(_guardians(case, child, policy))


def choose(case: Case, member_id: str, choice: Choice, policy: Policy) -> Case:
    """Change how one member is enrolled; the current choice leaves the case as it stands."""
    member = member_of(case, member_id)
    if choice == current_choice(member):
        return case
    if choice.tier is not None:
        return with_tier(case, member_id, choice.tier, policy)
    assert choice.guardian is not None
    return with_guardian(case, member_id, choice.guardian)


def _guardians(case: Case, child: Member, policy: Policy) -> Iterator[str]:
    members = {member.id: member for member in case.members}
    current = current_choice(child)
    for other in case.members:
        if other.id == child.id:
            continue
        dependent = isinstance(other.enrolment, NewbornWithGuardian)
        fit = not dependent and not is_minor(other.birth_date, child.birth_date, policy)
        if current == Choice(guardian=other.id) or (fit and coverage(other, members, policy).covered):
            yield other.id


def _option(choice: Choice, settlement: Settlement) -> Option:
    return Option(choice, settlement.premium_own_share, settlement.totals.out_of_pocket, settlement)
