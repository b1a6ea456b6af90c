"""Cases written as documents of the format ``yuyisuan-case/1``, for what a reader must read back."""

import json

from desktop_app.cases.read import CASE_FORMAT, DEFAULT_REGION
from desktop_app.engine.case import (
    Bill,
    Case,
    Enrolment,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
)
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen, format_yuan


def write_case(case: Case) -> str:
    """Write a case as indented JSON text, which ``read_case`` reads as the same case."""
    return json.dumps(case_document(case), ensure_ascii=False, indent=2) + "\n"


def case_document(case: Case) -> dict[str, object]:
    """Build the tree of a case, its fields in the order of the format."""
    household: dict[str, object] = {
        "name": case.household_name,
        "note": case.household_note,
        "situations": list(case.situations),
    }
    document: dict[str, object] = {"format": CASE_FORMAT, "policy_year": case.policy_year}
    if case.region != DEFAULT_REGION:
        document["region"] = case.region
    document |= _filled({"household": _filled(household)})
    document["members"] = [
        _with_ranges(_member(member), case, "member", "used_before") for member in case.members
    ]
    document["bills"] = [_with_ranges(_bill(bill), case, "bill") for bill in case.bills]
    return document


def _with_ranges(document: dict[str, object], case: Case, record: str, place: str = "") -> dict[str, object]:
    """Put the ranges of a record's unknown amounts where it has their lower ends."""
    ranges: dict[str, object] = {}
    for unknown in case.unknowns:
        if (unknown.record, unknown.id) == (record, document["id"]):
            ranges[unknown.field] = {"from": format_yuan(unknown.low), "to": format_yuan(unknown.high)}
            amounts = document.get(place, {}) if place else document
            assert isinstance(amounts, dict)
            amounts.pop(unknown.field, None)
    return document | _filled({"unknown": ranges})


def _filled(fields: dict[str, object]) -> dict[str, object]:
    """Leave out empty texts, lists and objects and what is None."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


def _amounts(fields: dict[str, Fen]) -> dict[str, object]:
    return {name: format_yuan(fen) for name, fen in fields.items() if fen}


def _member(member: Member) -> dict[str, object]:
    optional: dict[str, object] = {
        "tier": member.tier,
        "assistance_categories": list(member.assistance_categories),
        "chronic_diseases": list(member.chronic_diseases),
        "major_diseases": list(member.major_diseases),
    }
    return {
        "id": member.id,
        **_filled({"name": member.name}),
        "birth_date": member.birth_date.isoformat(),
        **({} if member.id_number is None else {"id_number": member.id_number}),
        **_filled(optional),
        "enrolment": _enrolment(member.enrolment),
        **_filled({"used_before": _ledger(member.used_before)}),
    }


def _ledger(ledger: Ledger) -> dict[str, object]:
    return _amounts(ledger._asdict())


def _enrolment(enrolment: Enrolment) -> dict[str, object]:
    if isinstance(enrolment, NotEnrolled):
        return {"kind": "none"}
    if isinstance(enrolment, NewbornWithGuardian):
        return {"kind": "newborn_with_guardian", "guardian": enrolment.guardian}
    if isinstance(enrolment, NewbornIndependent):
        return {
            "kind": "newborn_independent",
            "paid_on": enrolment.paid_on.isoformat(),
            "birth_year_premium_paid": enrolment.birth_year_premium_paid,
        }
    return {"kind": "standard", "paid_on": enrolment.paid_on.isoformat()}


def _bill(bill: Bill) -> dict[str, object]:
    document: dict[str, object] = {
        "id": bill.id,
        "member": bill.member,
        "kind": bill.kind,
        "service_date": bill.service_date.isoformat(),
    }
    if bill.settlement_date != bill.service_date:
        document["settlement_date"] = bill.settlement_date.isoformat()
    institution = bill.institution
    document["institution"] = {
        **_filled({"name": institution.name}),
        "level": institution.level,
        "type": institution.type,
    }
    document["total"] = format_yuan(bill.total)
    document |= _amounts(
        {
            "fully_self_paid": bill.fully_self_paid,
            "over_price_limit": bill.over_price_limit,
            "class_b_copay": bill.class_b_copay,
            "tcm_eligible": bill.tcm_eligible,
        }
    )
    others = bill.other_payers
    payers = _amounts({"medical_assistance": others.medical_assistance, "other": others.other})
    # A line of the statement that says 0 was read as 0: it is not the same as no line.
    statement = {line: format_yuan(fen) for line, fen in bill.paid_on_statement.items()}
    return document | _filled({"other_payers": payers, "paid_on_statement": statement})
