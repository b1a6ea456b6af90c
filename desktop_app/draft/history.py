"""Undo and redo: the drafts as they were, each with where it was changed and what was done."""

from typing import NamedTuple

from desktop_app.draft.model import Draft


class Place(NamedTuple):
    """Where a change was made, to return to: a page, the id of a member or bill, a field."""

    page: str
    id: str = ""
    field: str = ""


class History:
    """The draft as it is now, and the changes that led to it."""

    def __init__(self, draft: Draft) -> None:
        raise NotImplementedError

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        raise NotImplementedError

    @property
    def changed(self) -> bool:
        """Whether it differs from what was opened or last saved."""
        raise NotImplementedError

    @property
    def undo_code(self) -> str:
        """What ``undo`` would take back, by its code; empty: nothing."""
        raise NotImplementedError

    @property
    def redo_code(self) -> str:
        """What ``redo`` would do again, by its code; empty: nothing."""
        raise NotImplementedError

    def record(self, draft: Draft, place: Place, code: str) -> None:
        """Take a changed draft; further edits of the same field become one change."""
        raise NotImplementedError

    def undo(self) -> Place | None:
        """Take the last change back and say where it was; None: there was none."""
        raise NotImplementedError

    def redo(self) -> Place | None:
        """Do the change again that was taken back last and say where it was; None: there was none."""
        raise NotImplementedError

    def mark_saved(self) -> None:
        """Hold the draft as it is now for what stands in the file."""
        raise NotImplementedError

    def restart(self, draft: Draft) -> None:
        """Begin with another draft and forget everything before (next family, another file)."""
        raise NotImplementedError
