"""What one more bill costs its patient, over its eligible expense: exact and piecewise linear.

The engine itself is run on a bill whose total moves (``linear``), piece by piece. Rounding to the fen is left
out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias, get_args

from desktop_app.engine.case import Bill, Case, Institution, Tier
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import patient
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, Settlement
from desktop_app.engine.settle import settle
from desktop_app.planning.bill_alone import BillAlone
from desktop_app.planning.linear import Linear, Turns, parts
from desktop_app.planning.variants import on_tier

CurveKind: TypeAlias = Literal[
    "inpatient", "caesarean", "outpatient", "chronic_outpatient", "major_outpatient", "negotiated_drug"
]
CURVE_KINDS: tuple[CurveKind, ...] = get_args(CurveKind)

MOST: Fen = 600_000_00
"""The largest expense that is followed where nobody asks for another."""

EventCode: TypeAlias = Literal[
    "deductible_met",
    "critical_illness_begins",
    "basic_cap_reached",
    "critical_illness_cap_reached",
    "outpatient_limit_reached",
    "chronic_limit_reached",
    "maternity_topup_ends",
]
_LIMITS: tuple[EventCode, ...] = (
    "basic_cap_reached",
    "critical_illness_cap_reached",
    "outpatient_limit_reached",
    "chronic_limit_reached",
)
"""Events that the engine says as a notice on the bill."""

_CURVE_BILL = "curve"


@dataclass(frozen=True, slots=True)
class NextBill:
    """One more bill of a member, all of it eligible and without TCM drugs, of any expense up to a maximum."""

    member: str
    kind: CurveKind
    institution: Institution
    day: date
    """Decides coverage and age; the bill comes last in the ledger whatever its date."""
    max: Fen


class Event(NamedTuple):
    """Where something happens on a curve, in fen of eligible expense."""

    code: EventCode
    at: Fraction


class Piece(NamedTuple):
    """What the bill comes to from ``begin`` up to the next piece: values at ``begin`` and slopes, in fen."""

    begin: Fraction
    out_of_pocket: tuple[Fraction, Fraction]
    basic_fund: tuple[Fraction, Fraction]
    maternity: tuple[Fraction, Fraction]
    critical_illness: tuple[Fraction, Fraction]


class Vertex(NamedTuple):
    """A point of the curve, in fen."""

    expense: Fraction
    out_of_pocket: Fraction


@dataclass(frozen=True, slots=True)
class Curve:
    """Out-of-pocket of the next bill on one tier. ``pieces`` begin at 0 and reach up to ``max``."""

    tier: Tier
    max: Fen
    pieces: tuple[Piece, ...]
    events: tuple[Event, ...]
    settlement: Settlement
    """The year before the bill, on this tier."""
    next: BillAlone
    """What the bill is settled from, over nothing."""

    @property
    def vertices(self) -> tuple[Vertex, ...]:
        """The kinks and both ends."""
        kinks = [Vertex(Fraction(0), self.pieces[0].out_of_pocket[0])]
        for before, piece in zip(self.pieces, self.pieces[1:], strict=False):
            if piece.out_of_pocket[1] != before.out_of_pocket[1]:
                kinks.append(Vertex(piece.begin, piece.out_of_pocket[0]))
        end = Fraction(self.max)
        return (*kinks, Vertex(end, self.out_of_pocket(end)))

    def piece(self, expense: Fraction) -> Piece:
        """Find the piece that begins at an expense or holds it."""
        return next(piece for piece in reversed(self.pieces) if piece.begin <= expense)

    def out_of_pocket(self, expense: Fraction) -> Fraction:
        """What the patient pays of an expense, in fen, not rounded."""
        piece = self.piece(expense)
        value, slope = piece.out_of_pocket
        return value + slope * (expense - piece.begin)

    def settle(self, expense: Fen) -> BillResult:
        """Settle the bill at an expense, rounded as any bill is."""
        return _settle(self.next, expense)


def curve(case: Case, bill: NextBill, tier: Tier, policy: Policy) -> Curve:
    """Follow the next bill with its member, or the guardian whose ledger it shares, on a tier.

    ``case`` is a checked one, the bill's member in it, its day in the policy year and not before the birth,
    its kind one that the member's diseases allow.
    """
    on = on_tier(case, bill.member, tier)
    settlement = settle(on, policy)
    alone = _alone(on, bill, settlement)
    pieces: list[Piece] = []
    results: list[BillResult] = []
    begin: Fraction | None = Fraction(0)
    while begin is not None:
        turns = Turns()
        results.append(_settle(alone, Linear(begin, Fraction(1), turns)))
        pieces.append(_piece(begin, results[-1]))
        begin = None if turns.next is None else begin + turns.next
    events = _events(pieces, results, alone) if _pays(pieces[-1]) else ()
    return Curve(
        tier,
        bill.max,
        tuple(piece for piece in pieces if piece.begin < bill.max),
        tuple(event for event in events if event.at <= bill.max),
        settlement,
        alone,
    )


def _alone(case: Case, bill: NextBill, settlement: Settlement) -> BillAlone:
    """Put the bill, over nothing, behind all bills of the year."""
    members = {member.id: member for member in case.members}
    result = next(each for each in settlement.members if each.id == bill.member)
    nothing = Bill(_CURVE_BILL, bill.member, bill.kind, bill.day, bill.day, bill.institution, 0)
    policy = settlement.policy
    return BillAlone(
        nothing, patient(members[bill.member], members, policy), result.coverage, result.ledger, policy
    )


def _settle(alone: BillAlone, expense: Fen) -> BillResult:
    return alone._replace(bill=replace(alone.bill, total=expense)).settle()


def _piece(begin: Fraction, result: BillResult) -> Piece:
    return Piece(
        begin,
        parts(result.out_of_pocket),
        parts(result.basic_fund),
        parts(result.maternity),
        parts(result.critical_illness),
    )


def _pays(last: Piece) -> bool:
    """Whether insurance pays anything of a bill however large."""
    return any(map(any, (last.basic_fund, last.maternity, last.critical_illness)))


def _events(pieces: list[Piece], results: list[BillResult], alone: BillAlone) -> Iterator[Event]:
    """Compare each piece with the one before; what holds from 0 on has not happened on the curve."""
    threshold = alone.patient.critical_illness.threshold.figure
    passed_before = alone.ledger.critical_illness_base >= threshold
    for (piece, result), former in zip(list(zip(pieces, results, strict=True))[1:], results, strict=False):
        for code in _happened(former, result):
            begun_before = code == "critical_illness_begins" and passed_before
            if not begun_before and not _used_up(code, piece):
                yield Event(code, piece.begin)


def _happened(former: BillResult, result: BillResult) -> Iterator[EventCode]:
    if parts(former.deductible)[1] and not parts(result.deductible)[1]:
        yield "deductible_met"
    if not former.critical_illness and result.critical_illness:
        yield "critical_illness_begins"
    yield from (code for code in _LIMITS if code in result.notices and code not in former.notices)
    if former.maternity and not result.maternity:
        yield "maternity_topup_ends"


def _used_up(code: EventCode, piece: Piece) -> bool:
    """Whether a limit is reached without a payment: then the year had used it up before."""
    if code not in _LIMITS:
        return False
    return not any(piece.critical_illness if code == "critical_illness_cap_reached" else piece.basic_fund)
