"""The same household a year on: what choosing a tier is about."""

from dataclasses import replace
from datetime import date

from desktop_app.engine.case import Bill, Case, Member, NotEnrolled, Standard, Tier
from desktop_app.engine.policy import Policy, Window
from desktop_app.engine.settle import ledger_owner
from desktop_app.planning.variants import member_of


def in_year(case: Case, policy: Policy) -> Case:
    """Move a case to the year of a pack, as if all its bills came again; in its own year it stays as it is.

    Everybody is enrolled, and has paid on the last day of the first payment window, or on the day of birth
    where that is later: nobody is a newborn any more (R7, R8). A newborn with guardian begins on the
    guardian's tier. ``used_before`` stays: the earlier bills come again too.
    """
    years = policy.year - case.policy_year
    if not years:
        return case
    paid_on = first_window(policy).last
    # 29 February becomes the 28th: in the order of settlement (R2) nothing overtakes it there.
    bills = sorted(case.bills, key=lambda bill: bill.settlement_date)
    return replace(
        case,
        policy_year=policy.year,
        members=tuple(
            replace(
                member,
                enrolment=Standard(max(paid_on, member.birth_date)),
                tier=member_of(case, ledger_owner(member)).tier,
            )
            for member in case.members
        ),
        bills=tuple(_moved(bill, years) for bill in bills),
    )


def first_window(policy: Policy) -> Window:
    """Find the earliest payment window of a pack's year (R5)."""
    return min(policy.enrolment.windows, key=lambda window: window.first)


def current_tier(case: Case, member: Member) -> Tier | None:
    """Tell which tier a member is on in the case's own year, of a newborn with guardian the guardian's.

    None: that one is not enrolled.
    """
    owner = member_of(case, ledger_owner(member))
    return None if isinstance(owner.enrolment, NotEnrolled) else owner.tier


def _moved(bill: Bill, years: int) -> Bill:
    return replace(
        bill,
        service_date=_years_later(bill.service_date, years),
        settlement_date=_years_later(bill.settlement_date, years),
    )


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 2, 28)
