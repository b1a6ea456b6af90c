"""From which expense on the other tier is the cheaper one, for all who share the member's ledger."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from desktop_app.engine.case import TIERS, Case, Tier
from desktop_app.engine.money import Fen
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Settlement
from desktop_app.engine.settle import ledger_owner
from desktop_app.planning.curve import Curve, NextBill, curve
from desktop_app.planning.variants import member_of, sharers


class Stretch(NamedTuple):
    """Expenses from ``begin`` to ``end``, in fen."""

    begin: Fraction
    end: Fraction


@dataclass(frozen=True, slots=True)
class TierCurves:
    """The next bill on either tier, and what the year costs beside it."""

    bill: NextBill
    curves: dict[Tier, Curve]
    year: dict[Tier, Fen]
    """Premium shares and out-of-pocket, without the bill, of all who share the ledger."""

    def cost(self, tier: Tier, expense: Fraction) -> Fraction:
        """Give the year's cost with the bill, in fen, the bill's part not rounded."""
        return self.year[tier] + self.curves[tier].out_of_pocket(expense)

    @property
    def break_even(self) -> tuple[Fraction, ...]:
        """Every expense at which both tiers cost the same; of an interval of equality its two ends."""
        points = self._points()
        found = {point for point, gap in points if not gap}
        for (left, left_gap), (right, right_gap) in pairwise(points):
            if left_gap * right_gap < 0:
                found.add(left + (right - left) * left_gap / (left_gap - right_gap))
        equal = {
            point
            for (_, before), (point, gap), (_, after) in zip(points, points[1:], points[2:], strict=False)
            if not before and not gap and not after
        }
        return tuple(sorted(found - equal))

    def cheaper(self, tier: Tier) -> tuple[Stretch, ...]:
        """Where a tier is the cheaper one, in order of expense."""
        ends = sorted({point for point, _ in self._points()} | set(self.break_even))
        sign = 1 if tier == TIERS[0] else -1
        found: list[Stretch] = []
        for begin, end in pairwise(ends):
            if self._gap((begin + end) / 2) * sign <= 0:
                continue
            if found and found[-1].end == begin and self._gap(begin):
                begin = found.pop().begin
            found.append(Stretch(begin, end))
        return tuple(found)

    def _gap(self, expense: Fraction) -> Fraction:
        """By how much the second tier costs more than the first."""
        first, second = TIERS
        return self.cost(second, expense) - self.cost(first, expense)

    def _points(self) -> list[tuple[Fraction, Fraction]]:
        """The gap between the tiers wherever either curve has a kink; it is straight between."""
        at = sorted({vertex.expense for each in self.curves.values() for vertex in each.vertices})
        return [(expense, self._gap(expense)) for expense in at]


def tier_curves(case: Case, bill: NextBill, policy: Policy) -> TierCurves:
    """Follow the next bill on both tiers, with the member's other bills settled on that tier too."""
    curves = {tier: curve(case, bill, tier, policy) for tier in TIERS}
    owner = ledger_owner(member_of(case, bill.member))
    sharing = sharers(case, owner)
    return TierCurves(
        bill, curves, {tier: year_cost(each.settlement, sharing) for tier, each in curves.items()}
    )


def year_cost(settlement: Settlement, members: tuple[str, ...]) -> Fen:
    """Premium shares and out-of-pocket of some members, in fen."""
    return sum(
        result.premium.own_share + result.totals.out_of_pocket
        for result in settlement.members
        if result.id in members
    )
