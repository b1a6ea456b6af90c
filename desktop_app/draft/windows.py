"""Payment windows and the time line of a member's year as plain data for the enrolment page."""

from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.engine.case import Member, NewbornIndependent, NewbornWithGuardian, NotEnrolled
from desktop_app.engine.coverage import newborn_last_day
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Coverage

SegmentKind: TypeAlias = Literal["window", "waiting", "covered"]
MarkKind: TypeAlias = Literal["paid_on", "birth_date", "newborn_last_day"]

_ONE_DAY = timedelta(days=1)


class PaymentWindow(NamedTuple):
    """A window to choose by name where the day of payment is not known; its last day stands for it."""

    id: str
    name: str
    first: date
    last: date


class Segment(NamedTuple):
    """A stretch of the time line, both days included. ``name``: of a window; else empty."""

    kind: SegmentKind
    first: date
    last: date
    name: str = ""


class Mark(NamedTuple):
    """A single day on the time line."""

    kind: MarkKind
    day: date


class TimeLine(NamedTuple):
    """The policy year of one member: ``first`` and ``last`` hold all segments and marks."""

    first: date
    last: date
    segments: tuple[Segment, ...]
    marks: tuple[Mark, ...]


def payment_windows(policy: Policy) -> tuple[PaymentWindow, ...]:
    """Give the windows of a policy year in order of time."""
    windows = sorted(policy.enrolment.windows, key=lambda window: window.first)
    return tuple(PaymentWindow(window.id, window.name, window.first, window.last) for window in windows)


def window_named_by(paid_on: date, policy: Policy) -> PaymentWindow | None:
    """Find the window whose last day this is: that is how a window chosen by name is stored."""
    return next((window for window in payment_windows(policy) if window.last == paid_on), None)


def time_line(member: Member, coverage: Coverage, policy: Policy) -> TimeLine:
    """Lay out the windows, the waiting from payment to coverage and the coverage period (R5 to R8)."""
    segments = [
        Segment("window", window.first, window.last, window.name) for window in payment_windows(policy)
    ]
    marks = _marks(member, policy)
    if coverage.begin is not None and coverage.end is not None:
        paid_on = next((mark.day for mark in marks if mark.kind == "paid_on"), coverage.begin)
        if paid_on < coverage.begin:
            segments.append(Segment("waiting", paid_on, coverage.begin - _ONE_DAY))
        segments.append(Segment("covered", coverage.begin, coverage.end))
    days = [date(policy.year, 1, 1), date(policy.year, 12, 31), *(mark.day for mark in marks)]
    days += [day for segment in segments for day in (segment.first, segment.last)]
    return TimeLine(min(days), max(days), tuple(segments), marks)


def _marks(member: Member, policy: Policy) -> tuple[Mark, ...]:
    enrolment = member.enrolment
    marks = []
    if isinstance(enrolment, NewbornIndependent | NewbornWithGuardian):
        marks.append(Mark("birth_date", member.birth_date))
        marks.append(Mark("newborn_last_day", newborn_last_day(member.birth_date, policy)))
    if not isinstance(enrolment, NewbornWithGuardian | NotEnrolled):
        marks.append(Mark("paid_on", enrolment.paid_on))
    return tuple(marks)
