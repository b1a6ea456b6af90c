"""The next bill settled with the whole case, to hold the curves against, and who may have one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from desktop_app.engine.case import Bill, Case, Member, NewbornWithGuardian, Tier
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, Settlement
from desktop_app.engine.settle import settle
from desktop_app.planning.curve import Curve, CurveKind, NextBill

MOST = 600_000_00
YUAN = 100
LAST = "the bill that comes last"


def on_tier(case: Case, who: str, tier: Tier) -> Case:
    """The member, or its guardian, on a tier."""
    owner = owner_of(case, who)
    changed = (replace(each, tier=tier) if each.id == owner else each for each in case.members)
    return replace(case, members=tuple(changed))


def owner_of(case: Case, who: str) -> str:
    enrolment = next(each for each in case.members if each.id == who).enrolment
    return enrolment.guardian if isinstance(enrolment, NewbornWithGuardian) else who


def with_last(case: Case, bill: NextBill, expense: int, policy: Policy) -> Settlement:
    """Settle all bills and then this one: settled on the last day, it comes last (R2)."""
    last = Bill(
        LAST, bill.member, bill.kind, bill.day, date(case.policy_year, 12, 31), bill.institution, expense
    )
    return settle(replace(case, bills=(*case.bills, last)), policy)


def last_result(case: Case, bill: NextBill, expense: int, policy: Policy) -> BillResult:
    return next(each for each in with_last(case, bill, expense, policy).bills if each.id == LAST)


def year_cost(case: Case, bill: NextBill, tier: Tier, expense: int, policy: Policy) -> int:
    """What all who share the ledger pay in the year, premiums and this bill included."""
    owner = owner_of(case, bill.member)
    settled = with_last(on_tier(case, bill.member, tier), bill, expense, policy)
    return sum(
        each.premium.own_share + each.totals.out_of_pocket
        for each in settled.members
        if owner_of(case, each.id) == owner
    )


def places(curve: Curve) -> Iterator[int]:
    """Every vertex and event in whole fen, and one yuan either side of it."""
    for at in {*(vertex.expense for vertex in curve.vertices), *(event.at for event in curve.events)}:
        for expense in (round(at) - YUAN, round(at), round(at) + YUAN):
            if 0 <= expense <= curve.max:
                yield expense


def assert_settles_alike(
    curve: Curve, case: Case, bill: NextBill, policy: Policy, more: tuple[int, ...] = ()
) -> None:
    """Hold every line of the curve against the whole case with the bill coming last, to within two fen."""
    on = on_tier(case, bill.member, curve.tier)
    for expense in (*places(curve), *more):
        result = last_result(on, bill, expense, policy)
        piece = curve.piece(Fraction(expense))
        along = expense - piece.begin
        for line in ("out_of_pocket", "basic_fund", "maternity", "critical_illness"):
            value, slope = getattr(piece, line)
            assert abs(value + slope * along - getattr(result, line)) <= 2, (line, expense)
        assert curve.out_of_pocket(Fraction(expense)) == (
            piece.out_of_pocket[0] + piece.out_of_pocket[1] * along
        )


def kinds_of(member: Member) -> tuple[CurveKind, ...]:
    kinds: tuple[CurveKind, ...] = ("inpatient", "caesarean", "outpatient", "negotiated_drug")
    if member.chronic_diseases:
        kinds = (*kinds, "chronic_outpatient")
    return (*kinds, "major_outpatient") if member.major_diseases else kinds
