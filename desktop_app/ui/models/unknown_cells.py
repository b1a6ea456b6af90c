"""How an amount that nobody can name stands in a field: ``? 0–3,000``, and as a text to edit."""

import re
from collections.abc import Iterable

from desktop_app.draft.model import UnknownAmount, unknown_amount
from desktop_app.wording.sentences import Wording

_WHOLE = re.compile(r"(\d+)\.00", re.ASCII)


def shown_range(unknown: UnknownAmount, wording: Wording) -> str:
    """Write a range short: whole yuan without decimals, with marks of thousands."""
    return wording.text("unknowns.cell", low=_short(unknown.low), high=_short(unknown.high))


def shown_amount(value: str, unknowns: Iterable[UnknownAmount], field: str, wording: Wording) -> str:
    """Write an entered amount, or its range where it is unknown."""
    unknown = unknown_amount(unknowns, field)
    return value if unknown is None else shown_range(unknown, wording)


def _short(text: str) -> str:
    found = _WHOLE.fullmatch(text)
    return f"{int(found[1]):,}" if found else text
