"""Hypothesis strategies: whole households of every kind, as a checked case may hold them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from households import YEARS, policy_of
from hypothesis import strategies as st

from desktop_app.engine.case import (
    ASSISTANCE_CATEGORIES,
    BILL_KINDS,
    INSTITUTION_TYPES,
    LEVELS,
    TIERS,
    Bill,
    Case,
    Enrolment,
    Institution,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    OtherPayers,
    Standard,
)
from desktop_app.engine.ledger import UNUSED, Ledger
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, Settlement
from desktop_app.engine.settle import settle

AMOUNTS = st.one_of(
    st.integers(0, 3_000),
    st.integers(0, 500_000),
    st.integers(0, 30_000_000),
    st.sampled_from([0, 1, 10_000, 20_000, 30_000, 60_000, 80_000, 1_783_300, 16_080_000, 60_000_000]),
)
CHRONIC = ("hypertension", "diabetes", "lupus")
MAJOR = ("dialysis", "lupus")


@dataclass(frozen=True)
class Household:
    """A case and the pack it is settled on."""

    case: Case
    policy: Policy

    def settle(self) -> Settlement:
        return settle(self.case, self.policy)

    def with_bills(self, bills: Sequence[Bill]) -> "Household":
        return Household(replace(self.case, bills=tuple(bills)), self.policy)


# Made once: building strategies anew for every example takes longer than drawing from them.
TCM_PARTS = st.one_of(st.just(0), AMOUNTS)
EXCLUDED = st.one_of(st.just(0), st.integers(0, 300_000))
BY_OTHERS = st.one_of(st.just(0), st.integers(0, 100_000))
BALANCES = st.one_of(
    st.just(UNUSED), st.builds(Ledger, *(st.one_of(st.just(0), AMOUNTS) for _ in Ledger._fields))
)
INSTITUTIONS = st.builds(Institution, st.sampled_from(LEVELS), st.sampled_from(INSTITUTION_TYPES))
CATEGORIES = st.lists(st.sampled_from(ASSISTANCE_CATEGORIES), max_size=2).map(tuple)
CHRONIC_LISTS = st.lists(st.sampled_from(CHRONIC), max_size=3).map(tuple)
MAJOR_LISTS = st.lists(st.sampled_from(MAJOR), max_size=2).map(tuple)
STAYS = st.sampled_from([0, 0, 0, 1, 9, 60])
UNTIL_PAYMENT = st.one_of(st.integers(0, 120), st.integers(88, 92))
A_TIER = st.sampled_from(TIERS)
A_YEAR = st.sampled_from(YEARS)


@cache
def days(first: date, last: date) -> st.SearchStrategy[date]:
    return st.integers(first.toordinal(), max(first, last).toordinal()).map(date.fromordinal)


@cache
def one_of(choices: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    return st.sampled_from(choices)


@cache
def births(year: int) -> st.SearchStrategy[date]:
    """Of residents of any age, many of them about to come of age."""
    of_age = days(date(year - 18, 1, 1), date(year - 18, 12, 31))
    return st.one_of(days(date(year - 90, 1, 1), date(year, 1, 1)), of_age)


@cache
def payments(year: int) -> st.SearchStrategy[date]:
    """Most of them in the main window."""
    in_time = days(date(year - 1, 10, 11), date(year - 1, 12, 31))
    return st.one_of(in_time, in_time, days(date(year - 1, 9, 1), date(year, 12, 31)))


@st.composite
def members(draw: st.DrawFn, year: int, id_: str, guardians: Sequence[str]) -> Member:
    kinds = ("standard", "standard", "standard", "independent", "none", "guardian")
    kind = draw(one_of(kinds if guardians else kinds[:-1]))
    new_year, last = date(year, 1, 1), date(year, 12, 31)
    enrolment: Enrolment
    if kind == "guardian":
        born = draw(days(new_year, last))
        enrolment = NewbornWithGuardian(draw(one_of(tuple(guardians))))
    elif kind == "independent":
        born = draw(days(date(year - 1, 1, 1), last))
        paid_on = born + timedelta(days=draw(UNTIL_PAYMENT))
        enrolment = NewbornIndependent(paid_on, draw(st.booleans()))
    else:
        born, paid_on = draw(births(year)), draw(payments(year))
        enrolment = Standard(max(paid_on, born)) if kind == "standard" else NotEnrolled()
    return Member(
        id=id_,
        birth_date=born,
        enrolment=enrolment,
        tier=None if kind == "guardian" else draw(A_TIER),
        assistance_categories=draw(CATEGORIES),
        chronic_diseases=draw(CHRONIC_LISTS),
        major_diseases=draw(MAJOR_LISTS),
        used_before=UNUSED if kind == "guardian" else draw(BALANCES),
    )


@st.composite
def bills(draw: st.DrawFn, year: int, id_: str, patients: Sequence[Member]) -> Bill:
    who = patients[draw(one_of(tuple(range(len(patients)))))]
    kinds = tuple(
        kind
        for kind in BILL_KINDS
        if (kind != "chronic_outpatient" or who.chronic_diseases)
        and (kind != "major_outpatient" or who.major_diseases)
    )
    settled = draw(days(max(who.birth_date, date(year, 1, 1)), date(year, 12, 31)))
    stay = timedelta(days=draw(STAYS))
    excluded = [draw(EXCLUDED) for _ in range(3)]
    eligible = draw(AMOUNTS)
    return Bill(
        id=id_,
        member=who.id,
        kind=draw(one_of(kinds)),
        service_date=max(who.birth_date, settled - stay),
        settlement_date=settled,
        institution=draw(INSTITUTIONS),
        total=eligible + sum(excluded),
        fully_self_paid=excluded[0],
        over_price_limit=excluded[1],
        class_b_copay=excluded[2],
        tcm_eligible=min(eligible, draw(TCM_PARTS)),
        other_payers=OtherPayers(*(draw(BY_OTHERS) for _ in range(2))),
    )


@st.composite
def households(draw: st.DrawFn, least_bills: int = 0, most_bills: int = 7) -> Household:
    year = draw(A_YEAR)
    people: list[Member] = []
    for number in range(draw(st.integers(1, 4))):
        guardians = [each.id for each in people if not isinstance(each.enrolment, NewbornWithGuardian)]
        people.append(draw(members(year, f"m{number}", guardians)))
    count = draw(st.integers(least_bills, most_bills))
    entered = tuple(draw(bills(year, f"b{number}", people)) for number in range(count))
    return Household(Case(year, tuple(people), entered), policy_of(year))


def in_order(case: Case) -> list[Bill]:
    """The bills in the order of the ledger: by settlement date, ties as entered (R2)."""
    return sorted(case.bills, key=lambda each: each.settlement_date)


def owners(case: Case) -> dict[str, Member]:
    """Whose ledger each member's bills run on (R8)."""
    people = {each.id: each for each in case.members}
    return {
        each.id: people[each.enrolment.guardian] if isinstance(each.enrolment, NewbornWithGuardian) else each
        for each in case.members
    }


def runs(settlement: Settlement) -> list[tuple[Bill, BillResult, Ledger]]:
    """Every bill in order of the ledger, with its result and the ledger before it."""
    owner = owners(settlement.case)
    ledger = {each.id: each.used_before for each in settlement.case.members}
    results = {each.id: each for each in settlement.bills}
    found = []
    for bill in in_order(settlement.case):
        name, result = owner[bill.member].id, results[bill.id]
        found.append((bill, result, ledger[name]))
        ledger[name] = result.ledger
    return found
