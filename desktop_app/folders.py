"""Where the program keeps its own files on this computer: the one place that knows the folders."""

import os
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from platformdirs import PlatformDirs

from desktop_app.resources import program_folder

PORTABLE_MARK = "portable.txt"
"""A file of this name beside the program keeps everything in the folder ``data`` there, as on a stick."""

Place: TypeAlias = Literal["system", "portable", "portable_read_only"]


class Folders(NamedTuple):
    """The data folder and what lies in it. Nothing is created here: who writes makes the folder."""

    root: Path
    place: Place = "system"
    """``portable``: beside the program; ``portable_read_only``: it should be there, but cannot be written."""

    @property
    def drafts(self) -> Path:
        """Drafts of open windows, kept for the case that a process is killed."""
        return self.root / "drafts"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.json"

    @property
    def hospitals(self) -> Path:
        """Institutions entered before."""
        return self.root / "hospitals.json"

    @property
    def packs(self) -> Path:
        """Policy packs that were imported; they come before the shipped ones."""
        return self.root / "packs"

    @property
    def logs(self) -> Path:
        """Logs of unexpected errors."""
        return self.root / "logs"


def user_folders() -> Folders:
    """The folders beside a portable program, else those of the user who runs it, as the system has them."""
    system = Path(PlatformDirs("yuyisuan", appauthor=False, roaming=False).user_data_dir)
    beside = program_folder()
    if not (beside / PORTABLE_MARK).is_file():
        return Folders(system)
    portable = beside / "data"
    return Folders(portable, "portable") if _can_write(portable) else Folders(system, "portable_read_only")


def _can_write(folder: Path) -> bool:
    """Try it: permissions alone do not tell, least of all on a stick.

    Without ``tempfile``, which takes a refusal by Windows for a name in use and goes on for hours.
    """
    attempt = folder / f".can-write.{os.getpid()}"
    try:
        folder.mkdir(exist_ok=True)
        attempt.touch()
        attempt.unlink()
    except OSError:
        return False
    return True
