"""A new bill as the clerk most likely means it."""

from dataclasses import replace

from desktop_app.draft.edit import add_bill, set_fields_of_bill
from desktop_app.draft.model import Draft, DraftBill


def new_bill(draft: Draft) -> tuple[Draft, DraftBill]:
    """Add a bill at the end, for the member and of the kind of the one above; also gives the bill."""
    kind = draft.bills[-1].kind if draft.bills else ""
    draft, bill_id = add_bill(draft)
    draft = set_fields_of_bill(draft, bill_id, {"kind": kind})
    return draft, draft.bills[-1]


def ends_blank(draft: Draft) -> bool:
    """Whether there is a last bill in which nothing was entered but what a new one begins with, if that."""
    if not draft.bills:
        return False
    last = draft.bills[-1]
    begun = new_bill(replace(draft, bills=draft.bills[:-1]))[1]
    member = begun.member if last.member else ""
    kind = begun.kind if last.kind else ""
    return last == DraftBill(last.id, member=member, kind=kind)
