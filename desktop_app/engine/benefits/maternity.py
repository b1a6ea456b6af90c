"""Maternity: prenatal care and natural delivery (R22), the caesarean minimum (R23)."""

from desktop_app.engine.benefits.inpatient import pay_inpatient
from desktop_app.engine.benefits.payment import Payment, remaining
from desktop_app.engine.case import Bill
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import Patient
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Step
from desktop_app.engine.steps import CAESAREAN_TOP_UP, NATURAL_DELIVERY, PRENATAL


def pay_prenatal(bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy) -> Payment:
    """Pay the eligible expense of prenatal care up to the year's limit (R22)."""
    limit = policy.maternity.prenatal_limit
    benefit = min(eligible, remaining(limit.figure, ledger.prenatal_paid))
    per_year = (policy.provisions.prenatal_per_year,)
    return Payment(
        ledger._replace(prenatal_paid=ledger.prenatal_paid + benefit),
        (Step(PRENATAL, benefit, (eligible, limit, ledger.prenatal_paid), per_year),),
        maternity=benefit,
    )


def pay_natural_delivery(
    bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy
) -> Payment:
    """Pay the fixed benefit of a natural delivery, no more than the bill's total (R22)."""
    fixed = policy.maternity.natural_delivery
    benefit = min(fixed.figure, bill.total)
    at_most = (policy.provisions.delivery_at_most_total,)
    return Payment(
        ledger, (Step(NATURAL_DELIVERY, benefit, (bill.total, fixed), at_most),), maternity=benefit
    )


def pay_caesarean(bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy) -> Payment:
    """Pay a caesarean as a stay, topped up to the minimum where the basic payment is below it (R23)."""
    stay = pay_inpatient(bill, eligible, patient, ledger, policy)
    minimum = policy.maternity.caesarean_minimum
    top_up = max(0, min(minimum.figure, bill.total) - stay.basic_fund)
    provisions = (policy.provisions.caesarean_top_up,)
    step = Step(CAESAREAN_TOP_UP, top_up, (stay.basic_fund, minimum, bill.total), provisions)
    return stay._replace(steps=(*stay.steps, step), maternity=top_up)
