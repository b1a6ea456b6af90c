"""Special-disease outpatient, major (R18), and negotiated drugs (R19), which share one deductible a year."""

from desktop_app.engine.benefits.inpatient import pay_from_basic_cap
from desktop_app.engine.benefits.payment import Payment, remaining
from desktop_app.engine.benefits.rates import inpatient_rate, table_deductible
from desktop_app.engine.case import Bill
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import Patient
from desktop_app.engine.policy import Basis, Policy
from desktop_app.engine.result import Step
from desktop_app.engine.steps import YEARLY_DEDUCTIBLE


def pay_major_outpatient(
    bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy
) -> Payment:
    """Pay a visit at the inpatient rates; the deductible is topped up to the level's, once a year (R18)."""
    return _pay_at_yearly_deductible(bill, eligible, patient, ledger, policy, ())


def pay_negotiated_drug(
    bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy
) -> Payment:
    """Pay a negotiated drug like major outpatient, sharing its deductible (R19)."""
    as_major = (policy.provisions.negotiated_drug_as_major,)
    return _pay_at_yearly_deductible(bill, eligible, patient, ledger, policy, as_major)


def _pay_at_yearly_deductible(
    bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy, why: tuple[Basis, ...]
) -> Payment:
    provisions = policy.provisions
    rate, rate_steps = inpatient_rate(
        bill, patient, policy, (provisions.major_at_inpatient_rates,), (provisions.minor_points_for_major,)
    )
    table, table_step = table_deductible(bill, policy)
    charged_before = ledger.major_deductible
    deductible = min(eligible, remaining(table, charged_before))
    steps = (
        *rate_steps,
        table_step,
        Step(
            YEARLY_DEDUCTIBLE,
            deductible,
            (eligible, table, charged_before),
            (provisions.major_deductible_once_a_year, *why),
        ),
    )
    after = ledger._replace(major_deductible=charged_before + deductible)
    return pay_from_basic_cap(bill, eligible, deductible, rate, steps, patient, after, policy)
