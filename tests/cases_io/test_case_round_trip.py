"""A case that is written is read as the same case."""

from datetime import date, timedelta

from case_documents import write_case
from case_trees import full_case, has_pack
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cases.read import read_case, read_document
from desktop_app.engine.case import (
    ASSISTANCE_CATEGORIES,
    BILL_AMOUNTS,
    BILL_KINDS,
    INSTITUTION_TYPES,
    LEVELS,
    SITUATIONS,
    STATEMENT_LINES,
    TIERS,
    Bill,
    Case,
    Institution,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    OtherPayers,
    Standard,
    Unknown,
)
from desktop_app.engine.ledger import Ledger

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=4)
AMOUNTS = st.integers(0, 10**9)
BORN_LONG_AGO = st.dates(date(1930, 1, 1), date(2020, 12, 31))
IN_2024 = st.dates(date(2024, 1, 1), date(2024, 12, 31))
DISEASES = st.lists(NAMES, min_size=1, max_size=3).map(tuple)
CHOICES = {
    "tier": st.sampled_from(TIERS),
    "name": TEXT,
    "id_number": st.none() | TEXT,
    "assistance_categories": st.lists(st.sampled_from(ASSISTANCE_CATEGORIES), max_size=3).map(tuple),
    "chronic_diseases": DISEASES,
    "major_diseases": DISEASES,
}
LEDGERS = st.builds(Ledger, *[AMOUNTS] * len(Ledger._fields))


@st.composite
def members(draw):
    ids = draw(st.lists(NAMES, min_size=2, max_size=4, unique=True))
    guardian, child, *others = ids
    enrolled = st.builds(Standard, st.dates(date(2021, 1, 1), date(2030, 1, 1))) | st.just(NotEnrolled())
    adults = [
        draw(
            st.builds(
                Member,
                id=st.just(name),
                birth_date=BORN_LONG_AGO,
                enrolment=enrolled,
                used_before=LEDGERS,
                **CHOICES,
            )
        )
        for name in (guardian, *others)
    ]
    born = draw(IN_2024)
    paid = st.dates(born, date(2026, 1, 1))
    newborn = st.builds(NewbornIndependent, paid, st.booleans())
    if draw(st.booleans()):
        choices, newborn = CHOICES | {"tier": st.none()}, st.just(NewbornWithGuardian(guardian))
    else:
        choices = CHOICES
    return (
        *adults,
        draw(st.builds(Member, id=st.just(child), birth_date=st.just(born), enrolment=newborn, **choices)),
    )


@st.composite
def bills(draw, household, name):
    patient = draw(st.sampled_from(household))
    service = draw(st.dates(max(patient.birth_date, date(2023, 12, 1)), date(2024, 12, 31)))
    settled = draw(st.dates(max(service, date(2024, 1, 1)), date(2024, 12, 31)))
    parts = [draw(AMOUNTS) for _ in range(4)]
    return Bill(
        name,
        patient.id,
        draw(st.sampled_from(BILL_KINDS)),
        service,
        settled,
        draw(st.builds(Institution, st.sampled_from(LEVELS), st.sampled_from(INSTITUTION_TYPES), TEXT)),
        sum(parts) + draw(AMOUNTS),
        *parts,
        draw(st.builds(OtherPayers, AMOUNTS, AMOUNTS)),
        draw(st.dictionaries(st.sampled_from(STATEMENT_LINES), AMOUNTS)),
    )


@st.composite
def cases(draw):
    household = draw(members())
    names = draw(st.lists(NAMES, max_size=3, unique=True))
    made = tuple(draw(bills(household, name)) for name in names)
    situations = tuple(draw(st.lists(st.sampled_from(SITUATIONS), max_size=2)))
    unknowns = (*draw(unknown_balances(household)), *draw(unknown_amounts(made)))
    return Case(2024, household, made, "chongqing", draw(TEXT), draw(TEXT), situations, unknowns)


@st.composite
def unknown_balances(draw, household):
    """A case holds the lower ends; here the ranges begin at the amounts that were drawn anyway."""
    found = []
    for member in household:
        if not isinstance(member.enrolment, NewbornWithGuardian):
            for name in Ledger._fields:
                if draw(st.sampled_from((False, False, True))):
                    low = getattr(member.used_before, name)
                    found.append(Unknown("member", member.id, name, low, low + draw(AMOUNTS)))
    return found


@st.composite
def unknown_amounts(draw, made):
    found = []
    for bill in made:
        for name in BILL_AMOUNTS:
            if draw(st.sampled_from((False, False, True))):
                low = getattr(bill, name)
                found.append(Unknown("bill", bill.id, name, low, low + draw(AMOUNTS)))
    return found


@given(cases())
def test_what_is_written_is_read_as_the_same_case(case):
    assert read_case(write_case(case).encode(), has_pack) == case


def test_another_region_is_written():
    case = Case(2024, (), (), "wanzhou")
    assert read_case(write_case(case).encode(), lambda region, year: True) == case


def test_files_are_indented_and_leave_out_what_is_not_said():
    case = read_document(full_case(), has_pack)
    assert isinstance(case, Case)
    text = write_case(case)
    assert text.endswith("\n}\n")
    assert '\n  "policy_year": 2024,\n' in text
    assert '"户主"' in text
    assert "over_price_limit" not in text
    assert "region" not in text.replace("registered_here", "")
    assert case.bills[1].settlement_date - case.bills[1].service_date == timedelta(0)
    assert text.count("settlement_date") == 1


def test_what_a_case_says_is_read():
    case = read_document(full_case(), has_pack)
    assert isinstance(case, Case)
    adult, child, twin, grandfather = case.members
    assert adult.used_before == Ledger(outpatient_paid=12000, basic_fund=500000)
    assert adult.assistance_categories == ("minimum_living_allowance",)
    assert child.enrolment == NewbornIndependent(date(2024, 4, 20))
    assert (twin.enrolment, twin.tier) == (NewbornWithGuardian("m1"), None)
    assert grandfather.enrolment == NotEnrolled()
    stay, visit = case.bills
    assert (stay.total, stay.class_b_copay, stay.other_payers.other) == (3500000, 150000, 1230)
    assert stay.paid_on_statement == {"basic_fund": 1500000, "critical_illness": 0}
    assert (visit.settlement_date, visit.institution) == (date(2024, 3, 9), Institution(1))
