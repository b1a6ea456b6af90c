"""What a benefit answers, and the payment lines that several benefits share (R15, R16)."""

from typing import NamedTuple

from desktop_app.engine.case import Bill
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import WHOLE, BasisPoints, Fen, apply_rate, share
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillNotice, Reason, Step
from desktop_app.engine.steps import (
    PAYMENT,
    PAYMENT_OF_PARTS,
    REST_PAYMENT,
    TCM_DEDUCTIBLE,
    TCM_PAYMENT,
    TCM_RATE,
)


class Payment(NamedTuple):
    """What is paid of one covered bill before critical illness insurance, in fen.

    ``payment`` is the basic fund's payment before any limit cut it, ``ledger`` the ledger after the bill.
    """

    ledger: Ledger
    steps: tuple[Step, ...]
    deductible: Fen = 0
    rate: BasisPoints | None = None
    tcm_rate: BasisPoints | None = None
    payment: Fen = 0
    basic_fund: Fen = 0
    maternity: Fen = 0
    notices: tuple[BillNotice, ...] = ()
    reason: Reason | None = None


class Lines(NamedTuple):
    """The rounded payment lines of a bill, summed, in fen."""

    payment: Fen
    tcm_rate: BasisPoints | None
    steps: tuple[Step, ...]
    notices: tuple[BillNotice, ...] = ()


def remaining(limit: Fen, used: Fen) -> Fen:
    """Take what a limit has left; used more than the limit counts as the limit reached."""
    return max(0, limit - used)


def single_line(eligible: Fen, deductible: Fen, rate: BasisPoints) -> Lines:
    """One payment line: the rate of what lies above the deductible (R16)."""
    payment = apply_rate(rate, eligible - deductible)
    return Lines(payment, None, (Step(PAYMENT, payment, (rate, eligible, deductible)),))


def lines_with_tcm(bill: Bill, eligible: Fen, deductible: Fen, rate: BasisPoints, policy: Policy) -> Lines:
    """One payment line, or two where TCM drugs of a TCM institution get their points (R15)."""
    part = bill.tcm_eligible
    if not part:
        return single_line(eligible, deductible, rate)
    if bill.institution.type != "tcm":
        return single_line(eligible, deductible, rate)._replace(notices=("tcm_uplift_not_applicable",))
    points = policy.tcm.points
    tcm_deductible = share(part, eligible, deductible)
    tcm_rate = min(WHOLE, rate + points.figure)
    tcm_payment = apply_rate(tcm_rate, part - tcm_deductible)
    rest_payment = apply_rate(rate, (eligible - part) - (deductible - tcm_deductible))
    payment = rest_payment + tcm_payment
    steps = (
        Step(TCM_DEDUCTIBLE, tcm_deductible, (deductible, part, eligible), (policy.provisions.tcm_parts,)),
        Step(TCM_RATE, tcm_rate, (rate, points)),
        Step(TCM_PAYMENT, tcm_payment, (tcm_rate, part, tcm_deductible)),
        Step(REST_PAYMENT, rest_payment, (rate, eligible, part, deductible, tcm_deductible)),
        Step(PAYMENT_OF_PARTS, payment, (rest_payment, tcm_payment)),
    )
    return Lines(payment, tcm_rate, steps)
