"""Keeps the draft on disk while it is edited, at most a second late."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.draft.model import Draft

if TYPE_CHECKING:
    from desktop_app.draft.autosave import Autosave

DELAY_MS = 500
"""At most the last second may be lost when the process is killed; the rest of it is for the disk."""


class Keeper(QObject):
    """Writes what ``current`` gives, the draft and its file, some time after a change.

    The autosave file is made when it is first needed: the first page must not wait for it.
    """

    failed = Signal()

    def __init__(
        self, folder: Path, current: Callable[[], tuple[Draft, Path | None]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._current = current
        self._autosave: Autosave | None = None
        self._timer = QTimer(self, singleShot=True, interval=DELAY_MS)
        self._timer.timeout.connect(self.write)

    def follow(self) -> None:
        """Take notice of a change. Later changes do not put off the writing of earlier ones."""
        if not self._timer.isActive():
            self._timer.start()

    def write(self) -> None:
        """Write now; ``failed`` is emitted where that cannot be."""
        self._timer.stop()
        try:
            self._opened().write(*self._current())
        except OSError:
            self.failed.emit()

    def clear(self) -> None:
        """Forget what was kept: another document comes. What cannot be removed is told like a failure."""
        self._timer.stop()
        try:
            if self._autosave is not None:
                self._autosave.clear()
        except OSError:
            self.failed.emit()

    def close(self) -> None:
        """Forget what was kept and give the file up: the window was closed in order."""
        self.clear()
        if self._autosave is not None:
            self._autosave.close()
            self._autosave = None

    def _opened(self) -> Autosave:
        if self._autosave is None:
            from desktop_app.draft.autosave import Autosave

            self._autosave = Autosave(self._folder)
        return self._autosave
