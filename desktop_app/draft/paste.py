"""Cells copied from WPS or Excel as bills."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from desktop_app.draft.model import Draft


class Words(NamedTuple):
    """Words of tables (``resources/paste_headings.toml``): of a heading its field, of a cell the value by field."""

    headings: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]


class Pasted(NamedTuple):
    """The draft with the cells in it, and what found no place: never dropped in silence."""

    draft: Draft
    bills: tuple[str, ...]
    """Ids of the bills that were added or changed."""
    unknown_headings: tuple[str, ...]
    left_over: tuple[str, ...]
    """Texts of cells under unknown headings or beyond the last column."""


def read_words(text: str) -> Words:
    """Read the table of words; ValueError (a TOML error is one) where it is broken."""
    raise NotImplementedError


def cells(text: str) -> list[list[str]]:
    """Split copied text into rows of cells; quoted cells may hold tabs and line breaks. Blank rows are left out."""
    raise NotImplementedError


def paste(
    draft: Draft, text: str, words: Words, columns: Sequence[str], row: int = 0, column: int = 0
) -> Pasted:
    """Put copied cells into the bills.

    With a row of headings, in any order, each further row becomes a new bill at the end. Without, cells go into
    the table's ``columns`` (fields of ``DraftBill``) from ``row`` and ``column`` on, over what stands there, and
    rows beyond the last bill become new ones.
    """
    raise NotImplementedError
