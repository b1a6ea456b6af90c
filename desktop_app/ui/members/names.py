"""What members are called where some have no name yet."""

from desktop_app.draft.model import Draft
from desktop_app.wording.messages import Messages


def member_names(draft: Draft, messages: Messages) -> dict[str, str]:
    """Name each member by id: as entered, else by the place in the household."""
    return {
        member.id: member.name or messages.text("members.unnamed", number=number)
        for number, member in enumerate(draft.members, start=1)
    }
