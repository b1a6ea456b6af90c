"""The lines of the hospital's settlement statement beside our amounts, in the statement's order."""

from typing import NamedTuple

from desktop_app.engine.case import STATEMENT_LINES, Bill, OtherPayers, StatementLine
from desktop_app.engine.money import Fen
from desktop_app.engine.result import BillResult


class Line(NamedTuple):
    """One line of a statement, in fen."""

    line: StatementLine
    theirs: Fen
    ours: Fen

    @property
    def difference(self) -> Fen:
        """By how much the statement's amount is above ours."""
        return self.theirs - self.ours


def our_amount(
    line: StatementLine, others: OtherPayers, result: BillResult, *, after_others: bool = False
) -> Fen:
    """Take our amount of a line, in fen; what others paid is never computed.

    The statement's out-of-pocket may be meant before or after what others paid.
    """
    match line:
        case "medical_assistance":
            return others.medical_assistance
        case "other":
            return others.other
        case "out_of_pocket":
            return result.left_to_pay if after_others else result.out_of_pocket
    amount: Fen = getattr(result, line)
    return amount


def side_by_side(
    bill: Bill, others: OtherPayers, result: BillResult, *, after_others: bool = False
) -> tuple[Line, ...]:
    """Put our amounts beside those that the statement gives."""
    return tuple(
        Line(line, bill.paid_on_statement[line], our_amount(line, others, result, after_others=after_others))
        for line in STATEMENT_LINES
        if line in bill.paid_on_statement
    )


def first_difference(lines: tuple[Line, ...]) -> Line | None:
    """Find the first line that differs; None: the statement agrees to the fen."""
    return next((line for line in lines if line.difference), None)
