"""Institutions entered before: their name offers level and type again."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class Hospital(NamedTuple):
    """An institution as entered: level "1", "2", "3", type as in the case format."""

    name: str
    level: str
    type: str


def remember(known: Iterable[Hospital], hospital: Hospital) -> tuple[Hospital, ...]:
    """Put an institution first, in place of what was known by its name; one without name or level is not kept."""
    raise NotImplementedError


def named(known: Iterable[Hospital], name: str) -> Hospital | None:
    """The institution of that name."""
    raise NotImplementedError


def load(path: Path) -> tuple[Hospital, ...]:
    """Read what is known, most recent first; nothing where the file is missing or damaged."""
    raise NotImplementedError


def save(path: Path, known: Iterable[Hospital]) -> None:
    """Write what is known; raise OSError if that fails."""
    raise NotImplementedError
