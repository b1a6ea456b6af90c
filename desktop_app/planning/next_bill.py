"""The next bill for a chart: what is to choose from, how far it reaches, its amounts at one expense."""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from desktop_app.engine.age import is_minor
from desktop_app.engine.case import (
    INSTITUTION_TYPES,
    TIERS,
    Case,
    Institution,
    InstitutionType,
    Level,
    Member,
    Tier,
)
from desktop_app.engine.money import Fen
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, Reason
from desktop_app.engine.settle import ledger_owner, settle
from desktop_app.planning.break_even import TierCurves, tier_curves
from desktop_app.planning.curve import CURVE_KINDS, MOST, CurveKind, NextBill, Piece, curve
from desktop_app.planning.variants import member_of

FURTHER: Fen = 100_00
"""Of so much more the marginal share is told."""
_NEAR: Fen = 60_000_00
"""So far an everyday bill may go; where it goes on beyond, a chart may show this part alone."""
_ROUND = (10, 15, 20, 30, 40, 50, 60, 80)
"""Where an axis may end, times a power of ten yuan."""


class Wish(NamedTuple):
    """What was asked for; what cannot be had gives way to the likeliest. A blank member: anyone."""

    member: str = ""
    kind: CurveKind = "inpatient"
    level: Level = 3
    type: InstitutionType = "general"


class Reading(NamedTuple):
    """The bill at one expense: its result, and what ``FURTHER`` of expense would add to out-of-pocket."""

    result: BillResult
    further: Fen


@dataclass(frozen=True, slots=True)
class NextBillPlan:
    """The next bill of a member on both tiers, and what else may be asked for."""

    bill: NextBill
    owner: Member
    """Whose tier it is: the member's own or the guardian's (R8)."""
    kinds: tuple[CurveKind, ...]
    types: tuple[tuple[InstitutionType, ...], ...]
    """Types of institution; those together make no difference."""
    tiers: TierCurves

    @property
    def own_tier(self) -> Tier:
        """The tier as it is now."""
        assert self.owner.tier is not None
        return self.owner.tier

    @property
    def shared(self) -> bool:
        """Whether the member shares a guardian's tier and ledger."""
        return self.owner.id != self.bill.member

    @property
    def reason(self) -> Reason | None:
        """Why nothing is paid of it, whatever its expense."""
        return self.tiers.curves[self.own_tier].settle(FURTHER).reason

    @property
    def pays(self) -> bool:
        """Whether insurance pays anything on either tier."""
        return any(curve.out_of_pocket(Fraction(MOST)) < MOST for curve in self.tiers.curves.values())

    @property
    def reach(self) -> Fen:
        """How far an axis goes on which everything happens, in fen."""
        curves = self.tiers.curves.values()
        found = [event.at for each in curves for event in each.events]
        found += [at for at in self.tiers.break_even if at < MOST]
        goes_on = any(each.pieces[-1].out_of_pocket[1] < 1 for each in curves)
        return max(_round_up(max(found, default=Fraction(0)) * 21 / 20), _NEAR if goes_on else 0)

    @property
    def near(self) -> Fen:
        """How far the axis of an everyday bill goes: past break-evens and critical illness threshold."""
        found = [at for at in self.tiers.break_even if at < MOST]
        for each in self.tiers.curves.values():
            found += [event.at for event in each.events if event.code == "critical_illness_begins"]
        return min(self.reach, max(_NEAR, _round_up(max(found, default=Fraction(0)) * 5 / 4)))

    def read(self, tier: Tier, expense: Fen) -> Reading:
        """Settle the bill at an expense, and once more a little further on."""
        here, beyond = (self.tiers.curves[tier].settle(each) for each in (expense, expense + FURTHER))
        return Reading(here, beyond.out_of_pocket - here.out_of_pocket)


def next_bill(case: Case, wish: Wish, today: date, policy: Policy) -> NextBillPlan:
    """Follow the next bill of a checked case that has members.

    Its day is today, in another year than the policy's 31 December.
    """
    last = date(policy.year, 12, 31)
    day = today if today.year == policy.year else last
    member = _member(case, wish.member, day, policy)
    day = max(day, member.birth_date)
    kinds = _kinds(member, day, policy)
    kind = wish.kind if wish.kind in kinds else kinds[0]
    bill = NextBill(member.id, kind, Institution(wish.level), day, MOST)
    types = _types(case, bill, policy)
    type_ = next(alike[0] for alike in types if wish.type in alike)
    bill = replace(bill, institution=Institution(wish.level, type_))
    owner = member_of(case, ledger_owner(member))
    return NextBillPlan(bill, owner, kinds, types, tier_curves(case, bill, policy))


def _member(case: Case, wished: str, day: date, policy: Policy) -> Member:
    """Take the one that is wished for, else the first who is covered on the day, else the first."""
    covered = {
        each.id
        for each in settle(case, policy).members
        if each.coverage.begin is not None and each.coverage.begin <= day
    }
    ranked = sorted(case.members, key=lambda each: (each.id != wished, each.id not in covered))
    return ranked[0]


def _kinds(member: Member, day: date, policy: Policy) -> tuple[CurveKind, ...]:
    """List the kinds that the member's diseases allow; no caesarean of a minor, a rare thing."""
    excluded = {
        "chronic_outpatient": not member.chronic_diseases,
        "major_outpatient": not member.major_diseases,
        "caesarean": is_minor(member.birth_date, day, policy),
    }
    return tuple(kind for kind in CURVE_KINDS if not excluded.get(kind, False))


def _types(case: Case, bill: NextBill, policy: Policy) -> tuple[tuple[InstitutionType, ...], ...]:
    """Put the types of institution together that have the same curve."""
    alike: dict[tuple[Piece, ...], list[InstitutionType]] = {}
    for type_ in INSTITUTION_TYPES:
        other = replace(bill, institution=Institution(bill.institution.level, type_))
        alike.setdefault(curve(case, other, TIERS[0], policy).pieces, []).append(type_)
    return tuple(map(tuple, alike.values()))


def _round_up(expense: Fraction) -> Fen:
    """Find the next round amount, no more than the largest that is followed."""
    unit = FURTHER // 10
    while _ROUND[-1] * unit < expense:
        unit *= 10
    return min(MOST, next(each * unit for each in _ROUND if each * unit >= expense))
