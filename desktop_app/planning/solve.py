"""Which amount makes the engine come to a given result: found by halving, on the engine itself."""

from collections.abc import Callable

from desktop_app.engine.money import Fen
from desktop_app.planning.statement_causes import Fitting


def solve(value: Callable[[Fen], Fen], target: Fen, most: Fen) -> Fitting | None:
    """Find the amounts from 1 to ``most`` for which ``value`` comes to the target; None: there are none.

    ``value`` goes one way, up or down, but for rounding. An end is open (None) where ``most`` itself fits.
    """
    first, last = value(0), value(most)
    sign = 1 if last > first else -1
    if target == first or sign * target > sign * last or sign * target < sign * first:
        return None
    low = _first(lambda amount: sign * value(amount) >= sign * target, most)
    if value(low) != target:
        return None
    if last == target:
        return Fitting(low, None)
    high = _first(lambda amount: sign * value(amount) > sign * target, most) - 1
    # Two rounded lines may waver by a fen around the target: then both crossings fit, in either order.
    return Fitting(min(low, high), max(low, high))


def _first(holds: Callable[[Fen], bool], most: Fen) -> Fen:
    """Halve between 0, where it does not hold, and ``most``, where it does."""
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle
    return high
