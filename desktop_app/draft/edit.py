"""Changes of the draft: each gives a new one. Fields are set by name; what is typed is normalised here."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeAlias, TypeVar

from desktop_app.draft import id_number
from desktop_app.draft.model import Draft, DraftBill, DraftLedger, DraftMember
from desktop_app.draft.normalise import amount, day, identity
from desktop_app.draft.unknown import known, ranged, with_end
from desktop_app.engine.case import BILL_AMOUNTS

FieldValue: TypeAlias = str | bool | tuple[str, ...]
Record = TypeVar("Record", DraftMember, DraftBill, DraftLedger)

_LEDGER = "used_before."
_STATEMENT = "paid_on_statement."
_UNKNOWN = "unknown."
_LEDGER_FIELDS = frozenset(field.name for field in fields(DraftLedger))
_MEMBER_FIELDS = frozenset(field.name for field in fields(DraftMember)) - {"id", "used_before", "unknown"}
_BILL_FIELDS = frozenset(field.name for field in fields(DraftBill)) - {"id", "paid_on_statement", "unknown"}
_BILL_DATES = ("service_date", "settlement_date")
_BILL_AMOUNTS = (*BILL_AMOUNTS, "medical_assistance", "other_payer")


def set_household(draft: Draft, *, name: str | None = None, note: str | None = None) -> Draft:
    """Set the household's name or note; None: as it is."""
    return replace(
        draft,
        household_name=draft.household_name if name is None else name.strip(),
        household_note=draft.household_note if note is None else note.strip(),
    )


def set_situation(draft: Draft, situation: str, *, holds: bool) -> Draft:
    """Tick or untick one situation of the household."""
    others = tuple(other for other in draft.situations if other != situation)
    return replace(draft, situations=(*others, situation) if holds else others)


def set_year(draft: Draft, year: int) -> Draft:
    """Change the policy year; dates stay as they are."""
    return replace(draft, policy_year=year)


def set_member(draft: Draft, member_id: str, name: str, value: FieldValue) -> Draft:
    """Set a field of a member; of the ledger by ``used_before.basic_fund``.

    An amount of the ledger may be unknown, as those of ``set_bill``; without a range its upper end is blank.
    A payment is often made in the year before, and only a newborn is born in the policy year: these dates
    must be given with their year. KeyError: no such member or field.
    """
    member = _member(draft, member_id)
    if name.startswith(_LEDGER):
        return _with_member(draft, _set_balance(member, name.removeprefix(_LEDGER), str(value)))
    if name.startswith(_UNKNOWN):
        return _with_member(draft, replace(member, unknown=with_end(member.unknown, name, str(value))))
    if name not in _MEMBER_FIELDS:
        raise KeyError(name)
    if isinstance(value, str):
        value = _member_text(draft, member, name, value)
    return _with_member(draft, _put(member, name, value))


def set_identity(draft: Draft, member_id: str, text: str, today: date) -> Draft:
    """Set the identity number and fill the birth date from it, unless another one was entered by hand."""
    member = _member(draft, member_id)
    number = identity(text)
    filled_before = id_number.check(member.id_number, today).birth_date
    born = id_number.check(number, today).birth_date
    untouched = member.birth_date in ("", filled_before.isoformat() if filled_before else "")
    birth_date = born.isoformat() if born and untouched else member.birth_date
    return _with_member(draft, replace(member, id_number=number, birth_date=birth_date))


def set_bill(draft: Draft, bill_id: str, name: str, value: str) -> Draft:
    """Set a field of a bill; a line of its statement by ``paid_on_statement.basic_fund``.

    A date without a year is one of the policy year. ``?`` or ``1000-3000`` marks one of ``BILL_AMOUNTS`` as
    unknown, without a range from 0 to the total; any other text takes that back. One end of the range is set
    by ``unknown.total.from`` or ``unknown.total.to``. KeyError: no such bill or field.
    """
    return set_fields_of_bill(draft, bill_id, {name: value})


def set_fields_of_bill(draft: Draft, bill_id: str, values: Mapping[str, str]) -> Draft:
    """Set several fields of a bill at once, as ``set_bill`` does."""
    bill = _bill(draft, bill_id)
    # The total first: it may be the end of another amount's range.
    for name, value in sorted(values.items(), key=lambda each: each[0] != "total"):
        bill = _changed_bill(bill, name, value, draft.policy_year)
    return _with_bill(draft, bill)


def add_member(draft: Draft) -> tuple[Draft, str]:
    """Add a blank member at the end; also gives its id."""
    return _append(draft, DraftMember(_fresh_id("m", draft.members)))


def add_newborn(draft: Draft, guardian: str, birth_date: str = "") -> tuple[Draft, str]:
    """Add a newborn that shares the guardian's coverage (R8), in one step; also gives its id."""
    newborn = DraftMember(
        _fresh_id("m", draft.members),
        birth_date=day(birth_date, draft.policy_year),
        enrolment_kind="newborn_with_guardian",
        guardian=guardian,
    )
    return _append(draft, newborn)


