"""The next bill's chart up to where its axis ends: figures only, no drawing."""

from fractions import Fraction
from typing import NamedTuple

from desktop_app.engine.case import TIERS, Tier
from desktop_app.engine.money import Fen
from desktop_app.planning.break_even import Stretch
from desktop_app.planning.curve import Event, Vertex
from desktop_app.planning.next_bill import NextBillPlan


class Mark(NamedTuple):
    """An event as a point on its line, in fen."""

    event: Event
    out_of_pocket: Fraction


class TierLine(NamedTuple):
    """One tier's line: its vertices, both ends included, and the events on it."""

    tier: Tier
    own: bool
    """Whether it is the tier as it is now."""
    points: tuple[Vertex, ...]
    marks: tuple[Mark, ...]

    @property
    def end(self) -> Fraction:
        """How high the line ends."""
        return self.points[-1].out_of_pocket


class Picture(NamedTuple):
    """What is drawn, in fen: both lines, and where the second tier is the cheaper one."""

    top: Fen
    high: Fraction
    """The highest point of a line."""
    lines: tuple[TierLine, ...]
    cheaper: tuple[Stretch, ...]

    @property
    def from_below(self) -> list[TierLine]:
        """The lines as they end, the lower first; of equal ones the first tier stands above."""
        return sorted(self.lines, key=lambda line: (line.end, -line.tier))

    @property
    def border(self) -> Stretch | None:
        """The stretch whose border is named: the first that has one within the picture."""
        return next((each for each in self.cheaper if each.begin or each.end < self.top), None)


def picture(plan: NextBillPlan, top: Fen) -> Picture:
    """Cut both curves at the end of the axis."""
    lines = tuple(_line(plan, tier, Fraction(top)) for tier in TIERS)
    cheaper = tuple(each for each in plan.tiers.cheaper(TIERS[-1]) if each.begin < top)
    return Picture(top, max(line.end for line in lines), lines, cheaper)


def _line(plan: NextBillPlan, tier: Tier, top: Fraction) -> TierLine:
    curve = plan.tiers.curves[tier]
    points = [vertex for vertex in curve.vertices if vertex.expense < top]
    points.append(Vertex(top, curve.out_of_pocket(top)))
    marks = (Mark(event, curve.out_of_pocket(event.at)) for event in curve.events if event.at <= top)
    return TierLine(tier, tier == plan.own_tier, tuple(points), tuple(marks))
