"""Inpatient stays, and every bill that draws on the shared basic cap (R12 to R16)."""

from desktop_app.engine.benefits.payment import Payment, lines_with_tcm, remaining
from desktop_app.engine.benefits.rates import inpatient_rate, table_deductible
from desktop_app.engine.case import Bill
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import BasisPoints, Fen
from desktop_app.engine.patient import Patient
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Step
from desktop_app.engine.steps import ADMISSION_DEDUCTIBLE, BASIC_FUND


def pay_inpatient(bill: Bill, eligible: Fen, patient: Patient, ledger: Ledger, policy: Policy) -> Payment:
    """Pay a stay: its own deductible, the rate of tier and level, up to what is left of the basic cap."""
    rate, rate_steps = inpatient_rate(bill, patient, policy)
    table, table_step = table_deductible(bill, policy)
    deductible = min(eligible, table)
    each_time = (policy.provisions.deductible_each_admission,)
    steps = (
        *rate_steps,
        table_step,
        Step(ADMISSION_DEDUCTIBLE, deductible, (eligible, table), each_time),
    )
    return pay_from_basic_cap(bill, eligible, deductible, rate, steps, patient, ledger, policy)


def pay_from_basic_cap(
    bill: Bill,
    eligible: Fen,
    deductible: Fen,
    rate: BasisPoints,
    steps: tuple[Step, ...],
    patient: Patient,
    ledger: Ledger,
    policy: Policy,
) -> Payment:
    """Pay the lines of a bill up to what is left of the basic cap (R16); ``steps`` are those before."""
    lines = lines_with_tcm(bill, eligible, deductible, rate, policy)
    cap = policy.inpatient.basic_cap[patient.tier]
    fund = min(lines.payment, remaining(cap.figure, ledger.basic_fund))
    shared = (policy.provisions.shared_basic_cap,)
    reached = ("basic_cap_reached",) if fund < lines.payment else ()
    return Payment(
        ledger._replace(basic_fund=ledger.basic_fund + fund),
        (*steps, *lines.steps, Step(BASIC_FUND, fund, (lines.payment, cap, ledger.basic_fund), shared)),
        deductible=deductible,
        rate=rate,
        tcm_rate=lines.tcm_rate,
        payment=lines.payment,
        basic_fund=fund,
        notices=(*lines.notices, *reached),
    )
