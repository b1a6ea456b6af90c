"""Figures in writing, kept: the same amounts, rates and dates stand in many steps of one answer."""

from collections.abc import Callable
from datetime import date

from desktop_app.engine.result import StepInput, figure

_KEPT = 20_000


class Written(dict[StepInput, str]):
    """Texts of one unit by figure, or by the pack's value that has it; ``write`` makes those not yet there.

    Emptied when full, so that a long run does not grow.
    """

    def __init__(self, write: Callable[[int | date], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, given: StepInput) -> str:
        if len(self) >= _KEPT:
            self.clear()
        text = self[given] = self._write(figure(given))
        return text
