"""How an amount was made, as a tree of sentences: its step, the steps before it, the figures they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    """Derive an amount of one bill or member. An output that no step made is a KeyError naming it."""
    for index in range(len(steps) - 1, -1, -1):
        if steps[index].kind.output == output:
            return _step_line(steps, index, wording)
    raise KeyError(output)


def _step_line(steps: Sequence[Step], index: int, wording: Wording) -> Line:
    step = steps[index]
    inputs = [
        line
        for kind, given in zip(step.kind.inputs, step.inputs, strict=True)
        if (line := _input_line(steps[:index], kind, given, wording)) is not None
    ]
    provisions = [_basis_line(wording.assumption_text(basis), basis, wording) for basis in step.provisions]
    return Line(wording.step_label(step), step.kind.rule, children=(*inputs, *provisions))


def _input_line(earlier: Sequence[Step], kind: InputKind, given: StepInput, wording: Wording) -> Line | None:
    """Write one input; an amount of zero from the case or the ledger changes nothing and is left out."""
    if isinstance(given, Value):
        name = wording.value_name(given.basis.id, given.place)
        return _basis_line(_named(name, kind, given.figure, wording), given.basis, wording)
    for index in range(len(earlier) - 1, -1, -1):
        if earlier[index].kind.output == kind.name:
            return _step_line(earlier, index, wording)
    if kind.unit == "yuan" and given == 0:
        return None
    return Line(_named(wording.figure_name(kind.name), kind, given, wording))


def _named(name: str, kind: InputKind, figure: StepInput, wording: Wording) -> str:
    bare = figure.figure if isinstance(figure, Value) else figure
    return wording.text("formats.named_figure", name=name, figure=wording.figure(kind.unit, bare))


def _basis_line(text: str, basis: Basis, wording: Wording) -> Line:
    return Line(text, basis.rule, wording.source(basis), basis.standing)
