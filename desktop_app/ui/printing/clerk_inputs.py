"""The clerk's pages, what was entered: household, members, enrolment, bills with every amount."""

from collections.abc import Iterator
from typing import Literal

from desktop_app.draft.estimate import assumed_zero
from desktop_app.draft.id_number import masked
from desktop_app.draft.model import DraftBill
from desktop_app.engine.case import (
    Bill,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    Unknown,
)
from desktop_app.engine.policy import Disease
from desktop_app.ui.printing.blocks import Block, Column, Row, Table
from desktop_app.ui.printing.summary_input import SummaryInput

_AMOUNTS = ("total", "fully_self_paid", "over_price_limit", "class_b_copay", "tcm_eligible")


def input_blocks(given: SummaryInput) -> Iterator[Block]:
    """Write down what was entered."""
    yield _members(given)
    if given.settlement.bills:
        yield _bills(given)


def _members(given: SummaryInput) -> Table:
    heads = (("member", 14), ("birth_date", 13), ("id_number", 20), ("enrolment", 24), ("tier", 8))
    rows = tuple(_member_row(given, member) for member in given.settlement.case.members)
    columns = (*(Column(share, given.text(f"paper.column.{name}")) for name, share in heads),)
    return Table(
        (*columns, Column(27, given.text("paper.column.recognised"))),
        rows,
        title=given.text("paper.title.members"),
    )


def _member_row(given: SummaryInput, member: Member) -> Row:
    wording = given.wording
    categories = [wording.term("category", code) for code in member.assistance_categories]
    diseases = [_disease(given, code) for code in (*member.chronic_diseases, *member.major_diseases)]
    cells = (
        member.name or given.name(member.id),
        wording.date(member.birth_date),
        masked(member.id_number or ""),
        _enrolment(given, member),
        wording.term("tier", member.tier) if member.tier else "",
        "\n".join((*categories, *diseases)),
    )
    return Row(cells, note=_used_before(given, member))


def _enrolment(given: SummaryInput, member: Member) -> str:
    enrolment, wording = member.enrolment, given.wording
    if isinstance(enrolment, NotEnrolled):
        return wording.term("enrolment", "none")
    if isinstance(enrolment, NewbornWithGuardian):
        guardian = given.text("paper.inputs.guardian", name=given.name(enrolment.guardian))
        return f"{wording.term('enrolment', 'newborn_with_guardian')}\n{guardian}"
    newborn = isinstance(enrolment, NewbornIndependent)
    lines = [
        wording.term("enrolment", "newborn_independent" if newborn else "standard"),
        given.text("paper.inputs.paid_on", day=wording.date(enrolment.paid_on)),
    ]
    if isinstance(enrolment, NewbornIndependent) and enrolment.birth_year_premium_paid:
        lines.append(given.text("paper.inputs.birth_year_premium_paid"))
    return "\n".join(lines)


def _disease(given: SummaryInput, code: str) -> str:
    """Name a disease as the pack does; free text names itself."""
    policy = given.settlement.policy
    known: tuple[Disease, ...] = (*policy.chronic_diseases, *policy.major_diseases)
    return next((disease.name for disease in known if disease.code == code), code)


def _used_before(given: SummaryInput, member: Member) -> str:
    entries = []
    for name, amount in member.used_before._asdict().items():
        unknown = given.unknown(member.id, name)
        if unknown or amount:
            text = _range(given, unknown, "unknown") if unknown else given.wording.money(amount)
            entries.append(
                given.text("paper.inputs.entry", name=given.wording.term("ledger", name), amount=text)
            )
    return given.text("paper.inputs.used_before", entries=_joined(given, entries)) if entries else ""


def _bills(given: SummaryInput) -> Table:
    amounts = [Column(14, given.text(f"paper.column.{name}"), right=True) for name in _AMOUNTS]
    columns = (
        Column(6, given.text("paper.column.number")),
        Column(14, given.text("paper.column.member_kind")),
        Column(13, given.text("paper.column.dates")),
        Column(16, given.text("paper.column.institution")),
        *amounts,
        Column(14, given.text("paper.column.paid_by_others"), right=True),
    )
    # A case that was settled has the same bills, in the same order, as its draft.
    bills = zip(given.settlement.case.bills, given.draft.bills, strict=True)
    rows = tuple(_bill_row(given, number, *bill) for number, bill in enumerate(bills, start=1))
    return Table(columns, rows, title=given.text("paper.title.bills"))


def _bill_row(given: SummaryInput, number: int, bill: Bill, entered: DraftBill) -> Row:
    wording, institution = given.wording, bill.institution
    level = wording.term("level", institution.level)
    if institution.type != "general":
        kind = wording.term("institution_type", institution.type)
        level = given.text("paper.inputs.institution", level=level, type=kind)
    blank = assumed_zero(entered)
    cells = (
        str(number),
        f"{given.name(bill.member)}\n{wording.term('bill_kind', bill.kind)}",
        _dates(bill),
        "\n".join(filter(None, (institution.name, level))),
        *(
            given.text("paper.inputs.blank") if name in blank else _amount(given, bill, name)
            for name in _AMOUNTS
        ),
        wording.amount(bill.other_payers.medical_assistance + bill.other_payers.other),
    )
    return Row(cells, note=_statement(given, bill))


def _amount(given: SummaryInput, bill: Bill, name: str) -> str:
    unknown = given.unknown(bill.id, name)
    return _range(given, unknown, "cell") if unknown else given.wording.amount(getattr(bill, name))


def _range(given: SummaryInput, unknown: Unknown, place: Literal["cell", "unknown"]) -> str:
    low, high = given.wording.amount(unknown.low), given.wording.amount(unknown.high)
    return given.text(f"unknowns.paper.{place}", low=low, high=high)


def _dates(bill: Bill) -> str:
    days = [bill.service_date]
    if bill.settlement_date != bill.service_date:
        days.append(bill.settlement_date)
    return "\n".join(day.isoformat() for day in days)


def _statement(given: SummaryInput, bill: Bill) -> str:
    """Say what the hospital's statement has, as entered, in the statement's order."""
    entries = [
        given.text(
            "paper.inputs.entry",
            name=given.wording.term("statement", line),
            amount=given.wording.money(amount),
        )
        for line, amount in bill.paid_on_statement.items()
    ]
    return given.text("paper.inputs.statement", entries=_joined(given, entries)) if entries else ""


def _joined(given: SummaryInput, entries: list[str]) -> str:
    return given.text("paper.inputs.joint").join(entries)
