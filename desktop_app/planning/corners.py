"""Possible amounts in the places of those that are not known: at one end of their ranges each."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from desktop_app.engine.case import BILL_AMOUNTS, Bill, Case, Unknown
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen

LOWERING = frozenset(("tcm_eligible", "outpatient_deductible", "major_deductible", "critical_illness_base"))
"""More of these lowers the ledger's out-of-pocket; it rises with more of any other amount (R11 to R20)."""
RAISING = frozenset((*BILL_AMOUNTS, *Ledger._fields)) - LOWERING
MOST_PAID = frozenset(("total", "tcm_eligible", "outpatient_deductible", "major_deductible", "basic_fund"))
"""With these at their highest, the others at their lowest, deductibles are soon used up and caps cut most."""
MOST_BASE = frozenset(("total", "basic_fund", "critical_illness_base"))
"""Likewise: critical illness insurance has most to pay."""
_GIVE_WAY = ("tcm_eligible", "fully_self_paid", "over_price_limit", "class_b_copay")
"""Amounts that must fit into the total: the first gives way first."""


def corner(case: Case, at_most: Collection[str], other_end: Unknown | None = None) -> Case:
    """Put every unknown amount at the upper end of its range if its field is ``at_most``, else at the lower.

    One of them may stand at the other end. Where a bill would be impossible (more excluded than the total,
    more TCM than is eligible), its unknown amounts come down as far as they must, or its total goes up.
    """
    amounts: dict[tuple[str, str], dict[str, Fen]] = {}
    for unknown in case.unknowns:
        upper = (unknown.field in at_most) != (unknown == other_end)
        of_record = amounts.setdefault((unknown.record, unknown.id), {})
        of_record[unknown.field] = unknown.high if upper else unknown.low
    return replace(
        case,
        unknowns=(),
        members=tuple(
            replace(member, used_before=member.used_before._replace(**amounts.get(("member", member.id), {})))
            for member in case.members
        ),
        bills=tuple(
            _fitting(bill, amounts[("bill", bill.id)]) if ("bill", bill.id) in amounts else bill
            for bill in case.bills
        ),
    )


def _fitting(bill: Bill, amounts: dict[str, Fen]) -> Bill:
    """Put amounts in a bill, which holds the lowest of them, so that they fit together."""
    changes: dict[str, Any] = dict(amounts)
    placed = replace(bill, **changes)
    for name in _GIVE_WAY:
        if name in amounts and (beyond := _beyond_total(placed)) > 0:
            amount = max(getattr(bill, name), getattr(placed, name) - beyond)
            placed = replace(placed, **{name: amount})
    return replace(placed, total=placed.total + max(0, _beyond_total(placed)))


def _beyond_total(bill: Bill) -> Fen:
    return bill.fully_self_paid + bill.over_price_limit + bill.class_b_copay + bill.tcm_eligible - bill.total
