"""Amounts that the family cannot name: a range for each, in the field ``unknown`` of a bill or a member."""

from collections.abc import Callable, Collection, Mapping
from typing import Literal, TypeAlias

from desktop_app.cases.values import amount
from desktop_app.engine.case import Case, Unknown
from desktop_app.engine.money import Range, format_yuan
from desktop_app.reading import Node, Problem

Ranges: TypeAlias = Mapping[str, Range]
"""Ranges by the name of the amount."""
NO_RANGES: Ranges = {}


def ranges_of(names: Collection[str]) -> Callable[[Node], Ranges | None]:
    """Make a reader of ``unknown``, an object with a range for any of these amounts.

    A range is ``{"from": "0", "to": "3000.00"}``; ``unknown_range`` where it ends before it begins.
    """

    def read(node: Node) -> Ranges | None:
        fields = node.fields((), names)
        if fields is None:
            return None
        ranges = {name: fields.read(name, _read_range) for name in names if name in fields}
        return {name: found for name, found in ranges.items() if found is not None}

    return read


def is_unknown(record: object, name: str) -> bool:
    """Tell whether a raw record has a range for an amount, readable or not."""
    unknown = record.get("unknown") if isinstance(record, dict) else None
    return isinstance(unknown, dict) and name in unknown


def report_given(node: Node, given: Node | None, names: Collection[str]) -> None:
    """Report those amounts that stand in ``given`` and among the unknown ones of ``node`` as well."""
    there = given.raw if given and isinstance(given.raw, dict) else ()
    for name in names:
        if name in there and is_unknown(node.raw, name):
            message = "an amount is either given or unknown"
            node.report("unknown_and_given", message, at=f"unknown.{name}")


def unknowns_of(record: Literal["bill", "member"], record_id: str, ranges: Ranges) -> tuple[Unknown, ...]:
    """Name the unknown amounts of a bill or a member."""
    return tuple(Unknown(record, record_id, name, *ends) for name, ends in ranges.items())


def unknown_amounts(case: Case) -> list[Problem]:
    """Say of each unknown of a case that it must be known: the problems of whoever needs one result."""
    paths = {("bill", bill.id): f"bills[{row}]" for row, bill in enumerate(case.bills)}
    paths |= {("member", member.id): f"members[{row}]" for row, member in enumerate(case.members)}
    return [
        Problem(
            f"{paths[unknown.record, unknown.id]}.unknown.{unknown.field}",
            "unknown_amount",
            f"this amount must be known, not from {format_yuan(unknown.low)} to {format_yuan(unknown.high)}",
        )
        for unknown in case.unknowns
    ]


def _read_range(node: Node) -> Range | None:
    fields = node.fields(("from", "to"))
    if fields is None:
        return None
    low, high = fields.take("from", amount), fields.take("to", amount)
    if low is None or high is None:
        return None
    if low > high:
        node.report("unknown_range", "the range ends before it begins")
        return None
    return Range(low, high)
