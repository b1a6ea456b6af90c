"""From which expense on the other tier is cheaper: by hand, and against the year settled on both tiers."""

from fractions import Fraction

import pytest
from curves import MOST, YUAN, kinds_of, year_cost
from generated import Household, households, one_of
from households import bill, fen, member, policy_of, used
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.engine.case import INSTITUTION_TYPES, LEVELS, Case, Institution, NewbornWithGuardian
from desktop_app.planning.break_even import TierCurves, tier_curves
from desktop_app.planning.curve import CurveKind, NextBill

POLICY = policy_of(2024)
ROUNDING = 4
"""Fen by which two settled years may miss the unrounded difference: two a tier."""


def tiers(who, *bills, kind: CurveKind = "inpatient", level=3, of="m1", most=MOST) -> TierCurves:
    members = who if isinstance(who, tuple) else (who,)
    what = NextBill(of, kind, Institution(level), bill(kind, "1").service_date, most)
    return tier_curves(Case(2024, members, bills), what, POLICY)


def at(found: TierCurves) -> list[str]:
    return [yuan(each) for each in found.break_even]


def stretches(found: TierCurves, tier: int) -> list[tuple[str, str]]:
    return [(yuan(each.begin), yuan(each.end)) for each in found.cheaper(tier)]


def yuan(amount: Fraction) -> str:
    whole = int(amount + Fraction(1, 2))
    return f"{whole // 100}.{whole % 100:02d}".removesuffix(".00")


def test_the_example_of_the_format():
    found = tiers(member(1))
    # Premiums 380 and 755: 375 are 5 points of 7,500 above the deductible of 800.
    assert at(found) == ["8300"]
    assert stretches(found, 1) == [("0", "8300")]
    assert stretches(found, 2) == [("8300", "600000")]
    assert found.year == {1: fen("380"), 2: fen("755")}


def test_the_own_tier_makes_no_difference():
    assert at(tiers(member(2))) == at(tiers(member(1)))


def test_the_tiers_may_turn_several_times():
    found = tiers(member(1, assistance_categories=("minimum_living_allowance",)))
    # Own shares 38 and 375: 337 are 5 points of 6,740 above 800. On tier 1 critical illness begins at 17,033,
    # where tier 2 is 474.65 ahead and then loses 27.5 a hundred until it begins there too at 18,836.67:
    # equal after 1,726. Then tier 1 is 21.3583 ahead and loses 1.75 a hundred: equal after 1,220.476.
    assert at(found) == ["7540", "18759", "20057.14"]
    assert stretches(found, 1) == [("0", "7540"), ("18759", "20057.14")]
    assert stretches(found, 2) == [("7540", "18759"), ("20057.14", "600000")]


def test_an_interval_of_equality_is_given_by_its_ends():
    # This stay has made the tiers equal: its 5 points are the 375.
    stay = bill("inpatient", "8300")
    visits = tiers(member(1), stay, kind="outpatient", level=1)
    assert at(visits) == ["0", "500"]  # equal until the limit of tier 1
    assert (stretches(visits, 1), stretches(visits, 2)) == ([], [("500", "600000")])


def test_equality_everywhere_is_given_by_both_ends():
    ill = member(1, chronic_diseases=("hypertension",))
    found = tiers(ill, bill("inpatient", "8300"), kind="chronic_outpatient")
    assert at(found) == ["0", "600000"]
    assert (stretches(found, 1), stretches(found, 2)) == ([], [])


def test_equality_at_zero_alone_counts():
    # Another stay of 7,500 beyond: the deductible keeps them equal up to 800.
    assert at(tiers(member(1), bill("inpatient", "8300"))) == ["0", "800"]
    # Without a deductible left tier 2 is ahead at once.
    found = tiers(
        member(1, used_before=used(major_deductible="800")), bill("inpatient", "8300"), kind="negotiated_drug"
    )
    assert at(found) == ["0"]
    assert stretches(found, 2) == [("0", "600000")]


