"""The curve of the next bill: worked out by hand, and held against the whole case settled with that bill."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise, product

import pytest
from curves import MOST, YUAN, assert_settles_alike, kinds_of
from doctored import doctored
from generated import Household, days, households, one_of
from households import YEARS, bill, day, fen, member, policy_of, used
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.engine.case import (
    INSTITUTION_TYPES,
    LEVELS,
    TIERS,
    Case,
    Institution,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
)
from desktop_app.engine.ledger import UNUSED
from desktop_app.engine.policy import Policy
from desktop_app.planning.curve import CURVE_KINDS, Curve, CurveKind, NextBill, curve

ILL = {"chronic_diseases": ("hypertension", "diabetes"), "major_diseases": ("dialysis",)}
BALANCES = {
    "nothing": UNUSED,
    "near every limit": used(
        outpatient_paid="299.90",
        outpatient_deductible="150",
        chronic_paid="1399",
        basic_fund="79999",
        major_deductible="799.99",
        critical_illness_base="17832.99",
        critical_illness_paid="199999.50",
    ),
    "at every limit": used(
        outpatient_paid="500",
        outpatient_deductible="200",
        chronic_paid="1400",
        basic_fund="120000",
        major_deductible="800",
        critical_illness_base="17833",
        critical_illness_paid="200000",
    ),
    "over every limit": used(
        outpatient_paid="900",
        outpatient_deductible="900",
        chronic_paid="9000",
        basic_fund="250000",
        major_deductible="9000",
        critical_illness_base="250000",
        critical_illness_paid="450000",
    ),
}


def next_bill(kind: CurveKind, level=3, *, of="m1", at="general", on="2024-05-06", most=MOST) -> NextBill:
    return NextBill(of, kind, Institution(level, at), day(on), most)


def one(who, *bills, tier=1, what: NextBill | None = None, policy: Policy | None = None) -> Curve:
    members = who if isinstance(who, tuple) else (who,)
    policy = policy or policy_of(2024)
    return curve(Case(policy.year, members, bills), what or next_bill("inpatient"), tier, policy)


def vertices(drawn: Curve) -> list[tuple[str, str]]:
    return [(yuan(each.expense), yuan(each.out_of_pocket)) for each in drawn.vertices]


def events(drawn: Curve) -> list[tuple[str, str]]:
    return [(each.code, yuan(each.at)) for each in drawn.events]


def yuan(amount: Fraction) -> str:
    """Fen rounded half-up, as yuan without zeros at the end."""
    whole = int(amount + Fraction(1, 2))
    return f"{whole // 100}.{whole % 100:02d}".removesuffix(".00")


def test_the_example_of_the_format():
    drawn = one(member(1))
    # 800; 17,833 = 800 + 50 % of 34,066; 80,000 = 50 % of 160,000, 80,800 + 40 % of 62,967 paid more;
    # 200,000 = 60 % of 333,333.33 above 17,833, with the 80,000 paid: 431,166.33.
    assert vertices(drawn) == [
        ("0", "0"),
        ("800", "800"),
        ("34866", "17833"),
        ("160800", "43019.80"),
        ("431166.33", "151166.33"),
        ("600000", "320000"),
    ]
    assert events(drawn) == [
        ("deductible_met", "800"),
        ("critical_illness_begins", "34866"),
        ("basic_cap_reached", "160800"),
        ("critical_illness_cap_reached", "431166.33"),
    ]


def test_tier_2_turns_elsewhere():
    # 800 + 45 % of 37,851.11; 120,000 = 55 % of 218,181.82; 120,000 + 17,833 + 333,333.33.
    assert events(one(member(1), tier=2)) == [
        ("deductible_met", "800"),
        ("critical_illness_begins", "38651.11"),
        ("basic_cap_reached", "218981.82"),
        ("critical_illness_cap_reached", "471166.33"),
    ]


def test_the_bills_of_the_year_count_on_the_tier_of_the_curve():
    stay = bill("inpatient", "100800")
    # On tier 1 it paid 50,000, on tier 2 55,000: 30,000 and 65,000 are left of the caps.
    assert ("basic_cap_reached", "60800") in events(one(member(1), stay))  # 30,000 / 50 % + 800
    assert ("basic_cap_reached", "118981.82") in events(one(member(1), stay, tier=2))  # 65,000 / 55 % + 800


def test_critical_illness_that_has_begun_does_not_begin_again():
    stay = bill("inpatient", "60800")  # base 30,800
    codes = [code for code, _ in events(one(member(1), stay))]
    assert codes == ["deductible_met", "basic_cap_reached", "critical_illness_cap_reached"]


def test_critical_illness_that_has_begun_does_not_begin_where_the_top_up_ends():
    # Up to 600 the top-up leaves no base; beyond it critical illness insurance pays at once.
    drawn = one(member(1, used_before=used(critical_illness_base="20000")), what=next_bill("caesarean"))
    assert [bool(piece.critical_illness[1]) for piece in drawn.pieces[:2]] == [False, True]
    assert "critical_illness_begins" not in {code for code, _ in events(drawn)}


@pytest.mark.parametrize(
    ("level", "tier", "expected"),
    [
        (1, 1, [("outpatient_limit_reached", "500")]),  # 300 / 60 %
        (1, 2, [("outpatient_limit_reached", "833.33")]),
        (2, 1, [("deductible_met", "200"), ("outpatient_limit_reached", "950")]),  # 200 + 300 / 40 %
        (2, 2, [("deductible_met", "200"), ("outpatient_limit_reached", "1450")]),
        (3, 1, []),
    ],
)
def test_outpatient(level, tier, expected):
    assert events(one(member(1), what=next_bill("outpatient", level), tier=tier)) == expected


def test_outpatient_at_level_3_is_a_straight_line():
    assert vertices(one(member(1), what=next_bill("outpatient", 3))) == [("0", "0"), ("600000", "600000")]


def test_a_minor_at_a_childrens_hospital_has_the_deductible_of_level_2():
    child = member(1, born="2015-01-01")
    drawn = one(child, what=next_bill("outpatient", 3, at="children"))
    assert events(drawn) == [("deductible_met", "200"), ("outpatient_limit_reached", "950")]


def test_a_chronic_limit_grows_with_the_diseases():
    drawn = one(member(1, **ILL), what=next_bill("chronic_outpatient", 2))
    assert events(drawn) == [("chronic_limit_reached", "2333.33")]  # 1,400 / 60 %


def test_a_major_deductible_is_due_once_a_year():
    visit = bill("major_outpatient", "500")
    what = next_bill("negotiated_drug", 3)
    assert events(one(member(1, **ILL), visit, what=what))[0] == ("deductible_met", "300")


def test_a_caesarean_is_topped_up_to_the_minimum():
    drawn = one(member(1), what=next_bill("caesarean"))
    # Paid in full up to 600; then 600 in all, until the basic payment reaches it: 50 % of 1,200.
    assert vertices(drawn)[:3] == [("0", "0"), ("600", "0"), ("2000", "1400")]
    assert events(drawn)[:2] == [("deductible_met", "800"), ("maternity_topup_ends", "2000")]


def test_who_has_no_cap_has_no_event_of_it():
    drawn = one(member(1, assistance_categories=("minimum_living_allowance",)))
    # 8,916.50 = 800 + 50 % of 16,233; 65 % ever after.
    assert events(drawn) == [
        ("deductible_met", "800"),
        ("critical_illness_begins", "17033"),
        ("basic_cap_reached", "160800"),
    ]
    assert drawn.pieces[-1].out_of_pocket[1] == Fraction(35, 100)


def test_what_is_beyond_the_maximum_is_left_out():
    drawn = one(member(1), what=next_bill("inpatient", most=34_866_00))
    assert vertices(drawn) == [("0", "0"), ("800", "800"), ("34866", "17833")]
    assert events(drawn) == [("deductible_met", "800"), ("critical_illness_begins", "34866")]
    drawn = one(member(1), what=next_bill("inpatient", most=500_00))
    assert (vertices(drawn), events(drawn)) == ([("0", "0"), ("500", "500")], [])


@pytest.mark.parametrize(("kind", "level"), [("outpatient", 2), ("chronic_outpatient", 1), ("inpatient", 3)])
@pytest.mark.parametrize("balances", ["at every limit", "over every limit"])
def test_with_every_limit_used_up_before_it_is_a_straight_line(kind, level, balances):
    drawn = one(member(2, used_before=BALANCES[balances], **ILL), what=next_bill(kind, level), tier=2)
    assert (vertices(drawn), events(drawn)) == ([("0", "0"), ("600000", "600000")], [])


def test_a_used_up_basic_cap_leaves_the_other_events():
    drawn = one(member(1, used_before=used(basic_fund="80000")))
    # All of the bill is critical illness base: 17,833; 60 % of 333,333.33 above it.
    assert events(drawn) == [
        ("deductible_met", "800"),
        ("critical_illness_begins", "17833"),
        ("critical_illness_cap_reached", "351166.33"),
    ]


@pytest.mark.parametrize(
    ("who", "on"),
    [
        (member(1, enrolment=NotEnrolled()), "2024-05-06"),
        (member(1, paid="2024-02-10"), "2024-02-29"),  # covered from 1 March
        (member(1, paid="2024-12-01"), "2024-12-31"),
    ],
)
def test_without_coverage_it_is_a_straight_line(who, on):
    drawn = one(who, bill("inpatient", "9000", on="2024-05-01"), what=next_bill("inpatient", on=on))
    assert (vertices(drawn), events(drawn)) == ([("0", "0"), ("600000", "600000")], [])


def test_the_day_decides_the_age_and_the_bill_still_comes_last():
    stay = bill("inpatient", "160800", on="2024-12-01")
    turning = member(1, born="2006-06-01")
    # Until 31 May 55 %, and the stay of December, as an adult, has used up the cap all the same.
    young = one(turning, what=next_bill("inpatient", on="2024-05-31"))
    grown = one(turning, what=next_bill("inpatient", on="2024-06-01"))
    assert (young.pieces[1].basic_fund[1], grown.pieces[1].basic_fund[1]) == (
        Fraction(55, 100),
        Fraction(1, 2),
    )
    after = one(turning, stay, what=next_bill("inpatient", on="2024-05-31"))
    assert not any(any(piece.basic_fund) for piece in after.pieces)


def test_a_newborn_with_guardian_is_on_the_guardians_tier_and_ledger():
    parent = member(1, id_="m1")
    baby = member(None, id_="m2", born="2024-02-01", enrolment=NewbornWithGuardian("m1"))
    what = next_bill("inpatient", of="m2")
    drawn = one((parent, baby), bill("inpatient", "100800"), what=what, tier=2)
    # The parent's stay took 55,000 on tier 2; no minor's points.
    assert ("basic_cap_reached", "118981.82") in events(drawn)
    assert drawn.pieces[1].basic_fund[1] == Fraction(55, 100)


def families(year: int, balances: str) -> tuple:
    """People of every kind; the newborn shares the first adult's ledger."""
    before = BALANCES[balances]
    return (
        member(1, id_="adult", used_before=before, year=year, **ILL),
        member(2, id_="minor", born=f"{year - 9}-07-01", used_before=before, year=year, **ILL),
        member(
            1,
            id_="assisted",
            used_before=before,
            year=year,
            assistance_categories=("extreme_poverty", "orphan"),
            **ILL,
        ),
        member(
            None, id_="baby", born=f"{year}-02-01", year=year, enrolment=NewbornWithGuardian("adult"), **ILL
        ),
        member(
            1,
            id_="newborn",
            born=f"{year}-02-01",
            year=year,
            enrolment=NewbornIndependent(day(f"{year}-02-20")),
            **ILL,
        ),
    )


