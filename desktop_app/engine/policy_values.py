"""Every value of a policy, wherever it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from desktop_app.engine.policy import Value


def values(part: object) -> Iterator[Value[int] | Value[date]]:
    """Find every value below a policy or a part of one, in its order."""
    if isinstance(part, Value):
        yield part
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from values(each)
    elif isinstance(part, tuple):
        for each in part:
            yield from values(each)
    elif is_dataclass(part):
        for each in fields(part):
            yield from values(getattr(part, each.name))
