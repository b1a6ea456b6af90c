"""What may lie behind a difference between the hospital's settlement statement and our reckoning.

Each cause is a form with what must be known to try it on the engine; amounts are fen.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.engine.case import Institution, Tier
from desktop_app.engine.money import Fen

Accumulator: TypeAlias = Literal[
    "basic_fund",
    "outpatient_paid",
    "chronic_paid",
    "outpatient_deductible",
    "major_deductible",
    "prenatal_paid",
    "critical_illness_base",
    "critical_illness_paid",
]
"""A field of the ledger."""


class Fitting(NamedTuple):
    """The smallest and the largest amount that fit, since rounding may leave several. None: no largest."""

    low: Fen
    high: Fen | None


@dataclass(frozen=True, slots=True)
class OtherInstitution:
    """The hospital is registered with another level or as of another type (R11 to R13, R15, R17)."""

    institution: Institution


@dataclass(frozen=True, slots=True)
class OtherTier:
    """Whoever's ledger the bill runs on is insured on the other tier, the whole year."""

    tier: Tier


@dataclass(frozen=True, slots=True)
class MinorTerms:
    """The patient got a minor's terms without being due them, or did not get them (R8, R11, R14)."""

    given: bool


@dataclass(frozen=True, slots=True)
class NoTcmPoints:
    """The TCM part got no points (R15)."""


@dataclass(frozen=True, slots=True)
class TcmPart:
    """Another part of the eligible expense got TCM points (R15)."""

    part: Fitting


@dataclass(frozen=True, slots=True)
class DeductibleTwice:
    """The deductible was taken off twice, or one that is due once a year once more (R11, R12, R18)."""


@dataclass(frozen=True, slots=True)
class NoDeductible:
    """No deductible was taken off."""


@dataclass(frozen=True, slots=True)
class UsedElsewhere:
    """So much more was used up before this bill, by bills that are not in the case."""

    accumulator: Accumulator
    amount: Fitting


@dataclass(frozen=True, slots=True)
class PaidByOthers:
    """Medical assistance and other payers paid so much, and the statement's out-of-pocket is after them.

    The amount is ``printed`` on the statement, ``entered`` with the bill, or just what is ``missing``.
    """

    amount: Fen
    known_from: Literal["printed", "entered", "missing"]


Cause: TypeAlias = (
    OtherInstitution
    | OtherTier
    | MinorTerms
    | NoTcmPoints
    | TcmPart
    | DeductibleTwice
    | NoDeductible
    | UsedElsewhere
    | PaidByOthers
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cause under which the engine comes to the statement's amount on the first line that differs."""

    cause: Cause
    whole: bool
    """Whether under it every other line of the statement agrees, too."""
