"""Critical illness insurance (R20, R21)."""

from typing import Any

import pytest
from households import bill, fen, member, policy_of, settle_bills, settle_one, used

from desktop_app.engine.case import ASSISTANCE_CATEGORIES

ASSISTED = ("extreme_poverty", "minimum_living_allowance", "returned_to_poverty")
THRESHOLDS = [
    (2024, "17833.00", "8916.50"),
    (2025, "18797.00", "9398.50"),
    (2026, "19856.00", "9928.00"),
]


def without_basic_fund(tier: int = 1, **others: Any) -> Any:
    """A member whose basic cap is used up, so that the base of a bill is its eligible expense."""
    before = others.pop("used_before", {})
    return member(tier, used_before=used(basic_fund="120000", **before), **others)


@pytest.mark.parametrize(("year", "threshold", "half"), THRESHOLDS)
def test_it_pays_above_the_threshold_of_the_year(year, threshold, half) -> None:
    for categories, at, above in (((), fen(threshold), 60), (("returned_to_poverty",), fen(half), 65)):
        who = without_basic_fund(year=year, assistance_categories=categories)
        for eligible, paid in ((at - 1, 0), (at, 0), (at + 1, 1), (at + 100, above)):
            what = bill("inpatient", f"{eligible // 100}.{eligible % 100:02d}", on=f"{year}-06-01")
            result = settle_one(who, what, policy_of(year))
            assert (result.critical_illness_base, result.critical_illness) == (eligible, paid)


@pytest.mark.parametrize(
    ("eligible", "base", "paid"),
    [
        # (E − 800) × 50 % basic: the base is 400 + E ÷ 2, 17,833 at E = 34,866.
        ("34865.98", "17832.99", "0"),
        ("34866.00", "17833.00", "0"),
        ("34866.02", "17833.01", "0.01"),  # 0.006
        ("34868.00", "17834.00", "0.60"),
        ("44866.00", "22833.00", "3000.00"),
    ],
)
def test_deductible_and_copayment_count(eligible, base, paid) -> None:
    result = settle_one(member(), bill("inpatient", eligible, 3))
    assert (result.critical_illness_base, result.critical_illness) == (fen(base), fen(paid))


def test_what_the_basic_cap_cut_off_counts() -> None:
    # 200,000: basic 199,200 × 50 % = 99,600 cut to 80,000; base 120,000; (120,000 − 17,833) × 60 %
    result = settle_one(member(), bill("inpatient", "200000", 3))
    assert result.critical_illness_base == fen("120000.00")
    assert result.critical_illness == fen("61300.20")
    assert result.out_of_pocket == fen("58699.80")


def test_excluded_expense_does_not_count() -> None:
    what = bill("inpatient", "30000", self_paid="1000", over_limit="2000", class_b="3000")
    assert settle_one(without_basic_fund(), what).critical_illness_base == fen("24000.00")


def test_the_base_accumulates_and_a_bill_pays_for_its_own_part() -> None:
    results = settle_bills(
        without_basic_fund(),
        bill("inpatient", "10000"),
        bill("inpatient", "10000"),  # 20,000 − 17,833 = 2,167 × 60 %
        bill("inpatient", "10000"),
    )
    assert [each.critical_illness for each in results] == [0, fen("1300.20"), fen("6000.00")]


@pytest.mark.parametrize(
    ("before", "paid"),
    [("17832.98", "0"), ("17832.99", "0"), ("17833.00", "0.01"), ("17833.01", "0.01"), ("500000", "0.01")],
)
def test_the_base_of_earlier_bills_counts(before, paid) -> None:
    who = without_basic_fund(used_before={"critical_illness_base": before})
    assert settle_one(who, bill("inpatient", "0.01")).critical_illness == fen(paid)


