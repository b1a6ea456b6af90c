"""Steps as JSON text.

Most of a result are its steps, some four kilobytes a bill, and batches have many bills: what is fixed of a
step kind is put together once, and of each step only its figures and its sentence are written.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from json import dumps
from json.encoder import encode_basestring
from operator import getitem

from desktop_app.engine.money import format_percent, format_yuan
from desktop_app.engine.policy import STANDINGS, Basis, Unit, Value
from desktop_app.engine.result import Step, StepKind
from desktop_app.written import Written


def _written(write: Callable[[int], str]) -> Written:
    return Written(lambda figure: figure.isoformat() if isinstance(figure, date) else write(figure))


_YUAN = _written(format_yuan)
_PLAIN = _written(str)
_FIGURES: dict[Unit, Written] = {"yuan": _YUAN, "percent": _written(format_percent)}
"""How the figures of a unit are written; those of all others are integers or dates."""

yuan: Callable[[int], str] = _YUAN.__getitem__


class StepTexts:
    """Writes steps as JSON objects, each with its sentence by ``label``."""

    def __init__(self, label: Callable[[Step], str]) -> None:
        self._label = label
        self._writers: dict[str, Callable[[Step], str]] = {}

    def write(self, steps: Iterable[Step]) -> str:
        """Write steps with commas between them."""
        return ",".join([self._writer(step.kind)(step) for step in steps])

    def _writer(self, kind: StepKind) -> Callable[[Step], str]:
        writer = self._writers.get(kind.code)
        if writer is None:
            writer = self._writers[kind.code] = _step_writer(kind, self._label)
        return writer


def _step_writer(kind: StepKind, label: Callable[[Step], str]) -> Callable[[Step], str]:
    """Make the function that writes the steps of a kind as JSON objects."""
    pattern = _pattern(kind)
    amount_texts = _FIGURES.get(kind.unit, _PLAIN)
    input_texts = tuple(_FIGURES.get(unit, _PLAIN) for _, unit in kind.inputs)

    def write(step: Step) -> str:
        bases = [given.basis for given in step.inputs if isinstance(given, Value)]
        return pattern % (
            encode_basestring(label(step)),
            amount_texts[step.amount],
            *map(getitem, input_texts, step.inputs),
            _cited((*bases, *step.provisions)),
        )

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
