"""A household and its bills as the engine takes them: frozen, complete, already checked.

The field names and the fixed lists are those of the interchange format ``yuyisuan-case/1``.
Amounts are fen; what depends on a policy year (windows, rates, caps) is not here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias, get_args

from desktop_app.engine.ledger import UNUSED, Ledger
from desktop_app.engine.money import Fen

Tier: TypeAlias = Literal[1, 2]
Level: TypeAlias = Literal[1, 2, 3]
InstitutionType: TypeAlias = Literal["general", "tcm", "children", "maternal_child"]
BillKind: TypeAlias = Literal[
    "outpatient",
    "inpatient",
    "chronic_outpatient",
    "major_outpatient",
    "negotiated_drug",
    "prenatal",
    "natural_delivery",
    "caesarean",
]
EnrolmentKind: TypeAlias = Literal["standard", "newborn_independent", "newborn_with_guardian", "none"]
AssistanceCategory: TypeAlias = Literal[
    "martyr_family",
    "demobilized_veteran",
    "rural_retired_soldier_60",
    "disabled_soldier_7_10",
    "extreme_poverty",
    "orphan",
    "de_facto_unsupported_child",
    "minimum_living_allowance",
    "low_income_margin",
    "illness_poverty_patient",
    "severe_disability",
    "returned_to_poverty",
    "unstable_out_of_poverty",
    "poverty_margin",
    "sudden_hardship",
]
Situation: TypeAlias = Literal[
    "registered_here",
    "residence_permit",
    "school_student",
    "university_student",
    "foreign_resident",
    "hk_macau_taiwan_resident",
    "registration_not_found",
    "newborn_registered_elsewhere",
    "relative_employee_account",
    "paid_in_full_first",
    "care_elsewhere",
]
"""What the clerk may tick about a household; only the guidance reads it (``household.situations``)."""
StatementLine: TypeAlias = Literal[
    "eligible",
    "deductible",
    "basic_fund",
    "maternity",
    "critical_illness",
    "medical_assistance",
    "other",
    "out_of_pocket",
]

TIERS: tuple[Tier, ...] = get_args(Tier)
LEVELS: tuple[Level, ...] = get_args(Level)
INSTITUTION_TYPES: tuple[InstitutionType, ...] = get_args(InstitutionType)
BILL_KINDS: tuple[BillKind, ...] = get_args(BillKind)
ENROLMENT_KINDS: tuple[EnrolmentKind, ...] = get_args(EnrolmentKind)
ASSISTANCE_CATEGORIES: tuple[AssistanceCategory, ...] = get_args(AssistanceCategory)
SITUATIONS: tuple[Situation, ...] = get_args(Situation)
STATEMENT_LINES: tuple[StatementLine, ...] = get_args(StatementLine)
BILL_AMOUNTS = ("total", "fully_self_paid", "over_price_limit", "class_b_copay", "tcm_eligible")
"""The amounts of a bill that its result depends on."""


@dataclass(frozen=True, slots=True)
class Standard:
    """Enrolled like any resident; ``paid_on`` is the payment of the policy year's premium (R5)."""

    paid_on: date


@dataclass(frozen=True, slots=True)
class NewbornIndependent:
    """A newborn enrolled in its own right (R7)."""

    paid_on: date
    birth_year_premium_paid: bool = False


@dataclass(frozen=True, slots=True)
class NewbornWithGuardian:
    """A newborn that shares the coverage and the ledger of the guardian, a member's id (R8)."""

    guardian: str


@dataclass(frozen=True, slots=True)
class NotEnrolled:
    """Not enrolled in the policy year."""


Enrolment: TypeAlias = Standard | NewbornIndependent | NewbornWithGuardian | NotEnrolled


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the household. ``tier`` is None only for a newborn with guardian."""

    id: str
    birth_date: date
    enrolment: Enrolment
    tier: Tier | None = None
    name: str = ""
    id_number: str | None = None
    assistance_categories: tuple[AssistanceCategory, ...] = ()
    chronic_diseases: tuple[str, ...] = ()
    major_diseases: tuple[str, ...] = ()
    used_before: Ledger = UNUSED


@dataclass(frozen=True, slots=True)
class Institution:
    """Where the bill was made."""

    level: Level
    type: InstitutionType = "general"
    name: str = ""


@dataclass(frozen=True, slots=True)
class OtherPayers:
    """What others paid of a bill's out-of-pocket, as printed on the statement; never computed."""

    medical_assistance: Fen = 0
    other: Fen = 0


@dataclass(frozen=True, slots=True)
class Bill:
    """One bill. The settlement date's year is the policy year (R2)."""

    id: str
    member: str
    kind: BillKind
    service_date: date
    settlement_date: date
    institution: Institution
    total: Fen
    fully_self_paid: Fen = 0
    over_price_limit: Fen = 0
    class_b_copay: Fen = 0
    tcm_eligible: Fen = 0
    other_payers: OtherPayers = OtherPayers()
    paid_on_statement: Mapping[StatementLine, Fen] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unknown:
    """An amount that the family cannot name: it lies from ``low`` to ``high``, both included, in fen.

    ``field``: an amount of the bill with this id, or a field of the ledger of the member with it.
    """

    record: Literal["bill", "member"]
    id: str
    field: str
    low: Fen
    high: Fen


@dataclass(frozen=True, slots=True)
class Case:
    """A household with its bills of one policy year. ``members`` and ``bills`` keep the order entered.

    Where an amount is among ``unknowns``, its bill or member holds the lower end of the range. Only a case
    without unknowns can be settled: ``planning.unknowns`` puts possible amounts in their places.
    """

    policy_year: int
    members: tuple[Member, ...]
    bills: tuple[Bill, ...]
    region: str = "chongqing"
    household_name: str = ""
    household_note: str = ""
    situations: tuple[Situation, ...] = ()
    unknowns: tuple[Unknown, ...] = ()
