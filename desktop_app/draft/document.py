"""The draft as a document of the case format, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

from desktop_app.cases.read import CASE_FORMAT, DEFAULT_REGION
from desktop_app.draft.model import Draft, DraftBill, DraftLedger, DraftMember, UnknownAmount

_LEDGER_FIELDS = tuple(field.name for field in fields(DraftLedger))
_WITH_PAYMENT = ("standard", "newborn_independent")
_WHOLE_NUMBERS = ("1", "2", "3")
"""Texts of tier and level that the format writes as numbers."""


def to_document(draft: Draft) -> dict[str, object]:
    """Build the tree of ``yuyisuan-case/1``: blank fields are left out, what is not understood stays.

    So the case reader reports each at its path. What belongs to another enrolment kind than the chosen one
    is left out too.
    """
    household = _filled(
        name=draft.household_name, note=draft.household_note, situations=list(draft.situations)
    )
    return {
        "format": CASE_FORMAT,
        "policy_year": draft.policy_year,
        "region": draft.region,
        **_filled(household=household),
        "members": [_member(member) for member in draft.members],
        "bills": [_bill(bill) for bill in draft.bills],
    }


def from_document(tree: Mapping[str, object]) -> Draft:
    """Take a parsed document whose structure has been checked as a draft; values may be unreadable."""
    household = _object(tree, "household")
    year = tree["policy_year"]
    if not isinstance(year, int):
        raise TypeError("the structure of the document was not checked")
    return Draft(
        policy_year=year,
        region=_text(tree, "region", DEFAULT_REGION),
        household_name=_text(household, "name"),
        household_note=_text(household, "note"),
        situations=_texts(household, "situations"),
        members=tuple(_draft_member(member) for member in _objects(tree, "members")),
        bills=tuple(_draft_bill(bill) for bill in _objects(tree, "bills")),
    )


def _member(member: DraftMember) -> dict[str, object]:
    enrolment = _filled(kind=member.enrolment_kind)
    if member.enrolment_kind in _WITH_PAYMENT:
        enrolment |= _filled(paid_on=member.paid_on)
    if member.enrolment_kind == "newborn_independent":
        enrolment |= _filled(birth_year_premium_paid=member.birth_year_premium_paid)
    if member.enrolment_kind == "newborn_with_guardian":
        enrolment |= _filled(guardian=member.guardian)
    used_before = _filled(**{name: getattr(member.used_before, name) for name in _LEDGER_FIELDS})
    return {
        "id": member.id,
        **_filled(
            name=member.name,
            birth_date=member.birth_date,
            id_number=member.id_number,
            tier=_number(member.tier),
            assistance_categories=list(member.assistance_categories),
            chronic_diseases=list(member.chronic_diseases),
            major_diseases=list(member.major_diseases),
        ),
        "enrolment": enrolment,
        **_filled(used_before=used_before, unknown=_ranges(member.unknown)),
    }


def _bill(bill: DraftBill) -> dict[str, object]:
    institution = _filled(name=bill.institution_name, level=_number(bill.level), type=bill.institution_type)
    return {
        "id": bill.id,
        **_filled(
            member=bill.member,
            kind=bill.kind,
            service_date=bill.service_date,
            settlement_date=bill.settlement_date,
        ),
        "institution": institution,
        **_filled(
            total=bill.total,
            fully_self_paid=bill.fully_self_paid,
            over_price_limit=bill.over_price_limit,
            class_b_copay=bill.class_b_copay,
            tcm_eligible=bill.tcm_eligible,
            unknown=_ranges(bill.unknown),
            other_payers=_filled(medical_assistance=bill.medical_assistance, other=bill.other_payer),
            paid_on_statement=_filled(**dict(bill.paid_on_statement)),
        ),
    }


def _draft_member(member: Mapping[str, object]) -> DraftMember:
    enrolment = _object(member, "enrolment")
    used_before = _object(member, "used_before")
    return DraftMember(
        id=_text(member, "id"),
        name=_text(member, "name"),
        id_number=_text(member, "id_number"),
        birth_date=_text(member, "birth_date"),
        tier=_text(member, "tier"),
        assistance_categories=_texts(member, "assistance_categories"),
        chronic_diseases=_texts(member, "chronic_diseases"),
        major_diseases=_texts(member, "major_diseases"),
        enrolment_kind=_text(enrolment, "kind"),
        paid_on=_text(enrolment, "paid_on"),
        birth_year_premium_paid=enrolment.get("birth_year_premium_paid") is True,
        guardian=_text(enrolment, "guardian"),
        used_before=DraftLedger(**{name: _text(used_before, name) for name in _LEDGER_FIELDS}),
        unknown=_draft_ranges(member),
    )


def _draft_bill(bill: Mapping[str, object]) -> DraftBill:
    institution = _object(bill, "institution")
    other_payers = _object(bill, "other_payers")
    statement = _object(bill, "paid_on_statement")
    return DraftBill(
        id=_text(bill, "id"),
        member=_text(bill, "member"),
        kind=_text(bill, "kind"),
        service_date=_text(bill, "service_date"),
        settlement_date=_text(bill, "settlement_date"),
        institution_name=_text(institution, "name"),
        level=_text(institution, "level"),
        institution_type=_text(institution, "type", "general"),
        total=_text(bill, "total"),
        fully_self_paid=_text(bill, "fully_self_paid"),
        over_price_limit=_text(bill, "over_price_limit"),
        class_b_copay=_text(bill, "class_b_copay"),
        tcm_eligible=_text(bill, "tcm_eligible"),
        medical_assistance=_text(other_payers, "medical_assistance"),
        other_payer=_text(other_payers, "other"),
        paid_on_statement=tuple((line, _text(statement, line)) for line in statement),
        unknown=_draft_ranges(bill),
    )


def _ranges(unknowns: Iterable[UnknownAmount]) -> dict[str, object]:
    return {each.field: _filled(**{"from": each.low, "to": each.high}) for each in unknowns}


def _draft_ranges(record: Mapping[str, object]) -> tuple[UnknownAmount, ...]:
    ranges = _object(record, "unknown")
    return tuple(
        UnknownAmount(name, _text(_object(ranges, name), "from"), _text(_object(ranges, name), "to"))
        for name in ranges
    )


def _filled(**values: object) -> dict[str, object]:
    """Leave out what is blank, empty or false."""
    return {name: value for name, value in values.items() if value}


def _number(text: str) -> int | str:
    return int(text) if text in _WHOLE_NUMBERS else text


def _text(record: Mapping[str, object], name: str, default: str = "") -> str:
    value = record.get(name)
    return default if value is None else str(value)


def _texts(record: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = record.get(name)
    return tuple(str(entry) for entry in value) if isinstance(value, list) else ()


def _object(record: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = record.get(name)
    return value if isinstance(value, Mapping) else {}


def _objects(record: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    value = record.get(name)
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []
