"""From which expense of one stay on tier 2 pays off, in words."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from desktop_app.planning.break_even import Stretch
from desktop_app.planning.linear import half_up
from desktop_app.planning.tiers import TurnsAt
from desktop_app.wording.sentences import Wording


def turn_sentences(turns: Sequence[TurnsAt], names: Mapping[str, str], wording: Wording) -> Iterator[str]:
    """Say where it turns, for those alike together; what it means first, up to where it goes last."""
    if not turns:
        return
    alike: dict[tuple[Stretch, ...], list[str]] = {}
    for turn in turns:
        alike.setdefault(turn.stretches, []).extend(names[member] for member in turn.ledger.members)
    yield wording.text("plan_tiers.turns.explain", most=wording.money(turns[0].max))
    for stretches, members in alike.items():
        joined = wording.text("members.list_mark").join(members)
        yield _sentence(joined, stretches, turns[0].max, wording)


def _sentence(names: str, stretches: tuple[Stretch, ...], most: int, wording: Wording) -> str:
    if not stretches:
        return wording.text("plan_tiers.turns.never", names=names)
    if stretches == (Stretch(Fraction(0), Fraction(most)),):
        return wording.text("plan_tiers.turns.always", names=names)
    said = wording.text("plan_tiers.turns.or").join(_stretch(each, most, wording) for each in stretches)
    return wording.text("plan_tiers.turns.some", names=names, stretches=said)


def _stretch(stretch: Stretch, most: int, wording: Wording) -> str:
    ends = {"low": wording.money(half_up(stretch.begin)), "high": wording.money(half_up(stretch.end))}
    if stretch.end == most:
        return wording.text("plan_tiers.turns.above", **ends)
    return wording.text("plan_tiers.turns.between" if stretch.begin else "plan_tiers.turns.below", **ends)
