"""Inpatient stays: deductible, rates, minors, TCM institutions, the basic cap (R3, R12 to R16)."""

from dataclasses import replace

import pytest
from households import bill, fen, member, policy_of, settle_bills, settle_one, used

DEDUCTIBLES = [(1, "100.00"), (2, "300.00"), (3, "800.00")]


@pytest.mark.parametrize("kind", ["inpatient", "caesarean", "major_outpatient", "negotiated_drug"])
@pytest.mark.parametrize(("level", "deductible"), DEDUCTIBLES)
def test_a_bill_up_to_the_deductible_is_all_deductible(kind, level, deductible) -> None:
    who = member(major_diseases=("dialysis",))
    at = fen(deductible)
    for eligible, charged in ((at - 1, at - 1), (at, at), (at + 1, at), (0, 0)):
        result = settle_one(who, replace(bill(kind, "0", level), total=eligible))
        assert result.deductible == charged
        # A fen above is 0.5 fen or more of payment, which rounds to one fen.
        assert result.basic_fund == (1 if eligible > at else 0)


@pytest.mark.parametrize(
    ("tier", "level", "eligible", "paid"),
    [
        (1, 1, "1100.00", "800.00"),  # 80 % of 1,000
        (1, 2, "1300.00", "700.00"),
        (1, 3, "1800.00", "500.00"),
        (2, 1, "1100.00", "850.00"),
        (2, 2, "1300.00", "750.00"),
        (2, 3, "1800.00", "550.00"),
    ],
)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_rate_of_tier_and_level(year, tier, level, eligible, paid) -> None:
    what = bill("inpatient", eligible, level, on=f"{year}-05-06")
    result = settle_one(member(tier, year=year), what, policy_of(year))
    assert result.basic_fund == fen(paid)
    assert result.out_of_pocket == fen(eligible) - fen(paid)


@pytest.mark.parametrize(
    ("tier", "level", "eligible", "paid"),
    [
        (1, 3, "800.02", "0.01"),  # 0.0100
        (1, 3, "800.03", "0.02"),  # 0.0150
        (1, 2, "300.04", "0.03"),  # 0.0280
        (1, 2, "300.05", "0.04"),  # 0.0350
        (1, 2, "300.06", "0.04"),  # 0.0420
        (2, 3, "800.08", "0.04"),  # 0.0440
        (2, 3, "800.09", "0.05"),  # 0.0495
        (2, 3, "800.10", "0.06"),  # 0.0550
        (2, 3, "800.11", "0.06"),  # 0.0605
        (2, 2, "300.02", "0.02"),  # 0.0150
    ],
)
def test_a_payment_is_rounded_half_up_to_the_fen(tier, level, eligible, paid) -> None:
    assert settle_one(member(tier), bill("inpatient", eligible, level)).basic_fund == fen(paid)


def test_the_deductible_is_charged_at_each_admission() -> None:
    stay = bill("inpatient", "1000.00", 3)
    first, second = settle_bills(member(), stay, stay)
    assert (first.deductible, first.basic_fund) == (fen("800.00"), fen("100.00"))
    assert (second.deductible, second.basic_fund) == (fen("800.00"), fen("100.00"))


def test_only_the_eligible_expense_is_paid() -> None:
    # 35,000 − 2,000 − 500 − 1,500 = 31,000; (31,000 − 800) × 50 % = 15,100; out-of-pocket 19,900
    what = bill("inpatient", "35000", 3, self_paid="2000", over_limit="500", class_b="1500")
    result = settle_one(member(), what)
    assert (result.eligible, result.basic_fund) == (fen("31000.00"), fen("15100.00"))
    assert result.out_of_pocket == fen("19900.00")
    assert result.out_of_pocket_parts[:6] == (200000, 50000, 150000, 0, 80000, 1510000)


def test_a_bill_without_eligible_expense_is_paid_nothing() -> None:
    result = settle_one(member(), bill("inpatient", "500", 3, self_paid="300", class_b="200"))
    assert (result.eligible, result.deductible, result.basic_fund) == (0, 0, 0)
    assert (result.out_of_pocket, result.rate) == (fen("500.00"), 5000)


# Minors


