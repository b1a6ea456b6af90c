"""Ordinary outpatient (R11)."""

import pytest
from households import bill, fen, member, settle_bills, settle_one, used


@pytest.mark.parametrize(
    ("tier", "eligible", "paid", "cut"),
    [
        (1, "499.99", "299.99", "0"),  # 60 % = 299.994
        (1, "500.00", "300.00", "0"),
        (1, "500.01", "300.00", "0.01"),  # 300.006
        (2, "833.31", "499.99", "0"),  # 499.986
        (2, "833.33", "500.00", "0"),  # 499.998
        (2, "833.34", "500.00", "0"),  # 500.004
        (2, "833.35", "500.00", "0.01"),  # 500.010
    ],
)
def test_level_1_is_paid_up_to_the_limit_of_the_tier(tier, eligible, paid, cut) -> None:
    result = settle_one(member(tier), bill("outpatient", eligible, 1))
    assert (result.rate, result.deductible, result.basic_fund) == (6000, 0, fen(paid))
    assert result.out_of_pocket_parts.above_limit == fen(cut)
    assert result.notices == (("outpatient_limit_reached",) if cut != "0" else ())


@pytest.mark.parametrize(
    ("eligible", "deductible", "paid"),
    [
        ("199.99", "199.99", "0"),
        ("200.00", "200.00", "0"),
        ("200.01", "200.00", "0"),  # 0.004
        ("200.02", "200.00", "0.01"),  # 0.008
        ("300.00", "200.00", "40.00"),
    ],
)
def test_level_2_is_paid_above_its_deductible(eligible, deductible, paid) -> None:
    result = settle_one(member(), bill("outpatient", eligible, 2))
    assert (result.rate, result.deductible, result.basic_fund) == (4000, fen(deductible), fen(paid))


def test_the_deductible_is_used_up_by_level_2_expense_alone() -> None:
    amounts = [("150", 2), ("500", 1), ("400", 3), ("49.99", 2), ("1.00", 2), ("100", 2)]
    results = settle_bills(member(2), *(bill("outpatient", amount, level) for amount, level in amounts))
    assert [each.deductible for each in results] == [15000, 0, 0, 4999, 1, 0]
    # 0 · 300 · not paid · 0 · 0.99 × 40 % = 0.396 · 40
    assert [each.basic_fund for each in results] == [0, 30000, 0, 0, 40, 4000]


def test_all_levels_share_the_limit() -> None:
    # 240, then 40 % of 300 = 120 cut to 60, then nothing
    first, second, third = settle_bills(
        member(), bill("outpatient", "400", 1), bill("outpatient", "500", 2), bill("outpatient", "0.02", 1)
    )
    assert [each.basic_fund for each in (first, second, third)] == [24000, 6000, 0]
    assert [each.notices for each in (first, second, third)] == [
        (),
        ("outpatient_limit_reached",),
        ("outpatient_limit_reached",),
    ]


@pytest.mark.parametrize(
    ("before", "paid"), [("299.98", "0.02"), ("299.99", "0.01"), ("300.00", "0"), ("1000.00", "0")]
)
def test_payments_before_count_towards_the_limit(before, paid) -> None:
    result = settle_one(member(used_before=used(outpatient_paid=before)), bill("outpatient", "10", 1))
    assert result.basic_fund == fen(paid)


@pytest.mark.parametrize(
    ("before", "charged"), [("0", "200"), ("199.99", "0.01"), ("200.00", "0"), ("500.00", "0")]
)
def test_a_deductible_charged_before_is_not_charged_again(before, charged) -> None:
    who = member(used_before=used(outpatient_deductible=before))
    assert settle_one(who, bill("outpatient", "300", 2)).deductible == fen(charged)


@pytest.mark.parametrize("at", ["general", "tcm", "children", "maternal_child"])
def test_level_3_is_not_paid_for_an_adult(at) -> None:
    result = settle_one(member(born="2006-05-06"), bill("outpatient", "400", 3, at=at, self_paid="100"))
    assert (result.covered, result.reason, result.rate) == (True, "level_3_outpatient", None)
    assert (result.basic_fund, result.deductible, result.notices) == (0, 0, ())
    assert result.out_of_pocket_parts == (fen("100"), 0, 0, fen("300"), 0, 0, 0, 0, 0)
    assert result.ledger == member().used_before


@pytest.mark.parametrize("at", ["general", "tcm"])
def test_level_3_is_not_paid_for_a_minor_elsewhere(at) -> None:
    result = settle_one(member(born="2015-01-01"), bill("outpatient", "400", 3, at=at))
    assert result.reason == "level_3_outpatient"


@pytest.mark.parametrize("at", ["children", "maternal_child"])
def test_level_3_is_paid_as_level_2_for_a_minor_at_a_hospital_for_children(at) -> None:
    child = member(born="2006-05-07")  # 18 on the day after
    results = settle_bills(
        child,
        bill("outpatient", "150", 3, at=at),
        bill("outpatient", "100", 2),
        bill("outpatient", "300", 3, at=at),
    )
    # The 200 are shared: 150 and 50; then 300 × 40 %. No minor's points.
    assert [each.deductible for each in results] == [15000, 5000, 0]
    assert [each.basic_fund for each in results] == [0, 2000, 12000]
    assert {each.rate for each in results} == {4000}


@pytest.mark.parametrize(("level", "rate", "deductible"), [(1, 6000, 0), (2, 4000, 20000)])
@pytest.mark.parametrize("at", ["children", "maternal_child", "tcm"])
def test_lower_levels_are_the_same_for_minors_and_in_every_institution(level, rate, deductible, at) -> None:
    for born in ("1980-01-01", "2015-01-01"):
        result = settle_one(member(born=born), bill("outpatient", "300", level, at=at, tcm="300"))
        assert (result.rate, result.tcm_rate, result.deductible) == (rate, None, deductible)


def test_outpatient_counts_towards_neither_the_basic_cap_nor_critical_illness() -> None:
    result = settle_one(member(used_before=used(basic_fund="90000")), bill("outpatient", "300", 1))
    assert result.basic_fund == fen("180.00")
    assert result.critical_illness_base == 0
    assert result.ledger == used(basic_fund="90000", outpatient_paid="180")
