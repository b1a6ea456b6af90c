"""Newborns, insured in their own right or with a guardian (R7, R8)."""

import pytest
from households import bill, day, fen, member, policy_of, settle_all, settle_member, used

from desktop_app.engine.case import Member, NewbornIndependent, NewbornWithGuardian, NotEnrolled
from desktop_app.engine.patient import patient


def newborn(born: str, paid: str, *, birth_year_paid: bool = False, tier: int = 1) -> Member:
    enrolment = NewbornIndependent(day(paid), birth_year_premium_paid=birth_year_paid)
    return member(tier, born=born, enrolment=enrolment)


def child(guardian: str = "m1", born: str = "2024-03-09", **others) -> Member:
    return member(None, id_="child", born=born, enrolment=NewbornWithGuardian(guardian), **others)


# Independent


@pytest.mark.parametrize(
    ("born", "paid", "begin"),
    [
        # 9 March is day 0: 22 days of March, 30, 31 and 7 June is day 90.
        ("2024-03-09", "2024-03-09", "2024-03-09"),
        ("2024-03-09", "2024-06-06", "2024-03-09"),
        ("2024-03-09", "2024-06-07", "2024-03-09"),
        ("2024-03-09", "2024-06-08", "2024-09-06"),  # 22 + 31 + 31 + 6
        ("2024-03-09", "2024-10-01", None),
        ("2024-01-01", "2024-03-30", "2024-01-01"),
        ("2024-01-01", "2024-03-31", "2024-01-01"),  # 30 + 29 + 31
        ("2024-01-01", "2024-04-01", "2024-06-30"),  # 29 + 31 + 30
        ("2024-11-15", "2024-11-16", "2024-11-15"),  # no payment window, but in time
        ("2024-12-31", "2024-12-31", "2024-12-31"),
    ],
)
def test_paid_within_90_days_covers_from_birth(born, paid, begin) -> None:
    coverage = settle_member(newborn(born, paid)).coverage
    assert coverage.begin == (begin and day(begin))
    assert coverage.end == (begin and day("2024-12-31"))
    assert coverage.reason == (None if begin else "paid_outside_windows")


@pytest.mark.parametrize(
    ("paid", "birth_year_paid", "reason"),
    [
        ("2024-12-31", False, None),
        ("2025-01-01", False, "birth_year_premium_unpaid"),
        ("2025-01-01", True, None),
        ("2025-03-10", False, "birth_year_premium_unpaid"),
        ("2025-03-10", True, None),  # 21 + 31 + 28 + 10 = day 90
        ("2025-03-11", True, "paid_outside_windows"),
        ("2025-03-11", False, "paid_outside_windows"),
    ],
)
def test_paid_across_new_year_the_birth_year_needs_its_own_premium(paid, birth_year_paid, reason) -> None:
    coverage = settle_member(newborn("2024-12-10", paid, birth_year_paid=birth_year_paid)).coverage
    assert (coverage.begin, coverage.reason) == (None if reason else day("2024-12-10"), reason)


@pytest.mark.parametrize("birth_year_paid", [True, False])
@pytest.mark.parametrize(
    ("born", "paid", "begin"),
    [
        ("2024-12-10", "2025-01-01", "2025-01-01"),
        ("2024-12-10", "2025-03-09", "2025-01-01"),
        ("2024-12-10", "2025-03-10", "2025-01-01"),
        ("2024-12-10", "2025-03-11", "2025-06-09"),  # 20 + 30 + 31 + 9
        ("2024-12-10", "2024-12-20", "2025-01-01"),  # paid the year before: by the window
        ("2024-09-01", "2024-09-12", None),  # in time, but before the windows of 2025 open
        ("2024-06-01", "2025-02-10", "2025-03-01"),
    ],
)
def test_in_the_second_year(born, paid, begin, birth_year_paid) -> None:
    coverage = settle_member(newborn(born, paid, birth_year_paid=birth_year_paid), year=2025).coverage
    assert coverage.begin == (begin and day(begin))
    assert coverage.reason == (None if begin else "paid_outside_windows")


def test_a_stay_across_new_year_is_covered_in_the_second_year() -> None:
    stay = bill("inpatient", "1800", on="2024-12-12", settled="2025-01-05")
    result = settle_all([newborn("2024-12-10", "2025-01-20")], [stay], year=2025).bills[0]
    # Level 3, minor: 55 % of 1,000
    assert (result.covered, result.notices, result.basic_fund) == (True, ("stay_crosses_year",), fen("550"))


def test_an_independent_newborn_gets_the_minors_points() -> None:
    result = settle_all([newborn("2024-03-09", "2024-03-20", tier=2)], [bill("inpatient", "1800")])
    assert result.bills[0].rate == 6000


# With guardian


def test_covered_from_birth_where_the_guardian_already_is() -> None:
    result = settle_all((member(), child()), ())
    coverage = result.members[1].coverage
    assert (coverage.begin, coverage.end) == (day("2024-03-09"), day("2024-12-31"))
    assert result.members[1].ledger_owner == "m1"


@pytest.mark.parametrize(("on", "reason"), [("2024-06-17", "before_coverage"), ("2024-06-18", None)])
def test_covered_from_the_guardians_beginning_where_that_is_later(on, reason) -> None:
    guardian = member(paid="2024-03-20")  # + 90 days: 11 + 30 + 31 + 18
    result = settle_all((child(), guardian), [bill("inpatient", "1800", on=on, of="child")])
    assert result.members[0].coverage.begin == day("2024-06-18")
    assert (result.bills[0].covered, result.bills[0].reason) == (reason is None, reason)


