"""Typed values out of one table of a pack.

What does not fit is reported, and a stand-in is answered so that reading goes on and finds the other problems
too. No stand-in ever leaves ``packs``: a pack with any problem is discarded whole (``read``).
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from desktop_app.reading import Node, type_name

Choice = TypeVar("Choice", bound=str | int)
RULE = re.compile(r"R([1-9]|1[0-9]|2[0-3])")


class Table:
    """One table, its fields declared beforehand: others are ``unknown_field``, absent ones ``missing``."""

    __slots__ = ("_raw", "node")

    def __init__(self, node: Node, required: Sequence[str], optional: Sequence[str] = ()) -> None:
        self.node = node
        node.fields(required, optional)
        self._raw = node.raw if isinstance(node.raw, dict) else {}

    @property
    def name(self) -> str:
        """The last part of the table's path."""
        return self.node.path.rpartition(".")[2]

    def __contains__(self, name: str) -> bool:
        return name in self._raw

    def field(self, name: str) -> Node | None:
        """Take a field as a node; None (already reported if required) where there is none."""
        return Node(self._raw[name], self.node.join(name), self.node.problems) if name in self._raw else None

    def table(self, name: str, required: Sequence[str], optional: Sequence[str] = ()) -> "Table":
        """Take a field as a table; an empty one, which reports nothing more, where there is none."""
        node = self.field(name)
        if node is None:
            return Table(Node({}, self.node.join(name), []), ())
        return Table(node, required, optional)

    def tables(self, name: str) -> list[Node]:
        """Take a field as a table of named tables, in the order of the file."""
        node = self.field(name)
        if node is None:
            return []
        if not isinstance(node.raw, dict):
            node.report("type", f"expected a table, found {type_name(node.raw)}")
            return []
        return [Node(raw, node.join(key), node.problems) for key, raw in node.raw.items()]

    def items(self, name: str) -> list[Node]:
        """Take a field as a list of nodes."""
        node = self.field(name)
        return [] if node is None else node.items() or []

    def text(self, name: str) -> str:
        """Take a field as text with something in it: ``type``, ``empty``."""
        node = self.field(name)
        return "" if node is None else read_text(node)

    def texts(self, name: str) -> tuple[str, ...]:
        """Take a field as a list of texts."""
        return tuple(read_text(node) for node in self.items(name))

    def choice(self, name: str, choices: Sequence[Choice]) -> Choice:
        """Take a field as one of a fixed list: ``enum``."""
        node = self.field(name)
        return choices[0] if node is None else read_choice(node, choices)

    def choices(self, name: str, choices: Sequence[Choice]) -> tuple[Choice, ...]:
        """Take a field as a list of values of a fixed list, none twice: ``enum``, ``duplicate``."""
        nodes = self.items(name)
        taken = tuple(read_choice(node, choices) for node in nodes)
        report_duplicates([(node, node.raw) for node in nodes if isinstance(node.raw, str | int)])
        return taken

    def integer(self, name: str, least: int, most: int) -> int | None:
        """Take a field as an integer between two bounds, None where it is none: ``type``, ``range``."""
        node = self.field(name)
        return None if node is None else read_integer(node, least, most)

    def boolean(self, name: str) -> bool:
        """Take a field as true or false."""
        node = self.field(name)
        return False if node is None else bool(node.boolean())

    def day(self, name: str) -> date | None:
        """Take a field as a date; None where it is none, so that no stand-in is compared."""
        node = self.field(name)
        return None if node is None else read_date(node)

    def rule(self) -> str:
        """Take the field ``rule``, R1 to R23: ``rule``."""
        node = self.field("rule")
        text = "" if node is None else read_text(node)
        if node is not None and text and not RULE.fullmatch(text):
            node.report("rule", f"there is no rule {text!r}: expected R1 to R23")
        return text


def read_text(node: Node) -> str:
    """Take a node as text with something in it: ``type``, ``empty``."""
    text = node.text()
    if text is not None and not text.strip():
        node.report("empty", "the text is empty")
    return text or ""


def read_choice(node: Node, choices: Sequence[Choice]) -> Choice:
    """Take a node as one of a fixed list: ``type`` if it is not even of its type, ``enum``."""
    if type(node.raw) is not type(choices[0]):
        node.report("type", f"expected one of {', '.join(map(str, choices))}, found {type_name(node.raw)}")
        return choices[0]
    for choice in choices:
        if choice == node.raw:
            return choice
    node.report("enum", f"expected one of {', '.join(map(str, choices))}, found {node.raw!r}")
    return choices[0]


def read_integer(node: Node, least: int, most: int) -> int | None:
    """Take a node as an integer between two bounds, None where it is none: ``type``, ``range``."""
    number = node.integer()
    if number is None or least <= number <= most:
        return number
    node.report("range", f"expected {least} to {most}, found {number}")
    return None


def read_date(node: Node) -> date | None:
    """Take a node as a date without a time of day: ``type``."""
    if isinstance(node.raw, date) and not isinstance(node.raw, datetime):
        return node.raw
    node.report("type", f"expected a date, found {type_name(node.raw)}")
    return None


def report_duplicates(keys: Sequence[tuple[Node, object]]) -> None:
    """Report every key that stood before: ``duplicate``."""
    seen: set[object] = set()
    for node, key in keys:
        if key in seen:
            node.report("duplicate", f"{key!r} stands here twice")
        seen.add(key)
