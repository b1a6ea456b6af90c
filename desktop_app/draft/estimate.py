"""The live estimate: what can be said of the draft as it stands, complete or not."""

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.draft.model import Draft, DraftBill
from desktop_app.engine.case import Case
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, MemberResult, Settlement
from desktop_app.packs.find import Catalogue
from desktop_app.reading import Problem


class BillRow(NamedTuple):
    """A bill of the draft: settled, or its own problems, or neither (it waits for its member's)."""

    id: str
    result: BillResult | None
    problems: tuple[Problem, ...]


class MemberRow(NamedTuple):
    """A member of the draft: coverage and premium, or its problems, or neither (it waits for its guardian's)."""

    id: str
    result: MemberResult | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What can be said of a draft. ``rows`` and ``members`` stand in the draft's order.

    Not ``complete``: the rows were settled without those bills and members that have problems, so they may change
    once these are solved; then ``case`` and ``settlement`` are None. ``policy`` is None where there is no pack.
    """

    problems: tuple[Problem, ...]
    policy: Policy | None
    case: Case | None
    settlement: Settlement | None
    members: tuple[MemberRow, ...]
    rows: tuple[BillRow, ...]

    @property
    def complete(self) -> bool:
        """Whether the whole case was settled."""
        return self.settlement is not None


def estimate(draft: Draft, catalogue: Catalogue) -> Estimate:
    """Settle what can be settled of the draft."""
    raise NotImplementedError


def assumed_zero(bill: DraftBill) -> tuple[str, ...]:
    """Fields of a bill that were left blank and count 0: self-paid, over the price limit, class B copay."""
    raise NotImplementedError
