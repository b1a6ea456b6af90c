"""What a printed summary is made from."""

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.draft.model import Draft
from desktop_app.engine.case import Member, Unknown
from desktop_app.engine.result import Settlement
from desktop_app.guidance.items import Guidance
from desktop_app.planning.unknowns import OutcomeRange
from desktop_app.ui.members.names import member_names
from desktop_app.wording.sentences import Wording


@dataclass(frozen=True, slots=True)
class SummaryInput:
    """A settled household, when it is printed and by whom; ``draft`` tells which amounts were left blank.

    With a ``range``, amounts are unknown: then ``settlement`` is the one at the best of them, which is not to
    be printed.
    """

    settlement: Settlement
    draft: Draft
    guidance: Guidance
    wording: Wording
    printed_at: datetime
    office: str = ""
    clerk: str = ""
    range: OutcomeRange | None = None

    @property
    def today(self) -> date:
        """The day that deadlines are held against."""
        return self.printed_at.date()

    def unknown(self, record_id: str, field: str) -> Unknown | None:
        """Find an unknown amount by its bill or member."""
        found = self.range.swings if self.range else ()
        wanted = (record_id, field)
        return next((each.unknown for each in found if (each.unknown.id, each.unknown.field) == wanted), None)

    def text(self, key: str, **fields: object) -> str:
        """Say a sentence of the catalogue."""
        return self.wording.text(key, **fields)

    def member(self, member_id: str) -> Member:
        """Find a member of the case."""
        return next(member for member in self.settlement.case.members if member.id == member_id)

    def name(self, member_id: str) -> str:
        """Name a member."""
        return member_names(self.draft, self.wording.messages)[member_id]


@dataclass(frozen=True, slots=True)
class Parts:
    """Which pages are wanted."""

    family: bool = True
    clerk: bool = True
