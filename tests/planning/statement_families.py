"""Hypothesis strategies: covered families, and one of their bills as a statement with a cause has it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from generated import Household, runs
from households import policy_of
from hypothesis import strategies as st
from statements import with_bill

from desktop_app.engine.bill import settle_bill
from desktop_app.engine.case import (
    LEVELS,
    TIERS,
    Bill,
    Case,
    Institution,
    Member,
    NewbornWithGuardian,
    OtherPayers,
    Standard,
    StatementLine,
)
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.patient import patient
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult
from desktop_app.engine.settle import settle

YEAR = 2024
NEW_YEAR = date(YEAR, 1, 1)
KINDS = ("inpatient",) * 3 + (
    "outpatient",
    "chronic_outpatient",
    "major_outpatient",
    "negotiated_drug",
    "caesarean",
    "prenatal",
)
PAID = Standard(date(YEAR - 1, 11, 2))
CAUSES = ("level", "tier", "minor", "no_tcm", "tcm_part", "twice", "none", "used", "used", "used")


class Made(NamedTuple):
    """A household, one of its bills, and what the engine makes of it with a cause in it."""

    household: Household
    bill_id: str
    cause: str
    result: BillResult


@st.composite
def families(draw: st.DrawFn) -> Household:
    """An adult, a minor and a newborn with the adult as guardian, all covered, with the adult's diseases."""
    diseases = {"chronic_diseases": ("hypertension",), "major_diseases": ("dialysis",)}
    adult = Member("m1", date(1980, 5, 1), PAID, draw(st.sampled_from(TIERS)), **diseases)
    minor = Member("m2", date(2012, 3, 4), PAID, draw(st.sampled_from(TIERS)), **diseases)
    newborn = Member("m3", NEW_YEAR, NewbornWithGuardian("m1"), **diseases)
    count = draw(st.integers(1, 4))
    entered = tuple(draw(bills(f"b{number}")) for number in range(count))
    return Household(Case(YEAR, (adult, minor, newborn), entered), policy_of(YEAR))


@st.composite
def bills(draw: st.DrawFn, id_: str) -> Bill:
    on = NEW_YEAR + timedelta(days=draw(st.integers(0, 365)))
    eligible = draw(st.one_of(st.integers(10_000, 300_000), st.integers(10_000, 20_000_000)))
    return Bill(
        id=id_,
        member=draw(st.sampled_from(("m1", "m2", "m3"))),
        kind=draw(st.sampled_from(KINDS)),
        service_date=on,
        settlement_date=on,
        institution=Institution(
            draw(st.sampled_from(LEVELS)), draw(st.sampled_from(("general", "tcm", "children")))
        ),
        total=eligible + 5_000,
        fully_self_paid=5_000,
        tcm_eligible=draw(st.one_of(st.just(0), st.integers(0, eligible))),
        other_payers=OtherPayers(draw(st.sampled_from((0, 3_000))), 0),
    )


@st.composite
def caused(draw: st.DrawFn) -> Made:
    """A statement's bill with a cause in it; some causes change nothing there."""
    household = draw(families())
    case, policy = household.case, household.policy
    bill = draw(st.sampled_from(case.bills))
    cause = draw(st.sampled_from(CAUSES))
    match cause:
        case "level":
            type_ = draw(st.sampled_from(("general", "tcm", "children")))
            institution = Institution(draw(st.sampled_from(LEVELS)), type_)
            result = in_the_year(household, with_bill(case, replace(bill, institution=institution)), bill.id)
        case "tier":
            owner = owner_of(case, bill)
            result = in_the_year(household, with_member(case, replace(owner, tier=3 - owner.tier)), bill.id)
        case "minor":
            result = draw(st.sampled_from(on_minor_terms(household, bill, given=bill.member != "m2")))
        case "no_tcm":
            result = alone(household, replace(bill, tcm_eligible=0))
        case "tcm_part":
            part = draw(st.integers(0, bill.total - bill.fully_self_paid))
            result = alone(household, replace(bill, tcm_eligible=part))
        case "twice" | "none":
            result = alone(household, bill, deductible_times(2 if cause == "twice" else 0, policy))
        case _:
            more = draw(st.one_of(st.integers(1, 50_000), st.integers(1, 20_000_000)))
            result = alone(household, bill, **{draw(st.sampled_from(Ledger._fields)): more})
    return Made(household, bill.id, cause, result)


