"""What ``settle`` answers: amounts per bill, member and household, and the steps that made each of them.

Steps are data; ``wording`` makes sentences of them. Amounts are fen.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.engine.case import AssistanceCategory, Case
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import BasisPoints, Fen
from desktop_app.engine.policy import Basis, Policy, Unit, Value

Reason: TypeAlias = Literal[
    "not_enrolled",
    "paid_outside_windows",
    "before_coverage",
    "after_coverage",
    "birth_year_premium_unpaid",
    "guardian_not_covered",
    "level_3_outpatient",
]
BillNotice: TypeAlias = Literal[
    "stay_crosses_year",
    "tcm_uplift_not_applicable",
    "outpatient_limit_reached",
    "chronic_limit_reached",
    "basic_cap_reached",
    "critical_illness_cap_reached",
]
MemberNotice: TypeAlias = Literal["no_subsidy_stated_for_tier"]


class InputKind(NamedTuple):
    """One figure that a step takes in."""

    name: str
    """The ``output`` of an earlier step of the same bill or member, a field of the case or of the ledger,
    or a value of the pack."""
    unit: Unit


class StepKind(NamedTuple):
    """What a step does, by a code that ``wording`` has a sentence for."""

    code: str
    rule: str
    output: str
    """The name of the amount it makes: unique among the steps of one bill or member."""
    unit: Unit
    inputs: tuple[InputKind, ...]


StepInput: TypeAlias = int | date | Value[int] | Value[date]


class Step(NamedTuple):
    """One amount and how it was made; ``inputs`` stand in the order of ``kind.inputs``."""

    kind: StepKind
    amount: int | date
    """Fen, basis points, days, a level or a date, as ``kind.unit`` says."""
    inputs: tuple[StepInput, ...]
    provisions: tuple[Basis, ...] = ()


def figure(value: StepInput) -> int | date:
    """Take the bare figure of a step's input."""
    return value.figure if isinstance(value, Value) else value


@dataclass(frozen=True, slots=True)
class Coverage:
    """A member's coverage period (R5 to R8), both ends included, or the reason why there is none."""

    begin: date | None
    end: date | None
    reason: Reason | None
    steps: tuple[Step, ...] = ()

    @property
    def covered(self) -> bool:
        """Whether there is any coverage period in the year."""
        return self.begin is not None


@dataclass(frozen=True, slots=True)
class Premium:
    """What is due for the year (R9, R10), in fen; ``category`` is the one that gives the subsidy."""

    base: Fen = 0
    surcharge: Fen = 0
    subsidy: Fen = 0
    category: AssistanceCategory | None = None
    notices: tuple[MemberNotice, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def own_share(self) -> Fen:
        """What the family pays: base and surcharge less the subsidy."""
        return self.base + self.surcharge - self.subsidy


class OutOfPocketParts(NamedTuple):
    """The causes of out-of-pocket, in fen; they sum to it, the two ``less_`` parts subtracted."""

    fully_self_paid: Fen = 0
    over_price_limit: Fen = 0
    class_b_copay: Fen = 0
    not_covered: Fen = 0
    deductible: Fen = 0
    copayment: Fen = 0
    above_limit: Fen = 0
    less_maternity: Fen = 0
    less_critical_illness: Fen = 0


class BillResult(NamedTuple):
    """One bill settled. ``ledger`` is the state of its ledger after it."""

    id: str
    member: str
    covered: bool
    reason: Reason | None
    notices: tuple[BillNotice, ...]
    total: Fen
    eligible: Fen
    deductible: Fen
    rate: BasisPoints | None
    tcm_rate: BasisPoints | None
    basic_fund: Fen
    maternity: Fen
    critical_illness_base: Fen
    critical_illness: Fen
    out_of_pocket: Fen
    out_of_pocket_parts: OutOfPocketParts
    paid_by_others: Fen
    left_to_pay: Fen
    steps: tuple[Step, ...]
    ledger: Ledger


class Totals(NamedTuple):
    """Sums of the rounded lines of bills, in fen."""

    total: Fen = 0
    eligible: Fen = 0
    deductible: Fen = 0
    basic_fund: Fen = 0
    maternity: Fen = 0
    critical_illness: Fen = 0
    out_of_pocket: Fen = 0
    paid_by_others: Fen = 0
    left_to_pay: Fen = 0


@dataclass(frozen=True, slots=True)
class MemberResult:
    """One member: coverage, premium, totals of the own bills, and the ledger at the end."""

    id: str
    coverage: Coverage
    premium: Premium
    totals: Totals
    ledger: Ledger
    ledger_owner: str
    """Whose ledger it is: the member's own id, or the guardian's (R8)."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """The answer for a case. ``members`` and ``bills`` come in the case's order."""

    case: Case
    policy: Policy
    members: tuple[MemberResult, ...]
    bills: tuple[BillResult, ...]
    totals: Totals
    premium_own_share: Fen
    out_of_pocket_parts: OutOfPocketParts
