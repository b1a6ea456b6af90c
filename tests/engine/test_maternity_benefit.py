"""Maternity: prenatal care, natural delivery, caesarean (R22, R23)."""

import pytest
from households import bill, fen, member, settle_bills, settle_one, used


@pytest.mark.parametrize("tier", [1, 2])
@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize(
    ("eligible", "paid", "above"),
    [("299.99", "299.99", "0"), ("300.00", "300.00", "0"), ("300.01", "300.00", "0.01")],
)
def test_prenatal_care_is_paid_up_to_300(tier, level, eligible, paid, above) -> None:
    result = settle_one(member(tier), bill("prenatal", eligible, level))
    assert (result.maternity, result.basic_fund, result.rate, result.deductible) == (fen(paid), 0, None, 0)
    assert result.out_of_pocket_parts == (0, 0, 0, 0, 0, 0, fen(above), 0, 0)


def test_only_the_eligible_expense_of_prenatal_care_is_paid() -> None:
    result = settle_one(member(), bill("prenatal", "200", self_paid="30", over_limit="10", class_b="20"))
    assert (result.maternity, result.out_of_pocket) == (fen("140.00"), fen("60.00"))


def test_prenatal_bills_share_the_limit_of_the_year() -> None:
    results = settle_bills(member(), *(bill("prenatal", amount) for amount in ("180", "119.99", "5", "5")))
    assert [each.maternity for each in results] == [18000, 11999, 1, 0]
    assert results[3].out_of_pocket_parts.above_limit == 500


@pytest.mark.parametrize(("before", "paid"), [("299.99", "0.01"), ("300", "0"), ("300.01", "0")])
def test_prenatal_payments_before_count(before, paid) -> None:
    who = member(used_before=used(prenatal_paid=before))
    assert settle_one(who, bill("prenatal", "100")).maternity == fen(paid)


@pytest.mark.parametrize(
    ("total", "paid"), [("0", "0"), ("599.99", "599.99"), ("600.00", "600.00"), ("600.01", "600.00")]
)
def test_a_natural_delivery_is_paid_600_but_no_more_than_the_total(total, paid) -> None:
    result = settle_one(member(), bill("natural_delivery", total, 2))
    assert (result.maternity, result.out_of_pocket) == (fen(paid), fen(total) - fen(paid))
    assert result.out_of_pocket_parts.above_limit == fen(total) - fen(paid)


@pytest.mark.parametrize(
    ("eligible", "above", "less"),
    [("599.99", "0", "0.01"), ("600.00", "0", "0"), ("600.01", "0.01", "0"), ("0", "0", "600")],
)
def test_a_benefit_beyond_the_eligible_expense_lowers_the_rest(eligible, above, less) -> None:
    self_paid = fen("1000") - fen(eligible)
    what = bill("natural_delivery", "1000", self_paid=f"{self_paid // 100}.{self_paid % 100:02d}")
    result = settle_one(member(), what)
    assert (result.maternity, result.out_of_pocket) == (fen("600.00"), fen("400.00"))
    assert result.out_of_pocket_parts == (self_paid, 0, 0, 0, 0, 0, fen(above), fen(less), 0)


def test_each_natural_delivery_is_paid_and_leaves_the_ledger() -> None:
    full = used(basic_fund="80000", prenatal_paid="300", outpatient_paid="300")
    what = bill("natural_delivery", "3000", 2)
    for result in settle_bills(member(used_before=full), what, what):
        assert (result.maternity, result.ledger) == (fen("600.00"), full)


@pytest.mark.parametrize(
    ("eligible", "paid", "top_up"),
    [
        ("1999.98", "599.99", "0.01"),  # 1,199.98 × 50 %
        ("2000.00", "600.00", "0"),
        ("2000.02", "600.01", "0"),
        ("1000.00", "100.00", "500.00"),
        ("800.00", "0", "600.00"),
    ],
)
def test_a_caesarean_is_topped_up_to_600(eligible, paid, top_up) -> None:
    result = settle_one(member(), bill("caesarean", eligible, 3))
    assert (result.basic_fund, result.maternity) == (fen(paid), fen(top_up))
    assert result.out_of_pocket_parts.less_maternity == fen(top_up)
    assert result.ledger.basic_fund == fen(paid)  # the top-up is outside the cap


@pytest.mark.parametrize(
    ("total", "top_up", "left"),
    [("0", "0", "0"), ("599.99", "599.99", "0"), ("600.00", "600.00", "0"), ("600.01", "600.00", "0.01")],
)
def test_the_top_up_is_no_more_than_the_total(total, top_up, left) -> None:
    result = settle_one(member(), bill("caesarean", total, 3))  # all below the deductible of 800
    assert (result.basic_fund, result.maternity, result.out_of_pocket) == (0, fen(top_up), fen(left))


def test_the_top_up_may_pay_what_is_not_eligible() -> None:
    # Eligible 100, all deductible; 600 paid of a total of 1,000
    result = settle_one(member(), bill("caesarean", "1000", 3, self_paid="900"))
    assert (result.maternity, result.out_of_pocket) == (fen("600.00"), fen("400.00"))
    assert result.out_of_pocket_parts == (fen("900"), 0, 0, 0, fen("100"), 0, 0, fen("600"), 0)


def test_what_is_left_of_the_cap_is_compared() -> None:
    # (10,000 − 800) × 50 % = 4,600, of which 250 are left
    result = settle_one(member(used_before=used(basic_fund="79750")), bill("caesarean", "10000", 3))
    assert (result.basic_fund, result.maternity) == (fen("250.00"), fen("350.00"))
    assert result.out_of_pocket_parts.above_limit == fen("4350.00")


def test_a_caesarean_has_the_terms_of_a_stay() -> None:
    # Minor on tier 2 in a level 3 TCM institution: deductible 300, 60 %, TCM 70 %
    what = bill("caesarean", "20000", 3, at="tcm", tcm="5000")
    result = settle_one(member(2, born="2007-01-01"), what)
    # (5,000 − 75) × 70 % + (15,000 − 225) × 60 % = 3,447.50 + 8,865
    assert (result.rate, result.tcm_rate, result.deductible) == (6000, 7000, fen("300.00"))
    assert result.basic_fund == fen("12312.50")
