"""Amounts found by halving."""

import pytest

from desktop_app.planning.solve import solve
from desktop_app.planning.statement_causes import Fitting


@pytest.mark.parametrize(
    ("target", "found"),
    [
        (0, None),  # as it stands: nothing is to be found
        (1, Fitting(10, 19)),
        (7, Fitting(70, 79)),
        (10, Fitting(100, None)),  # the most fits: any more, too
        (11, None),
        (-1, None),
    ],
)
def test_the_smallest_and_the_largest_amount_that_fit(target, found):
    assert solve(lambda amount: amount // 10, target, 100) == found
    assert solve(lambda amount: -(amount // 10), -target, 100) == found


def test_what_never_changes_has_no_amount():
    assert solve(lambda _: 5, 5, 100) is None
    assert solve(lambda _: 5, 6, 100) is None


def test_a_value_that_is_jumped_over_has_no_amount():
    assert solve(lambda amount: amount * 2, 7, 100) is None


def test_where_rounding_wavers_both_ends_fit():
    wavering = [0, 1, 2, 3, 2, 3, 4, 3, 4, 5, 6]
    found = solve(wavering.__getitem__, 3, 10)
    assert found is not None
    assert [wavering[found.low], wavering[found.high]] == [3, 3]
