"""Payment windows and late surcharges (R5, R9): read, and checked against each other."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Protocol

from desktop_app.engine.policy import (
    AfterDays,
    Basis,
    EnrolmentPolicy,
    FixedDate,
    NextMonth,
    Surcharge,
    Unit,
    Value,
    Window,
)
from desktop_app.packs.figures import BASIS, NOTES, Figures, check_unit, read_basis, read_figure, single
from desktop_app.packs.table import Table, read_choice, read_date
from desktop_app.reading import Node

BEGIN_UNITS: Mapping[str, Unit | None] = {"fixed_date": "date", "next_month": None, "after_days": "days"}
_DAY = timedelta(days=1)


class Days(Protocol):
    """A span of days, both ends included."""

    @property
    def first(self) -> date:
        """The first day."""

    @property
    def last(self) -> date:
        """The last day."""


def read_enrolment(pack: Table, year: int | None, sources: Sequence[str]) -> EnrolmentPolicy:
    """Read the payment windows, in order of time and apart from each other, and the newborn's days."""
    table = pack.table("enrolment", ("newborn_days", "window"))
    nodes = table.tables("window")
    if "window" in table and not nodes:
        table.node.report("missing", "there is no payment window", at="window")
    windows = [(node, window) for node in nodes if (window := _window(node, sources))]
    report_overlaps(windows)
    _report_disorder(windows)
    if year is not None:
        for node, window in windows:
            _report_other_years(node, window, year)
    newborn_days = single(table, "newborn_days", "days", sources)
    return EnrolmentPolicy(tuple(window for _, window in windows), newborn_days)


def _window(node: Node, sources: Sequence[str]) -> Window | None:
    """Read a window; None where its days or its beginning make none."""
    table = Table(node, (*BASIS, "name", "first", "last", "begins"), (*NOTES, "unit", "begin"))
    name, basis = table.text("name"), read_basis(table, sources)
    begin = _begin(table, basis)
    days = read_days(table)
    return Window(table.name, name, *days, begin, basis) if days and begin else None


def _begin(table: Table, basis: Basis) -> FixedDate | NextMonth | AfterDays | None:
    """Read when coverage begins: a date, a number of days, or nothing for the first day of the next month."""
    node = table.field("begins")
    if node is None or (begins := read_choice(node, tuple(BEGIN_UNITS))) != node.raw:
        return None
    unit = BEGIN_UNITS[begins]
    for name in ("unit", "begin"):
        if unit is None and name in table:
            table.node.report("unknown_field", f"a window that begins {begins} has no {name!r}", at=name)
        elif unit and name not in table:
            table.node.report("missing", f"a window that begins {begins} needs {name!r}", at=name)
    if unit is None:
        return NextMonth(basis)
    check_unit(table, unit)
    figure = table.field("begin")
    if figure is None:
        return None
    if unit == "days":
        return AfterDays(Value(read_figure(figure, unit), unit, basis))
    day = read_date(figure)
    return FixedDate(Value(day, unit, basis)) if day else None


def read_days(table: Table) -> tuple[date, date] | None:
    """Read first and last day: ``order`` where they stand the wrong way round."""
    first, last = table.day("first"), table.day("last")
    if first is None or last is None:
        return None
    if first > last:
        table.node.report("order", f"the last day {last} lies before the first {first}", at="last")
        return None
    return first, last


def read_surcharges(
    premium: Table, windows: Sequence[Window], sources: Sequence[str]
) -> tuple[Surcharge, ...]:
    """Read the late surcharges: within payment windows and apart from each other."""
    surcharges = [(node, row) for node in premium.tables("surcharge") if (row := _surcharge(node, sources))]
    report_overlaps(surcharges)
    # Held against windows of which one was dropped for its own faults, a sound surcharge would be blamed.
    if not any(problem.path.startswith("enrolment.window") for problem in premium.node.problems):
        for node, row in surcharges:
            _report_outside_windows(node, row, windows)
    return tuple(row for _, row in surcharges)


def _surcharge(node: Node, sources: Sequence[str]) -> Surcharge | None:
    """Read a surcharge; None where its days make none."""
    table = Table(node, (*BASIS, "unit", "first", "last", "figure"), NOTES)
    figures = Figures(table, "yuan", sources)
    amount = figures.value(table, "figure", "")
    days = read_days(table)
    return days and Surcharge(*days, amount)


def report_overlaps(spans: Sequence[tuple[Node, Days]]) -> None:
    """Report every two spans that share a day: ``overlap``, at the later one in the file."""
    for (one, before), (node, after) in combinations(spans, 2):
        if before.first <= after.last and after.first <= before.last:
            node.report("overlap", f"shares days with {one.path}", at="first")


def _report_disorder(windows: Sequence[tuple[Node, Window]]) -> None:
    """Report a window that lies wholly before the one above it: ``order``."""
    for (one, before), (node, after) in pairwise(windows):
        if after.last < before.first:
            node.report("order", f"lies before {one.path}, which stands above it", at="first")


def _report_other_years(node: Node, window: Window, year: int) -> None:
    """Report days that cannot belong to this policy year: ``year``."""
    for name, day in (("first", window.first), ("last", window.last)):
        if day.year not in (year - 1, year):
            node.report("year", f"{day} lies neither in {year} nor in the year before", at=name)
    if isinstance(window.begin, FixedDate) and window.begin.date.figure.year != year:
        node.report("year", f"coverage of {year} cannot begin on {window.begin.date.figure}", at="begin")


def _report_outside_windows(node: Node, surcharge: Surcharge, windows: Sequence[Window]) -> None:
    """Report a surcharge on a day that no payment window holds: ``outside_windows``."""
    day = surcharge.first
    for window in windows:
        if window.first <= day <= window.last:
            if surcharge.last <= window.last:
                return
            day = window.last + _DAY
    node.report("outside_windows", f"no payment window holds {day}", at="first")
