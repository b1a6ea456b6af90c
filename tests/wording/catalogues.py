"""The message catalogues as the tests read them: without the product's own reader."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = ROOT / "resources" / "messages"
LANGS = ("zh_CN", "en")


def catalogue(lang: str) -> dict[str, str]:
    """Every message of a language by its key."""
    return {
        key: entry
        for path in sorted((MESSAGES / lang).glob("*.toml"))
        for key, entry in _flat(tomllib.loads(path.read_text(encoding="utf-8")), path.stem)
    }


def fields(message: str) -> set[str]:
    """The names of a message's fields."""
    return {name for _, name, _, _ in Formatter().parse(message) if name is not None}


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for name, entry in table.items():
        key = f"{prefix}.{name}"
        if isinstance(entry, Mapping):
            yield from _flat(entry, key)
        else:
            assert isinstance(entry, str), f"{key} is no text"
            yield key, entry
