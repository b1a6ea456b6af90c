"""A new bill as the clerk most likely means it."""

from desktop_app.draft.edit import add_bill, set_fields_of_bill
from desktop_app.draft.model import Draft, DraftBill


def new_bill(draft: Draft) -> tuple[Draft, DraftBill]:
    """Add a bill at the end, for the member and of the kind of the one above; also gives the bill."""
    kind = draft.bills[-1].kind if draft.bills else ""
    draft, bill_id = add_bill(draft)
    draft = set_fields_of_bill(draft, bill_id, {"kind": kind})
    return draft, draft.bills[-1]


def is_blank(bill: DraftBill) -> bool:
    """Whether nothing was entered but what a new bill begins with."""
    return bill == DraftBill(bill.id, member=bill.member, kind=bill.kind)
