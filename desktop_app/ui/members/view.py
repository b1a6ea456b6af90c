"""What the page of members shows of one member."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.draft.estimate import Estimate
from desktop_app.draft.flow import spot
from desktop_app.draft.id_number import IdCheck, check
from desktop_app.draft.model import Draft, DraftMember
from desktop_app.engine.policy import Policy
from desktop_app.reading import Problem
from desktop_app.ui.enrolment.guardians import possible_guardians, read_day

MISTYPED = ("check_digit", "no_such_birth_date", "born_in_future")
"""Remarks on an identity number that say it is wrong; the others are hints."""


class MemberView(NamedTuple):
    """One member, stored or (with a blank id) yet to be entered. ``problems`` by field of the draft."""

    member: DraftMember
    problems: Mapping[str, Problem]
    guardians: Mapping[str, str]
    """Those who may be the guardian: names by id."""
    identity: IdCheck
    age: int | None
    policy: Policy | None

    @property
    def dependent(self) -> bool:
        """Whether tier, categories and balances are the guardian's (R8)."""
        return self.member.enrolment_kind == "newborn_with_guardian"


def member_view(
    draft: Draft, estimate: Estimate, member: DraftMember, names: Mapping[str, str], today: date
) -> MemberView:
    """Gather what is shown of a member; ``names`` are those of all members by id."""
    policy = estimate.policy
    row = next((row for row in estimate.members if row.id == member.id), None)
    problems: dict[str, Problem] = {}
    for problem in row.problems if row else ():
        problems.setdefault(spot(problem.path).field, problem)
    guardians = possible_guardians(draft, member.id, policy)
    return MemberView(
        member,
        problems,
        {guardian.id: names[guardian.id] for guardian in guardians},
        check(member.id_number, today),
        age_on(member.birth_date, today),
        policy,
    )


def age_on(birth_date: str, day: date) -> int | None:
    """Age in years on a day; None: not born by then, or the birth date is not known."""
    born = read_day(birth_date)
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def has_problem(view: MemberView) -> bool:
    """Whether something on the page of members must be corrected or filled in."""
    return view.identity.remark in MISTYPED or any(
        field == "guardian" or spot(problem.path).page == "members"
        for field, problem in view.problems.items()
    )
