"""Read the guidance: TOML in, all items out, or every problem the file has."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from desktop_app.guidance.facts import FACTS, Fact
from desktop_app.guidance.items import GUIDANCE_STANDINGS, TOPICS, URGENCIES, Guidance, GuidanceSource, Item
from desktop_app.reading import Fields, Node, Problem

T = TypeVar("T")
Choice = TypeVar("Choice", bound=str)

DAY_LENGTH = len("YYYY-MM-DD")
SOURCE_FIELDS = ("id", "title", "document", "date")
ITEM_FIELDS = ("id", "topic", "title", "text", "source", "section", "standing", "urgency", "facts")


class GuidanceError(Exception):
    """The guidance cannot be used: the file it stood in, and every problem found there."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        self.name = name
        self.problems = tuple(problems)
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """One line a problem, with file and key."""
        return [": ".join(filter(None, (self.name, each.path, each.message))) for each in self.problems]


def read_guidance(data: bytes, name: str) -> Guidance:
    """Read the bytes of the guidance file. ``name`` is the file named in the problems.

    Raises GuidanceError with all problems at once: ``syntax`` (alone; also a key given twice), ``missing``,
    ``unknown_field``, ``type``, ``empty``, ``date``, ``duplicate_id``, ``unlisted_source``, and ``enum`` for
    an unknown topic, standing, urgency or fact.
    """
    try:
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise GuidanceError(name, [Problem("", "syntax", f"not a TOML file: {error}")]) from error
    problems: list[Problem] = []
    guidance = _guidance(Node(raw, "", problems))
    if problems:
        raise GuidanceError(name, problems)
    return guidance


def _guidance(node: Node) -> Guidance:
    fields = node.fields(("sources", "items"))
    assert fields is not None  # the top of a TOML document is always a table
    source_ids: set[str] = set()
    item_ids: set[str] = set()
    sources = _list(fields, "sources", lambda entry: _source(entry, source_ids))
    by_id = {source.id: source for source in sources}
    items = _list(fields, "items", lambda entry: _item(entry, by_id, item_ids))
    return Guidance(sources, items)


def _source(node: Node, seen: set[str]) -> GuidanceSource | None:
    fields = node.fields(SOURCE_FIELDS)
    if fields is None:
        return None
    own_id = fields.read("id", lambda node: _new_id(node, seen))
    title, document = (fields.read(name, _words) for name in ("title", "document"))
    day = fields.read("date", _year_or_day)
    if own_id is None or title is None or document is None or day is None:
        return None
    return GuidanceSource(own_id, title, document, day)


def _item(node: Node, sources: Mapping[str, GuidanceSource], seen: set[str]) -> Item | None:
    fields = node.fields(ITEM_FIELDS, ("steps", "alternative"))
    if fields is None:
        return None
    own_id = fields.read("id", lambda node: _new_id(node, seen))
    title, text, section = (fields.read(name, _words) for name in ("title", "text", "section"))
    topic = _choice(fields, "topic", TOPICS)
    standing = _choice(fields, "standing", GUIDANCE_STANDINGS)
    urgency = _choice(fields, "urgency", URGENCIES)
    source = fields.read("source", lambda node: _listed(node, sources))
    steps = _list(fields, "steps", _words)
    alternative = fields.read("alternative", Node.boolean) or False
    facts = frozenset[Fact](_list(fields, "facts", _one_of(FACTS)))
    if own_id is None or title is None or text is None or section is None:
        return None
    if topic is None or standing is None or urgency is None or source is None:
        return None
    return Item(own_id, topic, title, text, steps, source, section, standing, urgency, facts, alternative)


def _list(fields: Fields, name: str, reader: Callable[[Node], T | None]) -> tuple[T, ...]:
    """Read a list that, where it is given, holds something."""
    node = fields.node(name)
    entries = None if node is None else node.items()
    if node is None or entries is None:
        return ()
    if not entries:
        node.report("empty", "expected at least one entry")
    return tuple(value for entry in entries if (value := reader(entry)) is not None)


def _words(node: Node) -> str | None:
    text = node.text()
    if text is None:
        return None
    if not text.strip():
        node.report("empty", "expected some words")
    return text.strip()


def _new_id(node: Node, seen: set[str]) -> str | None:
    text = _words(node)
    if text is None:
        return None
    if text in seen:
        node.report("duplicate_id", f"the id {text!r} stands here twice")
    seen.add(text)
    return text


def _choice(fields: Fields, name: str, choices: Sequence[Choice]) -> Choice | None:
    node = fields.node(name)
    return None if node is None else _one_of(choices)(node)


def _one_of(choices: Sequence[Choice]) -> Callable[[Node], Choice | None]:
    def read(node: Node) -> Choice | None:
        text = node.text()
        if text is None:
            return None
        found = next((choice for choice in choices if choice == text), None)
        if found is None:
            node.report("enum", f"expected one of {', '.join(choices)}, found {text!r}")
        return found

    return read


def _listed(node: Node, sources: Mapping[str, GuidanceSource]) -> GuidanceSource | None:
    text = node.text()
    if text is None:
        return None
    if text not in sources:
        node.report("unlisted_source", f"no source {text!r} is listed (completely) in this file")
    return sources.get(text)


def _year_or_day(node: Node) -> str | None:
    text = node.text()
    if text is None:
        return None
    try:
        date.fromisoformat(text if len(text) == DAY_LENGTH else f"{text}-01-01")
    except ValueError:
        node.report("date", f"expected a year or a day as YYYY-MM-DD, found {text!r}")
        return None
    return text
