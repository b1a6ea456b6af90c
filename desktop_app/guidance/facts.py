"""The named facts of a household that guidance may ask for: those ticked and those the settlement shows."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, TypeAlias, get_args

from desktop_app.engine.age import is_minor
from desktop_app.engine.case import NewbornWithGuardian, NotEnrolled, Situation
from desktop_app.engine.result import BillNotice, Reason, Settlement
from desktop_app.guidance.assistance import medical_assistance_may_apply
from desktop_app.guidance.deadlines import deadlines
from desktop_app.guidance.newborns import newborns

DerivedFact: TypeAlias = Literal[
    "newborn_in_household",
    "newborn_registered_here",
    "newborn_with_guardian",
    "newborn_can_still_enrol_in_time",
    "newborn_too_late",
    "newborn_across_new_year",
    "birth_year_premium_unpaid",
    "guardian_not_covered",
    "somebody_not_enrolled",
    "somebody_not_yet_covered",
    "paid_outside_windows",
    "somebody_can_still_enrol",
    "payment_window_open",
    "payment_windows_over",
    "has_minor",
    "has_bills",
    "bill_not_covered",
    "level_3_outpatient",
    "basic_cap_reached",
    "assistance_category",
    "medical_assistance_may_apply",
    "dianjiang_id_number",
    "questions_for_bureau",
]
Fact: TypeAlias = Situation | DerivedFact

DERIVED_FACTS: tuple[DerivedFact, ...] = get_args(DerivedFact)
FACTS: tuple[Fact, ...] = (*get_args(Situation), *DERIVED_FACTS)

DIANJIANG_AREA = "500231"
"""Area code in ID numbers of the county whose leaflet S2 is (GB/T 2260): a hint to its hotlines."""

_QUESTIONS: frozenset[Fact] = frozenset(
    {
        "registration_not_found",
        "paid_in_full_first",
        "care_elsewhere",
        "newborn_too_late",
        "payment_windows_over",
        "birth_year_premium_unpaid",
        "guardian_not_covered",
        "paid_outside_windows",
        "bill_not_covered",
    }
)
"""Any of these leaves the family with something to ask the bureau."""

Test: TypeAlias = Callable[[Settlement, date], bool]


def facts(settlement: Settlement, today: date) -> frozenset[Fact]:
    """Find the facts that hold for this household on this day. What nobody ticked does not hold."""
    derived: set[Fact] = {fact for fact, holds in _TESTS.items() if holds(settlement, today)}
    found = derived | set(settlement.case.situations)
    if found & _QUESTIONS:
        found.add("questions_for_bureau")
    return frozenset(found)


def _unpaid_newborn(open_today: bool) -> Test:
    def holds(settlement: Settlement, today: date) -> bool:
        return any(
            not newborn.paid_in_time and (today <= newborn.last_day) is open_today
            for newborn in newborns(settlement)
        )

    return holds


def _newborn_registered_here(settlement: Settlement, today: date) -> bool:
    return bool(newborns(settlement)) and "newborn_registered_elsewhere" not in settlement.case.situations


def _coverage_reason(reason: Reason) -> Test:
    return lambda settlement, today: any(member.coverage.reason == reason for member in settlement.members)


def _bill_reason(reason: Reason) -> Test:
    return lambda settlement, today: any(bill.reason == reason for bill in settlement.bills)


def _bill_notice(notice: BillNotice) -> Test:
    return lambda settlement, today: any(notice in bill.notices for bill in settlement.bills)


def _enrolled(kind: type) -> Test:
    return lambda settlement, today: any(
        isinstance(member.enrolment, kind) for member in settlement.case.members
    )


def _somebody_not_yet_covered(settlement: Settlement, today: date) -> bool:
    begins = (member.coverage.begin for member in settlement.members)
    return any(begin is not None and today < begin for begin in begins)


def _window_deadline(passed: bool) -> Test:
    return lambda settlement, today: any(
        deadline.code == "payment_window" and deadline.passed is passed
        for deadline in deadlines(settlement, today)
    )


def _somebody_can_still_enrol(settlement: Settlement, today: date) -> bool:
    not_enrolled = {m.id for m in settlement.case.members if isinstance(m.enrolment, NotEnrolled)}
    return any(
        deadline.code in ("payment_window", "newborn_enrolment") and not deadline.passed
        for deadline in deadlines(settlement, today)
        if deadline.member in not_enrolled
    )


def _has_minor(settlement: Settlement, today: date) -> bool:
    return any(is_minor(member.birth_date, today, settlement.policy) for member in settlement.case.members)


def _has_dianjiang_id(settlement: Settlement, today: date) -> bool:
    numbers = (member.id_number for member in settlement.case.members)
    return any(number is not None and number.startswith(DIANJIANG_AREA) for number in numbers)


_TESTS: Mapping[DerivedFact, Test] = {
    "newborn_in_household": lambda settlement, today: bool(newborns(settlement)),
    "newborn_registered_here": _newborn_registered_here,
    "newborn_with_guardian": _enrolled(NewbornWithGuardian),
    "newborn_can_still_enrol_in_time": _unpaid_newborn(open_today=True),
    "newborn_too_late": _unpaid_newborn(open_today=False),
    "newborn_across_new_year": lambda settlement, today: any(n.across_new_year for n in newborns(settlement)),
    "birth_year_premium_unpaid": lambda settlement, today: any(
        n.owes_birth_year for n in newborns(settlement)
    ),
    "guardian_not_covered": _coverage_reason("guardian_not_covered"),
    "somebody_not_enrolled": _enrolled(NotEnrolled),
    "somebody_not_yet_covered": _somebody_not_yet_covered,
    "paid_outside_windows": _coverage_reason("paid_outside_windows"),
    "somebody_can_still_enrol": _somebody_can_still_enrol,
    "payment_window_open": _window_deadline(passed=False),
    "payment_windows_over": _window_deadline(passed=True),
    "has_minor": _has_minor,
    "has_bills": lambda settlement, today: bool(settlement.bills),
    "bill_not_covered": lambda settlement, today: any(not bill.covered for bill in settlement.bills),
    "level_3_outpatient": _bill_reason("level_3_outpatient"),
    "basic_cap_reached": _bill_notice("basic_cap_reached"),
    "assistance_category": lambda settlement, today: any(
        m.assistance_categories for m in settlement.case.members
    ),
    "medical_assistance_may_apply": lambda settlement, today: medical_assistance_may_apply(settlement),
    "dianjiang_id_number": _has_dianjiang_id,
}
