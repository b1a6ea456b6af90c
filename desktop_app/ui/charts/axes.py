"""Axes that speak the window's language: yuan, and the months of the policy year."""

from collections.abc import Sequence
from datetime import date

import pyqtgraph as pg

from desktop_app.ui.charts.axis_text import axis_yuan
from desktop_app.ui.charts.expense_data import year_fraction
from desktop_app.wording.messages import Messages


class YuanAxis(pg.AxisItem):
    """Amounts in yuan; data are yuan."""

    def __init__(self, orientation: str, messages: Messages) -> None:
        super().__init__(orientation)
        self._messages = messages
        self.enableAutoSIPrefix(False)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the ticks; below zero there is nothing."""
        return ["" if value < 0 else axis_yuan(value, self._messages) for value in values]

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """Take the wider steps alone: fewer ticks, all of them labelled."""
        return super().tickSpacing(low, high, size)[:1]


class MonthAxis(pg.AxisItem):
    """Months of one year; data are fractions of it. Names stand in the middle of their months."""

    def __init__(self, messages: Messages, year: int) -> None:
        super().__init__("bottom")
        starts = [year_fraction(date(year, month, 1)) for month in range(1, 13)]
        ends = [*starts[1:], 1.0]
        names = [messages.text(f"charts.month.{month}") for month in range(1, 13)]
        middles = [(start + end) / 2 for start, end in zip(starts, ends, strict=True)]
        self.setTicks([list(zip(middles, names, strict=True))])
        self.setStyle(tickLength=0)
