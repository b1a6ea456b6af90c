"""Figures in writing: amounts, rates, dates, levels.

Many bills a second pass through here with some ten sentences each: what has been written is kept.
"""

import datetime as dt
from typing import TypeAlias

from desktop_app.engine.money import DECIMALS, BasisPoints, Fen, format_percent
from desktop_app.engine.policy import Unit
from desktop_app.wording.messages import Messages
from desktop_app.written import Written

_GROUPED_FROM = 1000

BareFigures: TypeAlias = dict[Unit, Written]


class Figures:
    """Writes figures in one language."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.bare: BareFigures = {
            "yuan": Written(_amount),
            "percent": Written(_percent),
            "days": Written(str),
            "years": Written(str),
            "count": Written(str),
            "level": Written(lambda level: messages.text(f"terms.level.{level}")),
            "date": Written(self._date),
        }
        """Figures without the word for their unit, as sentences with a unit of their own take them."""

    def amount(self, amount: Fen) -> str:
        """Write fen as yuan with thousands separators, no unit: ``12,345.60``."""
        return self.bare["yuan"][amount]

    def money(self, amount: Fen) -> str:
        """Write fen as yuan with thousands separators and the currency."""
        return self._messages.text("formats.money", amount=self.amount(amount))

    def percent(self, rate: BasisPoints) -> str:
        """Write basis points as per cent: ``57.5%``."""
        return self.bare["percent"][rate]

    def date(self, day: dt.date) -> str:
        """Write a date in words of the language."""
        return self.bare["date"][day]

    def figure(self, unit: Unit, figure: int | dt.date) -> str:
        """Write a figure with its unit, to stand alone."""
        bare = self.bare[unit][figure]
        if unit == "yuan":
            return self._messages.text("formats.money", amount=bare)
        if unit in ("days", "years", "count"):
            return self._messages.text(f"formats.{unit}", count=bare)
        return bare

    def _date(self, day: int | dt.date) -> str:
        if not isinstance(day, dt.date):
            raise TypeError(f"not a date: {day!r}")
        month = self._messages.text(f"formats.month.{day.month}")
        return self._messages.text("formats.date", year=day.year, month=month, day=day.day)


def _amount(amount: int | dt.date) -> str:
    number = _integer(amount)
    if number < 0:
        return f"-{_amount(-number)}"
    yuan, fen = divmod(number, 100)
    return f"{yuan:,}{DECIMALS[fen]}" if yuan >= _GROUPED_FROM else f"{yuan}{DECIMALS[fen]}"


def _percent(rate: int | dt.date) -> str:
    return f"{format_percent(_integer(rate))}%"


def _integer(figure: int | dt.date) -> int:
    if isinstance(figure, dt.date):
        raise TypeError(f"not a number: {figure!r}")
    return figure
