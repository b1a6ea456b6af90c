"""Identity numbers: of a resident's the check digit and the birth date, of other documents nothing.

A resident's number has 18 characters (GB 11643): area, birth date, serial number and a check character. The
check character is computed here: three lines, against a library whose own check refuses people of Chongqing.
"""

import re
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

Remark: TypeAlias = Literal[
    "other_document", "check_digit", "no_such_birth_date", "born_in_future", "unknown_area"
]
"""``other_document`` and ``unknown_area`` are hints; the others say that the number was mistyped."""

_RESIDENT = re.compile(r"[0-9]{17}[0-9X]")
_CHECK_CHARACTERS = "10X98765432"
_PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_FOREIGNER = "9"  # permanent residents from abroad have numbers of the same form


class IdCheck(NamedTuple):
    """What a number tells: ``birth_date`` only of a resident's number without a mistake."""

    birth_date: date | None
    remark: Remark | None


def check(number: str, today: date) -> IdCheck:
    """Check a number as ``normalise.identity`` gives it; blank: no birth date, no remark."""
    if not number:
        return IdCheck(None, None)
    if not _RESIDENT.fullmatch(number):
        return IdCheck(None, "other_document")
    if number[-1] != _check_character(number[:-1]):
        return IdCheck(None, "check_digit")
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return IdCheck(None, "no_such_birth_date")
    if born > today:
        return IdCheck(None, "born_in_future")
    known = _PROVINCES.match(number) or number.startswith(_FOREIGNER)
    return IdCheck(born, None if known else "unknown_area")


def masked(number: str) -> str:
    """Hide the middle of a number: three characters and the last four stay, fewer of a short one."""
    first, last = (3, 4) if len(number) >= 12 else (1, 1) if len(number) >= 4 else (0, 0)
    return number[:first] + "*" * (len(number) - first - last) + number[len(number) - last :]


def _check_character(digits: str) -> str:
    """Compute the check character of 17 digits (ISO 7064 MOD 11-2)."""
    weighted = sum(int(digit) * pow(2, len(digits) - place, 11) for place, digit in enumerate(digits))
    return _CHECK_CHARACTERS[weighted % 11]
