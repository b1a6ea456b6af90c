"""The handle of a chart: an upright line with a grip, dots where it crosses the lines, and its keys."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.engine.money import Fen
from desktop_app.ui.theme import Colours

_STEP, _LEAP = 100_00, 10_000_00
"""How far one key moves the handle, in fen."""
_SHORT: Fen = 20_000_00
_SHORT_STEP, _SHORT_LEAP = 10_00, 100_00
"""The same on an axis shorter than ``_SHORT``."""


class Handle:
    """Its items; positions are those of the plot they are added to."""

    def __init__(self, colours: Colours) -> None:
        accent = pg.mkPen(colours.accent, width=2)
        self._upright = pg.InfiniteLine(angle=90, pen=accent)
        self._dots = pg.ScatterPlotItem(size=10, pen=accent, brush=pg.mkBrush(colours.card))
        self._grip = pg.ScatterPlotItem(
            size=16, symbol="t1", pen=pg.mkPen(colours.card), brush=pg.mkBrush(colours.accent)
        )

    def add_to(self, plot: pg.PlotWidget) -> None:
        """Lie above all that is in a plot now."""
        for item in (self._upright, self._dots, self._grip):
            plot.addItem(item, ignoreBounds=True)

    def put(self, at: float, heights: Sequence[float], foot: float) -> None:
        """Stand at a place, crossing lines at these heights, the grip at the foot."""
        self._upright.setValue(at)
        self._dots.setData([at] * len(heights), heights)
        self._grip.setData([at], [foot])


def step_of(top: Fen) -> Fen:
    """How far apart the expenses are that the handle stops at, in fen."""
    return _SHORT_STEP if top < _SHORT else _STEP


def moved_by(event: QKeyEvent, expense: Fen, top: Fen) -> Fen | None:
    """Where a key moves the handle to: arrows a step, with Ctrl or the page keys a leap, Home, End."""
    leap = _SHORT_LEAP if top < _SHORT else _LEAP
    leaps = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    arrow = leap if leaps else step_of(top)
    match event.key():
        case Qt.Key.Key_Left:
            return expense - arrow
        case Qt.Key.Key_Right:
            return expense + arrow
        case Qt.Key.Key_PageDown:
            return expense - leap
        case Qt.Key.Key_PageUp:
            return expense + leap
        case Qt.Key.Key_Home:
            return 0
        case Qt.Key.Key_End:
            return top
        case _:
            return None
