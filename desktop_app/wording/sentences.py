"""Everything the result says, as sentences of one language: the one thing that screen, paper and JSON ask."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

from desktop_app.engine.money import BasisPoints, Fen
from desktop_app.engine.policy import Basis, Standing, Unit, Value
from desktop_app.engine.result import BillNotice, MemberNotice, Reason, Step
from desktop_app.reading import Problem
from desktop_app.wording import assumptions
from desktop_app.wording.figures import Figures
from desktop_app.wording.labels import compile_label
from desktop_app.wording.messages import Lang, Messages

TermGroup: TypeAlias = Literal[
    "tier",
    "level",
    "institution_type",
    "bill_kind",
    "enrolment",
    "category",
    "payer",
    "ledger",
    "statement",
    "situation",
    "plain",
]


class Wording:
    """Sentences in one language. A code without a sentence is a KeyError naming its key."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.messages = Messages(lang)
        self._figures = Figures(self.messages)
        self._labels: dict[str, Callable[[Step], str]] = {}

    def text(self, key: str, **fields: object) -> str:
        """Say a sentence of the catalogue."""
        return self.messages.text(key, **fields)

    def term(self, group: TermGroup, code: str | int) -> str:
        """Name an entry of a fixed list; ``plain`` holds plain words with the term in brackets."""
        return self.messages.text(f"terms.{group}.{code}")

    def step_label(self, step: Step) -> str:
        """Say how an amount was made, with all its figures."""
        label = self._labels.get(step.kind.code)
        if label is None:
            sentence = self.messages.template(f"steps.{step.kind.code}")
            label = self._labels[step.kind.code] = compile_label(sentence, step.kind, self._figures)
        return label(step)

    def figure_name(self, name: str) -> str:
        """Name an input or output of a step."""
        return self.messages.text(f"figures.{name}")

    def assumption_text(self, basis: Basis, values: Sequence[Value[int] | Value[dt.date]] = ()) -> str:
        """Say what was assumed; ``values`` are those figures of the basis that the result used."""
        return assumptions.assumption_text(self.messages, self._figures, basis, values)

    def placed_figure(self, value: Value[int] | Value[dt.date]) -> str:
        """Write a figure of the pack after the name of its place in a table."""
        return assumptions.placed_figure(self.messages, self._figures, value)

    def value_name(self, basis_id: str, place: str = "") -> str:
        """Name a value of the pack, by id and place in its table."""
        return assumptions.value_name(self.messages, basis_id, place)

    def reason(self, code: Reason) -> str:
        """Say why nothing is paid."""
        return self.messages.text(f"reasons.{code}")

    def notice(self, code: BillNotice | MemberNotice) -> str:
        """Say what to know about a bill or a member."""
        return self.messages.text(f"notices.{code}")

    def part(self, code: str) -> str:
        """Name a cause of out-of-pocket (a field of ``OutOfPocketParts``) in plain words."""
        return self.messages.text(f"parts.cause.{code}")

    def standing(self, code: Standing) -> str:
        """Say how sure a value is, in a sentence."""
        return self.messages.text(f"standing.long.{code}")

    def standing_mark(self, code: Standing) -> str:
        """Say how sure a value is, in a word for tables."""
        return self.messages.text(f"standing.short.{code}")

    def source(self, basis: Basis) -> str:
        """Cite where something is read: the source's id and its section."""
        return self.messages.text("formats.source", source=basis.source, section=basis.section).rstrip()

    def problem(self, problem: Problem) -> str:
        """Say what to do about a problem; a code of no catalogue entry is answered with its own message."""
        # The options of a command are named by one word, as no field of a case is that has a sentence here.
        for key in (f"options.{problem.path}", f"problems.{problem.code}"):
            if self.messages.has(key):
                return self.messages.text(key)
        return problem.message

    def amount(self, amount: Fen) -> str:
        """Write fen as yuan with thousands separators, without a unit."""
        return self._figures.amount(amount)

    def money(self, amount: Fen) -> str:
        """Write fen as yuan with thousands separators and the currency."""
        return self._figures.money(amount)

    def percent(self, rate: BasisPoints) -> str:
        """Write basis points as per cent."""
        return self._figures.percent(rate)

    def date(self, day: dt.date) -> str:
        """Write a date in words."""
        return self._figures.date(day)

    def figure(self, unit: Unit, figure: int | dt.date) -> str:
        """Write any figure with its unit."""
        return self._figures.figure(unit, figure)
