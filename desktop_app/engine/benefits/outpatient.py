"""Ordinary outpatient (R11)."""

from desktop_app.engine.age import adult_on_step, is_minor
from desktop_app.engine.benefits.payment import Payment, remaining, single_line
from desktop_app.engine.case import LEVELS, Bill
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import Patient
from desktop_app.engine.policy import Amount, Policy, Rate
from desktop_app.engine.result import Step
from desktop_app.engine.steps import (
    OUTPATIENT_DEDUCTIBLE,
    OUTPATIENT_FUND,
    OUTPATIENT_LEVEL_NOT_PAID,
    OUTPATIENT_MINOR_RATE,
    OUTPATIENT_RATE,
    OUTPATIENT_TABLE_DEDUCTIBLE,
)


def pay_outpatient(bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy) -> Payment:
    """Pay an ordinary outpatient bill, up to the tier's annual limit of all levels together (R11)."""
    rate, table, steps = _terms(bill, patient, policy)
    if not rate.figure:
        not_paid = Step(OUTPATIENT_LEVEL_NOT_PAID, eligible, (eligible, rate))
        return Payment(ledger, (not_paid,), reason="level_3_outpatient")
    charged_before = ledger.outpatient_deductible
    deductible = min(eligible, remaining(table.figure, charged_before))
    line = single_line(eligible, deductible, rate.figure)
    limit = policy.outpatient.limit[patient.tier]
    fund = min(line.payment, remaining(limit.figure, ledger.outpatient_paid))
    guardian = (policy.provisions.guardian_outpatient,) if patient.with_guardian else ()
    return Payment(
        ledger._replace(
            outpatient_paid=ledger.outpatient_paid + fund, outpatient_deductible=charged_before + deductible
        ),
        (
            *steps,
            Step(OUTPATIENT_TABLE_DEDUCTIBLE, table.figure, (table,)),
            Step(OUTPATIENT_DEDUCTIBLE, deductible, (eligible, table.figure, charged_before)),
            *line.steps,
            Step(OUTPATIENT_FUND, fund, (line.payment, limit, ledger.outpatient_paid), guardian),
        ),
        deductible=deductible,
        rate=rate.figure,
        payment=line.payment,
        basic_fund=fund,
        notices=("outpatient_limit_reached",) if fund < line.payment else (),
    )


def _terms(bill: Bill, patient: Patient, policy: Policy) -> tuple[Rate, Amount, tuple[Step, ...]]:
    """Rate and deductible of the institution's level, or of a minor's level 3 children's hospital."""
    outpatient = policy.outpatient
    level = bill.institution.level
    rate = outpatient.rate[level]
    excepted = level == LEVELS[-1] and bill.institution.type in outpatient.minor_institution_types
    if not excepted or not is_minor(patient.member.birth_date, bill.service_date, policy):
        return rate, outpatient.deductible[level], (Step(OUTPATIENT_RATE, rate.figure, (rate,)),)
    minor_rate = outpatient.minor_institution_rate
    shared_level = LEVELS[outpatient.minor_institution_level.figure - 1]
    steps = (
        adult_on_step(patient.member.birth_date, policy),
        Step(
            OUTPATIENT_MINOR_RATE,
            minor_rate.figure,
            (minor_rate,),
            (policy.provisions.minor_institution_as_level_2,),
        ),
    )
    return minor_rate, outpatient.deductible[shared_level], steps
