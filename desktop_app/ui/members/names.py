"""What members are called where some have no name yet: alike on every page and on paper."""

from desktop_app.draft.model import Draft, DraftMember
from desktop_app.wording.messages import Messages

_LONGEST_NAME = 24


def shortened(name: str) -> str:
    """Cut a name that would fill lines."""
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"


def member_names(draft: Draft, messages: Messages) -> dict[str, str]:
    """Name each member by id: as entered, cut where it is very long, else by the place in the household."""
    return {
        member.id: shortened(member.name) or _place_name(member, number, messages)
        for number, member in enumerate(draft.members, start=1)
    }


def _place_name(member: DraftMember, number: int, messages: Messages) -> str:
    newborn = member.enrolment_kind == "newborn_with_guardian"
    return messages.text("members.unnamed_newborn" if newborn else "members.unnamed", number=number)
