"""Payment windows and the time line of a member's year as plain data for the enrolment page."""

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.engine.case import Member
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Coverage

SegmentKind: TypeAlias = Literal["window", "waiting", "covered"]


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


class TimeLine(NamedTuple):
    """The policy year of one member. ``marks``: single days by ``paid_on``, ``birth_date``, ``newborn_last_day``."""

    first: date
    last: date
    segments: tuple[Segment, ...]
    marks: tuple[tuple[str, date], ...]


def payment_windows(policy: Policy) -> tuple[PaymentWindow, ...]:
    """The windows of a policy year in order of time."""
    raise NotImplementedError


def window_named_by(paid_on: date, policy: Policy) -> PaymentWindow | None:
    """The window whose last day this is: so a window chosen by name is stored."""
    raise NotImplementedError


def newborn_last_day(birth_date: date, policy: Policy) -> date:
    """Last day to enrol a newborn in time: birth date + the pack's days, the birth day being day 0 (R7)."""
    raise NotImplementedError


def time_line(member: Member, coverage: Coverage, policy: Policy) -> TimeLine:
    """The windows, the waiting from payment to coverage and the coverage period (R5–R8)."""
    raise NotImplementedError
