"""The household's expense as it builds up over the year, by who pays: figures only, no drawing."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple, TypeAlias, get_args

from desktop_app.engine.money import Fen
from desktop_app.engine.result import BillResult, Settlement

Share: TypeAlias = Literal["own", "basic_fund", "critical_illness", "maternity", "others"]
SHARES: tuple[Share, ...] = get_args(Share)
"""Who pays, from the bottom of the stack up; the family's own share first."""


class Stage(NamedTuple):
    """From ``day`` on, until the next stage: the year's sums in fen, in the order of ``SHARES``."""

    day: date
    bills: tuple[str, ...]
    """The bills settled on that day."""
    sums: tuple[Fen, ...]


class Band(NamedTuple):
    """One share of one stage, stacked: from ``bottom`` to ``top`` in fen."""

    bottom: Fen
    top: Fen


def build_up(settlement: Settlement) -> tuple[Stage, ...]:
    """Add up the year's bills by settlement date (R2); bills of one day make one stage."""
    days = {bill.id: bill.settlement_date for bill in settlement.case.bills}
    sums = (0,) * len(SHARES)
    stages = []
    ordered = sorted(settlement.bills, key=lambda bill: days[bill.id])
    for day, bills in groupby(ordered, key=lambda bill: days[bill.id]):
        settled = tuple(bills)
        for bill in settled:
            sums = tuple(before + part for before, part in zip(sums, _shares(bill), strict=True))
        stages.append(Stage(day, tuple(bill.id for bill in settled), sums))
    return tuple(stages)


def bands(stage: Stage) -> tuple[Band, ...]:
    """Stack the shares of a stage, in the order of ``SHARES``."""
    tops = [sum(stage.sums[: index + 1]) for index in range(len(SHARES))]
    return tuple(map(Band, (0, *tops[:-1]), tops))


def year_fraction(day: date) -> float:
    """Place a day on the axis of its year: 0 at the start of 1 January, 1 at the end of 31 December."""
    start = date(day.year, 1, 1)
    return (day - start).days / (date(day.year + 1, 1, 1) - start).days


def spread(centres: Sequence[float], gap: float, top: float) -> tuple[float, ...]:
    """Move ascending label positions apart to at least ``gap``, within 0 and ``top`` where there is room."""
    placed: list[float] = []
    for centre in centres:
        placed.append(max(centre, placed[-1] + gap if placed else gap / 2))
    highest = top - gap / 2
    for index in reversed(range(len(placed))):
        placed[index] = min(placed[index], highest)
        highest = placed[index] - gap
    return tuple(placed)


def _shares(bill: BillResult) -> tuple[Fen, ...]:
    others = bill.out_of_pocket - bill.left_to_pay
    return bill.left_to_pay, bill.basic_fund, bill.critical_illness, bill.maternity, others