PACKS = {**{str(year): policy_of(year) for year in YEARS}, "doctored": doctored(policy_of(2024))}


@pytest.mark.parametrize("balances", BALANCES)
@pytest.mark.parametrize("pack", PACKS)
def test_curves_of_everybody_everywhere_settle_alike(pack, balances):
    policy = PACKS[pack]
    bills = (
        bill("inpatient", "3333.33", on=f"{policy.year}-03-07", of="adult", class_b="123.45"),
        bill("outpatient", "77.77", 1, on=f"{policy.year}-03-08", of="minor", id_="b2"),
    )
    case = Case(policy.year, families(policy.year, balances), bills)
    places = [(3, "general"), (3, "children"), (2, "tcm")]
    for kind, who, (level, at) in product(CURVE_KINDS, case.members, places):
        what = next_bill(kind, level, of=who.id, at=at, on=f"{policy.year}-10-01")
        for tier in TIERS:
            assert_settles_alike(curve(case, what, tier, policy), case, what, policy)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Household, NextBill]:
    """Any household, one of its members, and a next bill on any day of the year after the birth."""
    household = draw(households())
    if draw(st.booleans()):
        household = Household(household.case, doctored(household.policy))
    who = draw(one_of(household.case.members))
    year = household.case.policy_year
    on = draw(days(max(who.birth_date, date(year, 1, 1)), date(year, 12, 31)))
    most = draw(st.one_of(st.just(MOST), st.integers(1, MOST)))
    where = Institution(draw(one_of(LEVELS)), draw(one_of(INSTITUTION_TYPES)))
    return household, NextBill(who.id, draw(one_of(kinds_of(who))), where, on, most)


