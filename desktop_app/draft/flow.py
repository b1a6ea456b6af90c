"""The wizard's pages as a map of steps: which comes next, what each still lacks, where a problem belongs."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, get_args

from desktop_app.draft.model import Draft
from desktop_app.reading import Problem

Page: TypeAlias = Literal["start", "members", "enrolment", "bills", "result", "summary"]
PAGES: tuple[Page, ...] = get_args(Page)


class Spot(NamedTuple):
    """Where a problem stands in the wizard.

    ``index``: of the member (members, enrolment) or the bill (bills); None: of the page as a whole. ``field``: of
    the draft's model (``paid_on``, ``used_before.basic_fund``); empty: no single field.
    """

    page: Page
    index: int | None
    field: str


def spot(path: str) -> Spot:
    """Find where the field of a document's path is entered: ``bills[0].institution.level`` on bills, 0, ``level``."""
    raise NotImplementedError


def next_page(page: Page) -> Page | None:
    """The page after this one; None after the last."""
    raise NotImplementedError


def previous_page(page: Page) -> Page | None:
    """The page before this one; None before the first."""
    raise NotImplementedError


def problems_on(page: Page, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of the fields of a page."""
    raise NotImplementedError


def problem_at(where: Spot, problems: Iterable[Problem]) -> Problem | None:
    """The first problem of one field."""
    raise NotImplementedError


def complete(page: Page, draft: Draft, problems: Iterable[Problem]) -> bool:
    """Whether nothing is missing on a page; of result and summary: whether there is a whole result to show."""
    raise NotImplementedError


def blocking(page: Page, draft: Draft, problems: Iterable[Problem]) -> Page | None:
    """The first earlier page that must be completed before this one has something to show; None: go ahead.

    Every page can be visited at any time; only the result and the summary need all others without a problem.
    """
    raise NotImplementedError
