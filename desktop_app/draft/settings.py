"""What the office sets once: its name, the clerk, the language; and where the window was left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this user. ``recent``: files, most recent first. ``geometry``: of the window, in pixels."""

    office: str = ""
    clerk: str = ""
    language: str = "zh_CN"
    recent: tuple[str, ...] = ()
    geometry: Mapping[str, int] = field(default_factory=dict)


def with_recent(settings: Settings, path: Path) -> Settings:
    """Put a file first in the list of recent ones."""
    raise NotImplementedError


def load(path: Path) -> Settings:
    """Read the settings; what is missing or damaged has its default."""
    raise NotImplementedError


def save(path: Path, settings: Settings) -> None:
    """Write the settings; raise OSError if that fails."""
    raise NotImplementedError
