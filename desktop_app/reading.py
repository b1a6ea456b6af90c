"""Strict reading of parsed documents (JSON, TOML): every problem is collected, each at its path.

A ``Node`` is one place of the parsed tree. Its methods take typed values out; what does not fit is reported
as a ``Problem`` and answered with None, so that reading goes on and all other problems are found as well.
Own code, because the interchange format wants all errors at once, checks across fields of records that have
errors elsewhere, and codes of its own.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Problem(NamedTuple):
    """Something wrong in a document: where, a code for programs, a message for people (in English)."""

    path: str
    code: str
    message: str


class RefusedError(Exception):
    """A value does not fit: the code for programs, and the message for people (in English)."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Node:
    """One place of a parsed document, its path, and the list that problems are added to."""

    __slots__ = ("path", "problems", "raw")

    def __init__(self, raw: object, path: str, problems: list[Problem]) -> None:
        self.raw = raw
        self.path = path
        self.problems = problems

    def report(self, code: str, message: str, *, at: str = "") -> None:
        """Add a problem here, or at a field below."""
        self.problems.append(Problem(self.join(at) if at else self.path, code, message))

    def join(self, name: str) -> str:
        """Path of a field below this one."""
        return f"{self.path}.{name}" if self.path else name

    def fields(self, required: Collection[str], optional: Collection[str] = ()) -> "Fields | None":
        """Take this as an object of these fields: ``type`` if it is none, ``unknown_field``, ``missing``."""
        if not isinstance(self.raw, dict):
            self.report("type", f"expected an object, found {type_name(self.raw)}")
            return None
        for name in self.raw:
            if name not in required and name not in optional:
                self.problems.append(Problem(self.join(name), "unknown_field", "there is no such field here"))
        for name in required:
            if name not in self.raw:
                self.report("missing", f"the field {name!r} is required", at=name)
        return Fields(self.raw, self)

    def items(self) -> "list[Node] | None":
        """Take this as a list: ``type`` if it is none."""
        if not isinstance(self.raw, list):
            self.report("type", f"expected a list, found {type_name(self.raw)}")
            return None
        return [Node(raw, f"{self.path}[{index}]", self.problems) for index, raw in enumerate(self.raw)]

    def text(self) -> str | None:
        """Take this as text: ``type`` if it is none."""
        if not isinstance(self.raw, str):
            self.report("type", f"expected text, found {type_name(self.raw)}")
            return None
        return self.raw

    def integer(self) -> int | None:
        """Take this as an integer (no boolean, no 2024.0): ``type`` if it is none."""
        if isinstance(self.raw, bool) or not isinstance(self.raw, int):
            self.report("type", f"expected an integer, found {type_name(self.raw)}")
            return None
        return self.raw

    def boolean(self) -> bool | None:
        """Take this as true or false: ``type`` if it is neither."""
        if not isinstance(self.raw, bool):
            self.report("type", f"expected true or false, found {type_name(self.raw)}")
            return None
        return self.raw


class Fields:
    """The fields of an object, each a node; one that is not there is None."""

    __slots__ = ("_node", "_raw")

    def __init__(self, raw: Mapping[str, object], node: Node) -> None:
        self._raw = raw
        self._node = node

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __contains__(self, name: str) -> bool:
        return name in self._raw

    def node(self, name: str) -> Node | None:
        """Take a field as a node; None where there is none."""
        if name not in self._raw:
            return None
        return Node(self._raw[name], self._node.join(name), self._node.problems)

    def read(self, name: str, reader: Callable[[Node], T | None]) -> T | None:
        """Read a field if it is there."""
        if name not in self._raw:
            return None
        return reader(Node(self._raw[name], self._node.join(name), self._node.problems))

    def take(self, name: str, parse: Callable[[object], T]) -> T | None:
        """Parse a single value if it is there; what ``parse`` refuses is reported at the field.

        The way for the many: neither a node nor a path is made of a value that fits.
        """
        if name not in self._raw:
            return None
        try:
            return parse(self._raw[name])
        except RefusedError as refusal:
            self._node.report(refusal.code, refusal.message, at=name)
            return None


def type_name(raw: object) -> str:
    """Name a parsed value's type in words."""
    names: dict[type, str] = {
        dict: "an object",
        list: "a list",
        str: "text",
        bool: "true or false",
        int: "a number",
        float: "a number",
        type(None): "null",
    }
    return names.get(type(raw), type(raw).__name__)
