"""Special-disease outpatient, chronic (R17)."""

from desktop_app.engine.age import is_minor
from desktop_app.engine.benefits.payment import Payment, lines_with_tcm, remaining
from desktop_app.engine.case import Bill
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import Patient
from desktop_app.engine.policy import Basis, Policy
from desktop_app.engine.result import Step
from desktop_app.engine.steps import CHRONIC_FUND, CHRONIC_LIMIT, CHRONIC_RATE


def pay_chronic_outpatient(
    bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy
) -> Payment:
    """Pay a visit by level without deductible, up to the annual limit that grows with each disease (R17)."""
    rate = policy.chronic.rate[bill.institution.level]
    lines = lines_with_tcm(bill, eligible, 0, rate.figure, policy)
    limit, limit_step = _limit(patient, policy)
    fund = min(lines.payment, remaining(limit, ledger.chronic_paid))
    reached = ("chronic_limit_reached",) if fund < lines.payment else ()
    return Payment(
        ledger._replace(chronic_paid=ledger.chronic_paid + fund),
        (
            Step(CHRONIC_RATE, rate.figure, (rate,), _no_minor_points(bill, patient, policy)),
            *lines.steps,
            limit_step,
            Step(CHRONIC_FUND, fund, (lines.payment, limit, ledger.chronic_paid)),
        ),
        rate=rate.figure,
        tcm_rate=lines.tcm_rate,
        payment=lines.payment,
        basic_fund=fund,
        notices=(*lines.notices, *reached),
    )


def chronic_limit(patient: Patient, policy: Policy) -> Fen:
    """The annual limit of a patient with a recognised disease, in fen (R17)."""
    further = patient.diseases - 1
    return policy.chronic.limit.figure + policy.chronic.limit_per_further_disease.figure * further


def _limit(patient: Patient, policy: Policy) -> tuple[Fen, Step]:
    first = policy.chronic.limit
    further = policy.chronic.limit_per_further_disease
    limit = chronic_limit(patient, policy)
    counted = (policy.provisions.every_special_disease_counts,) if patient.diseases > 1 else ()
    return limit, Step(CHRONIC_LIMIT, limit, (first, further, patient.diseases), counted)


def _no_minor_points(bill: Bill, patient: Patient, policy: Policy) -> tuple[Basis, ...]:
    minor = is_minor(patient.member.birth_date, bill.service_date, policy)
    return (policy.provisions.no_minor_points_for_chronic,) if minor else ()
