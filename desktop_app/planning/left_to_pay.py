"""What others paid, taken off a range of out-of-pocket: more than is due for a bill helps no other bill."""

from dataclasses import replace

from desktop_app.engine.case import Bill, Case
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen, Range
from desktop_app.engine.policy import Policy
from desktop_app.engine.settle import ledger_owner, settle
from desktop_app.planning.corners import LOWERING, MOST_BASE, MOST_PAID, corner
from desktop_app.planning.variants import bill_of, member_of, with_member


def left_of(own: Range, case: Case, policy: Policy, leeway: Fen) -> Range:
    """Bound what is left to pay of the bills of one ledger, their out-of-pocket being in the range ``own``.

    ``case`` holds those who share the ledger, ``leeway`` is theirs. Where nobody paid more than the least
    that a bill may cost, the range is as narrow as ``own``.
    """
    others = {bill.id: bill.other_payers.medical_assistance + bill.other_payers.other for bill in case.bills}
    taken = sum(
        min(paid, _least_own(case, bill, policy, leeway))
        for bill in case.bills
        if (paid := others[bill.id]) > 0
    )
    return Range(max(0, own.low - sum(others.values())), max(0, own.high - taken))


def _least_own(case: Case, bill: Bill, policy: Policy, leeway: Fen) -> Fen:
    """Bound a bill's out-of-pocket from below: settled alone, on the best ledger it may meet."""
    best = corner(case, LOWERING)
    owner = member_of(best, ledger_owner(member_of(best, bill.member)))
    met = _most_used(case, bill, owner.id, policy)
    used = owner.used_before._replace(
        outpatient_deductible=met.outpatient_deductible,
        major_deductible=met.major_deductible,
        critical_illness_base=met.critical_illness_base + leeway,
    )
    alone = with_member(replace(best, bills=(bill_of(best, bill.id),)), replace(owner, used_before=used))
    (settled,) = settle(alone, policy).bills
    return max(0, settled.out_of_pocket - leeway)


def _most_used(case: Case, bill: Bill, owner: str, policy: Policy) -> Ledger:
    """Take the most that may have been charged of deductibles, and gathered of the base, before a bill."""
    ordered = sorted(case.bills, key=lambda each: each.settlement_date)
    before = {each.id for each in ordered[: [each.id for each in ordered].index(bill.id)]}
    earlier = replace(
        case,
        bills=tuple(each for each in case.bills if each.id in before),
        unknowns=tuple(each for each in case.unknowns if each.record == "member" or each.id in before),
    )
    charged, gathered = (
        next(each.ledger for each in settle(corner(earlier, fields), policy).members if each.id == owner)
        for fields in (MOST_PAID, MOST_BASE)
    )
    return charged._replace(critical_illness_base=gathered.critical_illness_base)
