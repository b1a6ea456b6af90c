"""The family's page: one large number, why, who paid what, the chart, what to do next. Plain words, large."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.engine.money import Fen
from desktop_app.guidance.assistance import medical_assistance_may_apply
from desktop_app.guidance.deadlines import Deadline, deadlines
from desktop_app.guidance.facts import facts
from desktop_app.guidance.items import Item, applicable, split_alternatives
from desktop_app.ui.members.names import shortened
from desktop_app.ui.printing.blocks import (
    FAMILY_SIZE,
    Block,
    Box,
    Column,
    DrawImage,
    Heading,
    Picture,
    Row,
    Section,
    Table,
    Text,
)
from desktop_app.ui.printing.summary_input import SummaryInput
from desktop_app.wording.causes import causes, payers

_TITLE, _NUMBER = 18.0, 36.0
_FIRST_SENTENCE = re.compile("[^\u3002]*\u3002?")
"""The guidance is Chinese: a sentence ends with an ideographic full stop."""
_COLUMNS = (Column(0.78), Column(0.22, right=True))


@dataclass(frozen=True, slots=True)
class Room:
    """How much is said: the most next steps, and the height of the chart in points (0: none)."""

    steps: int
    chart: float


ROOMS = (Room(4, 190), Room(4, 150), Room(3, 150), Room(3, 120), Room(2, 120), Room(2, 105))
"""From roomy to narrow: the first that fits one page is taken."""
TWO_PAGES = Room(6, 200)


def family_section(given: SummaryInput, draw_chart: DrawImage, room: Room) -> Section:
    """Write the family's page with as much as there is room for."""
    settlement = given.settlement
    blocks: list[Block] = [_title(given)]
    if settlement.bills:
        blocks += [_own_share(given), *_why(given), *_who_paid(given)]
        blocks += [_heading(given.text("paper.family.chart")), Picture(draw_chart, room.chart)]
    else:
        blocks.append(_premium(given))
    blocks += _next_steps(given, room.steps)
    return Section(tuple(blocks), FAMILY_SIZE)


def _title(given: SummaryInput) -> Heading:
    name, year = shortened(given.draft.household_name), given.settlement.case.policy_year
    key = "paper.family.title" if name else "paper.family.title_without_name"
    return Heading(given.text(key, name=name, year=year), _TITLE, before=0)


def _heading(text: str) -> Heading:
    return Heading(text, FAMILY_SIZE, before=5, style="grey")


def _own_share(given: SummaryInput) -> Box:
    totals = given.settlement.totals
    own = given.wording.term("plain", "out_of_pocket")
    if totals.paid_by_others:
        label, number = given.text("paper.family.left_to_pay"), totals.left_to_pay
        amounts = given.wording.money(totals.out_of_pocket), given.wording.money(totals.paid_by_others)
        remarks = [given.text("paper.family.paid_by_others", amount=amounts[0], others=amounts[1])]
    else:
        label, number, remarks = own, totals.out_of_pocket, []
    if medical_assistance_may_apply(given.settlement):
        remarks.append(given.text("paper.family.assistance"))
    return _number_box(given, label, number, remarks)


def _premium(given: SummaryInput) -> Box:
    share = given.settlement.premium_own_share
    return _number_box(
        given, given.text("paper.family.premium"), share, [given.text("paper.family.no_bills")]
    )


def _number_box(given: SummaryInput, label: str, number: Fen, remarks: list[str]) -> Box:
    size = FAMILY_SIZE
    return Box(
        (
            Text(label, size + 2, after=0),
            Text(given.wording.money(number), _NUMBER, after=0),
            *(Text(remark, size, after=0) for remark in remarks),
        )
    )


def _why(given: SummaryInput) -> Iterator[Block]:
    settlement, wording = given.settlement, given.wording
    rows = [
        Row((cause.sentence, wording.amount(cause.amount)))
        for cause in causes(settlement.out_of_pocket_parts, wording)
    ]
    own = wording.term("plain", "out_of_pocket")
    total = Row((own, wording.amount(settlement.totals.out_of_pocket)), total=True)
    yield from _sum(given.text("paper.family.why"), [*rows, total])


def _who_paid(given: SummaryInput) -> Iterator[Block]:
    totals, wording = given.settlement.totals, given.wording
    others = payers(given.settlement, wording)
    own = (
        given.text("paper.family.left_to_pay")
        if totals.paid_by_others
        else wording.term("plain", "out_of_pocket")
    )
    shares = [*((payer.sentence, payer.amount) for payer in others), (own, totals.left_to_pay)]
    rows = [Row((name, wording.amount(amount))) for name, amount in shares]
    if sum(amount for _, amount in shares) == totals.total:  # not so where others paid more than was left
        rows.append(Row((given.text("paper.family.total"), wording.amount(totals.total)), total=True))
    yield from _sum(given.text("paper.family.who_paid"), rows)


def _sum(title: str, rows: list[Row]) -> Iterator[Block]:
    yield _heading(title)
    yield Table(_COLUMNS, tuple(rows), size=FAMILY_SIZE, after=2)


def _next_steps(given: SummaryInput, most: int) -> Iterator[Block]:
    days = deadlines(given.settlement, given.today)
    to_do, ways = split_alternatives(applicable(given.guidance, facts(given.settlement, given.today)))
    lines = [_deadline(given, deadline) for deadline in days] + [_item(given, item) for item in to_do]
    if ways:
        lines.append(given.text("paper.family.ways_to_pay", count=len(ways)))
    if not lines:
        lines = [given.text("paper.family.nothing_to_do")]
    yield _heading(given.text("paper.family.next_steps"))
    for number, line in enumerate(lines[:most], start=1):
        yield Text(given.text("paper.family.step", number=number, step=line), FAMILY_SIZE, after=2)


def _deadline(given: SummaryInput, deadline: Deadline) -> str:
    kind = "deadline_passed" if deadline.passed else "deadline"
    day, name = given.wording.date(deadline.day), given.name(deadline.member)
    return given.wording.text(f"guidance.{kind}.{deadline.code}", name=name, day=day)


def _item(given: SummaryInput, item: Item) -> str:
    """Take an item's title and the first sentence of its text."""
    first = _FIRST_SENTENCE.match(item.text)
    return given.text("paper.family.item", title=item.title, text=first[0] if first else item.text)
