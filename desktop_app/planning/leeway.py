"""By how much an outcome between the corners can lie outside of them: a few fen of rounding, as a rule none.

Fen by fen, out-of-pocket moves with an unknown amount in one direction only, but for this:

- Of a TCM part the payment is two rounded lines (R15): one fen more of it may pay one fen less.
- What a TCM part, or a deductible that is charged once a year (R18), moves from one bill to another keeps
  the sum of their critical illness bases and changes how their payments are rounded (R20): a fen a payment.
- The top-up of a caesarean (R23) makes good what its basic payment loses, and what that leaves of the basic
  cap goes to later bills: at most the top-up, and at most what the cap cuts off them.
"""

from collections.abc import Collection, Sequence

from desktop_app.engine.case import Case
from desktop_app.engine.money import Fen
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, Settlement, StepKind
from desktop_app.engine.settle import settle
from desktop_app.engine.steps import CAESAREAN_TOP_UP, CRITICAL_ILLNESS_BASE, YEARLY_DEDUCTIBLE
from desktop_app.planning.corners import MOST_BASE, MOST_PAID, corner

_SHIFTING = frozenset(("tcm_eligible", "fully_self_paid", "over_price_limit", "class_b_copay"))


def leeway(case: Case, policy: Policy) -> Fen:
    """Bound it for those who share a ledger, in fen; ``case`` holds them alone. 0 for nearly every case."""
    unknown = {(each.id, each.field) for each in case.unknowns if each.record == "bill"}
    most_paid = _in_order(settle(corner(case, MOST_PAID), policy))
    tcm = sum((bill.id, "tcm_eligible") in unknown and bill.tcm_rate is not None for bill in most_paid)
    top_ups = _top_ups(most_paid, {bill for bill, field in unknown if field in _SHIFTING}, tcm, policy)
    lines = sum(_has(bill, CRITICAL_ILLNESS_BASE) for bill in most_paid)
    yearly = [bill.id for bill in most_paid if _has(bill, YEARLY_DEDUCTIBLE)]
    charged = any(each.field == "major_deductible" for each in case.unknowns)
    charged |= len(yearly) > 1 and any(bill in yearly for bill, _field in unknown)
    if lines < 2 or not (tcm or (yearly and charged)):
        return tcm + top_ups
    most_base = settle(corner(case, MOST_BASE), policy).bills
    pays = top_ups > 0 or any(bill.critical_illness for bill in most_base)
    return tcm + top_ups + (lines if pays else 0)


def _in_order(settlement: Settlement) -> list[BillResult]:
    """Put the bills in the order in which they are settled (R2)."""
    pairs = zip(settlement.case.bills, settlement.bills, strict=True)
    return [result for _bill, result in sorted(pairs, key=lambda pair: pair[0].settlement_date)]


def _top_ups(bills: Sequence[BillResult], unknown: Collection[str], tcm: int, policy: Policy) -> Fen:
    """Bound what top-ups of caesareans with unknown amounts may free of the basic cap for later bills."""
    topped_up = [bill.id in unknown and _has(bill, CAESAREAN_TOP_UP) for bill in bills]
    if not any(topped_up):
        return 0
    later = bills[topped_up.index(True) + 1 :]
    cut = sum(bill.out_of_pocket_parts.above_limit for bill in later if "basic_cap_reached" in bill.notices)
    return min(sum(topped_up) * policy.maternity.caesarean_minimum.figure, cut + tcm)


def _has(bill: BillResult, kind: StepKind) -> bool:
    return any(step.kind is kind for step in bill.steps)
