"""Undo and redo: the drafts as they were, each with where it was changed and what was done."""

from typing import NamedTuple

from desktop_app.draft.model import Draft


class Place(NamedTuple):
    """Where a change was made, to return to: a page, the id of a member or bill, a field."""

    page: str
    id: str = ""
    field: str = ""


class _Change(NamedTuple):
    before: Draft
    after: Draft
    place: Place
    code: str


class History:
    """The draft as it is now, and the changes that led to it. ``code``: what was done, for ``wording``."""

    def __init__(self, draft: Draft) -> None:
        self._draft = self._saved = draft
        self._done: list[_Change] = []
        self._undone: list[_Change] = []
        self._mergeable = False

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._draft

    @property
    def changed(self) -> bool:
        """Whether it differs from what was opened or last saved."""
        return self._draft != self._saved

    @property
    def undo_code(self) -> str:
        """What ``undo`` would take back, by its code; empty: nothing."""
        return self._done[-1].code if self._done else ""

    @property
    def redo_code(self) -> str:
        """What ``redo`` would do again, by its code; empty: nothing."""
        return self._undone[-1].code if self._undone else ""

    def record(self, draft: Draft, place: Place, code: str) -> None:
        """Take a changed draft; further edits of the same field become one change, no change is none."""
        if draft == self._draft:
            return
        change = _Change(self._draft, draft, place, code)
        if self._continues(change):
            change = change._replace(before=self._done.pop().before)
        self._draft = draft
        self._undone.clear()
        # An edit that ends where it began leaves nothing to undo.
        if change.before != draft:
            self._done.append(change)
        self._mergeable = True

    def undo(self) -> Place | None:
        """Take the last change back and say where it was; None: there was none."""
        if not self._done:
            return None
        change = self._done.pop()
        self._undone.append(change)
        self._draft = change.before
        self._mergeable = False
        return change.place

    def redo(self) -> Place | None:
        """Do the change again that was taken back last and say where it was; None: there was none."""
        if not self._undone:
            return None
        change = self._undone.pop()
        self._done.append(change)
        self._draft = change.after
        self._mergeable = False
        return change.place

    def mark_saved(self) -> None:
        """Hold the draft as it is now for what stands in the file."""
        self._saved = self._draft
        self._mergeable = False

    def restart(self, draft: Draft) -> None:
        """Begin with another draft and forget everything before (next family, another file)."""
        self._draft = self._saved = draft
        self._done.clear()
        self._undone.clear()
        self._mergeable = False

    def _continues(self, change: _Change) -> bool:
        """Whether a change goes on with the edit of the field that was edited last."""
        if not (self._mergeable and self._done and change.place.field):
            return False
        last = self._done[-1]
        return (last.place, last.code) == (change.place, change.code)
