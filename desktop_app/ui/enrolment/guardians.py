"""Who may be the guardian of a newborn (R8)."""

from datetime import date

from desktop_app.draft.model import Draft, DraftMember
from desktop_app.engine.age import adult_on
from desktop_app.engine.policy import Policy


def possible_guardians(draft: Draft, child: str, policy: Policy | None) -> tuple[DraftMember, ...]:
    """List the other members who are no dependent newborns and not known to be minors at the child's birth.

    The one who is the guardian now is listed in any case; a blank ``child`` is one yet to be entered.
    """
    current = next((member for member in draft.members if member.id == child), None)
    born = (read_day(current.birth_date) if current else None) or date(draft.policy_year, 12, 31)
    return tuple(
        member
        for member in draft.members
        if member.id != child
        and (
            (current is not None and member.id == current.guardian)
            or (
                member.enrolment_kind != "newborn_with_guardian"
                and not _minor(member.birth_date, born, policy)
            )
        )
    )


def only_guardian(draft: Draft, policy: Policy | None) -> str:
    """The id of the one member who can be a new child's guardian; empty: none, or it must be asked."""
    possible = possible_guardians(draft, "", policy)
    return possible[0].id if len(possible) == 1 else ""


def read_day(text: str) -> date | None:
    """Take a date of the draft; None: blank or not understood."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _minor(birth_date: str, on: date, policy: Policy | None) -> bool:
    born = read_day(birth_date)
    if born is None or policy is None:
        return False
    return on < adult_on(born, policy.minor.adult_age.figure)
