"""What can be done to whole bills: copy, delete, move, paste, clear; each is one step of undo."""

from collections.abc import Sequence

from desktop_app.draft.edit import copy_bill, move_bill, remove_bills, set_fields_of_bill
from desktop_app.draft.history import Place
from desktop_app.draft.paste import Pasted, paste
from desktop_app.draft.paste_words import Words
from desktop_app.ui.bills.cell_edit import remember_hospital
from desktop_app.ui.models.bill_columns import ENTERED
from desktop_app.ui.session import Session


def copy(session: Session, bill_id: str) -> str:
    """Put a copy below the bill; gives its id."""
    draft, copied = copy_bill(session.draft, bill_id)
    session.apply(draft, Place("bills", copied), "copy_bill")
    return copied


def remove(session: Session, bill_ids: Sequence[str]) -> None:
    """Delete bills; undo leads back to the first of them."""
    if bill_ids:
        session.apply(remove_bills(session.draft, bill_ids), Place("bills", bill_ids[0]), "remove_bills")


def move(session: Session, bill_id: str, by: int) -> None:
    """Move a bill up or down."""
    session.apply(move_bill(session.draft, bill_id, by), Place("bills", bill_id), "move_bill")


def clear(session: Session, cells: Sequence[tuple[str, str]]) -> None:
    """Empty cells, each a bill's id and a field."""
    draft = session.draft
    for bill_id, field in cells:
        draft = set_fields_of_bill(draft, bill_id, {field: ""})
    if cells:
        session.apply(draft, Place("bills", *cells[0]), "edit")


def paste_cells(session: Session, text: str, words: Words, row: int, column: int) -> Pasted:
    """Paste copied cells from a row and column on, or by their headings; institutions are remembered."""
    pasted = paste(session.draft, text, words, ENTERED, row, column)
    if pasted.bills:
        session.apply(pasted.draft, Place("bills", pasted.bills[0]), "paste")
        for bill_id in reversed(pasted.bills):
            remember_hospital(session, bill_id)
    return pasted
