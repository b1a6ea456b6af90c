"""The unknown amounts of a bill or a member while they are entered: marked, given a range, taken back."""

from desktop_app.draft.model import UnknownAmount
from desktop_app.draft.normalise import amount, unknown

Unknowns = tuple[UnknownAmount, ...]

_ENDS = {"from": "low", "to": "high"}
_NOTHING = "0.00"


def ranged(name: str, text: str, most: str = "") -> UnknownAmount | None:
    """Read what is typed for an amount as its range; None: it says no such thing.

    Without a range it is from nothing to ``most``, which may be blank: then the end must still be entered.
    """
    ends = unknown(text)
    if ends is None:
        return None
    low, high = ends
    return UnknownAmount(name, low or _NOTHING, high or most)


def known(unknowns: Unknowns, name: str) -> Unknowns:
    """Take an amount out of the unknown ones."""
    return tuple(each for each in unknowns if each.field != name)


def with_end(unknowns: Unknowns, path: str, text: str) -> Unknowns:
    """Set one end of a range, by ``unknown.total.from`` or ``unknown.total.to``. KeyError: no such range."""
    _, name, end = path.split(".")
    if all(each.field != name for each in unknowns):
        raise KeyError(path)
    changes = {_ENDS[end]: amount(text)}
    return tuple(each._replace(**changes) if each.field == name else each for each in unknowns)
