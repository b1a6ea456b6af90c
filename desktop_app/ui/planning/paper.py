"""An answer to a planning question on paper, in the letters of the family's page."""

from collections.abc import Iterator

from desktop_app.ui.printing.blocks import (
    FAMILY_SIZE,
    Block,
    Column,
    DrawImage,
    Heading,
    Picture,
    Row,
    Section,
    Table,
    Text,
)
from desktop_app.wording.plan_text import PlanTable, PlanText

_TITLE = 18.0
_PICTURE = 260.0
_FIRST, _OTHER = 1.5, 1.0
"""Shares of the first column and of the others."""


def plan_section(text: PlanText, draw: DrawImage | None) -> Section:
    """Lay an answer out on a page of its own."""
    return Section(tuple(_blocks(text, draw)), FAMILY_SIZE)


def _blocks(text: PlanText, draw: DrawImage | None) -> Iterator[Block]:
    yield Heading(text.title, _TITLE, before=0)
    for sentence in text.lead:
        yield Text(sentence, FAMILY_SIZE, after=4)
    if draw is not None:
        yield Picture(draw, _PICTURE)
    for table in text.tables:
        yield from _table(table)
    for note in text.notes:
        yield Text(note, FAMILY_SIZE, before=2, after=4)


def _table(table: PlanTable) -> Iterator[Block]:
    if table.title:
        yield Heading(table.title, FAMILY_SIZE, style="grey")
    columns = tuple(
        Column(_FIRST if index == 0 else _OTHER, column.head, right=column.amount)
        for index, column in enumerate(table.columns)
    )
    rows = tuple(Row(row.cells, note=row.note) for row in table.rows)
    yield Table(columns, rows, size=FAMILY_SIZE)
