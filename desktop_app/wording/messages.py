"""The message catalogues: what the program says, by key and language.

The key ``steps.payment`` is the entry ``payment`` of ``resources/messages/<lang>/steps.toml``; further dots
go down into tables. An area (a file) is parsed when one of its keys is first asked for: starting stays quick.
"""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias, get_args

from desktop_app.resources import data_path

Lang: TypeAlias = Literal["zh_CN", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


class Messages:
    """The catalogue of one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._areas: dict[str, dict[str, str]] = {}

    def text(self, key: str, **fields: object) -> str:
        """Say a sentence with its fields filled in. An unknown key or a field left out is a KeyError."""
        return self.template(key).format(**fields)

    def template(self, key: str) -> str:
        """Take a sentence as the catalogue has it. An unknown key is a KeyError naming it."""
        area, _, name = key.partition(".")
        try:
            return self._area(area)[name]
        except (KeyError, FileNotFoundError):
            raise KeyError(key) from None

    def has(self, key: str) -> bool:
        """Tell whether there is a sentence of that key."""
        try:
            self.template(key)
        except KeyError:
            return False
        return True

    def _area(self, area: str) -> dict[str, str]:
        entries = self._areas.get(area)
        if entries is None:
            path = data_path("resources", "messages", self.lang, f"{area}.toml")
            with path.open("rb") as file:
                entries = self._areas[area] = dict(_flatten(tomllib.load(file), ""))
        return entries


def _flatten(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    """Write nested tables as dotted names. An entry that is neither text nor a table is a TypeError."""
    for name, entry in table.items():
        if isinstance(entry, str):
            yield prefix + name, entry
        elif isinstance(entry, Mapping):
            yield from _flatten(entry, f"{prefix}{name}.")
        else:
            raise TypeError(f"{prefix}{name}: a message must be text")
