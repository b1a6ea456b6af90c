"""Values of a pack: figures in one table with the rule, unit, source, section and standing they share.

In the file, the path of a figure is the basis id and the place: ``inpatient.rate.tier_1.level_3``.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from desktop_app.engine.case import LEVELS, TIERS, Level, Tier
from desktop_app.engine.money import WHOLE
from desktop_app.engine.policy import STANDINGS, UNITS, Basis, Unit, Value
from desktop_app.packs.table import Table, read_choice, read_integer, read_text
from desktop_app.reading import Node, type_name

BASIS = ("rule", "source", "section", "standing")
NOTES = ("note", "note_en")
NONE = "none"
"""Written where a source states no figure, so that nothing can be left out by mistake."""
MOST_YUAN = 1_000_000_000
TIER_KEYS = tuple(f"tier_{tier}" for tier in TIERS)
LEVEL_KEYS = tuple(f"level_{level}" for level in LEVELS)
_HUNDREDTH = Decimal("0.01")
_COUNTED: Mapping[Unit, int] = {"days": 366, "years": 150, "level": 3, "count": 1_000}


def read_basis(table: Table, sources: Sequence[str]) -> Basis:
    """Read what a table says of its figures; what is not ``stated`` needs a note, a note both languages."""
    standing = table.choice("standing", STANDINGS)
    if standing != "stated" or any(name in table for name in NOTES):
        for name in NOTES:
            if name not in table:
                table.node.report("missing", f"{name!r} is required here", at=name)
    note, note_en = (table.text(name) if name in table else "" for name in NOTES)
    source = read_source(table.field("source"), sources)
    return Basis(table.node.path, table.rule(), standing, source, table.text("section"), note, note_en)


def read_source(node: Node | None, sources: Sequence[str]) -> str:
    """Read the id of a source, which the pack must list: ``unlisted_source``."""
    if node is None:
        return ""
    source = read_text(node)
    if source and source not in sources:
        node.report("unlisted_source", f"the pack lists no source {source!r}")
    return source


def check_unit(table: Table, unit: Unit) -> None:
    """Report a unit that is none (``enum``) or not the one the rule needs (``unit``)."""
    node = table.field("unit")
    if node is not None and read_choice(node, UNITS) != unit and node.raw in UNITS:
        node.report("unit", f"expected the unit {unit!r}, found {node.raw!r}")


class Figures:
    """The values of one table: ``unit`` is what the rule needs, and the table must say so too (``unit``)."""

    __slots__ = ("basis", "table", "unit")

    def __init__(self, table: Table, unit: Unit, sources: Sequence[str]) -> None:
        self.table = table
        self.unit = unit
        self.basis = read_basis(self.table, sources)
        check_unit(table, unit)

    def value(self, table: Table, key: str, place: str) -> Value[int]:
        """Read one figure."""
        node = table.field(key)
        return Value(0 if node is None else read_figure(node, self.unit), self.unit, self.basis, place)

    def value_or_none(self, table: Table, key: str, place: str) -> Value[int] | None:
        """Read one figure that may be ``none``."""
        node = table.field(key)
        return None if node is not None and node.raw == NONE else self.value(table, key, place)


def figures_of(parent: Table, name: str, unit: Unit, sources: Sequence[str], keys: Sequence[str]) -> Figures:
    """Take a field as a table of figures with these keys."""
    return Figures(parent.table(name, (*BASIS, "unit", *keys), NOTES), unit, sources)


def single(parent: Table, name: str, unit: Unit, sources: Sequence[str]) -> Value[int]:
    """Read a table that holds one figure."""
    figures = figures_of(parent, name, unit, sources, ("figure",))
    return figures.value(figures.table, "figure", "")


def single_or_none(parent: Table, name: str, unit: Unit, sources: Sequence[str]) -> Value[int] | None:
    """Read a table that holds one figure or ``none``."""
    figures = figures_of(parent, name, unit, sources, ("figure",))
    return figures.value_or_none(figures.table, "figure", "")


def by_tier(parent: Table, name: str, unit: Unit, sources: Sequence[str]) -> Mapping[Tier, Value[int]]:
    """Read a table with a figure for each tier."""
    figures = figures_of(parent, name, unit, sources, TIER_KEYS)
    return {tier: figures.value(figures.table, key, key) for tier, key in zip(TIERS, TIER_KEYS, strict=True)}


def by_level(parent: Table, name: str, unit: Unit, sources: Sequence[str]) -> Mapping[Level, Value[int]]:
    """Read a table with a figure for each institution level."""
    figures = figures_of(parent, name, unit, sources, LEVEL_KEYS)
    return _levels(figures, figures.table, "")


def by_tier_and_level(
    parent: Table, name: str, unit: Unit, sources: Sequence[str]
) -> Mapping[Tier, Mapping[Level, Value[int]]]:
    """Read a table with a figure for each tier and level."""
    figures = figures_of(parent, name, unit, sources, TIER_KEYS)
    return {
        tier: _levels(figures, figures.table.table(key, LEVEL_KEYS), f"{key}.")
        for tier, key in zip(TIERS, TIER_KEYS, strict=True)
    }


def _levels(figures: Figures, table: Table, place: str) -> Mapping[Level, Value[int]]:
    keys = zip(LEVELS, LEVEL_KEYS, strict=True)
    return {level: figures.value(table, key, place + key) for level, key in keys}


def read_figure(node: Node, unit: Unit) -> int:
    """Take a node as a figure of that unit: fen, basis points, or a bounded whole number."""
    if unit == "yuan":
        return _hundredths(node, MOST_YUAN, "amount", "0 or more yuan with at most two decimals")
    if unit == "percent":
        return _hundredths(node, WHOLE // 100, "rate", "0 to 100 per cent with at most two decimals")
    return read_integer(node, 1, _COUNTED[unit]) or 0


def _hundredths(node: Node, most: int, code: str, expected: str) -> int:
    """Take a node as an exact number of hundredths: ``type``, or the code where it is out of bounds."""
    raw = node.raw
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        node.report("type", f"expected a number, found {type_name(raw)}")
        return 0
    number = Decimal(raw)
    if number.is_finite() and 0 <= number <= most and number == number.quantize(_HUNDREDTH):
        return int(number * 100)
    node.report(code, f"expected {expected}, found {raw}")
    return 0
