"""The draft of each open window, kept in the data folder: a killed process leaves it to be taken up again."""

import json
import uuid
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from desktop_app.atomic import write_text
from desktop_app.cases.json_text import parse_json
from desktop_app.draft.document import to_document
from desktop_app.draft.lock import FileLock
from desktop_app.draft.model import Draft
from desktop_app.draft.store import read_tree

_DRAFT = ".json"
_LOCK = ".lock"
_DAMAGED = ".damaged"


class Kept(NamedTuple):
    """A draft and the file it was opened from or saved to (None: not yet saved)."""

    draft: Draft
    path: Path | None


class Autosave:
    """The autosave file of one window, locked while the window lives; ``folder`` is that of drafts."""

    def __init__(self, folder: Path) -> None:
        """Take a file of one's own; raise OSError if the folder cannot be written."""
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path = folder / f"{uuid.uuid4().hex}{_DRAFT}"
        self._lock = FileLock(self._path.with_suffix(_LOCK))
        self._lock.acquire()

    def write(self, draft: Draft, path: Path | None) -> None:
        """Keep the draft; raise OSError if that fails."""
        tree = {"path": None if path is None else str(path.absolute()), "case": to_document(draft)}
        write_text(self._path, json.dumps(tree, ensure_ascii=False), private=True)

    def clear(self) -> None:
        """Remove what is kept: it was saved, or the next family comes. Writing may go on."""
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove what is kept and give the file up: the window was closed in order."""
        self.clear()
        _give_up(self._lock)


class Abandoned:
    """A draft that a killed process left. While it is held no other window is offered it."""

    def __init__(self, kept: Kept, written: datetime, path: Path, lock: FileLock) -> None:
        self.kept = kept
        self.written = written
        """When it was kept last, in local time."""
        self._path = path
        self._lock = lock

    def remove(self) -> None:
        """Remove it: it was taken up (and kept again by ``Autosave.write``), or is not wanted."""
        self._path.unlink(missing_ok=True)
        _give_up(self._lock)

    def leave(self) -> None:
        """Leave it to be offered at the next start."""
        self._lock.release()


def abandoned(folder: Path) -> tuple[Abandoned, ...]:
    """Find the drafts that killed processes left, the latest first; those of living windows are left alone.

    A damaged file is put aside with the suffix ``.damaged``; one that cannot be opened is passed over.
    """
    found = []
    for path in sorted(folder.glob(f"*{_LOCK}")):
        lock = FileLock(path)
        with suppress(OSError):
            if lock.acquire():
                left = _take(path.with_suffix(_DRAFT), lock)
                found += [left] if left else []
    return tuple(sorted(found, key=lambda left: left.written, reverse=True))


def _take(path: Path, lock: FileLock) -> Abandoned | None:
    """Read what a process left; without a draft that can be read clean up after it."""
    for half_written in path.parent.glob(f".{path.name}.*"):
        half_written.unlink()
    if path.exists():
        kept = _read(path)
        if kept is not None:
            written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            return Abandoned(kept, written, path, lock)
        path.replace(path.with_suffix(_DAMAGED))
    _give_up(lock)
    return None


def _read(path: Path) -> Kept | None:
    try:
        tree = parse_json(path.read_bytes())
    except ValueError:
        return None
    if not isinstance(tree, dict):
        return None
    # Whether there is a pack for the year is shown when the draft is on screen again.
    draft = read_tree(tree.get("case"), lambda _region, _year: True)
    original = tree.get("path")
    if not isinstance(draft, Draft):
        return None
    return Kept(draft, Path(original) if isinstance(original, str) else None)


def _give_up(lock: FileLock) -> None:
    # Windows removes no open file; whoever takes a lock that is left behind finds no draft and cleans up.
    lock.release()
    with suppress(OSError):
        lock.path.unlink()
