"""What people type into an amount, a date or an identity field, as the case format writes it.

Input methods type full-width digits and signs; statements print dates in many ways. What is understood
without doubt becomes canonical; all else is given back as typed, so that nothing is dropped or guessed.
"""

import re
from datetime import date

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",  # full-width space
    0x00A0: " ",  # no-break space, from web pages
    0x3002: ".",  # full stop, full- and half-width
    0xFF61: ".",
    0xFFE5: "\u00a5",  # yen or yuan sign
}
_DATE_SIGNS = {
    0x3001: "/",  # the slash key of Chinese input methods
    0x2013: "-",
    0x2014: "-",
    0x5E74: "-",  # year
    0x6708: "-",  # month
    0x65E5: "",  # day
    0x53F7: "",  # day, as spoken
}

_AMOUNT = re.compile(
    r"\u00a5? ?(?P<yuan>[0-9]+|[1-9][0-9]{0,2}(?:(?P<mark>[, ])[0-9]{3})(?:(?P=mark)[0-9]{3})*|(?=\.[0-9]))"
    r"(?:\.(?P<fen>[0-9]{0,2}))? ?\u5143?"
)
_CANONICAL = re.compile(r"[0-9]+\.[0-9]{2}")
_WITH_YEAR = re.compile(
    r"(?P<year>[0-9]{4}) ?(?P<mark>[-./]) ?(?P<month>[0-9]{1,2}) ?(?P=mark) ?(?P<day>[0-9]{1,2})"
)
_WITHOUT_YEAR = re.compile(r"(?P<month>[0-9]{1,2}) ?[-./] ?(?P<day>[0-9]{1,2})")
_EIGHT_DIGITS = re.compile(r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_FOUR_DIGITS = re.compile(r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_UNKNOWN_WORDS = frozenset(
    (
        "?",
        "unknown",
        "\u4e0d\u8be6",  # not stated
        "\u4e0d\u77e5\u9053",  # do not know
        "\u4e0d\u6e05\u695a",  # not clear
    )
)
_BETWEEN = re.compile(r"[-~\u2013\u2014\u81f3\u5230]+")  # dashes, and two words for "to"
_TIME_OF_DAY = re.compile(r"[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$")


def amount(text: str) -> str:
    """Give yuan with two decimals (``1234.50``), or the trimmed text where it is not understood.

    Marks of thousands must stand where they belong, and there are at most two decimals: neither ``1,23`` nor
    ``1.234`` is taken for anything.
    """
    found = _AMOUNT.fullmatch(_half_width(text))
    if found is None:
        return text.strip()
    yuan = found["yuan"].replace(found["mark"] or ",", "").lstrip("0") or "0"
    return f"{yuan}.{(found['fen'] or '').ljust(2, '0')}"


def unknown(text: str) -> tuple[str, str] | None:
    """Give the range of an amount that is said to be unknown, or None where it is not.

    ``?`` and its like say no range: both ends are blank. ``1000-3000`` is one, also with ``?`` before it.
    """
    plain = _half_width(text).strip()
    if plain.lower() in _UNKNOWN_WORDS:
        return "", ""
    ends = [amount(end) for end in _BETWEEN.split(plain.removeprefix("?"))]
    return (ends[0], ends[1]) if len(ends) == 2 and all(map(_CANONICAL.fullmatch, ends)) else None


def day(text: str, year: int | None) -> str:
    """Give an ISO date (``2024-03-02``), or the trimmed text where it is not understood.

    ``year``: of a date given by month and day only; None where it cannot be known. A time of day is left out.
    """
    plain = _TIME_OF_DAY.sub("", _half_width(text)).translate(_DATE_SIGNS).strip()
    full = _WITH_YEAR.fullmatch(plain) or _EIGHT_DIGITS.fullmatch(plain)
    short = _WITHOUT_YEAR.fullmatch(plain) or _FOUR_DIGITS.fullmatch(plain)
    if full:
        year, month, day_of_month = int(full["year"]), int(full["month"]), int(full["day"])
    elif short and year is not None:
        month, day_of_month = int(short["month"]), int(short["day"])
    else:
        return text.strip()
    try:
        return date(year, month, day_of_month).isoformat()
    except ValueError:
        return text.strip()


def identity(text: str) -> str:
    """Give an identity number in half-width capitals without spaces."""
    return _half_width(text).replace(" ", "").upper()


def _half_width(text: str) -> str:
    """Write full-width signs half-width, every stretch of white space as one space."""
    return " ".join(text.translate(_HALF_WIDTH).split())
