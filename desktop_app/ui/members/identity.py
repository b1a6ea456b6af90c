"""The identity number as it is being typed."""

from dataclasses import replace
from datetime import date

from desktop_app.draft import edit
from desktop_app.draft.model import Draft, DraftMember


class IdentityEntry:
    """Fills the birth date from what is typed as if it had been typed at once.

    A number that is complete for a moment while it is being corrected must not leave its birth date behind.
    """

    def __init__(self) -> None:
        self._before: DraftMember | None = None
        self._after: DraftMember | None = None

    def typed(self, draft: Draft, member_id: str, text: str, today: date) -> Draft:
        """Give the draft with the number that has been typed so far."""
        member = _member(draft, member_id)
        if self._before is None or member != self._after:
            self._before = member
        before = replace(member, id_number=self._before.id_number, birth_date=self._before.birth_date)
        members = tuple(before if each.id == member_id else each for each in draft.members)
        changed = edit.set_identity(replace(draft, members=members), member_id, text, today)
        self._after = _member(changed, member_id)
        return changed

    def left(self) -> None:
        """The field was left: what is typed next corrects what stands there now."""
        self._before = self._after = None


def _member(draft: Draft, member_id: str) -> DraftMember:
    return next(member for member in draft.members if member.id == member_id)
