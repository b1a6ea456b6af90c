"""How an amount was made, as a tree of sentences: its step, the steps before it, the figures they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.engine.policy import Basis, Standing, Value
from desktop_app.engine.result import InputKind, Step, StepInput
from desktop_app.wording.sentences import Wording


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a derivation; entered figures have no ``rule``, ``source`` or ``standing``."""

    text: str
    rule: str = ""
    source: str = ""
    standing: Standing | None = None
    children: "tuple[Line, ...]" = ()


def derivation(steps: Sequence[Step], output: str, wording: Wording) -> Line:
    """Derive an amount of one bill or member. An output that no step made is a KeyError naming it.

    An amount that several steps build on is derived where it comes first; later it stands with its figure.
    """
    index = _maker(steps, output)
    if index is None:
        raise KeyError(output)
    return _step_line(steps, index, wording, set())


def _maker(steps: Sequence[Step], output: str) -> int | None:
    """Find the last of these steps that makes an output."""
    return next((index for index in reversed(range(len(steps))) if steps[index].kind.output == output), None)


def _step_line(steps: Sequence[Step], index: int, wording: Wording, derived: set[int]) -> Line:
    derived.add(index)
    step = steps[index]
    children = [
        line
        for kind, given in zip(step.kind.inputs, step.inputs, strict=True)
        if (line := _input_line(steps[:index], kind, given, wording, derived)) is not None
    ]
    children += [_basis_line(wording.assumption_text(basis), basis, wording) for basis in step.provisions]
    return Line(wording.step_label(step), step.kind.rule, children=tuple(children))


def _input_line(
    earlier: Sequence[Step], kind: InputKind, given: StepInput, wording: Wording, derived: set[int]
) -> Line | None:
    """Write one input; an amount of zero from the case or the ledger changes nothing and is left out."""
    if isinstance(given, Value):
        name = wording.value_name(given.basis.id, given.place)
        return _basis_line(_named(name, kind, given.figure, wording), given.basis, wording)
    index = _maker(earlier, kind.name)
    if index is not None and index not in derived:
        return _step_line(earlier, index, wording, derived)
    if kind.unit == "yuan" and given == 0:
        return None
    text = _named(wording.figure_name(kind.name), kind, given, wording)
    if index is None:
        return Line(text)
    return Line(wording.text("formats.derived_above", figure=text), earlier[index].kind.rule)


def _named(name: str, kind: InputKind, figure: int | date, wording: Wording) -> str:
    return wording.text("formats.named_figure", name=name, figure=wording.figure(kind.unit, figure))


def _basis_line(text: str, basis: Basis, wording: Wording) -> Line:
    return Line(text, basis.rule, wording.source(basis), basis.standing)
