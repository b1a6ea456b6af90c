"""What we do not know: where the outcome may lie, and which missing figure moves it most.

Out-of-pocket of a ledger only rises, or only falls, with every amount that may be unknown, but for what
``leeway`` bounds. So all outcomes lie between the two corners: all amounts at their best, all at their worst.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.engine.case import Case, Unknown
from desktop_app.engine.money import Fen, Range
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Settlement
from desktop_app.engine.settle import ledger_owner, settle
from desktop_app.planning.corners import LOWERING, RAISING, corner
from desktop_app.planning.leeway import leeway
from desktop_app.planning.left_to_pay import left_of
from desktop_app.planning.variants import only, sharers


class LedgerRange(NamedTuple):
    """Those who share a ledger (R8), and what they may have to pay, all their bills together.

    No narrower than that: of one ledger, more for one bill may be less for another.
    """

    owner: str
    members: tuple[str, ...]
    touched: bool
    """Whether any of their amounts is unknown; else both ends of the ranges are the same."""
    out_of_pocket: Range
    left_to_pay: Range


class Swing(NamedTuple):
    """By how much one unknown alone moves the household's out-of-pocket, in fen, the others at their ends."""

    unknown: Unknown
    amount: Fen


@dataclass(frozen=True, slots=True)
class OutcomeRange:
    """Where the outcome of a case with unknowns lies: no possible one is outside of these ranges.

    ``lowest`` and ``highest`` are the answers at the best and the worst possible amounts; but for rounding
    (``leeway``) their out-of-pocket are the ends. ``swings``: the largest first.
    """

    out_of_pocket: Range
    left_to_pay: Range
    ledgers: tuple[LedgerRange, ...]
    swings: tuple[Swing, ...]
    lowest: Settlement
    highest: Settlement


def outcome_range(case: Case, policy: Policy) -> OutcomeRange:
    """Settle a case with unknowns at its best and at its worst, and once more for each unknown at either."""
    lowest, highest = settle(corner(case, LOWERING), policy), settle(corner(case, RAISING), policy)
    owners = owners_of_unknowns(case)
    # No bill depends on another ledger: each is looked at for itself.
    shared = {
        owner: replace(
            only(case, sharers(case, owner)),
            unknowns=tuple(each for each, its in zip(case.unknowns, owners, strict=True) if its == owner),
        )
        for owner in dict.fromkeys(map(ledger_owner, case.members))
    }
    ledgers = tuple(_ledger_range(owner, part, lowest, highest) for owner, part in shared.items())
    swings = (
        Swing(unknown, _swing(shared[owner], unknown, policy))
        for unknown, owner in zip(case.unknowns, owners, strict=True)
    )
    return OutcomeRange(
        out_of_pocket=_sum(ledger.out_of_pocket for ledger in ledgers),
        left_to_pay=_sum(ledger.left_to_pay for ledger in ledgers),
        ledgers=ledgers,
        swings=tuple(sorted(swings, key=lambda swing: -swing.amount)),
        lowest=lowest,
        highest=highest,
    )


def owners_of_unknowns(case: Case) -> tuple[str, ...]:
    """Say of each unknown on whose ledger it is, a member's id: whatever runs on that one is uncertain."""
    owners = {member.id: ledger_owner(member) for member in case.members}
    patients = {bill.id: bill.member for bill in case.bills}
    return tuple(
        owners[patients[unknown.id] if unknown.record == "bill" else unknown.id] for unknown in case.unknowns
    )


def _ledger_range(owner: str, case: Case, lowest: Settlement, highest: Settlement) -> LedgerRange:
    """Take a ledger's part of both answers; ``case`` holds those who share it."""
    touched = bool(case.unknowns)
    members = tuple(member.id for member in case.members)
    best, worst = ([bill for bill in each.bills if bill.member in members] for each in (lowest, highest))
    beyond = leeway(case, lowest.policy) if touched else 0
    own = _widened(
        sum(bill.out_of_pocket for bill in best), sum(bill.out_of_pocket for bill in worst), beyond
    )
    left = _widened(sum(bill.left_to_pay for bill in best), sum(bill.left_to_pay for bill in worst), beyond)
    if touched and len(best) > 1:
        left = left_of(own, case, lowest.policy, beyond)
    return LedgerRange(owner, members, touched, own, left)


def _swing(case: Case, unknown: Unknown, policy: Policy) -> Fen:
    return max(
        abs(_own(case, fields, policy, unknown) - _own(case, fields, policy))
        for fields in (LOWERING, RAISING)
    )


def _own(case: Case, at_most: Collection[str], policy: Policy, other_end: Unknown | None = None) -> Fen:
    return settle(corner(case, at_most, other_end), policy).totals.out_of_pocket


def _widened(low: Fen, high: Fen, by: Fen) -> Range:
    return Range(max(0, low - by), high + by)


def _sum(ranges: Iterator[Range]) -> Range:
    return Range(*map(sum, zip(*ranges, strict=True)))
