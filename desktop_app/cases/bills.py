"""Reading the bills of a case, with the checks across fields and against members (R2, R4, R15, R17, R18)."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from desktop_app.cases.members import MemberReading
from desktop_app.cases.unknowns import NO_RANGES, Ranges, is_unknown, ranges_of, report_given, unknowns_of
from desktop_app.cases.values import amount, identifier, iso_date, one_of, text
from desktop_app.engine.case import (
    BILL_AMOUNTS,
    BILL_KINDS,
    INSTITUTION_TYPES,
    LEVELS,
    STATEMENT_LINES,
    Bill,
    BillKind,
    Institution,
    OtherPayers,
    StatementLine,
    Unknown,
)
from desktop_app.engine.money import Fen
from desktop_app.reading import Fields, Node

_BILL_REQUIRED = ("id", "member", "kind", "service_date", "institution", "total")
_REQUIRED_WITHOUT_TOTAL = _BILL_REQUIRED[:-1]
_BILL_OPTIONAL = frozenset(
    (
        "settlement_date",
        *BILL_AMOUNTS,
        "unknown",
        "other_payers",
        "paid_on_statement",
    )
)
_NO_OTHER_PAYERS = OtherPayers()

_bill_kind = one_of(BILL_KINDS)
_level = one_of(LEVELS)
_institution_type = one_of(INSTITUTION_TYPES)
_ranges = ranges_of(BILL_AMOUNTS)


class Household(NamedTuple):
    """What bills are checked against. None: could not be read, so what needs it is not checked."""

    policy_year: int | None
    members: Mapping[str, MemberReading] | None


class _Amounts(NamedTuple):
    """Amounts of a bill in the order of ``BILL_AMOUNTS``, of unknown ones the lowest, and their ranges."""

    total: Fen | None
    fully_self_paid: Fen
    over_price_limit: Fen
    class_b_copay: Fen
    tcm_eligible: Fen
    ranges: Ranges


def read_bills(nodes: list[Node], household: Household) -> tuple[list[Bill], list[Unknown]]:
    """Read the bills in order, and their unknown amounts.

    Bills that cannot be read are left out, with their problems reported.
    """
    seen: set[str] = set()
    bills: list[Bill] = []
    unknowns: list[Unknown] = []
    for node in nodes:
        reading = _read_bill(node, household, seen)
        if reading is not None:
            bill, ranges = reading
            bills.append(bill)
            if ranges:
                unknowns += unknowns_of("bill", bill.id, ranges)
    return bills, unknowns


def _read_bill(node: Node, household: Household, seen: set[str]) -> tuple[Bill, Ranges] | None:
    required = _REQUIRED_WITHOUT_TOTAL if is_unknown(node.raw, "total") else _BILL_REQUIRED
    fields = node.fields(required, _BILL_OPTIONAL)
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
    amounts = _read_amounts(node, fields)
    other_payers = fields.read("other_payers", _read_other_payers) or _NO_OTHER_PAYERS
    statement = fields.read("paid_on_statement", _read_statement) or {}
    if (
        bill_id is None
        or member is None
        or kind is None
        or service_date is None
        or settlement_date is None
        or institution is None
        or amounts.total is None
    ):
        return None
    bill = Bill(
        bill_id,
        member,
        kind,
        service_date,
        settlement_date,
        institution,
        amounts.total,
        amounts.fully_self_paid,
        amounts.over_price_limit,
        amounts.class_b_copay,
        amounts.tcm_eligible,
        other_payers,
        statement,
    )
    return bill, amounts.ranges


def _read_amounts(node: Node, fields: Fields) -> _Amounts:
    ranges = NO_RANGES
    if "unknown" in fields:
        ranges = fields.read("unknown", _ranges) or NO_RANGES
        report_given(node, node, BILL_AMOUNTS)
    low = [ranges[name].low if name in ranges else fields.take(name, amount) for name in BILL_AMOUNTS]
    amounts = _Amounts(low[0], low[1] or 0, low[2] or 0, low[3] or 0, low[4] or 0, ranges)
    _check_amounts(node, amounts)
    return amounts


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


def _check_amounts(node: Node, amounts: _Amounts) -> None:
    # Amounts that could not be read count 0 here: what exceeds already, exceeds whatever they are. So do
    # unknown ones at their lowest, if they exceed the highest total there may be.
    total = amounts.ranges["total"].high if "total" in amounts.ranges else amounts.total
    if total is None:
        return
    exclusions = amounts.fully_self_paid + amounts.over_price_limit + amounts.class_b_copay
    if exclusions > total:
        node.report("exclusions_exceed_total", "what is excluded exceeds the total", at="total")
    elif amounts.tcm_eligible > total - exclusions:
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
