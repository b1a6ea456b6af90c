"""An amount that moves: a value and a slope, which the engine computes with as if it were fen.

The engine's answer to a bill of x yuan is piecewise linear in x, but for rounding. Sent through the engine as
the bill's total, a ``Linear`` answers for x and everything right of it, up to where any comparison the engine
made would come out differently; that point is remembered, and the next piece begins there. So the kinks of a
curve are computed exactly, by the very code that settles a bill.
"""

from fractions import Fraction
from typing import Self

from desktop_app.engine.money import WHOLE, BasisPoints, Fen, Unrounded


class Turns:
    """How far right of the starting point all comparisons made so far still come out the same."""

    def __init__(self) -> None:
        self.next: Fraction | None = None
        """In fen from the starting point; None: for ever."""

    def note(self, distance: Fraction) -> None:
        """Note that a comparison turns at this distance."""
        if self.next is None or distance < self.next:
            self.next = distance


class Linear(Unrounded):
    """``value + slope·d`` fen for every small distance d > 0 right of the starting point.

    Comparisons are decided by the value, between equal values by the slope.
    """

    value: Fraction
    slope: Fraction
    _turns: Turns

    def __new__(cls, value: Fraction, slope: Fraction, turns: Turns) -> Self:
        """Make one; whole fen mean nothing to it."""
        made = super().__new__(cls, 0)
        made.value = value
        made.slope = slope
        made._turns = turns
        return made

    def at_rate(self, rate: BasisPoints) -> Fen:
        """Take a rate of it, not rounded."""
        share = Fraction(rate, WHOLE)
        return Linear(self.value * share, self.slope * share, self._turns)

    def __add__(self, other: int) -> "Linear":
        value, slope = parts(other)
        return Linear(self.value + value, self.slope + slope, self._turns)

    __radd__ = __add__

    def __neg__(self) -> "Linear":
        return Linear(-self.value, -self.slope, self._turns)

    def __sub__(self, other: int) -> "Linear":
        return self + -other

    def __rsub__(self, other: int) -> "Linear":
        return -self + other

    def __lt__(self, other: int) -> bool:
        return self._sign(other) < 0

    def __le__(self, other: int) -> bool:
        return self._sign(other) <= 0

    def __gt__(self, other: int) -> bool:
        return self._sign(other) > 0

    def __ge__(self, other: int) -> bool:
        return self._sign(other) >= 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int) and self._sign(other) == 0

    def __hash__(self) -> int:
        return hash((self.value, self.slope))

    def __bool__(self) -> bool:
        return self._sign(0) != 0

    def _sign(self, other: int) -> int:
        """Compare as right of the starting point, and note where the answer would change."""
        value, slope = parts(other)
        value, slope = self.value - value, self.slope - slope
        if value and slope and (value > 0) != (slope > 0):
            self._turns.note(-value / slope)
        decisive = value or slope
        return (decisive > 0) - (decisive < 0)


def parts(amount: int) -> tuple[Fraction, Fraction]:
    """Value and slope of an amount; one that does not move has no slope."""
    if isinstance(amount, Linear):
        return amount.value, amount.slope
    return Fraction(amount), Fraction(0)


def half_up(amount: Fraction) -> Fen:
    """Round an exact, non-negative amount half-up to the fen."""
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)
