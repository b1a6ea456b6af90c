"""The one state behind the window: the draft with its history, the live estimate, the file, the autosave.

Pages read it and send it changes; after each change the estimate follows and ``changed`` is emitted. Only the
window's language is not in here: it belongs to the widgets.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.draft import hospitals as hospital_file
from desktop_app.draft import settings as settings_file
from desktop_app.draft.autosave import Autosave, Kept
from desktop_app.draft.estimate import Estimate, estimate
from desktop_app.draft.history import History, Place
from desktop_app.draft.hospitals import Hospital
from desktop_app.draft.model import Draft
from desktop_app.draft.settings import Settings
from desktop_app.draft.store import open_case, save_case
from desktop_app.folders import Folders
from desktop_app.packs.find import Catalogue
from desktop_app.reading import Problem

AUTOSAVE_DELAY_MS = 500
"""At most the last second may be lost when the process is killed; the rest of it is for the disk."""


class Session(QObject):
    """What the clerk works on. Every change goes through ``apply``, so that it can be undone and is kept."""

    changed = Signal()
    """The draft or its estimate is another one."""
    replaced = Signal()
    """Another document altogether: new, opened, taken up again or finished."""
    autosave_failed = Signal()

    def __init__(
        self, catalogue: Catalogue, folders: Folders, settings: Settings, today: Callable[[], date]
    ) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.folders = folders
        self.settings = settings
        self.today = today
        self.hospitals = hospital_file.load(folders.hospitals)
        self.path: Path | None = None
        self.history = History(Draft(self._first_year()))
        self.estimate: Estimate = estimate(self.history.draft, catalogue)
        self._autosave = _open_autosave(folders.drafts)
        self._autosave_timer = QTimer(self, singleShot=True, interval=AUTOSAVE_DELAY_MS)
        self._autosave_timer.timeout.connect(self._write_autosave)

    @property
    def draft(self) -> Draft:
        """The document as it is now."""
        return self.history.draft

    @property
    def years(self) -> tuple[int, ...]:
        """Policy years there is a pack for."""
        return self.catalogue.years("chongqing")

    def apply(self, draft: Draft, place: Place, code: str) -> None:
        """Take a changed draft; ``place`` is where undo leads back to, ``code`` says what was done."""
        if draft != self.draft:
            self.history.record(draft, place, code)
            self._follow()

    def undo(self) -> Place | None:
        """Take the last change back; says where it was made."""
        return self._moved(self.history.undo())

    def redo(self) -> Place | None:
        """Do again what was taken back; says where it was made."""
        return self._moved(self.history.redo())

    def new_case(self, year: int) -> None:
        """Begin with an empty household of a policy year."""
        self._replace(Draft(year), None)

    def open(self, path: Path) -> tuple[Problem, ...]:
        """Open a case file; if it is none, nothing changes and its problems are given. Raises OSError."""
        opened = open_case(path, self._has_pack)
        if not isinstance(opened, Draft):
            return opened
        self._replace(opened, path)
        self.change_settings(settings_file.with_recent(self.settings, path))
        return ()

    def open_copy(self, path: Path) -> tuple[Problem, ...]:
        """Open a case file as a new, unsaved document (the sample household). Raises OSError."""
        opened = open_case(path, self._has_pack)
        if not isinstance(opened, Draft):
            return opened
        self._replace(opened, None)
        return ()

    def save(self, path: Path) -> None:
        """Save the draft to a file, which becomes the document's own. Raises OSError."""
        save_case(path, self.draft)
        self.path = path
        self.history.mark_saved()
        self.change_settings(settings_file.with_recent(self.settings, path))
        self.changed.emit()

    def take_up(self, kept: Kept) -> None:
        """Go on with a draft that a killed process left; it counts as not saved."""
        self._replace(Draft(kept.draft.policy_year), kept.path)
        self.apply(kept.draft, Place("start"), "take_up")
        self._write_autosave()

    def finish(self) -> None:
        """Forget this family: draft, history and what was kept of it."""
        self._replace(Draft(self._first_year()), None)

    def close(self) -> None:
        """Give up the autosave file: the window was closed in order."""
        self._autosave_timer.stop()
        if self._autosave is not None:
            self._autosave.close()

    def remember_hospital(self, hospital: Hospital) -> None:
        """Offer an institution again from now on; a folder that cannot be written is no reason to stop."""
        known = hospital_file.remember(self.hospitals, hospital)
        if known != self.hospitals:
            self.hospitals = known
            _try(lambda: hospital_file.save(self.folders.hospitals, known))

    def change_settings(self, settings: Settings) -> None:
        """Keep changed settings, in memory at least."""
        self.settings = settings
        _try(lambda: settings_file.save(self.folders.settings, settings))

    def _first_year(self) -> int:
        """Today's year if there is a pack for it, else the latest before it, else the first there is."""
        return first_year(self.years, self.today().year)

    def _has_pack(self, region: str, year: int) -> bool:
        return year in self.catalogue.years(region)

    def _replace(self, draft: Draft, path: Path | None) -> None:
        self.path = path
        self.history.restart(draft)
        self.estimate = estimate(draft, self.catalogue)
        self._autosave_timer.stop()
        if self._autosave is not None:
            _try(self._autosave.clear)
        self.replaced.emit()
        self.changed.emit()

    def _moved(self, place: Place | None) -> Place | None:
        if place is not None:
            self._follow()
        return place

    def _follow(self) -> None:
        self.estimate = estimate(self.draft, self.catalogue)
        if not self._autosave_timer.isActive():
            self._autosave_timer.start()
        self.changed.emit()

    def _write_autosave(self) -> None:
        autosave = self._autosave
        if autosave is None or not _try(lambda: autosave.write(self.draft, self.path)):
            self.autosave_failed.emit()


def first_year(years: Sequence[int], today: int) -> int:
    """Choose the year a new case begins with; without any pack today's, which then says that it has none."""
    if not years or today in years:
        return today
    earlier = [year for year in years if year < today]
    return max(earlier) if earlier else min(years)


def _open_autosave(folder: Path) -> Autosave | None:
    try:
        return Autosave(folder)
    except OSError:
        return None


def _try(write: Callable[[], None]) -> bool:
    try:
        write()
    except OSError:
        return False
    return True
