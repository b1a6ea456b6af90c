"""What people type into an amount, a date or an identity field, as the case format writes it.

Input methods type full-width digits and signs; statements print dates in many ways. What is understood without
doubt becomes canonical; all else is given back as typed, so that nothing is dropped or guessed.
"""


def amount(text: str) -> str:
    """Yuan with two decimals (``1234.50``), or the text itself, trimmed, where it is not understood."""
    raise NotImplementedError


def day(text: str, year: int | None) -> str:
    """An ISO date (``2024-03-02``), or the text itself, trimmed, where it is not understood.

    ``year``: of a date given by month and day only; None where that cannot be known.
    """
    raise NotImplementedError


def identity(text: str) -> str:
    """An identity number in half-width capitals without spaces."""
    raise NotImplementedError
