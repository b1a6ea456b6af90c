"""Settle a household's year: a fold over its bills in order of settlement (R2)."""

from collections.abc import Iterable, Mapping

from desktop_app.engine.bill import settle_bill
from desktop_app.engine.case import Case, Member, NewbornWithGuardian
from desktop_app.engine.coverage import coverage
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.patient import patient
from desktop_app.engine.policy import Policy
from desktop_app.engine.premium import premium
from desktop_app.engine.result import BillResult, Coverage, MemberResult, OutOfPocketParts, Settlement, Totals


def settle(case: Case, policy: Policy) -> Settlement:
    """Answer what the insurance pays for a case, and why.

    ``case`` must be one that ``cases.read`` has checked and has no unknowns, ``policy`` the pack of its
    region and year.
    """
    members = {member.id: member for member in case.members}
    periods = {member.id: coverage(member, members, policy) for member in case.members}
    bills, ledgers = _fold(case, members, periods, policy)
    results = tuple(
        _member_result(member, periods[member.id], bills, ledgers, policy) for member in case.members
    )
    return Settlement(
        case=case,
        policy=policy,
        members=results,
        bills=bills,
        totals=_totals(bills),
        premium_own_share=sum(result.premium.own_share for result in results),
        out_of_pocket_parts=OutOfPocketParts(*_sums(bill.out_of_pocket_parts for bill in bills)),
    )


def ledger_owner(member: Member) -> str:
    """Whose ledger a member's bills run on: the own, or the guardian's (R8)."""
    enrolment = member.enrolment
    return enrolment.guardian if isinstance(enrolment, NewbornWithGuardian) else member.id


def _fold(
    case: Case, members: Mapping[str, Member], periods: Mapping[str, Coverage], policy: Policy
) -> tuple[tuple[BillResult, ...], Mapping[str, Ledger]]:
    """Run the ledgers over the bills by settlement date, ties as entered; answer in the case's order."""
    patients = {member.id: patient(member, members, policy) for member in case.members}
    ledgers = {member.id: member.used_before for member in case.members}
    results: dict[str, BillResult] = {}
    for bill in sorted(case.bills, key=lambda bill: bill.settlement_date):
        owner = ledger_owner(members[bill.member])
        result = settle_bill(bill, patients[bill.member], periods[bill.member], ledgers[owner], policy)
        ledgers[owner] = result.ledger
        results[bill.id] = result
    return tuple(results[bill.id] for bill in case.bills), ledgers


def _member_result(
    member: Member,
    period: Coverage,
    bills: tuple[BillResult, ...],
    ledgers: Mapping[str, Ledger],
    policy: Policy,
) -> MemberResult:
    owner = ledger_owner(member)
    return MemberResult(
        id=member.id,
        coverage=period,
        premium=premium(member, period, policy),
        totals=_totals(bill for bill in bills if bill.member == member.id),
        ledger=ledgers[owner],
        ledger_owner=owner,
    )


def _totals(bills: Iterable[BillResult]) -> Totals:
    return Totals(
        *_sums(
            (
                bill.total,
                bill.eligible,
                bill.deductible,
                bill.basic_fund,
                bill.maternity,
                bill.critical_illness,
                bill.out_of_pocket,
                bill.paid_by_others,
                bill.left_to_pay,
            )
            for bill in bills
        )
    )


def _sums(rows: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Sum rows column by column; no rows give no columns, so that the defaults of the sum's type apply."""
    return tuple(map(sum, zip(*rows, strict=True)))
