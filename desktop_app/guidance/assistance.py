"""Whether medical assistance, which is not computed, may lower what a family pays itself."""

from desktop_app.engine.case import Member
from desktop_app.engine.result import MemberResult, Settlement


def medical_assistance_may_apply(settlement: Settlement) -> bool:
    """Tell whether some member may get medical assistance and none was entered on that member's bills.

    May get it: someone who bears a part of a bill and has an assistance category (a newborn with guardian:
    the guardian's, R8), or whose year's critical illness base lies above the ordinary threshold (R20).
    """
    members = {member.id: member for member in settlement.case.members}
    return any(
        _bears_unassisted_bill(settlement, result.id) and _may_get_it(settlement, result, members)
        for result in settlement.members
    )


def _may_get_it(settlement: Settlement, result: MemberResult, members: dict[str, Member]) -> bool:
    threshold = settlement.policy.critical_illness.ordinary.threshold.figure
    has_category = bool(members[result.ledger_owner].assistance_categories)
    return has_category or result.ledger.critical_illness_base > threshold


def _bears_unassisted_bill(settlement: Settlement, member: str) -> bool:
    entered = any(
        bill.other_payers.medical_assistance > 0 for bill in settlement.case.bills if bill.member == member
    )
    return not entered and any(bill.out_of_pocket > 0 for bill in settlement.bills if bill.member == member)
