"""The clerk's pages, what came out: coverage and premium, every bill, what the limits have left."""

from collections.abc import Iterator

from desktop_app.engine.result import BillResult, MemberResult
from desktop_app.ui.printing.blocks import Block, Column, Row, Table
from desktop_app.ui.printing.summary_input import SummaryInput
from desktop_app.ui.result.limits import LimitLeft, limits_left

_BILL_AMOUNTS = (
    "basic_fund",
    "maternity",
    "critical_illness",
    "out_of_pocket",
    "paid_by_others",
    "left_to_pay",
)


def result_blocks(given: SummaryInput) -> Iterator[Block]:
    """Write down what came out."""
    yield _coverage(given)
    if given.settlement.bills:
        yield _bills(given)
    yield from _limits(given)


def _coverage(given: SummaryInput) -> Table:
    names = ("base", "surcharge", "subsidy", "own_share")
    columns = (
        Column(16, given.text("paper.column.member")),
        Column(40, given.text("paper.column.coverage")),
        *(Column(13, given.text(f"paper.column.{name}"), right=True) for name in names),
    )
    rows = [_coverage_row(given, member) for member in given.settlement.members]
    total = (
        given.text("paper.total"),
        "",
        "",
        "",
        "",
        given.wording.amount(given.settlement.premium_own_share),
    )
    return Table(columns, (*rows, Row(total, total=True)), title=given.text("paper.title.coverage"))


def _coverage_row(given: SummaryInput, member: MemberResult) -> Row:
    wording, premium = given.wording, member.premium
    amounts = (premium.base, premium.surcharge, premium.subsidy, premium.own_share)
    notes = [wording.notice(notice) for notice in premium.notices]
    if premium.category is not None:
        category = wording.term("category", premium.category)
        notes.insert(0, given.text("paper.results.subsidised", category=category))
    cells = (given.name(member.id), _period(given, member), *map(wording.amount, amounts))
    return Row(cells, note=" ".join(notes))


def _period(given: SummaryInput, member: MemberResult) -> str:
    coverage = member.coverage
    if coverage.begin is not None and coverage.end is not None:
        begin, end = given.wording.date(coverage.begin), given.wording.date(coverage.end)
        return given.text("paper.results.period", begin=begin, end=end)
    return given.wording.reason(coverage.reason) if coverage.reason else ""


def _bills(given: SummaryInput) -> Table:
    names = ("eligible", "deductible", "rate", *_BILL_AMOUNTS)
    columns = (
        Column(6, given.text("paper.column.number")),
        Column(18, given.text("paper.column.member_kind")),
        *(
            Column(9 if name == "rate" else 12, given.text(f"paper.column.{name}"), right=True)
            for name in names
        ),
    )
    rows = [_bill_row(given, number, bill) for number, bill in enumerate(given.settlement.bills, start=1)]
    totals, amount = given.settlement.totals, given.wording.amount
    sums = (amount(getattr(totals, name)) for name in _BILL_AMOUNTS)
    total = Row(
        ("", given.text("paper.total"), amount(totals.eligible), amount(totals.deductible), "", *sums),
        total=True,
    )
    return Table(columns, (*rows, total), title=given.text("paper.title.results"))


def _bill_row(given: SummaryInput, number: int, bill: BillResult) -> Row:
    wording = given.wording
    kind = given.settlement.case.bills[number - 1].kind
    rates = [wording.percent(rate) for rate in (bill.rate, bill.tcm_rate) if rate is not None]
    notes = [wording.reason(bill.reason)] if bill.reason else []
    notes += [wording.notice(notice) for notice in bill.notices]
    cells = (
        str(number),
        f"{given.name(bill.member)}\n{wording.term('bill_kind', kind)}",
        wording.amount(bill.eligible),
        wording.amount(bill.deductible),
        "\n".join(rates),
        *(wording.amount(getattr(bill, name)) for name in _BILL_AMOUNTS),
    )
    return Row(cells, note=" ".join(notes))


def _limits(given: SummaryInput) -> Iterator[Block]:
    """List what each ledger's limits have left, under its owner."""
    owners = [member.id for member in given.settlement.members if member.ledger_owner == member.id]
    rows = tuple(
        _limit_row(given, owner, limit) for owner in owners for limit in limits_left(given.settlement, owner)
    )
    names = ("allowed", "used", "left")
    columns = (
        Column(20, given.text("paper.column.member")),
        Column(35, given.text("paper.column.limit")),
        *(Column(15, given.text(f"paper.column.{name}"), right=True) for name in names),
    )
    if rows:
        yield Table(columns, rows, title=given.text("paper.title.limits"))


def _limit_row(given: SummaryInput, owner: str, limit: LimitLeft) -> Row:
    amounts = (limit.limit, limit.used, limit.left)
    no_cap = given.text("paper.results.no_cap")
    written = (no_cap if amount is None else given.wording.amount(amount) for amount in amounts)
    return Row((given.name(owner), given.text(f"paper.limit.{limit.code}"), *written))
