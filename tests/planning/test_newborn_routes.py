"""The routes of a newborn: amounts worked out by hand from R7 to R10, and what stands in the way of each."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from households import bill, day, fen, member, policy_of, used

from desktop_app.engine.case import (
    Case,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    Standard,
)
from desktop_app.engine.policy import Policy
from desktop_app.planning.compare import Choice, member_options
from desktop_app.planning.newborn import NewbornPlan, newborn_plan, newborns
from desktop_app.planning.newborn_routes import Route

MOTHER = member(1, born="1996-06-06")
STAY = bill("inpatient", "18000", of="m2", on="2024-03-09", settled="2024-03-30")
SOON = date(2024, 3, 31)
ELSEWHERE = "newborn_registered_elsewhere"


def child(born: str = "2024-03-09", enrolment=None, tier: int | None = None, **others) -> Member:
    with_guardian = NewbornWithGuardian("m1")
    return Member("m2", day(born), enrolment or with_guardian, tier=tier, **others)


def independent(paid: str, *, birth_year: bool = False) -> NewbornIndependent:
    return NewbornIndependent(day(paid), birth_year_premium_paid=birth_year)


def plan(
    *members: Member,
    bills=(STAY,),
    today: date = SOON,
    of: str = "m2",
    situations=(),
    year: int = 2024,
    policy: Policy | None = None,
) -> NewbornPlan:
    case = Case(year, members, tuple(bills), situations=tuple(situations))
    who = next(each for each in members if each.id == of)
    next_policy = policy_of(year + 1) if year < 2026 else None
    return newborn_plan(case, who, policy or policy_of(year), next_policy, today)


def amounts(found: NewbornPlan) -> dict[Choice, tuple[int, int, int]]:
    """Premium, out-of-pocket and cost of the household, of the routes that are not late."""
    return {
        route.option.choice: (
            route.option.premium_own_share,
            route.option.out_of_pocket,
            route.option.cost,
        )
        for route in found.routes
        if route.paid_late is None
    }


def late(found: NewbornPlan) -> list[Route]:
    return [route for route in found.routes if route.paid_late is not None]


def of(found: NewbornPlan, tier: int | None = None, guardian: str | None = None) -> Route:
    choice = Choice(tier, guardian)
    return next(each for each in found.routes if each.option.choice == choice and each.paid_late is None)


def yuan(*texts: str) -> tuple[int, ...]:
    return tuple(map(fen, texts))


# What each route costs


def test_both_tiers_and_the_guardian_for_one_stay():
    # Tier 1: 17,200 x 55 % = 9,460. Tier 2: 60 % = 10,320. With the mother, tier 1, no points: 50 % = 8,600.
    found = plan(MOTHER, child())
    assert amounts(found) == {
        Choice(1): yuan("760", "8540", "9300"),
        Choice(2): yuan("1135", "7680", "8815"),
        Choice(guardian="m1"): yuan("380", "9400", "9780"),
    }
    assert [route.option.choice for route in found.open] == [Choice(2), Choice(1), Choice(guardian="m1")]
    assert [route.current for route in found.routes] == [False, False, True]


@pytest.mark.parametrize(
    ("enrolment", "current"),
    [
        (independent("2024-03-20"), Choice(1)),
        (Standard(day("2024-03-20")), None),
        (NotEnrolled(), None),
    ],
)
def test_the_routes_are_the_same_however_the_child_is_entered(enrolment, current):
    found = plan(MOTHER, child(enrolment=enrolment, tier=1))
    assert amounts(found) == amounts(plan(MOTHER, child()))
    assert [route.option.choice for route in found.routes if route.current] == ([current] if current else [])


def test_the_routes_cost_what_compare_says():
    case = Case(2024, (MOTHER, child()), (STAY,))
    expected = member_options(case, child(), policy_of(2024)).options
    assert amounts(plan(MOTHER, child())) == {
        each.choice: (each.premium_own_share, each.out_of_pocket, each.cost) for each in expected
    }


def test_a_limit_shared_with_the_guardian_hurts():
    # Outpatient, 60 % at level 1: of 400 the mother gets 240, of 300 the child 180; shared, 300 - 240 = 60.
    visits = (
        bill("outpatient", "400", 1, on="2024-04-01", id_="b2"),
        bill("outpatient", "300", 1, of="m2", on="2024-04-02", id_="b3"),
    )
    found = plan(MOTHER, child(), bills=visits)
    assert of(found, tier=1).option.out_of_pocket == fen("280")
    assert of(found, guardian="m1").option.out_of_pocket == fen("400")


def test_a_cap_that_the_guardian_has_used_up_hurts():
    # Nothing of the basic fund; the base is 18,000: 60 % of the 167 above 17,833 is 100.20.
    mother = replace(MOTHER, used_before=used(basic_fund="80000"))
    found = plan(mother, child())
    assert of(found, guardian="m1").option.out_of_pocket == fen("17899.80")
    assert found.open[0].option.choice == Choice(2)


def test_a_critical_illness_threshold_that_the_guardian_has_met_helps():
    # All of the base of 9,400 lies above the threshold: 60 % of it is 5,640, the family pays 3,760.
    mother = replace(MOTHER, used_before=used(critical_illness_base="17833"))
    found = plan(mother, child())
    assert found.open[0].option.choice == Choice(guardian="m1")
    assert found.open[0].option.cost == fen("4140")


def test_a_subsidy_of_the_child_counts_only_in_its_own_right():
    # Tier 1: 380 - 342 = 38; tier 2: 755 - 380 = 375. With the mother, who has none, nothing either way.
    baby = child(assistance_categories=("minimum_living_allowance",))
    found = plan(MOTHER, baby)
    assert [of(found, tier=tier).child.premium.own_share for tier in (1, 2)] == [fen("38"), fen("375")]
    assert of(found, guardian="m1").child.premium.own_share == 0


def test_twins_are_changed_one_at_a_time():
    # The twin m3 stays with the mother; so its 60 % of 300 is cut to what the mother's 240 leave.
    twins = (
        MOTHER,
        child(enrolment=independent("2024-06-07"), tier=1),
        replace(child(), id="m3"),
    )
    bills = (
        STAY,
        replace(STAY, id="b2", member="m3"),
        bill("outpatient", "400", 1, on="2024-04-01", id_="b3"),
        bill("outpatient", "300", 1, of="m3", on="2024-04-02", id_="b4"),
    )
    assert [each.id for each in newborns(Case(2024, twins, bills))] == ["m2", "m3"]
    assert amounts(plan(*twins, bills=bills, of="m3")) == {
        Choice(1): yuan("1140", "17360", "18500"),  # 8,540 + 8,540 + 160 + 120
        Choice(2): yuan("1515", "16500", "18015"),  # 8,540 + 7,680 + 160 + 120
        Choice(guardian="m1"): yuan("760", "18340", "19100"),
    }


# Who may be guardian


def test_only_an_adult_with_coverage_can_be_guardian():
    father = member(2, id_="m3", born="1990-01-01")
    employee = member(1, id_="m4", born="1960-01-01", enrolment=NotEnrolled())
    brother = member(1, id_="m5", born="2008-01-01")
    found = plan(MOTHER, child(), father, employee, brother)
    assert [route.guardian for route in found.routes] == [None, None, "m1", "m3"]
    assert found.uninsured == ("m4",)


def test_a_guardian_without_coverage_is_in_the_way():
    mother = replace(MOTHER, enrolment=NotEnrolled())
    route = of(plan(mother, child()), guardian="m1")
    assert route.obstacles == ("not_covered",)
    assert route.option.out_of_pocket == fen("18000")


def test_a_guardian_whose_coverage_begins_after_the_birth():
    # Paid on 20 February: from 1 March. The child is born on 1 February; its stay of that day is not paid.
    mother = replace(MOTHER, enrolment=Standard(day("2024-02-20")))
    stay = bill("inpatient", "18000", of="m2", on="2024-02-01", settled="2024-02-20")
    route = of(plan(mother, child("2024-02-01"), bills=(stay,)), guardian="m1")
    assert route.child.coverage.begin == day("2024-03-01")
    assert route.option.out_of_pocket == fen("18000")


# The last day


@pytest.mark.parametrize(("days", "left"), [(89, 1), (90, 0), (91, -1)])
def test_the_last_day_is_the_ninetieth(days, left):
    found = plan(MOTHER, child(), today=day("2024-03-09") + timedelta(days=days))
    assert found.last_day == day("2024-06-07")
    assert found.days_left == left
    assert of(found, tier=1).obstacles == (("day_passed",) if left < 0 else ())
    assert bool(late(found)) == (left < 0)


def test_the_days_are_the_packs():
    policy = policy_of(2024)
    days = policy.enrolment.newborn_days._replace(figure=60)
    doctored = replace(policy, enrolment=replace(policy.enrolment, newborn_days=days))
    assert plan(MOTHER, child(), policy=doctored).last_day == day("2024-05-08")


@pytest.mark.parametrize(
    ("today", "begin", "premium"),
    [
        ("2024-06-08", "2024-09-06", "380"),  # 90 days after the payment
        ("2024-07-10", "2024-10-08", "1050"),  # July to September: the public subsidy of 670 on top
        ("2024-10-01", None, "380"),  # outside every window
    ],
)
def test_a_payment_today_after_the_last_day_counts_as_any_residents(today, begin, premium):
    found = plan(MOTHER, child(), today=day(today))
    route = late(found)[0]
    assert route.paid_late == day(today)
    assert route.child.coverage.begin == (day(begin) if begin else None)
    assert route.child.premium.own_share == fen(premium)
    assert route.option.cost == fen("18000") + fen("380") + fen(premium)
    assert route.obstacles == (() if begin else ("not_covered",))
    assert found.open[0].option.choice == Choice(guardian="m1")


def test_a_late_payment_that_was_made_stays_as_it_is():
    found = plan(MOTHER, child(enrolment=independent("2024-06-20"), tier=2), today=day("2024-08-01"))
    assert [(route.paid_late, route.current) for route in late(found)] == [
        (day("2024-06-20"), False),
        (day("2024-06-20"), True),
    ]
    assert late(found)[1].child.coverage.begin == day("2024-09-18")
    assert found.paid_on is None


def test_a_payment_in_time_stays_open_after_the_day():
    found = plan(MOTHER, child(enrolment=independent("2024-05-20"), tier=1), today=day("2024-08-01"))
    assert found.paid_on == day("2024-05-20")
    assert of(found, tier=1).obstacles == ()
    assert of(found, tier=2).obstacles == ("day_passed",)
    assert late(found) == []


def test_a_payment_still_to_be_made_is_none_yet():
    found = plan(MOTHER, child(enrolment=independent("2024-06-01"), tier=1), today=day("2024-05-20"))
    assert found.paid_on is None
    assert found.days_left == 18


def test_no_payment_for_a_year_that_is_over():
    found = plan(MOTHER, child(), today=day("2025-01-05"))
    assert found.year_over
    assert late(found) == []
    assert [route.guardian for route in found.open] == ["m1"]


def test_no_way_left():
    found = plan(child(enrolment=NotEnrolled(), tier=1), today=day("2024-11-01"))
    assert found.open == ()
    assert found.waiting is None


# Across the new year


@pytest.mark.parametrize(
    ("born", "last_day", "across"),
    [
        ("2024-10-02", "2024-12-31", False),
        ("2024-10-03", "2025-01-01", True),
        ("2024-11-15", "2025-02-13", True),
        ("2024-12-31", "2025-03-31", True),
    ],
)
def test_the_days_reach_into_the_next_year(born, last_day, across):
    found = plan(MOTHER, child(born), bills=(), today=day(born))
    assert found.last_day == day(last_day)
    assert found.across_new_year is across
    # Not across: the concentrated period for 2025 ends with 2024.
    assert found.next_year is not None
    assert found.next_year.last == (day(last_day) if across else day("2024-12-31"))
    assert found.next_year.own_share == {1: fen("400"), 2: fen("775")}


def test_the_next_years_premium_with_a_subsidy():
    baby = child("2024-12-10", assistance_categories=("minimum_living_allowance",))
    found = plan(MOTHER, baby, bills=())
    assert found.next_year is not None
    assert found.next_year.own_share == {1: fen("40"), 2: fen("375")}


def test_both_years_in_the_draft_pack_and_without_one():
    born = child("2025-11-20")
    found = plan(member(1, year=2025, born="1996-06-06"), born, bills=(), year=2025, today=day("2025-12-24"))
    assert found.next_year is not None
    assert found.next_year.policy.draft
    born = child("2026-11-20")
    assert plan(MOTHER, born, bills=(), year=2026, today=day("2026-12-24")).next_year is None


def test_the_birth_years_premium_still_owed():
    # As in the worked case: 4,700 x 75 % = 3,525 of 5,000 once the birth year is paid as well.
    stay = bill("inpatient", "5000", 2, of="m2", on="2024-12-10", settled="2024-12-20")
    owing = child("2024-12-10", enrolment=independent("2025-01-20"), tier=1)
    found = plan(owing, bills=(stay,), today=day("2025-02-01"))
    assert found.owes_birth_year
    assert found.paid_on is None
    assert amounts(found)[Choice(1)] == yuan("380", "1475", "1855")
    assert of(found, tier=1).obstacles == ()
    paid = child("2024-12-10", enrolment=independent("2025-01-20", birth_year=True), tier=1)
    found = plan(paid, bills=(stay,), today=day("2025-02-01"))
    assert not found.owes_birth_year
    assert found.paid_on == day("2025-01-20")


# Where the child is registered


def test_registered_elsewhere_independent_enrolment_waits():
    found = plan(MOTHER, child(), situations=(ELSEWHERE,))
    assert [route.obstacles for route in found.routes] == [("residence_permit",), ("residence_permit",), ()]
    assert found.waiting == of(found, tier=2)
    assert [route.option.choice for route in found.open] == [Choice(guardian="m1")]


def test_a_residence_permit_opens_the_way():
    found = plan(MOTHER, child(), situations=(ELSEWHERE, "residence_permit"))
    assert all(not route.obstacles for route in found.routes)
    assert found.waiting is None


def test_what_waits_and_costs_more_is_no_alternative():
    mother = replace(MOTHER, used_before=used(critical_illness_base="17833"))
    assert plan(mother, child(), situations=(ELSEWHERE,)).waiting is None


def test_who_has_paid_in_time_does_not_wait():
    found = plan(
        MOTHER, child(enrolment=independent("2024-03-20"), tier=1), situations=(ELSEWHERE,), today=SOON
    )
    assert of(found, tier=1).obstacles == ()
    assert of(found, tier=2).obstacles == ("residence_permit",)


def test_late_and_registered_elsewhere():
    found = plan(MOTHER, child(), situations=(ELSEWHERE,), today=day("2024-06-08"))
    assert [route.obstacles for route in late(found)] == [("residence_permit",)] * 2
