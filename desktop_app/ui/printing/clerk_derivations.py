"""The clerk's pages, why: how coverage, premium and each out-of-pocket were made, with their sources."""

from collections.abc import Iterator, Sequence

from desktop_app.engine.result import BillResult, MemberResult, Step
from desktop_app.ui.printing.blocks import Block, Column, Row, Table
from desktop_app.ui.printing.summary_input import SummaryInput
from desktop_app.wording.derivation import Line, derivation

_INDENT = 9.0
_MEMBER_OUTPUTS = ("begin", "own_share")


def derivation_blocks(given: SummaryInput) -> Iterator[Block]:
    """Derive what was computed, one table a member and a bill."""
    for member in given.settlement.members:
        steps = (*member.coverage.steps, *member.premium.steps)
        yield from _table(given, _member_title(given, member), steps, _MEMBER_OUTPUTS)
    for number, bill in enumerate(given.settlement.bills, start=1):
        last = "left_to_pay" if bill.paid_by_others else "out_of_pocket"
        title = _bill_title(given, number, bill)
        yield from _table(given, title, bill.steps, ("deciding_date", last))


def _table(given: SummaryInput, title: str, steps: Sequence[Step], outputs: Sequence[str]) -> Iterator[Table]:
    made = {step.kind.output for step in steps}
    lines = [derivation(steps, output, given.wording) for output in outputs if output in made]
    rows = tuple(row for line in lines for row in _rows(given, line, 0))
    columns = (
        Column(62, given.text("paper.column.step")),
        Column(6, given.text("paper.column.rule")),
        Column(32, given.text("paper.column.source")),
    )
    if rows:
        yield Table(columns, rows, title=title)


def _rows(given: SummaryInput, line: Line, depth: int) -> Iterator[Row]:
    """One row a step, with the sources of the values it takes.

    The figures that were entered stand in its sentence, those of the pack among the assumptions.
    """
    sources = dict.fromkeys(_source(given, child) for child in line.children if child.source)
    yield Row((line.text, line.rule, "\n".join(sources)), indent=depth * _INDENT)
    for child in line.children:
        if child.children:
            yield from _rows(given, child, depth + 1)


def _source(given: SummaryInput, line: Line) -> str:
    mark = given.wording.standing_mark(line.standing) if line.standing else ""
    return given.text("paper.derivation.source", source=line.source, mark=mark)


def _member_title(given: SummaryInput, member: MemberResult) -> str:
    return given.text("paper.derivation.member", name=given.name(member.id))


def _bill_title(given: SummaryInput, number: int, bill: BillResult) -> str:
    entered = given.settlement.case.bills[number - 1]
    return given.text(
        "paper.derivation.bill",
        number=number,
        name=given.name(bill.member),
        kind=given.wording.term("bill_kind", entered.kind),
        day=given.wording.date(entered.service_date),
    )
