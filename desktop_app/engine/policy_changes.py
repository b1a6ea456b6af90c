"""What a policy changes against another: value by value, with what each rests on."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.engine.policy import Basis, Conflict, Policy, Surcharge, Value, Window
from desktop_app.engine.policy_values import values

Item: TypeAlias = Value[int] | Value[date] | Window | Surcharge | Basis | Conflict | str
"""Something a pack says."""
ChangeKind: TypeAlias = Literal["value", "window", "surcharge", "provision", "text"]


class Change(NamedTuple):
    """One thing that two packs say differently; None: one of them does not say it."""

    kind: ChangeKind
    key: str
    """``inpatient.rate/tier_1.level_3`` of a value, the id of a window or provision, the field of a text."""
    before: Item | None
    after: Item | None

    @property
    def of_figure(self) -> bool:
        """Whether what is computed may change: not only what it rests on, or its words."""
        if isinstance(self.before, Value) and isinstance(self.after, Value):
            return bool(self.before.figure != self.after.figure)
        if isinstance(self.before, Window) and isinstance(self.after, Window):
            return self._days(self.before) != self._days(self.after)
        return self.kind in ("value", "window", "surcharge")

    @staticmethod
    def _days(window: Window) -> tuple[date, date, type]:
        return window.first, window.last, type(window.begin)


def changes(before: Policy, after: Policy) -> tuple[Change, ...]:
    """List what differs, in the order of the newer pack; what was taken out comes last of its kind."""
    return (
        *_differences("window", before, after, _windows),
        *_differences("surcharge", before, after, _surcharges),
        *_differences("value", before, after, _values),
        *_differences("provision", before, after, _provisions),
        *_differences("text", before, after, _texts),
    )


def _differences(
    kind: ChangeKind, before: Policy, after: Policy, items: Callable[[Policy], Mapping[str, Item]]
) -> Iterator[Change]:
    old, new = items(before), items(after)
    for key in (*new, *(key for key in old if key not in new)):
        if old.get(key) != new.get(key):
            yield Change(kind, key, old.get(key), new.get(key))


def _values(policy: Policy) -> dict[str, Item]:
    return {f"{value.basis.id}/{value.place}".rstrip("/"): value for value in values(policy)}


def _windows(policy: Policy) -> dict[str, Item]:
    return {window.id: window for window in policy.enrolment.windows}


def _surcharges(policy: Policy) -> dict[str, Item]:
    return {f"premium.surcharge/{row}": each for row, each in enumerate(policy.premium.surcharges, start=1)}


def _provisions(policy: Policy) -> dict[str, Item]:
    return {each.name: getattr(policy.provisions, each.name) for each in fields(policy.provisions)}


def _texts(policy: Policy) -> dict[str, Item]:
    texts: dict[str, Item] = {"title": policy.title}
    texts |= {f"not_computed/{text}": text for text in policy.not_computed}
    texts |= {f"conflict/{each.rule}/{each.text}": each for each in policy.conflicts}
    texts |= {f"source/{each.id}": f"{each.title} ({each.document})" for each in policy.sources}
    diseases = (*policy.chronic_diseases, *policy.major_diseases)
    return texts | {f"disease/{each.code}": each.name for each in diseases}