@settings(deadline=None)
@given(asked(), st.lists(st.integers(0, MOST), min_size=3, max_size=3))
def test_curves_settle_alike(given_, anywhere):
    household, what = given_
    case, policy = household.case, household.policy
    for tier in TIERS:
        drawn = curve(case, what, tier, policy)
        assert_settles_alike(drawn, case, what, policy, tuple(each % (what.max + 1) for each in anywhere))


@settings(deadline=None)
@given(asked())
def test_curves_are_continuous_rise_and_have_no_idle_vertex(given_):
    household, what = given_
    for tier in TIERS:
        drawn = curve(household.case, what, tier, household.policy)
        found = drawn.vertices
        assert (found[0].expense, found[0].out_of_pocket, found[-1].expense) == (0, 0, what.max)
        slopes = []
        for left, right in pairwise(found):
            assert left.expense < right.expense
            slopes.append((right.out_of_pocket - left.out_of_pocket) / (right.expense - left.expense))
        assert all(0 <= slope <= 1 for slope in slopes)
        assert all(left != right for left, right in pairwise(slopes))
        assert all(0 < event.at <= what.max for event in drawn.events)
        assert len({event.code for event in drawn.events}) == len(drawn.events)


@settings(deadline=None)
@given(asked())
def test_limits_are_reached_where_the_engine_says_so(given_):
    """One yuan before an event of a limit the bill has no notice of it, one yuan after it has."""
    household, what = given_
    for tier in TIERS:
        drawn = curve(household.case, what, tier, household.policy)
        for event in drawn.events:
            if event.code.endswith("_reached"):
                before, after = max(0, int(event.at) - YUAN), int(event.at) + YUAN
                assert event.code not in drawn.settle(before).notices
                assert event.code in drawn.settle(after).notices


def test_amounts_are_exact_at_any_expense():
    drawn = one(member(1))
    result = drawn.settle(fen("10000.01"))
    # (10,000.01 - 800) x 50 % = 4,600.005, rounded half-up.
    assert (result.basic_fund, result.out_of_pocket) == (fen("4600.01"), fen("5400"))
    assert drawn.out_of_pocket(Fraction(1_000_001)) == Fraction(1_080_001, 2)


def test_the_case_is_left_as_it_is():
    case = Case(2024, (member(1),), (bill("inpatient", "5000"),))
    before = replace(case)
    curve(case, next_bill("inpatient"), 2, policy_of(2024))
    assert case == before
