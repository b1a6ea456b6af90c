"""Steps as JSON text.

Most of a result are its steps, some five kilobytes a bill, and batches have many bills: what is fixed of a
step kind is put together once, and of each step only its figures and its sentence are written.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from json import dumps
from json.encoder import encode_basestring
from typing import TypeAlias

from desktop_app.engine.money import format_percent, format_yuan
from desktop_app.engine.policy import STANDINGS, Basis, Policy, Unit, Value
from desktop_app.engine.result import Step, StepKind

_KEPT = 20_000

FigureText: TypeAlias = Callable[[int | date], str]


def _kept(write: Callable[[int], str]) -> FigureText:
    """Keep what was written: the same figures stand in many places of one answer."""

    def text(figure: int | date) -> str:
        return figure.isoformat() if isinstance(figure, date) else write(figure)

    return lru_cache(maxsize=8192)(text)


yuan = _kept(format_yuan)
_plain = _kept(str)
_FIGURES: dict[Unit, FigureText] = {"yuan": yuan, "percent": _kept(format_percent)}
"""How the figures of a unit are written; those of all others are integers or dates."""


class StepTexts:
    """Writes steps as JSON objects. What was written is kept, up to a limit: bills resemble each other."""

    def __init__(self, label: Callable[[Step], str]) -> None:
        self._label = label
        self._writers: dict[str, Callable[[Step], str]] = {}
        self._kept: dict[tuple[object, ...], str] = {}
        self._policy: Policy | None = None

    def write(self, steps: Iterable[Step], policy: Policy) -> str:
        """Write steps of an answer by this policy, with commas between them."""
        if policy is not self._policy:
            self._kept.clear()
            self._policy = policy
        return ",".join([self._text(step) for step in steps])

    def _text(self, step: Step) -> str:
        # While the policy lives, identity is enough of a key for what it holds, and quick to hash; below zero
        # it is never an amount.
        key = (
            step.kind.code,
            step.amount,
            *[-id(given) if isinstance(given, Value) else given for given in step.inputs],
            *map(id, step.provisions),
        )
        text = self._kept.get(key)
        if text is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            text = self._kept[key] = self._writer(step.kind)(step)
        return text

    def _writer(self, kind: StepKind) -> Callable[[Step], str]:
        if kind.code not in self._writers:
            self._writers[kind.code] = _step_writer(kind, self._label)
        return self._writers[kind.code]


def _step_writer(kind: StepKind, label: Callable[[Step], str]) -> Callable[[Step], str]:
    """Make the function that writes the steps of a kind as JSON objects."""
    pattern = _pattern(kind)
    amount_text = _FIGURES.get(kind.unit, _plain)
    input_texts = tuple(_FIGURES.get(unit, _plain) for _, unit in kind.inputs)

    def write(step: Step) -> str:
        bases = []
        texts = []
        for text, given in zip(input_texts, step.inputs, strict=True):
            if isinstance(given, Value):
                bases.append(given.basis)
                texts.append(text(given.figure))
            else:
                texts.append(text(given))
        cited = _cited((*bases, *step.provisions))
        return pattern % (encode_basestring(label(step)), amount_text(step.amount), *texts, cited)

    return write


def _pattern(kind: StepKind) -> str:
    """Lay out a step with a place for each figure; the names in a step kind need no escapes."""
    inputs = ",".join(f'"{name}":"%s"' for name, _ in kind.inputs)
    return (
        f'{{"rule":"{kind.rule}","code":"{kind.code}","label":%s,"output":"{kind.output}",'
        f'"amount":"%s","unit":"{kind.unit}","inputs":{{{inputs}}},%s}}'
    )


@lru_cache(maxsize=1024)
def _cited(bases: tuple[Basis, ...]) -> str:
    """Name the sources of a step, each once, and the weakest standing among them, as two fields."""
    sources = dict.fromkeys(f"{basis.source} {basis.section}".strip() for basis in bases)
    standing = STANDINGS[max((STANDINGS.index(basis.standing) for basis in bases), default=0)]
    return f'"source":{dumps("; ".join(sources), ensure_ascii=False)},"standing":"{standing}"'