@pytest.mark.parametrize(
    ("born", "on", "year", "rate"),
    [
        ("2006-05-06", "2024-05-05", 2024, 5500),
        ("2006-05-06", "2024-05-06", 2024, 5000),
        ("2006-05-07", "2024-05-06", 2024, 5500),
        ("2008-02-29", "2026-02-28", 2026, 5500),
        ("2008-02-29", "2026-03-01", 2026, 5000),
        ("2006-02-28", "2024-02-27", 2024, 5500),
        ("2006-02-28", "2024-02-28", 2024, 5000),
        ("2006-03-01", "2024-02-29", 2024, 5500),
        ("2006-12-31", "2024-12-30", 2024, 5500),
        ("2006-12-31", "2024-12-31", 2024, 5000),
    ],
)
def test_points_of_a_minor_end_on_the_18th_birthday(born, on, year, rate) -> None:
    result = settle_one(member(born=born, year=year), bill("inpatient", "1800", on=on), policy_of(year))
    assert result.rate == rate
    assert result.basic_fund == rate * 10  # the rate of 1,000


def test_the_service_date_decides_who_is_a_minor() -> None:
    stay = bill("inpatient", "1800", on="2024-05-05", settled="2024-05-20")
    assert settle_one(member(born="2006-05-06"), stay).rate == 5500


@pytest.mark.parametrize(("tier", "level", "rate"), [(1, 1, 8500), (2, 1, 9000), (1, 2, 7500), (2, 3, 6000)])
def test_minors_get_five_points_on_each_tier_and_level(tier, level, rate) -> None:
    assert settle_one(member(tier, born="2015-01-01"), bill("inpatient", "5000", level)).rate == rate


# TCM institutions


@pytest.mark.parametrize(("level", "deductible"), [(1, "100.00"), (2, "100.00"), (3, "300.00")])
def test_deductible_of_a_tcm_institution_is_that_of_the_level_below(level, deductible) -> None:
    at = fen(deductible)
    for eligible, charged in ((at - 1, at - 1), (at, at), (at + 1, at)):
        result = settle_one(member(), replace(bill("inpatient", "0", level, at="tcm"), total=eligible))
        assert result.deductible == charged
        assert result.basic_fund == (1 if eligible > at else 0)


@pytest.mark.parametrize("at", ["general", "children", "maternal_child"])
def test_other_institutions_keep_their_deductible(at) -> None:
    assert settle_one(member(), bill("inpatient", "1000", 3, at=at)).deductible == fen("800.00")


def test_tcm_drugs_get_ten_points_on_their_part() -> None:
    # Level 3 TCM: deductible 300, split 5,000 : 15,000 = 75 : 225.
    # TCM (5,000 − 75) × 60 % = 2,955; rest (15,000 − 225) × 50 % = 7,387.50
    result = settle_one(member(), bill("inpatient", "20000", 3, at="tcm", tcm="5000"))
    assert (result.rate, result.tcm_rate, result.deductible) == (5000, 6000, fen("300.00"))
    assert result.basic_fund == fen("10342.50")
    assert result.notices == ()


@pytest.mark.parametrize(
    ("tcm", "paid"),
    [
        # Eligible 600, deductible 300: half of the TCM part is deductible.
        ("0.02", "150.01"),  # 0.01 × 60 % = 0.006 → 0.01; 299.99 × 50 % = 149.995 → 150.00
        (
            "0.03",
            "150.01",
        ),  # share 0.015 → 0.02: 0.01 → 0.01; 299.99 → 150.00 (0.01 would give 150.00 in all)
        ("0.04", "150.00"),  # 0.02 × 60 % = 0.012 → 0.01; 299.98 → 149.99
        ("600.00", "180.00"),  # all of it: 300 × 60 %
    ],
)
def test_the_tcm_share_of_the_deductible_is_rounded_half_up(tcm, paid) -> None:
    assert settle_one(member(), bill("inpatient", "600", 3, at="tcm", tcm=tcm)).basic_fund == fen(paid)


def test_tcm_part_below_the_deductible() -> None:
    result = settle_one(member(), bill("inpatient", "200", 3, at="tcm", tcm="50"))
    assert (result.deductible, result.basic_fund, result.tcm_rate) == (fen("200.00"), 0, 6000)


@pytest.mark.parametrize("at", ["general", "children", "maternal_child"])
@pytest.mark.parametrize(
    "kind", ["inpatient", "caesarean", "chronic_outpatient", "major_outpatient", "negotiated_drug"]
)
def test_tcm_drugs_elsewhere_get_no_points_and_a_notice(kind, at) -> None:
    who = member(chronic_diseases=("diabetes",), major_diseases=("dialysis",))
    with_tcm = settle_one(who, bill(kind, "1500", 3, at=at, tcm="0.01"))
    without = settle_one(who, bill(kind, "1500", 3, at=at))
    assert with_tcm.notices == ("tcm_uplift_not_applicable",)
    assert with_tcm.tcm_rate is None
    assert (with_tcm.basic_fund, without.notices) == (without.basic_fund, ())


