"""Case files (``.yys``, the case format): open as a draft and save, unreadable texts included."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.draft.model import Draft
from desktop_app.reading import Problem

SUFFIX = ".yys"


def open_case(path: Path, has_pack: Callable[[str, int], bool]) -> Draft | tuple[Problem, ...]:
    """Read a file as a draft, or say why it is none: problems of structure. Problems of values stay in the draft.

    Raises OSError where the file cannot be read.
    """
    raise NotImplementedError


def save_case(path: Path, draft: Draft) -> None:
    """Write the draft; raise OSError, the old file untouched, if that fails."""
    raise NotImplementedError
