"""What the office sets once: its name, the clerk, the language; and where the window was left."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from desktop_app.atomic import write_text

_MOST_RECENT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this user. ``recent``: most recent file first. ``geometry``: the window, in pixels."""

    office: str = ""
    clerk: str = ""
    language: str = "zh_CN"
    recent: tuple[str, ...] = ()
    geometry: Mapping[str, int] = field(default_factory=dict)


def with_recent(settings: Settings, path: Path) -> Settings:
    """Put a file first in the list of recent ones."""
    first = str(path.absolute())
    others = (other for other in settings.recent if other != first)
    return replace(settings, recent=(first, *others)[:_MOST_RECENT])


def load(path: Path) -> Settings:
    """Read the settings; what is missing or damaged has its default."""
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(tree, dict):
        return Settings()
    defaults = Settings()
    recent = tree.get("recent")
    geometry = tree.get("geometry")
    return Settings(
        office=_text(tree.get("office"), defaults.office),
        clerk=_text(tree.get("clerk"), defaults.clerk),
        language=_text(tree.get("language"), defaults.language),
        recent=tuple(entry for entry in _list(recent) if isinstance(entry, str)),
        geometry={name: value for name, value in _dict(geometry).items() if isinstance(value, int)},
    )


def save(path: Path, settings: Settings) -> None:
    """Write the settings; raise OSError if that fails."""
    write_text(path, json.dumps(asdict(settings), ensure_ascii=False, indent=1), private=True)


def _text(value: object, default: str) -> str:
    return value if isinstance(value, str) else default


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
