"""Reconciliation: the settlement statement beside our amounts, and what may explain a difference."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from desktop_app.engine.case import STATEMENT_LINES, Bill, Case
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult
from desktop_app.planning.bill_alone import alone
from desktop_app.planning.statement_amounts import trials_with_amount
from desktop_app.planning.statement_causes import Cause, Explanation
from desktop_app.planning.statement_lines import Line, first_difference, side_by_side
from desktop_app.planning.statement_trials import Trial, trials


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A bill's statement beside our result. ``lines`` are those that the statement gives, in its order."""

    bill: Bill
    result: BillResult
    lines: tuple[Line, ...]
    explanations: tuple[Explanation, ...]
    """Those that explain the whole statement first; among equals, those with an amount fitted to it last."""

    @property
    def first_difference(self) -> Line | None:
        """The first line that differs; None: the statement agrees to the fen."""
        return first_difference(self.lines)


def reconcile(case: Case, bill_id: str, policy: Policy) -> Reconciliation:
    """Hold a bill of a checked case against its statement. KeyError: there is no bill with this id."""
    this = alone(case, bill_id, policy)
    result = this.settle()
    lines = side_by_side(this.bill, this.bill.other_payers, result)
    first = first_difference(lines)
    if first is None:
        return Reconciliation(this.bill, result, lines, ())
    tried = chain(trials(case, this), trials_with_amount(this, first))
    return Reconciliation(this.bill, result, lines, _explanations(tried, this.bill, first))


def _explanations(tried: Iterator[Trial], bill: Bill, first: Line) -> tuple[Explanation, ...]:
    """Keep the causes that explain the first difference, each once, those of the whole statement first."""
    found: dict[Cause, bool] = {}
    for trial in tried:
        if _explains(trial, bill, first):
            found[trial.cause] = _whole(trial, bill) or found.get(trial.cause, False)
    explanations = (Explanation(cause, whole) for cause, whole in found.items())
    return tuple(sorted(explanations, key=lambda each: not each.whole))


def _explains(trial: Trial, bill: Bill, first: Line) -> bool:
    """Tell whether the statement agrees under a cause up to the line that differed, this line included."""
    lines = side_by_side(bill, trial.others, trial.result, after_others=trial.after_others)
    differing = first_difference(lines)
    return differing is None or _place(differing) > _place(first)


def _whole(trial: Trial, bill: Bill) -> bool:
    """Tell whether all lines agree; out-of-pocket may be meant before or after what others paid."""
    meant = (True,) if trial.after_others else (False, True)
    return any(
        first_difference(side_by_side(bill, trial.others, trial.result, after_others=after)) is None
        for after in meant
    )


def _place(line: Line) -> int:
    return STATEMENT_LINES.index(line.line)
