"""The case with one choice changed, the rest as it stands: what every comparison is made of."""

from dataclasses import replace

from desktop_app.engine.case import Bill, Case, Member, NewbornIndependent, NewbornWithGuardian, Tier
from desktop_app.engine.coverage import newborn_last_day
from desktop_app.engine.ledger import UNUSED
from desktop_app.engine.policy import Policy
from desktop_app.engine.settle import ledger_owner


def member_of(case: Case, member_id: str) -> Member:
    """Find a member. KeyError: there is none with this id."""
    for member in case.members:
        if member.id == member_id:
            return member
    raise KeyError(member_id)


def bill_of(case: Case, bill_id: str) -> Bill:
    """Find a bill. KeyError: there is none with this id."""
    for bill in case.bills:
        if bill.id == bill_id:
            return bill
    raise KeyError(bill_id)


def with_bill(case: Case, changed: Bill) -> Case:
    """Put a changed bill in the place of the one with its id."""
    return replace(case, bills=tuple(changed if bill.id == changed.id else bill for bill in case.bills))


def with_member(case: Case, changed: Member) -> Case:
    """Put a changed member in the place of the one with its id."""
    return replace(
        case, members=tuple(changed if member.id == changed.id else member for member in case.members)
    )


def with_tier(case: Case, member_id: str, tier: Tier, policy: Policy) -> Case:
    """Insure a member in its own right on a tier.

    Kind and date of the enrolment stay; a newborn with guardian is enrolled independently, paid on the last
    day in time, the birth year's premium paid as well (R7).
    """
    member = member_of(case, member_id)
    enrolment = member.enrolment
    if isinstance(enrolment, NewbornWithGuardian):
        enrolment = NewbornIndependent(
            newborn_last_day(member.birth_date, policy), birth_year_premium_paid=True
        )
    return with_member(case, replace(member, enrolment=enrolment, tier=tier))


def with_guardian(case: Case, member_id: str, guardian: str) -> Case:
    """Insure a newborn with a guardian; the guardian's ledger it shares then takes the place of its own."""
    member = member_of(case, member_id)
    return with_member(
        case, replace(member, enrolment=NewbornWithGuardian(guardian), tier=None, used_before=UNUSED)
    )


def on_tier(case: Case, member_id: str, tier: Tier) -> Case:
    """Put whoever's ledger a member's bills run on, the member or its guardian, on a tier (R8)."""
    owner = member_of(case, ledger_owner(member_of(case, member_id)))
    return with_member(case, replace(owner, tier=tier))


def sharers(case: Case, owner: str) -> tuple[str, ...]:
    """List those whose bills run on a member's ledger: itself and the newborns it is the guardian of (R8)."""
    return tuple(member.id for member in case.members if ledger_owner(member) == owner)


def only(case: Case, members: tuple[str, ...]) -> Case:
    """Keep some members and their bills; a newborn's guardian must be among them."""
    return replace(
        case,
        members=tuple(member for member in case.members if member.id in members),
        bills=tuple(bill for bill in case.bills if bill.member in members),
    )
