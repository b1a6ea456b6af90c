"""The days this household has to keep, computed from its case; passed ones stay and say so."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, get_args

from desktop_app.engine.case import NotEnrolled
from desktop_app.engine.coverage import window_of
from desktop_app.engine.result import Settlement
from desktop_app.guidance.newborns import newborns

DeadlineCode: TypeAlias = Literal[
    "newborn_enrolment", "birth_year_premium", "payment_window", "coverage_begins"
]
DEADLINE_CODES: tuple[DeadlineCode, ...] = get_args(DeadlineCode)


class Deadline(NamedTuple):
    """A day that matters to one member. ``day`` itself is still in time."""

    code: DeadlineCode
    member: str
    day: date
    passed: bool


def deadlines(settlement: Settlement, today: date) -> tuple[Deadline, ...]:
    """Compute the household's days: those to come first, soonest first, then the passed ones.

    Newborns not paid for in time: the last day to enrol in time (R7); across the new year, the same day for
    the birth year's unpaid premium. Members not enrolled: the end of the payment window (R5). Members still
    waiting: the day on which coverage begins.
    """
    found = (
        *_newborn_deadlines(settlement, today),
        *_window_deadlines(settlement, today),
        *_waiting(settlement, today),
    )
    return tuple(sorted(found, key=lambda deadline: (deadline.passed, deadline.day)))


def _newborn_deadlines(settlement: Settlement, today: date) -> Iterator[Deadline]:
    for newborn in newborns(settlement):
        passed = today > newborn.last_day
        if not newborn.paid_in_time:
            yield Deadline("newborn_enrolment", newborn.member.id, newborn.last_day, passed)
        if newborn.owes_birth_year:
            yield Deadline("birth_year_premium", newborn.member.id, newborn.last_day, passed)


def _window_deadlines(settlement: Settlement, today: date) -> Iterator[Deadline]:
    day = _payment_window_end(settlement, today)
    if day is None:
        return
    # Whoever can still enrol as a newborn in time is not bound to the windows.
    in_time = {newborn.member.id for newborn in newborns(settlement) if today <= newborn.last_day}
    for member in settlement.case.members:
        if isinstance(member.enrolment, NotEnrolled) and member.id not in in_time:
            yield Deadline("payment_window", member.id, day, today > day)


def _waiting(settlement: Settlement, today: date) -> Iterator[Deadline]:
    for member in settlement.members:
        begin = member.coverage.begin
        if begin is not None and today < begin:
            yield Deadline("coverage_begins", member.id, begin, False)


def _payment_window_end(settlement: Settlement, today: date) -> date | None:
    """Take the last day of the window that holds today; past all windows that of the last; else None."""
    window = window_of(today, settlement.policy)
    if window is not None:
        return window.last
    end = max(window.last for window in settlement.policy.enrolment.windows)
    return end if end < today else None
