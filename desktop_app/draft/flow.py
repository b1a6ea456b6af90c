"""The wizard's pages as a map of steps: which comes next, what each still lacks, where a problem belongs."""

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, get_args

from desktop_app.draft.model import Draft
from desktop_app.reading import Problem

Page: TypeAlias = Literal["start", "members", "enrolment", "bills", "result", "summary"]
PAGES: tuple[Page, ...] = get_args(Page)

_INPUT_PAGES: tuple[Page, ...] = ("start", "members", "enrolment", "bills")
_RECORD = re.compile(r"(members|bills)\[(\d+)\]\.?(.*)")
_LIST_ENTRY = re.compile(r"\[\d+\].*")
_RANGE = re.compile(r"unknown(?:\.(\w+))?.*")
_MEMBER_FIELDS = {"enrolment": "enrolment_kind", "enrolment.kind": "enrolment_kind"}
_BILL_FIELDS = {
    "institution": "level",
    "institution.level": "level",
    "institution.type": "institution_type",
    "institution.name": "institution_name",
    "other_payers.medical_assistance": "medical_assistance",
    "other_payers.other": "other_payer",
}
_HOUSEHOLD_FIELDS = {
    "household.name": "household_name",
    "household.note": "household_note",
    "household.situations": "situations",
}


class Spot(NamedTuple):
    """Where a problem stands in the wizard.

    ``row``: of the member (members, enrolment) or the bill (bills); None: of the page as a whole.
    ``field``: of the draft's model (``paid_on``, ``used_before.basic_fund``); empty: no single field.
    """

    page: Page
    row: int | None
    field: str


def spot(path: str) -> Spot:
    """Find where the field of a document's path is entered.

    ``bills[0].institution.level`` is on the page of bills, row 0, ``level``. A range of an unknown amount is
    entered where the amount itself would be.
    """
    record = _RECORD.fullmatch(path)
    if record is None:
        name = _LIST_ENTRY.sub("", path)
        if name in _HOUSEHOLD_FIELDS:
            return Spot("members", None, _HOUSEHOLD_FIELDS[name])
        return Spot("members", None, "") if name in ("members", "household") else Spot("start", None, name)
    kind, row, name = record[1], int(record[2]), _LIST_ENTRY.sub("", record[3])
    if range_ := _RANGE.fullmatch(name):
        amount = range_[1] or ""
        name = amount if kind == "bills" else f"used_before.{amount}".removesuffix(".")
    if kind == "bills":
        return Spot("bills", row, _BILL_FIELDS.get(name, name))
    if name.startswith("enrolment"):
        return Spot("enrolment", row, _MEMBER_FIELDS.get(name, name.removeprefix("enrolment.")))
    return Spot("members", row, name)


def next_page(page: Page) -> Page | None:
    """Give the page after this one; None after the last."""
    return None if page == PAGES[-1] else PAGES[PAGES.index(page) + 1]


def previous_page(page: Page) -> Page | None:
    """Give the page before this one; None before the first."""
    return None if page == PAGES[0] else PAGES[PAGES.index(page) - 1]


def problems_on(page: Page, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Pick the problems of the fields of a page."""
    return tuple(problem for problem in problems if spot(problem.path).page == page)


def complete(page: Page, draft: Draft, problems: Iterable[Problem]) -> bool:
    """Tell whether nothing is missing on a page.

    Of result: whether there is a whole one, not a range of them; of summary: whether it can be printed, which
    a range can, too.
    """
    if page == "result" and draft.uncertain:
        return False
    if page not in _INPUT_PAGES:
        return blocking(page, draft, problems) is None
    if page in ("members", "enrolment") and not draft.members:
        return False
    if page == "bills" and not draft.bills:
        return False
    return not problems_on(page, problems)


def blocking(page: Page, draft: Draft, problems: Iterable[Problem]) -> Page | None:
    """Find the first page that must be completed before this one can show a result or a range; None: go on.

    Every page can be visited at any time; only result and summary need a member and all pages free of
    problems. A household without bills has a result: its coverage and premium.
    """
    if page in _INPUT_PAGES:
        return None
    pages = {spot(problem.path).page for problem in problems}
    if not draft.members:
        pages.add("members")
    return next((earlier for earlier in _INPUT_PAGES if earlier in pages), None)
