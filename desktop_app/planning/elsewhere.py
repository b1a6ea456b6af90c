"""The same bill at other institutions: what each would have meant for the family. Money only."""

from dataclasses import replace
from typing import NamedTuple

from desktop_app.engine.case import LEVELS, Bill, Case, Institution, InstitutionType
from desktop_app.engine.money import Fen
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult
from desktop_app.engine.settle import settle
from desktop_app.planning.bill_alone import result_of
from desktop_app.planning.variants import bill_of, with_bill

TYPES: tuple[InstitutionType, ...] = ("general", "tcm")
"""The types that are compared; a bill of another type is compared with where it was."""


class Place(NamedTuple):
    """The bill at one institution; ``difference``: of the household's year from what it is now, in fen."""

    institution: Institution
    own: bool
    """Whether the bill was made at such an institution."""
    result: BillResult
    difference: Fen


def elsewhere(case: Case, bill_id: str, policy: Policy) -> tuple[Place, ...]:
    """Settle the year with a bill at each level, general and TCM; where it was comes first of its level.

    Amounts stay as on the bill. Later bills on the same ledger follow, so the difference is the year's.
    KeyError: no such bill.
    """
    bill = bill_of(case, bill_id)
    now = settle(case, policy).totals.out_of_pocket
    return tuple(
        _place(case, bill, institution, policy, now)
        for level in LEVELS
        for institution in _institutions(bill, Institution(level))
    )


def least(places: tuple[Place, ...]) -> Place:
    """Choose where the family pays least in the year; between equal ones where the bill was, or the first."""
    return min(places, key=lambda place: (place.difference, not place.own))


def _institutions(bill: Bill, at_level: Institution) -> tuple[Institution, ...]:
    own = bill.institution
    special = own.type not in TYPES and own.level == at_level.level
    kinds = (own.type, *TYPES) if special else TYPES
    return tuple(replace(at_level, type=kind) for kind in kinds)


def _place(case: Case, bill: Bill, institution: Institution, policy: Policy, now: Fen) -> Place:
    settlement = settle(with_bill(case, replace(bill, institution=institution)), policy)
    own = (institution.level, institution.type) == (bill.institution.level, bill.institution.type)
    return Place(institution, own, result_of(settlement, bill.id), settlement.totals.out_of_pocket - now)
