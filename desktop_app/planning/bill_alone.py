"""One bill of a case by itself, so that it alone can be settled otherwise, the year before it as it was."""

from dataclasses import replace
from typing import NamedTuple

from desktop_app.engine.bill import settle_bill
from desktop_app.engine.case import Bill, Case, OtherPayers
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.patient import Patient, patient
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, Coverage, Settlement
from desktop_app.engine.settle import settle
from desktop_app.planning.variants import bill_of, with_bill


class BillAlone(NamedTuple):
    """All that a bill is settled from; ``ledger`` is the state before it."""

    bill: Bill
    patient: Patient
    coverage: Coverage
    ledger: Ledger
    policy: Policy

    def settle(self) -> BillResult:
        """Settle the bill."""
        return settle_bill(*self)


def result_of(settlement: Settlement, bill_id: str) -> BillResult:
    """Find a bill's result. KeyError: there is none with this id."""
    for result in settlement.bills:
        if result.id == bill_id:
            return result
    raise KeyError(bill_id)


def alone(case: Case, bill_id: str, policy: Policy) -> BillAlone:
    """Take a bill out of a checked case. KeyError: there is none with this id."""
    bill = bill_of(case, bill_id)
    nothing = replace(
        bill,
        total=0,
        fully_self_paid=0,
        over_price_limit=0,
        class_b_copay=0,
        tcm_eligible=0,
        other_payers=OtherPayers(),
    )
    # A bill over nothing leaves the ledger as it finds it: in this one's place it shows the state before.
    before = settle(with_bill(case, nothing), policy)
    members = {member.id: member for member in case.members}
    covered = next(result.coverage for result in before.members if result.id == bill.member)
    return BillAlone(
        bill,
        patient(members[bill.member], members, policy),
        covered,
        result_of(before, bill_id).ledger,
        policy,
    )
