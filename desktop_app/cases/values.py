"""Parsers of single values of a case: amounts, dates, entries of fixed lists.

Each takes a parsed JSON value and raises ``RefusedError`` with a code of the format: ``type`` for another
JSON type, and what its docstring says.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from desktop_app.engine.money import Fen
from desktop_app.reading import Node, RefusedError, type_name

T = TypeVar("T")

_amount = re.compile(r"([0-9]{1,15})(?:\.([0-9]{1,2}))?").fullmatch
_date = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch


def amount(raw: object) -> Fen:
    """Parse yuan as text: plain ASCII digits, 15 at most, and up to two decimals; else ``amount``."""
    if not isinstance(raw, str):
        raise RefusedError("type", f'an amount is text such as "12345.60", not {type_name(raw)}')
    match = _amount(raw)
    if match is None:
        raise RefusedError("amount", 'an amount is digits with at most two decimals, such as "12345.60"')
    yuan, decimals = match.groups()
    return int(yuan) * 100 + (int(decimals.ljust(2, "0")) if decimals else 0)


def iso_date(raw: object) -> date:
    """Parse a date written ``YYYY-MM-DD``; ``date`` if there is no such day."""
    if not isinstance(raw, str):
        raise RefusedError("type", f'a date is text such as "2024-03-02", not {type_name(raw)}')
    if _date(raw):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            pass
    raise RefusedError("date", "there is no such day; dates are written YYYY-MM-DD")


def one_of(choices: tuple[T, ...]) -> Callable[[object], T]:
    """Make a parser of one of these, all of one type; ``enum`` for another value of that type."""
    by_value: dict[object, T] = {choice: choice for choice in choices}
    wanted = type(choices[0])
    in_words = ", ".join(map(str, choices))

    def parse(raw: object) -> T:
        # A look-up alone would take True and 1.0 for 1.
        if type(raw) is not wanted:
            raise RefusedError("type", f"expected one of {in_words}, found {type_name(raw)}")
        if raw not in by_value:
            raise RefusedError("enum", f"expected one of {in_words}")
        return by_value[raw]

    return parse


def list_of(parse: Callable[[object], T]) -> Callable[[Node], tuple[T, ...] | None]:
    """Make a reader of a list: None if it is none, or if any entry is refused, each at its own path."""

    def read(node: Node) -> tuple[T, ...] | None:
        items = node.items()
        if items is None:
            return None
        values = []
        for item in items:
            try:
                values.append(parse(item.raw))
            except RefusedError as refusal:
                item.report(refusal.code, refusal.message)
        return tuple(values) if len(values) == len(items) else None

    return read


def text(raw: object) -> str:
    """Parse text."""
    if not isinstance(raw, str):
        raise RefusedError("type", f"expected text, found {type_name(raw)}")
    return raw


def identifier(raw: object) -> str:
    """Parse an id: text; ``missing`` if it is empty."""
    if raw == "":
        raise RefusedError("missing", "an id must not be empty")
    return text(raw)


def nullable_text(raw: object) -> str | None:
    """Parse text or null."""
    return None if raw is None else text(raw)
