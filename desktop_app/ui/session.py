"""The one state behind the window: the draft with its history, the live estimate, the file, the autosave.

Pages read it and send it changes; after each change ``changed`` is emitted and the estimate follows. Only
the window's language is not in here: it belongs to the widgets. Engine, reader and store are imported when
they are first used, so that the first page stands at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.draft import hospitals as hospital_file
from desktop_app.draft import settings as settings_file
from desktop_app.draft.history import History, Place
from desktop_app.draft.hospitals import Hospital
from desktop_app.draft.model import Draft
from desktop_app.draft.settings import Settings
from desktop_app.folders import Folders
from desktop_app.packs.find import BadPack, Catalogue, NoPack, find_packs, pack_folders
from desktop_app.reading import Problem
from desktop_app.ui.keeper import Keeper
from desktop_app.ui.planning.choices import PlanChoices

if TYPE_CHECKING:
    from desktop_app.draft.autosave import Kept
    from desktop_app.draft.estimate import Estimate
    from desktop_app.engine.policy import Policy

REGION = "chongqing"


class Session(QObject):
    """What the clerk works on. Every change goes through ``apply``, so that it can be undone and is kept."""

    changed = Signal()
    """The draft or its estimate is another one."""
    replaced = Signal()
    """Another document altogether: new, opened, taken up again or finished."""
    autosave_failed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        folders: Folders,
        settings: Settings,
        today: Callable[[], date],
        *,
        begun: bool = True,
    ) -> None:
        """Start with an empty household; one not ``begun`` is not estimated before ``begin``."""
        super().__init__()
        self.catalogue = catalogue
        self.folders = folders
        self.settings = settings
        self.today = today
        self.hospitals = hospital_file.load(folders.hospitals)
        self.path: Path | None = None
        self.history = History(Draft(self._first_year()))
        self.begun = begun
        self.plans = PlanChoices()
        self._estimate: Estimate | None = None
        self._keeper = Keeper(folders.drafts, lambda: (self.draft, self.path), self)
        self._keeper.failed.connect(self.autosave_failed)

    @property
    def draft(self) -> Draft:
        """The document as it is now."""
        return self.history.draft

    @property
    def unsaved(self) -> bool:
        """Whether something that was entered would be lost; the year alone is no entry."""
        blank = self.path is None and self.draft == Draft(self.draft.policy_year)
        return self.history.changed and not blank

    @property
    def estimate(self) -> Estimate:
        """What can be said of the draft as it is now."""
        if self._estimate is None:
            from desktop_app.draft.estimate import estimate

            self._estimate = estimate(self.draft, self.catalogue)
        return self._estimate

    @property
    def years(self) -> tuple[int, ...]:
        """Policy years there is a pack for."""
        return self.catalogue.years(REGION)

    def policy_of(self, year: int) -> Policy | None:
        """The pack of a year in the draft's region; None: there is none that can be used."""
        try:
            return self.catalogue.load(self.draft.region, year)
        except (NoPack, BadPack):
            return None

    def reload_packs(self) -> None:
        """Find the packs anew, after one was imported or taken back; ``--packs`` stays first."""
        own = [self.folders.packs, *pack_folders(self.folders)]
        given = [folder for folder in self.catalogue.folders if folder not in own]
        self.catalogue = find_packs([*given, *pack_folders(self.folders)])
        self._estimate = None
        self.changed.emit()

    def begin(self) -> None:
        """Let the estimate be asked for, after the first page stands."""
        self.begun = True
        self.changed.emit()

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
        problems = self._read(path, path)
        if not problems:
            self.change_settings(settings_file.with_recent(self.settings, path))
        return problems

    def open_copy(self, path: Path) -> tuple[Problem, ...]:
        """Open a case file as a new, unsaved document (the sample household). Raises OSError."""
        return self._read(path, None)

    def save(self, path: Path) -> None:
        """Save the draft to a file, which becomes the document's own. Raises OSError."""
        from desktop_app.draft.store import save_case

        save_case(path, self.draft)
        self.path = path
        self.history.mark_saved()
        self._keeper.clear()
        self.change_settings(settings_file.with_recent(self.settings, path))
        self.changed.emit()

    def take_up(self, kept: Kept) -> None:
        """Go on with a draft that a killed process left; it counts as not saved."""
        self._replace(Draft(kept.draft.policy_year), kept.path)
        self.apply(kept.draft, Place("start"), "take_up")
        self._keeper.write()

    def finish(self) -> None:
        """Forget this family: draft, history and what was kept of it."""
        self._replace(Draft(self._first_year()), None)

    def close(self) -> None:
        """Give up the autosave file: the window was closed in order."""
        self._keeper.close()

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

    def _read(self, path: Path, own_path: Path | None) -> tuple[Problem, ...]:
        """Open a file as the document; ``own_path`` is where it will be saved to."""
        from desktop_app.draft.store import open_case

        opened = open_case(path, self._has_pack)
        if not isinstance(opened, Draft):
            return opened
        self._replace(opened, own_path)
        return ()

    def _replace(self, draft: Draft, path: Path | None) -> None:
        self.path = path
        self.history.restart(draft)
        self.plans = PlanChoices()
        self._estimate = None
        self._keeper.clear()
        self.replaced.emit()
        self.changed.emit()

    def _moved(self, place: Place | None) -> Place | None:
        if place is not None:
            self._follow()
        return place

    def _follow(self) -> None:
        self._estimate = None
        if self.unsaved:
            self._keeper.follow()
        else:
            self._keeper.clear()
        self.changed.emit()


def first_year(years: Sequence[int], today: int) -> int:
    """Choose the year a new case begins with; without any pack today's, which then says that it has none."""
    if not years or today in years:
        return today
    earlier = [year for year in years if year < today]
    return max(earlier) if earlier else min(years)


def _try(write: Callable[[], None]) -> None:
    with suppress(OSError):
        write()
