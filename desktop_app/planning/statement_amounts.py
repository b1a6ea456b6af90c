"""The causes with an amount to be found: the one that brings the engine to the statement, to the fen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import get_args

from desktop_app.engine.case import Bill, OtherPayers, StatementLine
from desktop_app.engine.money import Fen
from desktop_app.planning.bill_alone import BillAlone
from desktop_app.planning.solve import solve
from desktop_app.planning.statement_causes import Accumulator, Fitting, PaidByOthers, TcmPart, UsedElsewhere
from desktop_app.planning.statement_lines import Line, our_amount
from desktop_app.planning.statement_trials import Trial, others_on_statement

ACCUMULATORS: tuple[Accumulator, ...] = get_args(Accumulator)
_MOST_USED: Fen = 10**12
"""Up to here amounts used elsewhere are searched: beyond any limit's reach."""


def trials_with_amount(this: BillAlone, first: Line) -> Iterator[Trial]:
    """Find for each such cause the amount that the first difference needs, and settle the bill with it."""
    bill = this.bill
    for name in ACCUMULATORS:
        used = _used(this, name)
        amount = _fitting(used, bill, first, _MOST_USED)
        if amount is not None:
            yield Trial(UsedElsewhere(name, amount), bill.other_payers, used(amount.low).settle())
    if bill.institution.type == "tcm":
        with_part = _tcm_part(this)
        eligible = this.settle().eligible
        part = _fitting(with_part, bill, first, eligible)
        if part is not None:
            yield Trial(TcmPart(part), bill.other_payers, with_part(part.low).settle())
    if first.line == "out_of_pocket" and first.difference < 0:
        yield from _missing(this, first)


def _fitting(changed: Callable[[Fen], BillAlone], bill: Bill, first: Line, most: Fen) -> Fitting | None:
    """Find the amounts that the first difference needs; of them those that other lines need too, if any."""
    found = solve(_line_of(changed, first.line), first.theirs, most)
    for line, theirs in bill.paid_on_statement.items():
        if found is None:
            return None
        if line != first.line:
            found = _common(found, solve(_line_of(changed, line), theirs, most)) or found
    return found


def _common(one: Fitting, other: Fitting | None) -> Fitting | None:
    if other is None:
        return None
    low = max(one.low, other.low)
    high = min((each.high for each in (one, other) if each.high is not None), default=None)
    return Fitting(low, high) if high is None or low <= high else None


def _used(this: BillAlone, name: Accumulator) -> Callable[[Fen], BillAlone]:
    before: Fen = getattr(this.ledger, name)
    return lambda more: this._replace(ledger=this.ledger._replace(**{name: before + more}))


def _tcm_part(this: BillAlone) -> Callable[[Fen], BillAlone]:
    return lambda part: this._replace(bill=replace(this.bill, tcm_eligible=part))


def _line_of(changed: Callable[[Fen], BillAlone], line: StatementLine) -> Callable[[Fen], Fen]:
    def value(amount: Fen) -> Fen:
        alone = changed(amount)
        return our_amount(line, alone.bill.other_payers, alone.settle())

    return value


def _missing(this: BillAlone, out_of_pocket: Line) -> Iterator[Trial]:
    """Take the out-of-pocket that is missing as paid by others, unless the statement prints all they paid."""
    bill = this.bill
    known = others_on_statement(bill)
    missing = -out_of_pocket.difference
    if "medical_assistance" not in bill.paid_on_statement:
        others = OtherPayers(missing - known.other, known.other)
    elif "other" not in bill.paid_on_statement:
        others = OtherPayers(known.medical_assistance, missing - known.medical_assistance)
    else:
        return
    if others != known and min(others.medical_assistance, others.other) >= 0:
        result = this._replace(bill=replace(bill, other_payers=others)).settle()
        yield Trial(PaidByOthers(missing, "missing"), others, result, after_others=True)
