"""Institutions entered before: their name offers level and type again."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from desktop_app.atomic import write_text

_MOST = 200
"""How many are kept: more than a counter's surroundings have, few enough to search at each key."""


class Hospital(NamedTuple):
    """An institution as entered: level "1", "2", "3", type as in the case format."""

    name: str
    level: str
    type: str


def remember(known: Iterable[Hospital], hospital: Hospital) -> tuple[Hospital, ...]:
    """Put an institution first, in place of one of that name; without name or level it is not kept."""
    if not (hospital.name and hospital.level):
        return tuple(known)
    others = (other for other in known if other.name != hospital.name)
    return (hospital, *others)[:_MOST]


def named(known: Iterable[Hospital], name: str) -> Hospital | None:
    """Find the institution of that name."""
    return next((hospital for hospital in known if hospital.name == name), None)


def load(path: Path) -> tuple[Hospital, ...]:
    """Read what is known, most recent first; nothing where the file is missing or damaged."""
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return tuple(Hospital(str(name), str(level), str(kind)) for name, level, kind in rows)[:_MOST]
    except (OSError, ValueError, TypeError, RecursionError):
        return ()


def save(path: Path, known: Iterable[Hospital]) -> None:
    """Write what is known; raise OSError if that fails."""
    write_text(path, json.dumps(list(known), ensure_ascii=False, indent=1), private=True)
