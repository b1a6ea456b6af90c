"""What an answer to a planning question says, as sentences and tables: the same for screen and paper."""

from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

from desktop_app.wording.sentences import Wording


class PlanColumn(NamedTuple):
    """A column of a table; amounts stand at its right."""

    head: str
    amount: bool = True


class PlanRow(NamedTuple):
    """A row: one text a column; ``strong``: the one to look at first; ``note``: said below it on paper."""

    cells: tuple[str, ...]
    strong: bool = False
    note: str = ""


class PlanTable(NamedTuple):
    """A table with a title (may be blank)."""

    title: str
    columns: tuple[PlanColumn, ...]
    rows: tuple[PlanRow, ...]


class PlanText(NamedTuple):
    """An answer: its title, the statements to read first, the tables, and what to know beside them."""

    title: str
    lead: tuple[str, ...]
    tables: tuple[PlanTable, ...] = ()
    notes: tuple[str, ...] = ()


def joined(sentences: Iterable[str], wording: Wording) -> str:
    """Write sentences one after the other, as the language does; no sentence: empty."""
    said = [sentence for sentence in sentences if sentence]
    if not said:
        return ""
    return reduce(lambda first, second: wording.text("planning.sentences", first=first, second=second), said)
