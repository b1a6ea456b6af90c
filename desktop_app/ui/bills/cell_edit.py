"""One cell being edited: every keystroke changes the draft, Escape takes all of it back."""

from collections.abc import Mapping

from desktop_app.draft.edit import set_fields_of_bill
from desktop_app.draft.history import Place
from desktop_app.draft.hospitals import Hospital, named
from desktop_app.draft.model import DraftBill
from desktop_app.ui.models.new_bill import new_bill
from desktop_app.ui.session import Session


class CellEdit:
    """The edit of a field of a bill, or of the empty row, which becomes a bill with the first sign typed.

    All its changes are one step of undo; an edit that ends where it began leaves none.
    """

    def __init__(self, session: Session, bill_id: str, field: str) -> None:
        """Begin; ``bill_id`` is empty for the empty row."""
        self.field = field
        self._session = session
        self._before = session.draft
        self._new = not bill_id
        self._with_new, bill = new_bill(session.draft)
        self.bill_id = bill_id or bill.id
        self._place = Place("bills", self.bill_id, field)

    @property
    def bill(self) -> DraftBill | None:
        """The bill as it is now; None while the empty row is still empty."""
        return bill_of(self._session, self.bill_id)

    def take(self, values: Mapping[str, str]) -> None:
        """Put what is typed, by field, into the draft."""
        if not self._new:
            draft = set_fields_of_bill(self._session.draft, self.bill_id, values)
        elif any(text.strip() for text in values.values()):
            draft = set_fields_of_bill(self._with_new, self.bill_id, values)
        else:
            draft = self._before
        self._session.apply(draft, self._place, "add_bill" if self._new else "edit")

    def take_hospital(self, hospital: Hospital) -> None:
        """Take an institution that was offered, with level and type."""
        self.take(
            {
                "institution_name": hospital.name,
                "level": hospital.level,
                "institution_type": hospital.type,
            }
        )

    def complete_hospital(self) -> None:
        """Let an institution that is known by its name give the level that is still blank, and its type."""
        bill = self.bill
        known = named(self._session.hospitals, bill.institution_name) if bill else None
        if known and bill and not bill.level:
            self.take_hospital(known)

    def cancel(self) -> None:
        """Put the draft back as it was before the edit."""
        self._session.apply(self._before, self._place, "add_bill" if self._new else "edit")


def bill_of(session: Session, bill_id: str) -> DraftBill | None:
    """Find a bill of the draft."""
    return next((bill for bill in session.draft.bills if bill.id == bill_id), None)


def remember_hospital(session: Session, bill_id: str) -> None:
    """Offer a bill's institution from now on, once it has a name and a level that can be read."""
    bill = bill_of(session, bill_id)
    if bill is not None and bill.level in ("1", "2", "3"):
        session.remember_hospital(Hospital(bill.institution_name, bill.level, bill.institution_type))
