"""One bill as the cells of a row: texts of one language and how each is marked. No Qt."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.draft.estimate import BillRow, assumed_zero
from desktop_app.draft.flow import spot
from desktop_app.draft.model import DraftBill, unknown_amount
from desktop_app.engine.case import BILL_KINDS
from desktop_app.reading import Problem
from desktop_app.ui.models.bill_columns import AMOUNTS, COLUMNS
from desktop_app.ui.models.bill_remarks import field_name, what_to_do
from desktop_app.ui.models.unknown_cells import shown_range
from desktop_app.wording.sentences import Wording

Mark: TypeAlias = Literal["plain", "faint", "problem", "result", "own_share"]

_AMOUNT = re.compile(r"(\d+)(?:\.(\d{1,2}))?", re.ASCII)
_CUT = ("member", "kind", "institution_name")
"""Columns whose texts may be cut: the tip has them whole."""
_NO_FIGURE = "–"


class Figures(NamedTuple):
    """The computed cells of a bill, in fen."""

    eligible: int
    paid: int
    out_of_pocket: int


class RowState(NamedTuple):
    """All that a row shows, to be held against what it showed before."""

    bill: DraftBill
    figures: Figures | None
    problems: tuple[Problem, ...]
    fresh: bool
    """The clerk is still at it: what is missing is not marked yet."""
    stored: bool
    """False for the empty row at the end, which is no bill yet."""
    uncertain: bool = False


class Cell(NamedTuple):
    """What one cell shows."""

    text: str
    mark: Mark = "plain"
    tip: str = ""


Row: TypeAlias = tuple[Cell, ...]


def row_state(bill: DraftBill, row: BillRow, *, fresh: bool) -> RowState:
    """Take of a bill and its part of the estimate what the row shows."""
    result = row.result
    figures = result and Figures(
        result.eligible,
        result.basic_fund + result.critical_illness + result.maternity,
        result.out_of_pocket,
    )
    return RowState(bill, figures, row.problems, fresh, stored=True, uncertain=row.uncertain)


class RowWriter:
    """Writes rows in one language."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._kinds: dict[str, str] = {kind: wording.text(f"bills.kind_short.{kind}") for kind in BILL_KINDS}
        self._levels = {level: wording.text(f"bills.level_short.{level}") for level in "123"}
        self._zeros = {
            field: Cell(
                wording.text("bills.assumed_zero_cell"),
                "faint",
                wording.text("bills.assumed_zero", fields=field_name(field, wording)),
            )
            for field in assumed_zero(DraftBill(""))
        }
        self.members: Mapping[str, str] = {}

    def write(self, state: RowState) -> Row:
        """Write the cells of a row."""
        problems = {spot(problem.path).field: problem for problem in reversed(state.problems)}
        zeros = assumed_zero(state.bill) if state.stored and state.bill.total else ()
        return tuple(self._cell(column, state, problems.get(column), column in zeros) for column in COLUMNS)

    def _cell(self, column: str, state: RowState, problem: Problem | None, zero: bool) -> Cell:
        if column in Figures._fields:
            return self._computed(column, state)
        unknown = unknown_amount(state.bill.unknown, column)
        text = self._text(column, getattr(state.bill, column))
        if unknown:
            text = shown_range(unknown, self._wording)
        if problem and not (state.fresh and problem.code == "missing"):
            return Cell(text, "problem", f"{text}\n{what_to_do(problem, self._wording)}".lstrip())
        if zero:
            return self._zeros[column]
        return Cell(text, "plain" if state.stored else "faint", text if column in _CUT else "")

    def _computed(self, column: str, state: RowState) -> Cell:
        if state.figures is None:
            tip = self._wording.text("unknowns.row_tip") if state.uncertain else ""
            return Cell(_NO_FIGURE if state.stored else "", "faint", tip)
        mark: Mark = "own_share" if column == "out_of_pocket" else "result"
        return Cell(self._wording.amount(getattr(state.figures, column)), mark)

    def _text(self, column: str, value: str) -> str:
        if column in AMOUNTS:
            return grouped(value)
        names: dict[str, Mapping[str, str]] = {
            "member": self.members,
            "kind": self._kinds,
            "level": self._levels,
        }
        return names[column].get(value, value) if column in names else value


def grouped(text: str) -> str:
    """Write an entered amount with marks of thousands; what is none as it is."""
    found = _AMOUNT.fullmatch(text)
    return f"{int(found[1]):,}.{(found[2] or '').ljust(2, '0')}" if found else text
