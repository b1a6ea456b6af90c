"""Money is an integer number of fen, a rate an integer number of basis points (R1).

Both are exact: binary floating point never touches an amount.
"""

from typing import NamedTuple, TypeAlias

Fen: TypeAlias = int
"""An amount in fen (0.01 yuan)."""

BasisPoints: TypeAlias = int
"""A rate in hundredths of a per cent: 50 % is 5,000."""


class Range(NamedTuple):
    """From one amount to another in fen, both included."""

    low: Fen
    high: Fen


WHOLE: BasisPoints = 10_000

DECIMALS = tuple(f".{fen:02d}" for fen in range(100))
"""The part of an amount below the yuan, in writing, by its fen."""


class Unrounded(int):
    """An amount followed beyond the fen: planning sends one through the engine to see where it turns."""

    def at_rate(self, rate: BasisPoints) -> Fen:
        """Take a rate of it, not rounded."""
        raise NotImplementedError


def apply_rate(rate: BasisPoints, amount: Fen) -> Fen:
    """Take a rate of a non-negative amount, rounded half-up to the fen (R1)."""
    if isinstance(amount, Unrounded):
        return amount.at_rate(rate)
    return (rate * amount + WHOLE // 2) // WHOLE


def share(part: Fen, whole: Fen, amount: Fen) -> Fen:
    """Take part/whole of a non-negative amount, rounded half-up to the fen (R15)."""
    return (2 * part * amount + whole) // (2 * whole)


def format_yuan(amount: Fen) -> str:
    """Write an amount as yuan with two decimals: 1234560 is ``12345.60``."""
    sign = "-" if amount < 0 else ""
    yuan, fen = divmod(abs(amount), 100)
    return f"{sign}{yuan}{DECIMALS[fen]}"


def format_percent(rate: BasisPoints) -> str:
    """Write a rate as a decimal number of per cent without trailing zeros: 5750 is ``57.5``."""
    percent, hundredths = divmod(rate, 100)
    return f"{percent}.{hundredths:02d}".rstrip("0").rstrip(".") if hundredths else str(percent)
