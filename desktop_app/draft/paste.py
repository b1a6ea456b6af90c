"""Cells copied from WPS or Excel as bills."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.draft.edit import add_bill, set_fields_of_bill
from desktop_app.draft.model import Draft
from desktop_app.draft.normalise import amount, day
from desktop_app.draft.paste_words import Words, plain


class Pasted(NamedTuple):
    """The draft with the cells in it, and what found no place: never dropped in silence."""

    draft: Draft
    bills: tuple[str, ...]
    """Ids of the bills that were added or changed."""
    unknown_headings: tuple[str, ...]
    left_over: tuple[str, ...]
    """Texts of cells under unknown headings or outside the columns."""


def cells(text: str) -> list[list[str]]:
    """Split copied text into rows of trimmed cells; blank rows are left out.

    Quoted cells may hold tabs and line breaks. A quotation mark that is never closed is one like any other.
    """
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in text.splitlines()]
    trimmed = [[cell.strip() for cell in row] for row in rows]
    return [row for row in trimmed if any(row)]


def paste(
    draft: Draft, text: str, words: Words, columns: Sequence[str], row: int = 0, column: int = 0
) -> Pasted:
    """Put copied cells into the bills.

    With a row of headings, in any order, each further row becomes a new bill at the end. Without, cells go
    into the table's ``columns`` (fields of ``DraftBill``; "" for one that cannot be entered) from ``row`` and
    ``column`` on, and rows beyond the last bill become new ones. A blank cell leaves what stands there.
    """
    rows = cells(text)
    if rows and _is_heading(rows[0], words):
        fields = _fields_of(rows[0], words)
        unknown = tuple(cell for cell, field in zip(rows[0], fields, strict=True) if cell and not field)
        return _put(draft, rows[1:], fields, words, len(draft.bills))._replace(unknown_headings=unknown)
    return _put(draft, rows, columns[column:], words, row)


def _put(draft: Draft, rows: list[list[str]], fields: Sequence[str], words: Words, first: int) -> Pasted:
    members = _members_by_name(draft)
    touched: list[str] = []
    left_over: list[str] = []
    for cells_of_row in rows:
        values: dict[str, str] = {}
        for place, cell in enumerate(cells_of_row):
            field = fields[place] if place < len(fields) else ""
            if cell and field:
                values[field] = _value(field, cell, words, members)
            elif cell:
                left_over.append(cell)
        if not values:
            continue
        at = first + len(touched)
        if at < len(draft.bills):
            bill_id = draft.bills[at].id
        else:
            draft, bill_id = add_bill(draft)
        draft = set_fields_of_bill(draft, bill_id, values)
        touched.append(bill_id)
    return Pasted(draft, tuple(touched), (), tuple(left_over))


def _value(field: str, cell: str, words: Words, members: Mapping[str, str]) -> str:
    """Take a cell as the value it stands for, or as it is: the problem is shown where it stands then."""
    meanings = members if field == "member" else words.values.get(field, {})
    return meanings.get(plain(cell), cell)


def _members_by_name(draft: Draft) -> dict[str, str]:
    """Map names to ids; a name that two members share says nothing."""
    names = [plain(member.name) for member in draft.members]
    return {plain(member.name): member.id for member in draft.members if names.count(plain(member.name)) == 1}


def _is_heading(row: list[str], words: Words) -> bool:
    """Tell whether a row names columns: a known heading, and nothing that is an amount or a date."""
    return any(plain(cell) in words.headings for cell in row) and not any(map(_is_figure, row))


def _is_figure(cell: str) -> bool:
    return amount(cell)[:1].isdigit() or day(cell, None)[:1].isdigit()


def _fields_of(heading: list[str], words: Words) -> list[str]:
    """Find the field of each column; of two columns for one field the second is as good as unknown."""
    fields: list[str] = []
    for cell in heading:
        field = words.headings.get(plain(cell), "")
        fields.append("" if field in fields else field)
    return fields
