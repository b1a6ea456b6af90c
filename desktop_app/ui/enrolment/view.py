"""What the page of enrolment shows of one member."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.draft.estimate import Estimate
from desktop_app.draft.flow import spot
from desktop_app.draft.model import Draft, DraftMember
from desktop_app.draft.windows import (
    PaymentWindow,
    TimeLine,
    payment_windows,
    time_line,
    window_named_by,
)
from desktop_app.engine.case import (
    ENROLMENT_KINDS,
    Enrolment,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    Standard,
)
from desktop_app.engine.coverage import newborn_last_day
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Coverage, MemberResult
from desktop_app.reading import Problem
from desktop_app.ui.enrolment.guardians import possible_guardians, read_day

_NOT_COVERED = Coverage(None, None, None)


class EnrolmentView(NamedTuple):
    """One member's enrolment; ``result`` is None while something is missing."""

    member: DraftMember
    name: str
    result: MemberResult | None
    problems: Mapping[str, Problem]
    """Those of the fields of this page, by field of the draft."""
    basics_missing: bool
    """Whether something must be put right on the page of members first."""
    kinds: tuple[str, ...]
    guardians: Mapping[str, str]
    windows: tuple[PaymentWindow, ...]
    named_window: PaymentWindow | None
    """The window that the payment date stands for (it is its last day)."""
    newborn_last_day: date | None
    """Of a child born in the policy year: the last day to enrol it in time (R7)."""
    asks_birth_year_premium: bool
    line: TimeLine | None
    policy: Policy | None


def enrolment_view(
    draft: Draft, estimate: Estimate, member: DraftMember, names: Mapping[str, str]
) -> EnrolmentView:
    """Gather what is shown of a member; ``names`` are those of all members by id."""
    policy = estimate.policy
    row = next(row for row in estimate.members if row.id == member.id)
    spots = [(spot(problem.path), problem) for problem in row.problems]
    paid_on, born = read_day(member.paid_on), read_day(member.birth_date)
    problems: dict[str, Problem] = {}
    for where, problem in spots:
        if where.page == "enrolment" or problem.code == "newborn_not_born_this_year":
            field = where.field if where.page == "enrolment" else "enrolment_kind"
            problems.setdefault(field, problem)
    own_year = born is not None and born.year == draft.policy_year
    guardians = possible_guardians(draft, member.id, policy)
    return EnrolmentView(
        member=member,
        name=names[member.id],
        result=row.result,
        problems=problems,
        basics_missing=any(where.page == "members" for where, _ in spots),
        kinds=_kinds(member, born, draft.policy_year),
        guardians={guardian.id: names[guardian.id] for guardian in guardians},
        windows=payment_windows(policy) if policy else (),
        named_window=window_named_by(paid_on, policy) if paid_on and policy else None,
        newborn_last_day=newborn_last_day(born, policy) if born and own_year and policy else None,
        asks_birth_year_premium=_asks_birth_year_premium(member, born, paid_on, policy),
        line=_line(member, born, paid_on, row.result, policy),
        policy=policy,
    )


def _kinds(member: DraftMember, born: date | None, year: int) -> tuple[str, ...]:
    """Offer a newborn's kinds to newborns only; the one that was chosen stays in the list."""
    possible = {"standard", "none", member.enrolment_kind}
    if born is None or born.year == year:
        possible |= {"newborn_independent", "newborn_with_guardian"}
    elif born.year == year - 1:
        possible |= {"newborn_independent"}
    return tuple(kind for kind in ENROLMENT_KINDS if kind in possible)


def _asks_birth_year_premium(
    member: DraftMember, born: date | None, paid_on: date | None, policy: Policy | None
) -> bool:
    """R7: it matters in the year of birth, for a payment in time that falls in the year after."""
    if member.enrolment_kind != "newborn_independent" or not (born and paid_on and policy):
        return False
    in_time = paid_on <= newborn_last_day(born, policy)
    return born.year == policy.year and paid_on.year > policy.year and in_time


def _line(
    member: DraftMember,
    born: date | None,
    paid_on: date | None,
    result: MemberResult | None,
    policy: Policy | None,
) -> TimeLine | None:
    if policy is None:
        return None
    coverage = result.coverage if result else _NOT_COVERED
    enrolment = _enrolment(member, paid_on) if born else NotEnrolled()
    first_day = date(policy.year, 1, 1)
    return time_line(Member(member.id, born or first_day, enrolment), coverage, policy)


def _enrolment(member: DraftMember, paid_on: date | None) -> Enrolment:
    match member.enrolment_kind, paid_on:
        case "newborn_with_guardian", _:
            return NewbornWithGuardian(member.guardian)
        case "newborn_independent", date():
            return NewbornIndependent(paid_on, member.birth_year_premium_paid)
        case "standard", date():
            return Standard(paid_on)
    return NotEnrolled()
