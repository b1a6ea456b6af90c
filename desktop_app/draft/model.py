"""The case draft: what the clerk has entered so far, frozen, every field as text.

Fields that are understood hold the canonical text of the case format (``1234.50``, ``2024-03-02``); what is
not understood stays as it was typed, so that nothing is dropped and the problem can be shown where it stands.
An empty text is a blank field. The names are those of ``yuyisuan-case/1``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class UnknownAmount(NamedTuple):
    """An amount that nobody can name: its field, and the ends of its range as entered."""

    field: str
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class DraftLedger:
    """What this year's earlier bills have used up, as entered (``used_before``)."""

    outpatient_paid: str = ""
    outpatient_deductible: str = ""
    chronic_paid: str = ""
    basic_fund: str = ""
    major_deductible: str = ""
    prenatal_paid: str = ""
    critical_illness_base: str = ""
    critical_illness_paid: str = ""


@dataclass(frozen=True, slots=True)
class DraftMember:
    """One person as entered. ``tier`` is "1", "2" or blank; ``guardian`` a member's id."""

    id: str
    name: str = ""
    id_number: str = ""
    birth_date: str = ""
    tier: str = ""
    assistance_categories: tuple[str, ...] = ()
    chronic_diseases: tuple[str, ...] = ()
    major_diseases: tuple[str, ...] = ()
    enrolment_kind: str = "standard"
    paid_on: str = ""
    birth_year_premium_paid: bool = False
    guardian: str = ""
    used_before: DraftLedger = field(default_factory=DraftLedger)
    unknown: tuple[UnknownAmount, ...] = ()
    """Amounts of ``used_before``; there they are blank."""


@dataclass(frozen=True, slots=True)
class DraftBill:
    """One bill as entered. ``level`` is "1", "2", "3" or blank."""

    id: str
    member: str = ""
    kind: str = ""
    service_date: str = ""
    settlement_date: str = ""
    institution_name: str = ""
    level: str = ""
    institution_type: str = "general"
    total: str = ""
    fully_self_paid: str = ""
    over_price_limit: str = ""
    class_b_copay: str = ""
    tcm_eligible: str = ""
    medical_assistance: str = ""
    other_payer: str = ""
    paid_on_statement: tuple[tuple[str, str], ...] = ()
    """Lines of the settlement statement, (line, amount); kept as the file had them."""
    unknown: tuple[UnknownAmount, ...] = ()
    """Amounts of the bill; there they are blank."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The whole document. A new one is ``Draft(policy_year)``."""

    policy_year: int
    region: str = "chongqing"
    household_name: str = ""
    household_note: str = ""
    situations: tuple[str, ...] = ()
    members: tuple[DraftMember, ...] = ()
    bills: tuple[DraftBill, ...] = ()

    @property
    def uncertain(self) -> bool:
        """Whether any amount is unknown, so that there can be no one result."""
        return any(member.unknown for member in self.members) or any(bill.unknown for bill in self.bills)


def unknown_amount(unknowns: Iterable[UnknownAmount], name: str) -> UnknownAmount | None:
    """Find an amount among the unknown ones of a bill or a member."""
    return next((each for each in unknowns if each.field == name), None)
