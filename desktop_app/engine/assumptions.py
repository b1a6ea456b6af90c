"""What an answer rests on beyond what its sources state: the pack's values and provisions that it used."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from desktop_app.engine.policy import Basis, Value
from desktop_app.engine.result import Settlement, Step


class UsedBasis(NamedTuple):
    """One basis that a settlement used, with the values of it that were used (none of a provision)."""

    basis: Basis
    values: tuple[Value[int] | Value[date], ...]


def used_bases(settlement: Settlement) -> tuple[UsedBasis, ...]:
    """List every basis that the steps of members and bills cite, each once, in order of first use."""
    # They are few and cited often: while the policy keeps them alive, their identity is enough of a key.
    cited: dict[int, Basis | Value[int] | Value[date]] = {}
    for step in _steps(settlement):
        for value in step.inputs:
            if isinstance(value, Value):
                cited[id(value)] = value
        for provision in step.provisions:
            cited[id(provision)] = provision
    values: dict[Basis, list[Value[int] | Value[date]]] = {}
    for each in cited.values():
        if isinstance(each, Value):
            values.setdefault(each.basis, []).append(each)
        else:
            values.setdefault(each, [])
    return tuple(UsedBasis(basis, tuple(used)) for basis, used in values.items())


def assumptions(settlement: Settlement) -> tuple[UsedBasis, ...]:
    """List the used bases that are not ``stated``."""
    return tuple(used for used in used_bases(settlement) if used.basis.standing != "stated")


def _steps(settlement: Settlement) -> Iterator[Step]:
    for member in settlement.members:
        yield from member.coverage.steps
        yield from member.premium.steps
    for bill in settlement.bills:
        yield from bill.steps
