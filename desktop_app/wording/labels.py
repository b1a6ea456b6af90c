"""A step as a sentence with its figures filled in.

The sentence of a step kind is taken apart once; a label is then one look-up for each figure and one ``%``.
"""

from collections.abc import Callable
from operator import getitem, itemgetter
from string import Formatter

from desktop_app.engine.result import Step, StepKind
from desktop_app.wording.figures import Figures


def compile_label(sentence: str, kind: StepKind, figures: Figures) -> Callable[[Step], str]:
    """Make the function that writes the labels of one step kind.

    ``sentence`` names inputs and the output of the kind in braces; any other name is a KeyError.
    """
    places = {entry.name: index for index, entry in enumerate(kind.inputs)}
    places[kind.output] = len(kind.inputs)
    pattern, names = "", list[str]()
    for literal, name, _, _ in Formatter().parse(sentence):
        pattern += literal.replace("%", "%%")
        if name is not None:
            pattern += "%s"
            names.append(name)
    pick: Callable[[tuple[str, ...]], object] = itemgetter(*(places[name] for name in names))
    inputs = tuple(figures.bare[entry.unit] for entry in kind.inputs)
    output = figures.bare[kind.unit]

    def label(step: Step) -> str:
        return pattern % pick((*map(getitem, inputs, step.inputs), output[step.amount]))

    return label
