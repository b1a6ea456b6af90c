"""The family's page while amounts are unknown: the range, what to ask for, no single result."""

from collections.abc import Iterator

from desktop_app.planning.unknowns import OutcomeRange
from desktop_app.ui.members.names import shortened
from desktop_app.ui.printing.blocks import FAMILY_SIZE, Block, Box, Column, Heading, Row, Section, Table, Text
from desktop_app.ui.printing.summary_input import SummaryInput
from desktop_app.ui.result.target import Answer
from desktop_app.ui.result.unknowns import names_of_bills
from desktop_app.wording.uncertain import Question, RangeText, range_text

_TITLE, _RANGE = 18.0, 22.0
_INDENT = 20.0
_COLUMNS = (Column(0.6), Column(0.4, right=True))


def range_section(given: SummaryInput, found: OutcomeRange) -> Section:
    """Write the page."""
    answer = Answer(given.settlement, given.draft, given.wording)
    said = range_text(found, answer.names, names_of_bills(answer), given.wording)
    return Section(
        (_title(given), _range(said), *_questions(given, said), *_ledgers(given, said)), FAMILY_SIZE
    )


def _title(given: SummaryInput) -> Heading:
    name, year = shortened(given.draft.household_name), given.settlement.case.policy_year
    key = "unknowns.paper.title" if name else "unknowns.paper.title_without_name"
    return Heading(given.text(key, name=name, year=year), _TITLE, before=0)


def _range(said: RangeText) -> Box:
    return Box(
        (
            Text(said.label, FAMILY_SIZE + 2, after=0),
            Text(said.statement, _RANGE, after=2),
            *(Text(note, FAMILY_SIZE, after=0) for note in said.notes),
        )
    )


def _questions(given: SummaryInput, said: RangeText) -> Iterator[Block]:
    yield Heading(given.text("unknowns.paper.ask"), FAMILY_SIZE, before=8, style="grey")
    for number, question in enumerate(said.questions, start=1):
        what = given.text("unknowns.paper.line", number=number, what=question.what)
        yield Text(what, FAMILY_SIZE, before=4, after=0, stays=True)
        known = given.text("unknowns.paper.given", range=question.given, ask=question.ask)
        yield Text(known, FAMILY_SIZE, indent=_INDENT, after=0, stays=True)
        yield Text(_effect(given, question), FAMILY_SIZE, indent=_INDENT)


def _effect(given: SummaryInput, question: Question) -> str:
    if not question.amount:
        return given.text("unknowns.paper.no_effect")
    return given.text("unknowns.paper.effect", amount=given.wording.money(question.amount))


def _ledgers(given: SummaryInput, said: RangeText) -> Iterator[Block]:
    """Write the range of each member, or of those who share limits, where there are several."""
    if len(said.ledgers) > 1:
        yield Heading(given.text("unknowns.ledger.title"), FAMILY_SIZE, before=8, style="grey")
        yield Table(_COLUMNS, tuple(Row(cells) for cells in said.ledgers), size=FAMILY_SIZE)
