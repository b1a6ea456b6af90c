"""Critical illness insurance: what it pays of one bill's own part above the threshold (R20, R21)."""

from typing import NamedTuple

from desktop_app.engine.benefits.payment import Payment, remaining
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen, apply_rate
from desktop_app.engine.policy import CriticalIllnessTerms, Policy
from desktop_app.engine.result import BillNotice, Step
from desktop_app.engine.steps import (
    CRITICAL_ILLNESS,
    CRITICAL_ILLNESS_ABOVE,
    CRITICAL_ILLNESS_BASE,
    CRITICAL_ILLNESS_UNCAPPED,
)


class CriticalIllness(NamedTuple):
    """Base and payment of a bill in fen, and the ledger after it."""

    ledger: Ledger
    base: Fen = 0
    payment: Fen = 0
    steps: tuple[Step, ...] = ()
    notices: tuple[BillNotice, ...] = ()


def pay_critical_illness(
    eligible: Fen, paid: Payment, terms: CriticalIllnessTerms, policy: Policy
) -> CriticalIllness:
    """Accumulate a bill's base in the year and pay the part of it that lies above the threshold."""
    ledger = paid.ledger
    before = ledger.critical_illness_base
    base = max(0, eligible - paid.basic_fund - paid.maternity)
    above = max(0, before + base - max(before, terms.threshold.figure))
    steps = (
        Step(
            CRITICAL_ILLNESS_BASE,
            base,
            (eligible, paid.basic_fund, paid.maternity),
            (policy.provisions.critical_illness_base,),
        ),
        Step(CRITICAL_ILLNESS_ABOVE, above, (base, before, terms.threshold)),
    )
    accumulated = ledger._replace(critical_illness_base=before + base)
    if not above:
        return CriticalIllness(accumulated, base, 0, steps)
    uncut = apply_rate(terms.rate.figure, above)
    payment, step = _cut_by_cap(uncut, above, terms, ledger.critical_illness_paid)
    return CriticalIllness(
        accumulated._replace(critical_illness_paid=ledger.critical_illness_paid + payment),
        base,
        payment,
        (*steps, step),
        ("critical_illness_cap_reached",) if payment < uncut else (),
    )


def _cut_by_cap(uncut: Fen, above: Fen, terms: CriticalIllnessTerms, paid_before: Fen) -> tuple[Fen, Step]:
    if terms.cap is None:
        return uncut, Step(CRITICAL_ILLNESS_UNCAPPED, uncut, (terms.rate, above))
    payment = min(uncut, remaining(terms.cap.figure, paid_before))
    return payment, Step(CRITICAL_ILLNESS, payment, (terms.rate, above, terms.cap, paid_before))
