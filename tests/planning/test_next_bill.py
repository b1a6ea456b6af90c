"""Which next bill is followed, what may be asked for, how far the axis goes, and what is read at a point."""

import pytest
from households import bill, day, fen, member, policy_of, used

from desktop_app.engine.case import Case, NewbornIndependent, NewbornWithGuardian, NotEnrolled
from desktop_app.planning.curve import MOST
from desktop_app.planning.next_bill import NextBillPlan, Wish, next_bill

ILL = {"chronic_diseases": ("hypertension",), "major_diseases": ("dialysis",)}
TODAY = day("2024-06-15")


def plan(*members, bills=(), today=TODAY, **wish) -> NextBillPlan:
    return next_bill(Case(2024, members or (member(1),), tuple(bills)), Wish(**wish), today, policy_of(2024))


@pytest.mark.parametrize(
    ("today", "on"),
    [("2024-06-15", "2024-06-15"), ("2025-02-01", "2024-12-31"), ("2023-12-30", "2024-12-31")],
)
def test_the_day_is_today_or_the_last_of_the_year(today, on):
    assert plan(today=day(today)).bill.day == day(on)


def test_a_child_not_yet_born_today_is_taken_on_the_day_of_birth():
    child = member(1, born="2024-08-01", enrolment=NewbornIndependent(day("2024-08-20")))
    assert plan(child).bill.day == day("2024-08-01")


def test_who_is_covered_comes_first_unless_another_is_asked_for():
    away = member(1, id_="m1", enrolment=NotEnrolled())
    waiting = member(1, id_="m2", paid="2024-05-01")  # covered from 30 July
    here = member(2, id_="m3")
    assert plan(away, waiting, here).bill.member == "m3"
    assert plan(away, waiting).bill.member == "m1"
    assert plan(away, waiting, here, member="m2").bill.member == "m2"
    assert plan(away, waiting, here, member="gone").bill.member == "m3"


def test_why_nothing_is_paid():
    assert plan(member(1, enrolment=NotEnrolled())).reason == "not_enrolled"
    assert plan(member(1, paid="2024-05-01")).reason == "before_coverage"
    assert plan(kind="outpatient", level=3).reason == "level_3_outpatient"
    spent = member(1, used_before=used(outpatient_paid="500"))
    nothing_left = plan(spent, kind="outpatient", level=1)
    assert (nothing_left.reason, nothing_left.pays) == (None, False)
    assert (plan().reason, plan().pays) == (None, True)


def test_kinds_follow_the_diseases_and_the_age():
    assert plan().kinds == ("inpatient", "caesarean", "outpatient", "negotiated_drug")
    assert "chronic_outpatient" in plan(member(1, **ILL)).kinds
    assert "major_outpatient" in plan(member(1, **ILL)).kinds
    assert "caesarean" not in plan(member(1, born="2010-01-01")).kinds
    assert plan(kind="chronic_outpatient").bill.kind == "inpatient"


@pytest.mark.parametrize(
    ("born", "wish", "types"),
    [
        ("1980-01-01", {}, (("general", "children", "maternal_child"), ("tcm",))),
        ("1980-01-01", {"level": 1}, (("general", "tcm", "children", "maternal_child"),)),
        ("1980-01-01", {"kind": "outpatient"}, (("general", "tcm", "children", "maternal_child"),)),
        ("2015-01-01", {"kind": "outpatient"}, (("general", "tcm"), ("children", "maternal_child"))),
    ],
)
def test_types_of_institution_stand_together_where_they_make_no_difference(born, wish, types):
    assert plan(member(1, born=born), **wish).types == types


def test_a_type_that_makes_no_difference_counts_as_the_first_alike():
    assert plan(type="maternal_child").bill.institution.type == "general"
    assert plan(type="tcm").bill.institution.type == "tcm"


def test_the_tier_may_be_the_guardians():
    baby = member(None, id_="m2", born="2024-02-01", enrolment=NewbornWithGuardian("m1"))
    found = plan(member(2), baby, member="m2")
    assert (found.owner.id, found.own_tier, found.shared) == ("m1", 2, True)
    assert not plan(member(2), baby, member="m1").shared


@pytest.mark.parametrize(
    ("who", "wish", "near", "reach"),
    [
        # Critical illness begins at 38,651.11 on tier 2; its cap there is reached at 471,166.33.
        (member(1), {}, "60000", "500000"),
        # 88,765 and 118,320 at level 1.
        (member(1), {"level": 1}, "150000", "500000"),
        (member(1), {"kind": "outpatient", "level": 1}, "1000", "1000"),  # limits at 500 and 833.33
        (member(1), {"kind": "outpatient", "level": 2}, "2000", "2000"),  # 950 and 1,450
        # No cap: past the basic cap of tier 2 at 218,981.82.
        (member(1, assistance_categories=("orphan", "extreme_poverty")), {}, "60000", "300000"),
    ],
)
def test_the_axis_ends_at_a_round_amount_past_what_happens(who, wish, near, reach):
    found = plan(who, **wish)
    assert (found.near, found.reach) == (fen(near), fen(reach))


def test_where_nothing_more_happens_the_axis_is_that_of_an_everyday_bill():
    spent = member(
        1,
        assistance_categories=("extreme_poverty",),
        used_before=used(basic_fund="120000", critical_illness_base="50000"),
    )
    assert plan(spent).reach == fen("60000")


def test_the_axis_is_no_longer_than_what_is_followed():
    spent = member(1, used_before=used(basic_fund="79000"))
    late = plan(spent, bills=[bill("inpatient", "100000", on="2024-05-01")])
    assert late.near <= late.reach <= MOST


def test_a_point_is_read_exactly():
    # (10,000.01 - 800) x 50 % = 4,600.005, half-up; of 100 more 50, of 100.00 across the deductible less.
    reading = plan().read(1, fen("10000.01"))
    assert (reading.result.basic_fund, reading.result.out_of_pocket) == (fen("4600.01"), fen("5400.00"))
    assert reading.further == fen("50")
    assert plan().read(1, fen("750")).further == fen("75")  # 50 of the deductible, 25 of the other 50
    assert plan().read(2, 0).further == fen("100")
    assert plan().read(1, MOST).further == fen("100")
