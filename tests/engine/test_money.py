"""Money is whole fen, rates whole basis points, and both are exact (R1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.engine.money import apply_rate, format_percent, format_yuan, share


@pytest.mark.parametrize(
    ("rate", "amount", "taken"),
    [
        (5000, 0, 0),
        (5000, 1, 1),
        (5000, 3, 2),
        (4999, 1, 0),
        (5001, 1, 1),
        (10000, 7, 7),
        (0, 7, 0),
        (6500, 10, 7),
    ],
)
def test_a_rate_rounds_half_up(rate, amount, taken) -> None:
    assert apply_rate(rate, amount) == taken


@pytest.mark.parametrize(
    ("part", "whole", "amount", "taken"),
    [
        (1, 2, 1, 1),
        (1, 3, 1, 0),
        (2, 3, 1, 1),
        (1, 2, 3, 2),
        (0, 5, 9, 0),
        (5, 5, 9, 9),
        (1, 20000, 10000, 1),
    ],
)
def test_a_share_rounds_half_up(part, whole, amount, taken) -> None:
    assert share(part, whole, amount) == taken


@given(st.integers(0, 10_000), st.integers(0, 10**15))
def test_a_rate_is_never_more_than_half_a_fen_off_however_large_the_amount(rate, amount) -> None:
    off = 10_000 * apply_rate(rate, amount) - rate * amount
    assert -5_000 < off <= 5_000


@pytest.mark.parametrize(
    ("fen", "yuan"),
    [(0, "0.00"), (5, "0.05"), (100, "1.00"), (123456, "1234.56"), (-5, "-0.05"), (-12345, "-123.45")],
)
def test_yuan_have_two_decimals(fen, yuan) -> None:
    assert format_yuan(fen) == yuan


@pytest.mark.parametrize(
    ("rate", "percent"),
    [(0, "0"), (500, "5"), (5000, "50"), (5750, "57.5"), (5755, "57.55"), (5705, "57.05"), (10000, "100")],
)
def test_a_rate_is_a_number_of_per_cent_without_trailing_zeros(rate, percent) -> None:
    assert format_percent(rate) == percent
