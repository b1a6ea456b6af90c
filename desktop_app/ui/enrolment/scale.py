"""Where a day stands on a time line: days to pixels."""

from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QRectF


class Scale(NamedTuple):
    """Whole months from ``first`` to the day before ``end``, drawn from ``left`` over ``width`` pixels."""

    first: date
    end: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """The left edge of a day."""
        return self.left + self.width * (day - self.first).days / (self.end - self.first).days

    def span(self, first: date, last: date, top: float, height: float) -> QRectF:
        """The rectangle of a stretch of days, both included."""
        left = self.x(first)
        return QRectF(left, top, self.x(last + timedelta(days=1)) - left, height)

    def months(self) -> list[date]:
        """The first day of every month."""
        months, day = [], self.first
        while day < self.end:
            months.append(day)
            day = next_month(day)
        return months


def next_month(day: date) -> date:
    """First day of the month after."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
