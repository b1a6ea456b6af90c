"""Amounts that the description of the interchange formats gives, reached by settling bills."""

import pytest
from households import bill, fen, member, settle_all, settle_one


@pytest.mark.parametrize(
    ("eligible", "out_of_pocket"),
    [
        ("0", "0"),
        ("800.00", "800.00"),
        ("34866.00", "17833.00"),
        ("160800.00", "43019.80"),
        ("431166.33", "151166.33"),
        ("600000.00", "320000.00"),
    ],
)
def test_vertices_of_the_curve(eligible, out_of_pocket) -> None:
    assert settle_one(member(), bill("inpatient", eligible, 3)).out_of_pocket == fen(out_of_pocket)


@pytest.mark.parametrize("tier", [1, 2])
def test_both_tiers_cost_the_same_at_the_break_even(tier) -> None:
    # 380 + 8,300 − 7,500 × 50 % = 755 + 8,300 − 7,500 × 55 % = 4,930
    result = settle_all(member(tier), [bill("inpatient", "8300", 3)])
    assert result.premium_own_share + result.totals.out_of_pocket == fen("4930.00")


def test_a_stay_of_a_member_with_minimum_living_allowance() -> None:
    who = member(assistance_categories=("minimum_living_allowance",))
    what = bill("inpatient", "35000", 3, self_paid="2000", class_b="1500")
    result = settle_one(who, what)
    assert (result.eligible, result.basic_fund) == (fen("31500.00"), fen("15350.00"))
    assert (result.critical_illness_base, result.critical_illness) == (fen("16150.00"), fen("4701.78"))
    assert result.out_of_pocket == fen("14948.22")