@pytest.mark.parametrize("guardian", [member(enrolment=NotEnrolled()), member(paid="2024-10-01")])
def test_a_guardian_without_coverage_gives_none(guardian) -> None:
    result = settle_all((guardian, child()), [bill("inpatient", "1800", of="child")])
    assert result.members[1].coverage.begin is None
    assert result.members[1].coverage.reason == "guardian_not_covered"
    assert (result.bills[0].reason, result.bills[0].basic_fund) == ("guardian_not_covered", 0)


@pytest.mark.parametrize(("tier", "rate"), [(1, 5000), (2, 5500)])
def test_the_guardians_tier_counts_and_no_minors_points(tier, rate) -> None:
    for kind in ("inpatient", "negotiated_drug", "caesarean"):
        result = settle_all((member(tier), child()), [bill(kind, "1800", of="child")])
        assert result.bills[0].rate == rate


def test_the_guardians_categories_count_and_not_the_childs() -> None:
    for of_guardian, of_child, paid in (
        (("extreme_poverty",), (), "650.00"),  # 65 % above half the threshold
        ((), ("extreme_poverty",), "0"),
    ):
        before = used(basic_fund="80000", critical_illness_base="8916.50")
        guardian = member(assistance_categories=of_guardian, used_before=before)
        what = bill("inpatient", "1000", of="child")
        result = settle_all((guardian, child(assistance_categories=of_child)), [what])
        assert result.bills[0].critical_illness == fen(paid)


def test_guardian_and_children_share_every_accumulator() -> None:
    guardian = member(used_before=used(basic_fund="79000"), major_diseases=("dialysis",))
    twins = (child(), member(None, id_="twin", born="2024-03-09", enrolment=NewbornWithGuardian("m1")))
    bills = [
        bill("outpatient", "150", 2, of="m1", on="2024-04-01", id_="a"),
        bill("outpatient", "150", 2, of="child", on="2024-04-02", id_="b"),
        bill("outpatient", "450", 1, of="twin", on="2024-04-03", id_="c"),
        bill("outpatient", "100", 1, of="m1", on="2024-04-04", id_="d"),
        bill("major_outpatient", "300", 2, of="m1", on="2024-04-05", id_="e"),
        bill("negotiated_drug", "1000", 2, of="child", on="2024-04-06", id_="f"),
        bill("inpatient", "2000", 3, of="twin", on="2024-04-07", id_="g"),
    ]
    settlement = settle_all((guardian, *twins), bills)
    results = {each.id: each for each in settlement.bills}
    assert [results[each].deductible for each in "abef"] == [15000, 5000, 30000, 0]
    # 40 % of 100 · 60 % of 450 = 270, of which 260 are left · nothing left
    assert [results[each].basic_fund for each in "bcd"] == [4000, 26000, 0]
    # 70 % of 1,000 · 50 % of 1,200, of which 300 are left of the basic cap
    assert [results[each].basic_fund for each in "fg"] == [70000, 30000]
    assert len({each.ledger for each in settlement.members}) == 1
    assert {each.ledger_owner for each in settlement.members} == {"m1"}


def test_the_childs_own_age_and_diseases_count() -> None:
    guardian = member(
        born="1990-01-01", chronic_diseases=("a", "b", "c"), used_before=used(chronic_paid="1000")
    )
    ill = child(chronic_diseases=("hypertension", "diabetes"))
    bills = [
        # The child's limit is 1,200, of which the guardian has used 1,000; the guardian's own is 1,400.
        bill("chronic_outpatient", "1000", 1, of="child", on="2024-04-01", id_="a"),
        bill("chronic_outpatient", "1000", 1, of="m1", on="2024-04-02", id_="b"),
        # A minor at a children's hospital: as level 2.
        bill("outpatient", "300", 3, of="child", at="children", on="2024-04-03", id_="c"),
        bill("outpatient", "300", 3, of="m1", at="children", on="2024-04-04", id_="d"),
    ]
    results = settle_all((guardian, ill), bills).bills
    assert [each.basic_fund for each in results] == [20000, 20000, 4000, 0]
    assert results[3].reason == "level_3_outpatient"


def test_no_premium_of_its_own() -> None:
    result = settle_all((member(2), child(assistance_categories=("martyr_family",))), ())
    premium = result.members[1].premium
    assert (premium.base, premium.surcharge, premium.subsidy, premium.own_share) == (0, 0, 0, 0)
    assert (premium.category, premium.notices) == (None, ())
    assert result.premium_own_share == fen("755.00")


def test_an_independent_newborn_of_last_year_may_be_a_guardian_in_the_data() -> None:
    # The guardian is any member who is no dependent newborn; the engine judges no ages.
    older = member(2, born="2023-12-01", enrolment=NewbornIndependent(day("2024-01-10")))
    result = settle_all((older, child()), [bill("inpatient", "1800", of="child")])
    assert result.bills[0].rate == 5500


def test_a_tier_is_needed_by_all_others() -> None:
    with pytest.raises(ValueError, match="tier"):
        patient(member(None), {}, policy_of(2024))