def test_one_tier_may_always_be_cheaper():
    assert at(tiers(member(1), kind="outpatient", level=1)) == []  # 200 more at most, for 375
    martyrs = tiers(member(1, assistance_categories=("martyr_family",)))  # tier 2 costs them nothing
    assert (at(martyrs), stretches(martyrs, 2)) == ([], [("0", "600000")])


def test_a_break_even_at_the_maximum_counts():
    assert at(tiers(member(1), most=8_300_00)) == ["8300"]
    assert at(tiers(member(1), most=8_299_99)) == []


def test_who_shares_the_ledger_shares_the_cost():
    parent = member(1)
    baby = member(None, id_="m2", born="2024-02-01", enrolment=NewbornWithGuardian("m1"))
    other = member(1, id_="m3")
    stays = (bill("inpatient", "4800", of="m1"), bill("inpatient", "99999", of="m3", id_="b2"))
    found = tiers((parent, baby, other), *stays, of="m2")
    # The parent's stay has brought 5 points of 4,000; what a third member pays is left out.
    assert found.year == {1: fen("380") + fen("2800"), 2: fen("755") + fen("2600")}
    assert at(found) == ["4300"]  # 175 = 5 points of 3,500


@st.composite
def asked(draw: st.DrawFn) -> tuple[Household, NextBill]:
    household = draw(households())
    who = draw(one_of(household.case.members))
    on = household.policy.enrolment.windows[0].last.replace(year=household.policy.year)
    where = Institution(draw(one_of(LEVELS)), draw(one_of(INSTITUTION_TYPES)))
    return household, NextBill(who.id, draw(one_of(kinds_of(who))), where, on, MOST)


@settings(deadline=None)
@given(asked(), st.lists(st.integers(0, MOST), min_size=4, max_size=4))
def test_who_is_cheaper_is_what_the_settled_years_say(given_, anywhere):
    household, what = given_
    case, policy = household.case, household.policy
    found = tier_curves(case, what, policy)
    places = set(anywhere)
    for point in found.break_even:
        places |= {int(point) - YUAN, int(point) + YUAN}
    for expense in sorted(each for each in places if 0 <= each <= MOST):
        costs = {tier: year_cost(case, what, tier, expense, policy) for tier in (1, 2)}
        for tier, cost in costs.items():
            assert abs(found.cost(tier, Fraction(expense)) - cost) <= ROUNDING
        for tier, other in ((1, 2), (2, 1)):
            inside = any(each.begin <= expense <= each.end for each in found.cheaper(tier))
            if inside:
                assert costs[tier] <= costs[other] + ROUNDING
            else:
                assert costs[tier] >= costs[other] - ROUNDING


@settings(deadline=None)
@given(asked())
def test_stretches_and_break_evens_belong_together(given_):
    household, what = given_
    found = tier_curves(household.case, what, household.policy)
    for point in found.break_even:
        assert found.cost(1, point) == found.cost(2, point)
    borders = {end for tier in (1, 2) for each in found.cheaper(tier) for end in each}
    assert borders - {0, MOST} <= set(found.break_even)
    covered = sum(each.end - each.begin for tier in (1, 2) for each in found.cheaper(tier))
    assert covered <= MOST


@pytest.mark.parametrize("category", ["minimum_living_allowance", "severe_disability"])
def test_a_dense_scan_finds_no_other_turn(category):
    who = member(1, assistance_categories=(category,))
    case = Case(2024, (who,), (bill("outpatient", "400", 1),))
    what = NextBill("m1", "inpatient", Institution(2), bill("inpatient", "1").service_date, MOST)
    found = tier_curves(case, what, POLICY)
    turns = []
    last = 0
    for expense in range(0, 60_000_00, 500_00):
        gap = year_cost(case, what, 2, expense, POLICY) - year_cost(case, what, 1, expense, POLICY)
        sign = (gap > 0) - (gap < 0)
        if sign and last and sign != last:
            turns.append(expense)
        last = sign or last
    within = [each for each in found.break_even if each < 59_500_00]
    assert len(turns) == len(within)
    for turn, exact in zip(turns, within, strict=True):
        assert turn - 500_00 <= exact <= turn
