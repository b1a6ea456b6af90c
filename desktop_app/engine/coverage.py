"""Coverage: from when to when a member is insured in the policy year (R5, R7, R8)."""

from collections.abc import Mapping
from datetime import date, timedelta

from desktop_app.engine.case import Member, NewbornIndependent, NewbornWithGuardian, NotEnrolled, Standard
from desktop_app.engine.policy import AfterDays, FixedDate, NextMonth, Policy, Window
from desktop_app.engine.result import Coverage, Step
from desktop_app.engine.steps import (
    BEGIN_AFTER_DAYS,
    BEGIN_FIXED,
    BEGIN_NEXT_MONTH,
    GUARDIAN_BEGIN,
    NEWBORN_BEGIN,
    NEWBORN_LAST_DAY,
    NEWBORN_SECOND_YEAR_BEGIN,
    OUTSIDE_WINDOWS,
)


def coverage(member: Member, members: Mapping[str, Member], policy: Policy) -> Coverage:
    """Find a member's coverage period; ``members`` are the household by id."""
    enrolment = member.enrolment
    match enrolment:
        case Standard(paid_on):
            return _by_window(paid_on, policy)
        case NewbornIndependent():
            return _newborn(member.birth_date, enrolment, policy)
        case NewbornWithGuardian(guardian):
            return _with_guardian(member.birth_date, coverage(members[guardian], members, policy), policy)
        case NotEnrolled():  # pragma: no branch (mypy holds that nothing else is left)
            return Coverage(None, None, "not_enrolled")


def newborn_last_day(birth_date: date, policy: Policy) -> date:
    """Last day to pay for a newborn and be covered from birth; the birth day is day 0 (R7)."""
    return birth_date + timedelta(days=policy.enrolment.newborn_days.figure)


def paid_as_newborn(member: Member, policy: Policy) -> bool:
    """Whether the payment was one within the newborn's days that R7 gives coverage for."""
    enrolment = member.enrolment
    if not isinstance(enrolment, NewbornIndependent) or enrolment.paid_on > newborn_last_day(
        member.birth_date, policy
    ):
        return False
    return member.birth_date.year == policy.year or enrolment.paid_on.year == policy.year


def window_of(paid_on: date, policy: Policy) -> Window | None:
    """Find the payment window that holds a payment date (R5)."""
    return next((each for each in policy.enrolment.windows if each.first <= paid_on <= each.last), None)


def _year_end(policy: Policy) -> date:
    return date(policy.year, 12, 31)


def _by_window(paid_on: date, policy: Policy, steps: tuple[Step, ...] = ()) -> Coverage:
    """Cover by the window that holds the payment date (R5); ``steps`` are those taken before."""
    window = window_of(paid_on, policy)
    if window is None:
        windows = tuple(each.basis for each in policy.enrolment.windows)
        outside = Step(OUTSIDE_WINDOWS, paid_on, (paid_on,), windows)
        return Coverage(None, None, "paid_outside_windows", (*steps, outside))
    begin, step = _begin(window, paid_on, policy)
    if begin > _year_end(policy):
        return Coverage(None, None, "paid_outside_windows", (*steps, step))
    return Coverage(begin, _year_end(policy), None, (*steps, step))


def _begin(window: Window, paid_on: date, policy: Policy) -> tuple[date, Step]:
    match window.begin:
        case FixedDate(fixed):
            return fixed.figure, Step(BEGIN_FIXED, fixed.figure, (paid_on, fixed))
        case NextMonth(basis):
            first = (paid_on.replace(day=1) + timedelta(days=31)).replace(day=1)
            return first, Step(BEGIN_NEXT_MONTH, first, (paid_on,), (basis,))
        case AfterDays(days):  # pragma: no branch
            begin = paid_on + timedelta(days=days.figure)
            provisions = (policy.provisions.days_after_payment,)
            return begin, Step(BEGIN_AFTER_DAYS, begin, (paid_on, days), provisions)


def _newborn(birth_date: date, enrolment: NewbornIndependent, policy: Policy) -> Coverage:
    """Cover an independent newborn in the year of birth and the year after (R7)."""
    paid_on = enrolment.paid_on
    provisions = policy.provisions
    last_day = newborn_last_day(birth_date, policy)
    limit = Step(
        NEWBORN_LAST_DAY,
        last_day,
        (birth_date, policy.enrolment.newborn_days),
        (provisions.birth_day_is_day_zero,),
    )
    if paid_on > last_day:
        return _by_window(paid_on, policy, (limit,))
    if birth_date.year < policy.year:
        if paid_on.year < policy.year:
            return _by_window(paid_on, policy, (limit,))
        year_begin = date(policy.year, 1, 1)
        begin = Step(
            NEWBORN_SECOND_YEAR_BEGIN,
            year_begin,
            (paid_on, last_day, year_begin),
            (provisions.newborn_second_year,),
        )
        return Coverage(year_begin, _year_end(policy), None, (limit, begin))
    across = (provisions.newborn_across_new_year,) if paid_on.year > policy.year else ()
    if across and not enrolment.birth_year_premium_paid:
        unpaid = limit._replace(provisions=limit.provisions + across)
        return Coverage(None, None, "birth_year_premium_unpaid", (unpaid,))
    begin = Step(
        NEWBORN_BEGIN, birth_date, (birth_date, paid_on, last_day), (provisions.newborn_from_birth, *across)
    )
    return Coverage(birth_date, _year_end(policy), None, (limit, begin))


def _with_guardian(birth_date: date, guardian: Coverage, policy: Policy) -> Coverage:
    """Cover a newborn from the later of the birth and the guardian's beginning (R8)."""
    if guardian.begin is None:
        return Coverage(None, None, "guardian_not_covered")
    begin = max(birth_date, guardian.begin)
    provisions = (policy.provisions.newborn_with_guardian, policy.provisions.guardian_ledger_shared)
    step = Step(GUARDIAN_BEGIN, begin, (birth_date, guardian.begin), provisions)
    return Coverage(begin, guardian.end, None, (step,))
