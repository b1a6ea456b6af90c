"""Changes of the draft: each gives a new one. Fields are set by name, and what is typed is normalised here."""

from collections.abc import Collection
from datetime import date
from typing import TypeAlias

from desktop_app.draft.hospitals import Hospital
from desktop_app.draft.model import Draft

FieldValue: TypeAlias = str | bool | tuple[str, ...]


def set_field(draft: Draft, name: str, value: FieldValue) -> Draft:
    """Set ``household_name``, ``household_note`` or ``situations``."""
    raise NotImplementedError


def set_year(draft: Draft, year: int) -> Draft:
    """Change the policy year; dates stay as they are."""
    raise NotImplementedError


def set_member(draft: Draft, member_id: str, name: str, value: FieldValue) -> Draft:
    """Set a field of a member; of the ledger by ``used_before.basic_fund``. KeyError: no such member or field."""
    raise NotImplementedError


def set_identity(draft: Draft, member_id: str, text: str, today: date) -> Draft:
    """Set the identity number and fill the birth date from it, unless another birth date was entered by hand."""
    raise NotImplementedError


def set_bill(draft: Draft, bill_id: str, name: str, value: str) -> Draft:
    """Set a field of a bill; a statement line by ``paid_on_statement.basic_fund``. KeyError: no such bill or field."""
    raise NotImplementedError


def add_member(draft: Draft) -> tuple[Draft, str]:
    """Add a blank member at the end; also gives its id."""
    raise NotImplementedError


def add_newborn(draft: Draft, guardian: str, birth_date: str = "") -> tuple[Draft, str]:
    """Add a newborn that shares the guardian's coverage (R8), in one step; also gives its id."""
    raise NotImplementedError


def remove_member(draft: Draft, member_id: str) -> Draft:
    """Remove a member and the bills it has; whose guardian it was has none then."""
    raise NotImplementedError


def add_bill(draft: Draft, member: str = "", at: int | None = None) -> tuple[Draft, str]:
    """Insert a blank bill (default: at the end); without a member it is the one of the bill before, or the only one."""
    raise NotImplementedError


def copy_bill(draft: Draft, bill_id: str) -> tuple[Draft, str]:
    """Insert a copy after the bill; also gives its id."""
    raise NotImplementedError


def remove_bills(draft: Draft, bill_ids: Collection[str]) -> Draft:
    """Remove bills."""
    raise NotImplementedError


def move_bill(draft: Draft, bill_id: str, by: int) -> Draft:
    """Move a bill by so many places, at most to an end."""
    raise NotImplementedError


def fill_hospital(draft: Draft, bill_id: str, hospital: Hospital) -> Draft:
    """Set name, level and type of a bill's institution."""
    raise NotImplementedError


def replace_situation(draft: Draft, situation: str, holds: bool) -> Draft:
    """Tick or untick one situation of the household."""
    raise NotImplementedError
