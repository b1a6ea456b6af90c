"""The draft of each open window, kept in the data folder: what a killed process leaves can be taken up again."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.draft.model import Draft


class Kept(NamedTuple):
    """A draft and the file it was opened from or saved to (None: not yet saved)."""

    draft: Draft
    path: Path | None


class Autosave:
    """The autosave file of one window, locked while the window lives; ``folder`` is that of drafts."""

    def __init__(self, folder: Path) -> None:
        """Take a file of one's own; raise OSError if the folder cannot be written."""
        raise NotImplementedError

    def write(self, draft: Draft, path: Path | None) -> None:
        """Keep the draft; raise OSError if that fails."""
        raise NotImplementedError

    def clear(self) -> None:
        """Remove what is kept: it was saved, or the next family comes. Writing may go on."""
        raise NotImplementedError

    def close(self) -> None:
        """Remove what is kept and give the file up: the window was closed in order."""
        raise NotImplementedError


def take_abandoned(folder: Path) -> tuple[Kept, ...]:
    """Take the drafts that killed processes left and remove their files; windows that live are left alone.

    Who calls this holds the only copy then, and keeps it by ``Autosave.write``. Damaged files are put aside
    with the suffix ``.damaged``. Never raises.
    """
    raise NotImplementedError
