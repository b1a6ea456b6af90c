"""Reading the bills of a case, with the checks across fields and against members (R2, R4, R15, R17, R18)."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.cases.members import MemberReading
from desktop_app.cases.values import amount, identifier, iso_date, one_of, text
from desktop_app.engine.case import (
    BILL_KINDS,
    INSTITUTION_TYPES,
    LEVELS,
    STATEMENT_LINES,
    Bill,
    BillKind,
    Institution,
    OtherPayers,
    StatementLine,
)
from desktop_app.engine.money import Fen
from desktop_app.reading import Node

_BILL_REQUIRED = ("id", "member", "kind", "service_date", "institution", "total")
_BILL_OPTIONAL = frozenset(
    (
        "settlement_date",
        "fully_self_paid",
        "over_price_limit",
        "class_b_copay",
        "tcm_eligible",
        "other_payers",
        "paid_on_statement",
    )
)
_NO_OTHER_PAYERS = OtherPayers()

_bill_kind = one_of(BILL_KINDS)
_level = one_of(LEVELS)
_institution_type = one_of(INSTITUTION_TYPES)


class Household(NamedTuple):
    """What bills are checked against. None: could not be read, so what needs it is not checked."""

    policy_year: int | None
    members: Mapping[str, MemberReading] | None


def read_bills(nodes: list[Node], household: Household) -> list[Bill]:
    """Read the bills in order; those that cannot be read are left out, with their problems reported."""
    seen: set[str] = set()
    bills = []
    for node in nodes:
        bill = _read_bill(node, household, seen)
        if bill is not None:
            bills.append(bill)
    return bills


def _read_bill(node: Node, household: Household, seen: set[str]) -> Bill | None:
    fields = node.fields(_BILL_REQUIRED, _BILL_OPTIONAL)
    if fields is None:
        return None
    bill_id = fields.take("id", identifier)
    if bill_id is not None:
        if bill_id in seen:
            node.report("duplicate_id", "another bill has this id", at="id")
        seen.add(bill_id)
    member = fields.take("member", text)
    kind = fields.take("kind", _bill_kind)
    service_date = fields.take("service_date", iso_date)
    settled = "settlement_date" in fields
    settlement_date = fields.take("settlement_date", iso_date) if settled else service_date
    _check_dates(node, service_date, settlement_date, settled, household.policy_year)
    _check_member(node, member, kind, service_date, household.members)
    institution = fields.read("institution", _read_institution)
    total = fields.take("total", amount)
    fully_self_paid = fields.take("fully_self_paid", amount) or 0
    over_price_limit = fields.take("over_price_limit", amount) or 0
    class_b_copay = fields.take("class_b_copay", amount) or 0
    tcm_eligible = fields.take("tcm_eligible", amount) or 0
    _check_amounts(node, total, fully_self_paid + over_price_limit + class_b_copay, tcm_eligible)
    other_payers = fields.read("other_payers", _read_other_payers) or _NO_OTHER_PAYERS
    statement = fields.read("paid_on_statement", _read_statement) or {}
    if (
        bill_id is None
        or member is None
        or kind is None
        or service_date is None
        or settlement_date is None
        or institution is None
        or total is None
    ):
        return None
    return Bill(
        bill_id,
        member,
        kind,
        service_date,
        settlement_date,
        institution,
        total,
        fully_self_paid,
        over_price_limit,
        class_b_copay,
        tcm_eligible,
        other_payers,
        statement,
    )


def _check_dates(
    node: Node, service: date | None, settlement: date | None, settled: bool, policy_year: int | None
) -> None:
    if settlement is None:
        return
    at = "settlement_date" if settled else "service_date"
    if service is not None and settlement < service:
        node.report("settled_before_service", "the bill is settled before its service date", at=at)
    if policy_year is not None and settlement.year != policy_year:
        node.report("wrong_policy_year", "the bill is settled outside the policy year", at=at)


def _check_member(
    node: Node,
    member_id: str | None,
    kind: BillKind | None,
    service: date | None,
    members: Mapping[str, MemberReading] | None,
) -> None:
    if member_id is None or members is None:
        return
    member = members.get(member_id)
    if member is None:
        node.report("unknown_member", "no member has this id", at="member")
        return
    if service is not None and member.birth_date is not None and service < member.birth_date:
        node.report("born_after_service", "the service comes before the member's birth", at="service_date")
    if kind == "chronic_outpatient" and member.chronic_diseases == ():
        node.report("no_chronic_disease", "the member has no recognised chronic disease", at="kind")
    elif kind == "major_outpatient" and member.major_diseases == ():
        node.report("no_major_disease", "the member has no recognised major disease", at="kind")


def _check_amounts(node: Node, total: Fen | None, exclusions: Fen, tcm_eligible: Fen) -> None:
    # Amounts that could not be read count 0 here: what exceeds already, exceeds whatever they are.
    if total is None:
        return
    if exclusions > total:
        node.report("exclusions_exceed_total", "what is excluded exceeds the total", at="total")
    elif tcm_eligible > total - exclusions:
        node.report("tcm_exceeds_eligible", "the TCM part exceeds the eligible expense", at="tcm_eligible")


def _read_institution(node: Node) -> Institution | None:
    fields = node.fields(("level",), ("name", "type"))
    if fields is None:
        return None
    level = fields.take("level", _level)
    institution_type = fields.take("type", _institution_type) or "general"
    name = fields.take("name", text) or ""
    return None if level is None else Institution(level, institution_type, name)


def _read_other_payers(node: Node) -> OtherPayers | None:
    fields = node.fields((), ("medical_assistance", "other"))
    if fields is None:
        return None
    return OtherPayers(fields.take("medical_assistance", amount) or 0, fields.take("other", amount) or 0)


def _read_statement(node: Node) -> dict[StatementLine, Fen] | None:
    fields = node.fields((), STATEMENT_LINES)
    if fields is None:
        return None
    lines = {line: fields.take(line, amount) for line in STATEMENT_LINES if line in fields}
    return {line: fen for line, fen in lines.items() if fen is not None}
