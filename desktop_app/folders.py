"""Where the program keeps its own files on this computer: the one place that knows the folders."""

from pathlib import Path
from typing import NamedTuple

from platformdirs import PlatformDirs


class Folders(NamedTuple):
    """The data folder and what lies in it. Nothing is created here: who writes makes the folder."""

    root: Path

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
    def logs(self) -> Path:
        """Logs of unexpected errors."""
        return self.root / "logs"


def user_folders() -> Folders:
    """The folders of the user who runs the program, as the system has them."""
    return Folders(Path(PlatformDirs("yuyisuan", appauthor=False, roaming=False).user_data_dir))
