"""A piece of a page: what is never split between two."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QPainter

Paint: TypeAlias = Callable[[QPainter, float, float], None]
"""Paints at a left and a top, in points."""

LONGEST = 400.0
"""A text higher than this is cut into several pieces between its lines: it might fill a page by itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of a height, in points. ``before``: space above it, except at the top of a page."""

    height: float
    paint: Paint
    before: float = 0
    stays: bool = False
    """It stands on the page of the piece that follows."""
    repeated: "tuple[Piece, ...]" = ()
    """What is said again above it where it begins a page: the heads of its table."""


def slices(lines: int, line_height: float) -> Iterator[tuple[int, int]]:
    """Part so many lines into runs of at most ``LONGEST``: first line, line after the last."""
    count = max(1, int(LONGEST / line_height))
    for first in range(0, lines, count):
        yield first, min(first + count, lines)
