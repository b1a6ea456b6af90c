"""The values and provisions a result rests on, as sentences."""

from collections.abc import Sequence
from datetime import date
from functools import reduce

from desktop_app.engine.policy import Basis, Value
from desktop_app.wording.figures import Figures
from desktop_app.wording.messages import Messages


def value_name(messages: Messages, basis_id: str, place: str = "") -> str:
    """Name a value of the pack by its id and place; an unknown id or place is a KeyError."""
    name = messages.text(_name_key(messages, basis_id))
    if not place:
        return name
    return messages.text("formats.named_place", name=name, place=place_name(messages, place))


def place_name(messages: Messages, place: str) -> str:
    """Name a place in a table: ``tier_1.level_3``."""
    names = [messages.text(_place_key(part)) for part in place.split(".")]
    return _join(messages, "formats.joined_names", names)


def assumption_text(
    messages: Messages, figures: Figures, basis: Basis, values: Sequence[Value[int] | Value[date]]
) -> str:
    """Say what was assumed: the text of a provision, or a value's name, figures, standing and remark."""
    remark = basis.text if messages.lang == "zh_CN" else basis.text_en
    key = _name_key(messages, basis.id)
    if remark and not messages.has(key):
        return remark
    name = messages.text(key)
    standing = messages.text(f"standing.long.{basis.standing}")
    if values:
        written = [placed_figure(messages, figures, value) for value in values]
        joined = _join(messages, "formats.joined_figures", written)
        sentence = messages.text("assumptions.value", name=name, figures=joined, standing=standing)
    else:
        sentence = messages.text("assumptions.plain", name=name, standing=standing)
    return messages.text("assumptions.remark", sentence=sentence, remark=remark) if remark else sentence


def _join(messages: Messages, key: str, names: Sequence[str]) -> str:
    return reduce(lambda first, second: messages.text(key, first=first, second=second), names)


def _name_key(messages: Messages, basis_id: str) -> str:
    """Find the name of a value; windows and surcharges, whose ids a pack chooses, go by their table's."""
    key = f"values.{basis_id}"
    return key if messages.has(key) else key.rpartition(".")[0]


def placed_figure(messages: Messages, figures: Figures, value: Value[int] | Value[date]) -> str:
    """Write a figure of the pack after the name of its place in a table."""
    written = figures.figure(value.unit, value.figure)
    if not value.place:
        return written
    return messages.text("formats.place_figure", place=place_name(messages, value.place), figure=written)


def _place_key(part: str) -> str:
    group, _, number = part.rpartition("_")
    if group in ("tier", "level"):
        return f"terms.{group}.{number}"
    return f"terms.category.{part}"