def statement_from(bill: Bill, result: BillResult) -> dict[StatementLine, int]:
    return {
        "eligible": result.eligible,
        "deductible": result.deductible,
        "basic_fund": result.basic_fund,
        "maternity": result.maternity,
        "critical_illness": result.critical_illness,
        "medical_assistance": bill.other_payers.medical_assistance,
        "other": bill.other_payers.other,
        "out_of_pocket": result.out_of_pocket,
    }


def with_member(case: Case, changed: Member) -> Case:
    return replace(case, members=tuple(changed if each.id == changed.id else each for each in case.members))


def owner_of(case: Case, bill: Bill) -> Member:
    members = {each.id: each for each in case.members}
    who = members[bill.member]
    return members[who.enrolment.guardian] if isinstance(who.enrolment, NewbornWithGuardian) else who


def deductible_times(times: int, policy: Policy) -> Policy:
    def all_times(table):
        return {level: value._replace(figure=value.figure * times) for level, value in table.items()}

    return replace(
        policy,
        inpatient=replace(policy.inpatient, deductible=all_times(policy.inpatient.deductible)),
        outpatient=replace(policy.outpatient, deductible=all_times(policy.outpatient.deductible)),
    )


def in_the_year(household: Household, changed: Case, bill_id: str) -> BillResult:
    return next(each for each in settle(changed, household.policy).bills if each.id == bill_id)


def alone(household: Household, bill: Bill, policy: Policy | None = None, **more: int) -> BillResult:
    """The bill on its own ledger, with more used up, or under another pack."""
    ledger = ledger_before(household, bill)
    used = {name: getattr(ledger, name) + amount for name, amount in more.items()}
    return _on_ledger(household, bill, ledger._replace(**used), policy or household.policy)


def charged_once_more(household: Household, bill: Bill) -> BillResult:
    """The bill as if no yearly deductible had been charged before."""
    fresh = ledger_before(household, bill)._replace(outpatient_deductible=0, major_deductible=0)
    return _on_ledger(household, bill, fresh, household.policy)


def on_minor_terms(household: Household, bill: Bill, *, given: bool) -> list[BillResult]:
    """By another birth date, this bill alone (a newborn then in its own right) and all the member's bills."""
    members = {each.id: each for each in household.case.members}
    who = members[bill.member]
    other = replace(who, birth_date=NEW_YEAR.replace(year=YEAR - 1) if given else date(1900, 1, 1))
    taken = patient(who, members, household.policy)._replace(member=other, insured=other)
    covered = next(each.coverage for each in household.settle().members if each.id == who.id)
    ledger = ledger_before(household, bill)
    this_alone = settle_bill(bill, taken, covered, ledger, household.policy)
    if isinstance(who.enrolment, NewbornWithGuardian):
        return [this_alone]
    return [this_alone, in_the_year(household, with_member(household.case, other), bill.id)]


def ledger_before(household: Household, bill: Bill) -> Ledger:
    return next(before for each, _, before in runs(household.settle()) if each.id == bill.id)


def _on_ledger(household: Household, bill: Bill, ledger: Ledger, policy: Policy) -> BillResult:
    members = {each.id: each for each in household.case.members}
    covered = next(each.coverage for each in household.settle().members if each.id == bill.member)
    who = patient(members[bill.member], members, household.policy)
    return settle_bill(bill, who, covered, ledger, policy)
