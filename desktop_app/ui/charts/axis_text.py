"""Yuan on an axis: short, round, as the language counts (in ten thousands in Chinese)."""

from desktop_app.engine.money import Fen
from desktop_app.wording.messages import Messages

_FEN = 100


def axis_yuan(yuan: float, messages: Messages) -> str:
    """Write a round amount of yuan for an axis."""
    unit = int(messages.text("charts.axis.unit"))
    if unit > 1 and abs(yuan) >= unit:
        return messages.text("charts.axis.large", number=f"{yuan / unit:.2f}".rstrip("0").rstrip("."))
    return messages.text("charts.axis.small", number=f"{yuan:,.0f}")


def axis_fen(amount: Fen, messages: Messages) -> str:
    """Write a round amount in fen for an axis."""
    return axis_yuan(amount / _FEN, messages)


def round_ticks(top: Fen, at_most: int) -> tuple[Fen, ...]:
    """Choose round amounts in fen from 0 up to ``top``: steps of 1, 2 or 5 times a power of ten yuan."""
    step = _FEN
    factors = (2, 5, 10)
    base = _FEN
    while step * at_most < top:
        following = [base * factor for factor in factors if base * factor > step]
        step = following[0]
        if step == base * factors[-1]:
            base = step
    return tuple(range(0, top + 1, step))