@pytest.mark.parametrize(
    ("base", "paid", "cut"),
    [
        ("333333.32", "199999.99", False),  # 199,999.992
        ("333333.33", "200000.00", False),  # 199,999.998
        ("333333.34", "200000.00", False),  # 200,000.004
        ("333333.35", "200000.00", True),  # 200,000.010
        ("400000.00", "200000.00", True),
    ],
)
def test_it_pays_up_to_its_cap(base, paid, cut) -> None:
    who = without_basic_fund(used_before={"critical_illness_base": "17833"})
    result = settle_one(who, bill("inpatient", base))
    assert result.critical_illness == fen(paid)
    assert ("critical_illness_cap_reached" in result.notices) == cut


@pytest.mark.parametrize(
    ("before", "paid", "cut"),
    [("199994", "6.00", False), ("199994.01", "5.99", True), ("200000", "0", True), ("300000", "0", True)],
)
def test_payments_before_leave_less_of_the_cap(before, paid, cut) -> None:
    balances = {"critical_illness_base": "400000", "critical_illness_paid": before}
    result = settle_one(without_basic_fund(used_before=balances), bill("inpatient", "10"))
    assert result.critical_illness == fen(paid)
    assert ("critical_illness_cap_reached" in result.notices) == cut


@pytest.mark.parametrize("category", ASSISTANCE_CATEGORIES)
def test_half_the_threshold_65_per_cent_and_no_cap_for_three_categories_alone(category) -> None:
    who = without_basic_fund(assistance_categories=("severe_disability", category))
    result = settle_one(who, bill("inpatient", "508916.50"))
    # 500,000 × 65 %; for others (508,916.50 − 17,833) × 60 % = 294,650.10, cut to the cap
    assert result.critical_illness == fen("325000.00" if category in ASSISTED else "200000.00")


@pytest.mark.parametrize(
    ("above", "paid"), [("0.02", "0.01"), ("0.10", "0.07"), ("0.30", "0.20"), ("0.04", "0.03")]
)
def test_it_is_rounded_half_up(above, paid) -> None:
    # 65 %: 0.013 · 0.065 · 0.195 · 0.026
    balances = {"critical_illness_base": "8916.50"}
    who = without_basic_fund(used_before=balances, assistance_categories=("extreme_poverty",))
    assert settle_one(who, bill("inpatient", above)).critical_illness == fen(paid)


def test_no_cap_takes_no_heed_of_payments_before() -> None:
    balances = {"critical_illness_base": "400000", "critical_illness_paid": "250000"}
    who = without_basic_fund(used_before=balances, assistance_categories=("extreme_poverty",))
    result = settle_one(who, bill("inpatient", "100"))
    assert result.critical_illness == fen("65.00")
    assert "critical_illness_cap_reached" not in result.notices


@pytest.mark.parametrize("kind", ["outpatient", "chronic_outpatient", "prenatal", "natural_delivery"])
def test_other_kinds_do_not_count(kind) -> None:
    who = without_basic_fund(chronic_diseases=("diabetes",), used_before={"critical_illness_base": "50000"})
    result = settle_one(who, bill(kind, "5000", 2))
    assert (result.critical_illness_base, result.critical_illness) == (0, 0)
    assert result.ledger.critical_illness_base == fen("50000")


def test_the_caesarean_top_up_is_taken_off_the_base() -> None:
    # Nothing left of the cap: the top-up is 600, the base 5,000 − 600 = 4,400, × 60 %
    who = without_basic_fund(used_before={"critical_illness_base": "17833"})
    result = settle_one(who, bill("caesarean", "5000"))
    assert (result.maternity, result.critical_illness_base) == (fen("600.00"), fen("4400.00"))
    assert (result.critical_illness, result.out_of_pocket) == (fen("2640.00"), fen("1760.00"))


@pytest.mark.parametrize(("eligible", "base"), [("599.99", "0"), ("600.00", "0"), ("600.01", "0.01")])
def test_the_base_is_never_negative(eligible, base) -> None:
    what = bill(
        "caesarean", "1000", self_paid=f"{(100000 - fen(eligible)) // 100}.{-fen(eligible) % 100:02d}"
    )
    result = settle_one(without_basic_fund(), what)
    assert (result.eligible, result.critical_illness_base) == (fen(eligible), fen(base))