@pytest.mark.parametrize("kind", ["outpatient", "prenatal", "natural_delivery"])
def test_kinds_without_tcm_points_carry_no_notice(kind) -> None:
    for at in ("general", "tcm"):
        result = settle_one(member(), bill(kind, "100", 1, at=at, tcm="50"))
        assert (result.notices, result.tcm_rate) == ((), None)


def test_a_bill_that_is_not_covered_carries_no_tcm_notice() -> None:
    who = member(paid="2024-01-15")  # covered from 1 February
    assert settle_one(who, bill("inpatient", "100", on="2024-01-20", tcm="50")).notices == ()


def test_points_add_up_to_at_most_100_per_cent() -> None:
    # Minor, tier 2, level 1: 85 + 5 + 10 = 100
    what = bill("inpatient", "1100", 1, at="tcm", tcm="1100")
    child = member(2, born="2015-01-01")
    result = settle_one(child, what)
    assert (result.rate, result.tcm_rate, result.basic_fund) == (9000, 10000, fen("1000.00"))
    policy = policy_of(2024)
    generous = replace(
        policy,
        minor=replace(policy.minor, points=policy.minor.points._replace(figure=2000)),
        tcm=replace(policy.tcm, points=policy.tcm.points._replace(figure=2000)),
    )
    over = settle_one(child, what, generous)  # 85 + 20 and 20 more
    assert (over.rate, over.tcm_rate, over.basic_fund) == (10000, 10000, fen("1000.00"))


# The basic cap


@pytest.mark.parametrize(
    ("tier", "level", "eligible", "paid", "cut"),
    [
        (1, 3, "160799.98", "79999.99", "0"),  # 159,999.98 × 50 %
        (1, 3, "160800.00", "80000.00", "0"),
        (1, 3, "160800.01", "80000.00", "0.01"),  # 80,000.005 → 80,000.01
        (2, 2, "160299.98", "119999.99", "0"),  # 159,999.98 × 75 % = 119,999.985
        (2, 2, "160300.00", "120000.00", "0"),
        (2, 2, "160300.01", "120000.00", "0.01"),
    ],
)
def test_the_basic_cap_of_the_tier(tier, level, eligible, paid, cut) -> None:
    result = settle_one(member(tier), bill("inpatient", eligible, level))
    assert result.basic_fund == fen(paid)
    assert result.out_of_pocket_parts.above_limit == fen(cut)
    assert result.notices[:1] == (("basic_cap_reached",) if cut != "0" else ())


def test_the_cap_cuts_the_sum_of_both_lines() -> None:
    # 0.60 × 4,925 + 0.50 × 14,775 = 10,342.50, of which 1,000 is left
    what = bill("inpatient", "20000", 3, at="tcm", tcm="5000")
    result = settle_one(member(used_before=used(basic_fund="79000")), what)
    assert result.basic_fund == fen("1000.00")
    assert result.out_of_pocket_parts.above_limit == fen("9342.50")


@pytest.mark.parametrize(
    ("before", "paid"),
    [
        ("79499.99", "500.00"),
        ("79500.00", "500.00"),
        ("79500.01", "499.99"),
        ("80000.00", "0"),
        ("99999", "0"),
    ],
)
def test_what_was_used_before_leaves_less_of_the_cap(before, paid) -> None:
    result = settle_one(member(used_before=used(basic_fund=before)), bill("inpatient", "1800"))
    assert result.basic_fund == fen(paid)
    assert ("basic_cap_reached" in result.notices) == (fen(paid) < fen("500"))


def test_stays_caesareans_major_outpatient_and_negotiated_drugs_share_the_cap() -> None:
    who = member(major_diseases=("dialysis",), used_before=used(basic_fund="78000"))
    kinds = ("inpatient", "caesarean", "major_outpatient", "negotiated_drug", "inpatient")
    results = settle_bills(who, *(bill(kind, "1800", 3) for kind in kinds))
    # 500 · 500 · 500 · 1,800 × 50 % = 900 without a deductible, 500 of it left · nothing left
    assert [result.basic_fund for result in results] == [50000, 50000, 50000, 50000, 0]
    assert [result.notices for result in results] == [(), (), (), *[("basic_cap_reached",)] * 2]
