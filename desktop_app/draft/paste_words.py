"""Words of the tables that clerks copy: of a heading its field, of a cell the value it stands for."""

import re
import tomllib
from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.draft.normalise import identity

_IN_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]|[*:]")


class Words(NamedTuple):
    """Words as ``plain`` writes them: of a heading its field, of a cell the value by field."""

    headings: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]


def read_words(text: str) -> Words:
    """Read the table of words (``resources/paste_headings.toml``); ValueError where it is broken."""
    tree = tomllib.loads(text)
    values = _table(tree, "values")
    return Words(
        headings=_by_word(_table(tree, "headings")),
        values={field: _by_word(_table(values, field)) for field in values},
    )


def plain(text: str) -> str:
    """Write a heading or cell as words are compared: half-width capitals, no spaces, no brackets."""
    return _IN_BRACKETS.sub("", identity(text))


def _table(tree: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = tree.get(name)
    if not isinstance(table, dict):
        raise ValueError(f"{name} is not a table")  # noqa: TRY004
    return table


def _by_word(table: Mapping[str, object]) -> dict[str, str]:
    """Turn lists of words by meaning into the meaning by word; a word cannot have two."""
    meanings: dict[str, str] = {}
    for meaning, words in table.items():
        for word in words if isinstance(words, list) else [words]:
            if not isinstance(word, str) or plain(word) in meanings:
                raise ValueError(f"{word!r} is no word of its own")
            meanings[plain(word)] = meaning
    return meanings
