"""A policy pack, typed: every value with its unit, rule, source and standing, every provision in plain words.

Nothing here is computed; a year is data. ``packs`` reads these from ``policy_packs/``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, NamedTuple, TypeAlias, TypeVar, get_args

from desktop_app.engine.case import AssistanceCategory, InstitutionType, Level, Tier
from desktop_app.engine.money import BasisPoints, Fen

Standing: TypeAlias = Literal["stated", "interpreted", "secondary", "carried_over"]
Unit: TypeAlias = Literal["yuan", "percent", "days", "years", "level", "count", "date"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
UNITS: tuple[Unit, ...] = get_args(Unit)

Figure = TypeVar("Figure", int, date)


class Basis(NamedTuple):
    """Why something holds: the rule, the source and section it is read from, and its standing."""

    id: str
    """Where it stands in the pack: ``inpatient.deductible``; of a provision its own id."""
    rule: str
    standing: Standing
    source: str
    """Id of a source the pack lists."""
    section: str
    text: str = ""
    """In plain words, in Chinese: of a provision what is done, of a value a remark (may be empty)."""
    text_en: str = ""
    """The same in English; a provision has both."""


class Value(NamedTuple, Generic[Figure]):
    """One figure of a pack. ``figure`` is fen for yuan, basis points for percent, else as the unit says."""

    figure: Figure
    unit: Unit
    basis: Basis
    place: str = ""
    """Which figure of a table: ``tier_1.level_3``; empty for a single value."""


Amount: TypeAlias = Value[Fen]
Rate: TypeAlias = Value[BasisPoints]
Count: TypeAlias = Value[int]
AmountByTier: TypeAlias = Mapping[Tier, Amount]
AmountByLevel: TypeAlias = Mapping[Level, Amount]
RateByLevel: TypeAlias = Mapping[Level, Rate]


class Source(NamedTuple):
    """A document the pack relies on."""

    id: str
    title: str
    document: str
    """File or kind of publication, in words."""


class Conflict(NamedTuple):
    """Sources that contradict each other, and what was adopted (Chinese)."""

    rule: str
    sources: tuple[str, ...]
    text: str
    adopted: str


class Disease(NamedTuple):
    """A special disease that a source names: its code in the case format and its name (Chinese)."""

    code: str
    name: str


class FixedDate(NamedTuple):
    """Coverage begins on this date (R5)."""

    date: Value[date]


class NextMonth(NamedTuple):
    """Coverage begins on the first day of the month after the payment (R5)."""

    basis: Basis


class AfterDays(NamedTuple):
    """Coverage begins that many days after the payment (R5)."""

    days: Count


@dataclass(frozen=True, slots=True)
class Window:
    """A payment window (R5): how coverage begins for payments from ``first`` to ``last``, both included."""

    id: str
    name: str
    first: date
    last: date
    begin: FixedDate | NextMonth | AfterDays
    basis: Basis


@dataclass(frozen=True, slots=True)
class Surcharge:
    """A public subsidy to be borne by who pays in these days (R9)."""

    first: date
    last: date
    amount: Amount


@dataclass(frozen=True, slots=True)
class EnrolmentPolicy:
    """Coverage (R5, R7)."""

    windows: tuple[Window, ...]
    newborn_days: Count


@dataclass(frozen=True, slots=True)
class PremiumPolicy:
    """Premium and subsidy (R9, R10). A subsidy of None: the source states none for that tier."""

    base: AmountByTier
    surcharges: tuple[Surcharge, ...]
    subsidy: Mapping[AssistanceCategory, Mapping[Tier, Amount | None]]


@dataclass(frozen=True, slots=True)
class MinorPolicy:
    """Who is a minor (R3) and the points on top of the inpatient rates (R14)."""

    adult_age: Count
    points: Rate


@dataclass(frozen=True, slots=True)
class OutpatientPolicy:
    """Ordinary outpatient (R11). A rate of 0 means that the level is not paid at all."""

    rate: RateByLevel
    deductible: AmountByLevel
    limit: AmountByTier
    minor_institution_types: tuple[InstitutionType, ...]
    minor_institution_level: Count
    """Whose deductible such a level 3 institution shares for a minor."""
    minor_institution_rate: Rate


@dataclass(frozen=True, slots=True)
class InpatientPolicy:
    """Inpatient (R12, R16)."""

    deductible: AmountByLevel
    rate: Mapping[Tier, RateByLevel]
    basic_cap: AmountByTier


@dataclass(frozen=True, slots=True)
class TcmPolicy:
    """TCM institutions: as which level their deductible counts (R13), points on TCM drugs (R15)."""

    deductible_level: Mapping[Level, Count]
    points: Rate


@dataclass(frozen=True, slots=True)
class ChronicPolicy:
    """Special-disease outpatient, chronic (R17)."""

    rate: RateByLevel
    limit: Amount
    limit_per_further_disease: Amount


@dataclass(frozen=True, slots=True)
class CriticalIllnessTerms:
    """Critical illness insurance for one group of people. A cap of None: no cap."""

    threshold: Amount
    rate: Rate
    cap: Amount | None


@dataclass(frozen=True, slots=True)
class CriticalIllnessPolicy:
    """Critical illness insurance (R20), and the better terms of some categories (R21)."""

    ordinary: CriticalIllnessTerms
    assisted: CriticalIllnessTerms
    assisted_categories: tuple[AssistanceCategory, ...]


@dataclass(frozen=True, slots=True)
class MaternityPolicy:
    """Maternity benefit (R22) and the caesarean minimum (R23)."""

    prenatal_limit: Amount
    natural_delivery: Amount
    caesarean_minimum: Amount


@dataclass(frozen=True, slots=True)
class Provisions:
    """What the rules do without a figure of their own, by the name that steps cite.

    Each says in the pack what was read, from where, and whether a source states it or we chose.
    """

    settlement_year: Basis  # R2
    minor_on_service_date: Basis  # R3
    eligible_expense: Basis  # R4
    days_after_payment: Basis  # R5
    covered_on_service_date: Basis  # R6
    stay_across_new_year: Basis  # R6
    newborn_from_birth: Basis  # R7
    birth_day_is_day_zero: Basis  # R7
    newborn_across_new_year: Basis  # R7
    newborn_second_year: Basis  # R7
    newborn_with_guardian: Basis  # R8
    guardian_ledger_shared: Basis  # R8
    no_minor_points_with_guardian: Basis  # R8
    guardian_outpatient: Basis  # R8
    newborn_base_premium: Basis  # R9
    outside_windows_base_premium: Basis  # R9
    highest_subsidy: Basis  # R10
    surcharge_borne_in_full: Basis  # R10
    minor_institution_as_level_2: Basis  # R11
    deductible_each_admission: Basis  # R12
    tcm_parts: Basis  # R15
    shared_basic_cap: Basis  # R16
    every_special_disease_counts: Basis  # R17
    no_minor_points_for_chronic: Basis  # R17
    major_at_inpatient_rates: Basis  # R18
    major_deductible_once_a_year: Basis  # R18
    minor_points_for_major: Basis  # R18
    negotiated_drug_as_major: Basis  # R19
    critical_illness_base: Basis  # R20
    prenatal_per_year: Basis  # R22
    delivery_at_most_total: Basis  # R22
    caesarean_top_up: Basis  # R23


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy year of one region."""

    id: str
    region: str
    year: int
    version: str
    draft: bool
    title: str
    sha256: str
    """Of the pack's bytes, in hexadecimal."""
    sources: tuple[Source, ...]
    conflicts: tuple[Conflict, ...]
    not_computed: tuple[str, ...]
    chronic_diseases: tuple[Disease, ...]
    major_diseases: tuple[Disease, ...]
    provisions: Provisions
    minor: MinorPolicy
    enrolment: EnrolmentPolicy
    premium: PremiumPolicy
    outpatient: OutpatientPolicy
    inpatient: InpatientPolicy
    tcm: TcmPolicy
    chronic: ChronicPolicy
    critical_illness: CriticalIllnessPolicy
    maternity: MaternityPolicy