def remove_member(draft: Draft, member_id: str) -> Draft:
    """Remove a member and its bills; whose guardian it was has none then."""
    return replace(
        draft,
        members=tuple(
            replace(member, guardian="") if member.guardian == member_id else member
            for member in draft.members
            if member.id != member_id
        ),
        bills=tuple(bill for bill in draft.bills if bill.member != member_id),
    )


def add_bill(draft: Draft, member: str = "", at: int | None = None) -> tuple[Draft, str]:
    """Insert a blank bill (default: at the end); also gives its id.

    Without ``member`` it is the one of the bill before, or the only one there is.
    """
    at = len(draft.bills) if at is None else at
    if not member and at > 0:
        member = draft.bills[at - 1].member
    elif not member and len(draft.members) == 1:
        member = draft.members[0].id
    return _insert(draft, at, DraftBill(_fresh_id("b", draft.bills), member=member))


def copy_bill(draft: Draft, bill_id: str) -> tuple[Draft, str]:
    """Insert a copy after the bill; also gives its id."""
    bill = _bill(draft, bill_id)
    return _insert(draft, draft.bills.index(bill) + 1, replace(bill, id=_fresh_id("b", draft.bills)))


def remove_bills(draft: Draft, bill_ids: Collection[str]) -> Draft:
    """Remove bills."""
    return replace(draft, bills=tuple(bill for bill in draft.bills if bill.id not in bill_ids))


def move_bill(draft: Draft, bill_id: str, by: int) -> Draft:
    """Move a bill by so many places, at most to an end."""
    bill = _bill(draft, bill_id)
    others = tuple(other for other in draft.bills if other.id != bill_id)
    at = min(max(draft.bills.index(bill) + by, 0), len(others))
    return replace(draft, bills=(*others[:at], bill, *others[at:]))


def _changed_bill(bill: DraftBill, name: str, text: str, year: int) -> DraftBill:
    if name.startswith(_STATEMENT):
        return _set_statement_line(bill, name.removeprefix(_STATEMENT), amount(text))
    if name.startswith(_UNKNOWN):
        return replace(bill, unknown=with_end(bill.unknown, name, text))
    if name in BILL_AMOUNTS:
        return _set_amount(bill, name, text)
    if name not in _BILL_FIELDS:
        raise KeyError(name)
    if name in _BILL_AMOUNTS:
        text = amount(text)
    elif name in _BILL_DATES:
        text = day(text, year)
    return _put(bill, name, text.strip())


def _set_amount(bill: DraftBill, name: str, text: str) -> DraftBill:
    """Set an amount that may be unknown; nothing of a bill is more than its total."""
    entry = ranged(name, text, bill.total if name != "total" else "")
    if entry is None:
        return replace(_put(bill, name, amount(text)), unknown=known(bill.unknown, name))
    return replace(_put(bill, name, ""), unknown=(*known(bill.unknown, name), entry))


def _member_text(draft: Draft, member: DraftMember, name: str, text: str) -> str:
    if name == "birth_date":
        # R8: who shares a guardian's coverage is born in the policy year.
        newborn = member.enrolment_kind == "newborn_with_guardian"
        return day(text, draft.policy_year if newborn else None)
    if name == "paid_on":
        return day(text, None)
    return identity(text) if name == "id_number" else text.strip()


def _set_balance(member: DraftMember, name: str, text: str) -> DraftMember:
    if name not in _LEDGER_FIELDS:
        raise KeyError(name)
    entry = ranged(name, text)
    others = known(member.unknown, name)
    ledger = _put(member.used_before, name, "" if entry else amount(text))
    return replace(member, used_before=ledger, unknown=(*others, entry) if entry else others)


def _set_statement_line(bill: DraftBill, line: str, text: str) -> DraftBill:
    """Set a line where it stands, append a new one, take a blank one out."""
    lines = dict(bill.paid_on_statement) | {line: text}
    return replace(bill, paid_on_statement=tuple((name, value) for name, value in lines.items() if value))


def _put(record: Record, name: str, value: FieldValue) -> Record:
    changes: dict[str, Any] = {name: value}
    return replace(record, **changes)


def _member(draft: Draft, member_id: str) -> DraftMember:
    for member in draft.members:
        if member.id == member_id:
            return member
    raise KeyError(member_id)


def _bill(draft: Draft, bill_id: str) -> DraftBill:
    for bill in draft.bills:
        if bill.id == bill_id:
            return bill
    raise KeyError(bill_id)


def _with_member(draft: Draft, changed: DraftMember) -> Draft:
    members = (changed if member.id == changed.id else member for member in draft.members)
    return replace(draft, members=tuple(members))


def _with_bill(draft: Draft, changed: DraftBill) -> Draft:
    bills = (changed if bill.id == changed.id else bill for bill in draft.bills)
    return replace(draft, bills=tuple(bills))


def _append(draft: Draft, member: DraftMember) -> tuple[Draft, str]:
    return replace(draft, members=(*draft.members, member)), member.id


def _insert(draft: Draft, at: int, bill: DraftBill) -> tuple[Draft, str]:
    return replace(draft, bills=(*draft.bills[:at], bill, *draft.bills[at:])), bill.id


def _fresh_id(prefix: str, records: Iterable[DraftMember | DraftBill]) -> str:
    taken = {record.id for record in records}
    number = len(taken) + 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"
