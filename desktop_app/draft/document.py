"""The draft as a document of the case format, and back."""

from collections.abc import Mapping

from desktop_app.draft.model import Draft


def to_document(draft: Draft) -> dict[str, object]:
    """Build the tree of ``yuyisuan-case/1``: blank fields are left out, texts not understood passed on as they are.

    So the case reader reports each at its path. Fields of another enrolment kind than the chosen one are left out.
    """
    raise NotImplementedError


def from_document(tree: Mapping[str, object]) -> Draft:
    """Take a parsed document whose structure has been checked as a draft; values may be unreadable."""
    raise NotImplementedError
