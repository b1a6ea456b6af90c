"""Identity numbers: of a resident identity card the check digit and the birth date, all others as they are."""

from datetime import date
from typing import Literal, NamedTuple, TypeAlias

Remark: TypeAlias = Literal["other_document", "check_digit", "no_such_birth_date", "born_in_future", "unknown_area"]
"""``other_document`` and ``unknown_area`` are hints; the others say that the number was mistyped."""


class IdCheck(NamedTuple):
    """What a number tells: ``birth_date`` only of a resident identity number without a mistake."""

    birth_date: date | None
    remark: Remark | None


def check(number: str, today: date) -> IdCheck:
    """Check a number as ``normalise.identity`` gives it; blank: no birth date, no remark."""
    raise NotImplementedError


def masked(number: str) -> str:
    """Hide the middle of a number for screen and paper: three characters and the last four stay, fewer of short ones."""
    raise NotImplementedError
