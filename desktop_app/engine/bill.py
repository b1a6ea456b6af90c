"""One bill from its total to what is left to pay (R1, R4, R6, R20)."""

from typing import NamedTuple

from desktop_app.engine.benefits.payment import Payment
from desktop_app.engine.benefits.registry import BENEFITS, CRITICAL_ILLNESS_KINDS, FIXED_BENEFIT_KINDS
from desktop_app.engine.case import Bill
from desktop_app.engine.critical_illness import CriticalIllness, pay_critical_illness
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import Patient
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import (
    BillNotice,
    BillResult,
    Coverage,
    OutOfPocketParts,
    Reason,
    Step,
)
from desktop_app.engine.steps import (
    ABOVE_LIMIT,
    COPAYMENT,
    COVERED_BY_SERVICE,
    COVERED_BY_SETTLEMENT,
    ELIGIBLE,
    LEFT_TO_PAY,
    MATERNITY_ABOVE_LIMIT,
    MATERNITY_BEYOND_ELIGIBLE,
    NOT_COVERED,
    OUT_OF_POCKET,
    PAID_BY_OTHERS,
)


class _Parts(NamedTuple):
    """The causes of out-of-pocket beyond what the bill itself says, in fen, and their steps."""

    steps: tuple[Step, ...] = ()
    not_covered: Fen = 0
    copayment: Fen = 0
    above_limit: Fen = 0
    less_maternity: Fen = 0


def settle_bill(
    bill: Bill, patient: Patient, coverage: Coverage, ledger: Ledger, policy: Policy
) -> BillResult:
    """Settle one bill on a ledger. A bill that is not covered is paid nothing and leaves the ledger (R6)."""
    eligible = bill.total - bill.fully_self_paid - bill.over_price_limit - bill.class_b_copay
    crosses = bill.service_date.year < policy.year
    reason, period_steps = _covered(bill, coverage, policy, crosses=crosses)
    notices: tuple[BillNotice, ...] = ("stay_crosses_year",) if crosses else ()
    if reason is not None:
        paid = Payment(ledger, (), reason=reason, notices=notices)
        parts = _Parts((Step(NOT_COVERED, eligible, (eligible,)),), not_covered=eligible)
        return _result(bill, eligible, period_steps, paid, parts, CriticalIllness(ledger), policy)
    paid = BENEFITS[bill.kind](bill, eligible, patient, ledger, policy)
    critical = CriticalIllness(paid.ledger)
    if bill.kind in CRITICAL_ILLNESS_KINDS:
        critical = pay_critical_illness(eligible, paid, patient.critical_illness, policy)
    paid = paid._replace(notices=notices + paid.notices)
    return _result(bill, eligible, period_steps, paid, _parts(bill, eligible, paid), critical, policy)


def _covered(
    bill: Bill, coverage: Coverage, policy: Policy, *, crosses: bool
) -> tuple[Reason | None, tuple[Step, ...]]:
    """Say why a bill is not covered: by its service date, of a stay across new year by settlement (R6)."""
    if coverage.begin is None or coverage.end is None:
        return coverage.reason, ()
    provisions = policy.provisions
    if crosses:
        day, kind, basis = bill.settlement_date, COVERED_BY_SETTLEMENT, provisions.stay_across_new_year
    else:
        day, kind, basis = bill.service_date, COVERED_BY_SERVICE, provisions.covered_on_service_date
    step = Step(kind, day, (day, coverage.begin, coverage.end), (provisions.settlement_year, basis))
    if day < coverage.begin:
        return "before_coverage", (step,)
    return "after_coverage" if day > coverage.end else None, (step,)


def _parts(bill: Bill, eligible: Fen, paid: Payment) -> _Parts:
    """Split a covered bill's out-of-pocket into its causes."""
    if bill.kind in FIXED_BENEFIT_KINDS:
        return _fixed_benefit_parts(eligible, paid.maternity)
    if paid.reason is not None:
        return _Parts(not_covered=eligible)
    copayment = eligible - paid.deductible - paid.payment
    steps = [Step(COPAYMENT, copayment, (eligible, paid.deductible, paid.payment))]
    above_limit = paid.payment - paid.basic_fund
    if above_limit:
        steps.append(Step(ABOVE_LIMIT, above_limit, (paid.payment, paid.basic_fund)))
    return _Parts(tuple(steps), copayment=copayment, above_limit=above_limit, less_maternity=paid.maternity)


def _fixed_benefit_parts(eligible: Fen, benefit: Fen) -> _Parts:
    if benefit > eligible:
        beyond = benefit - eligible
        return _Parts((Step(MATERNITY_BEYOND_ELIGIBLE, beyond, (benefit, eligible)),), less_maternity=beyond)
    above = eligible - benefit
    return _Parts((Step(MATERNITY_ABOVE_LIMIT, above, (eligible, benefit)),), above_limit=above)


def _result(
    bill: Bill,
    eligible: Fen,
    period_steps: tuple[Step, ...],
    paid: Payment,
    parts: _Parts,
    critical: CriticalIllness,
    policy: Policy,
) -> BillResult:
    exclusions = (bill.fully_self_paid, bill.over_price_limit, bill.class_b_copay)
    paid_by_insurance = (paid.basic_fund, paid.maternity, critical.payment)
    out_of_pocket = bill.total - sum(paid_by_insurance)
    others = bill.other_payers
    paid_by_others = others.medical_assistance + others.other
    left_to_pay = max(0, out_of_pocket - paid_by_others)
    formula = (policy.provisions.eligible_expense,)
    return BillResult(
        id=bill.id,
        member=bill.member,
        covered=paid.reason in (None, "level_3_outpatient"),
        reason=paid.reason,
        notices=paid.notices + critical.notices,
        total=bill.total,
        eligible=eligible,
        deductible=paid.deductible,
        rate=paid.rate,
        tcm_rate=paid.tcm_rate,
        basic_fund=paid.basic_fund,
        maternity=paid.maternity,
        critical_illness_base=critical.base,
        critical_illness=critical.payment,
        out_of_pocket=out_of_pocket,
        out_of_pocket_parts=OutOfPocketParts(
            *exclusions,
            parts.not_covered,
            paid.deductible,
            parts.copayment,
            parts.above_limit,
            parts.less_maternity,
            critical.payment,
        ),
        paid_by_others=paid_by_others,
        left_to_pay=left_to_pay,
        steps=(
            *period_steps,
            Step(ELIGIBLE, eligible, (bill.total, *exclusions), formula),
            *paid.steps,
            *critical.steps,
            *parts.steps,
            Step(OUT_OF_POCKET, out_of_pocket, (bill.total, *paid_by_insurance)),
            Step(PAID_BY_OTHERS, paid_by_others, (others.medical_assistance, others.other)),
            Step(LEFT_TO_PAY, left_to_pay, (out_of_pocket, paid_by_others)),
        ),
        ledger=critical.ledger,
    )
