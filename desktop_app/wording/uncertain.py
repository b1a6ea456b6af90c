"""What can be said while amounts are unknown: the range of the result, and which of them to ask for."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.engine.case import Unknown
from desktop_app.engine.money import Fen, Range
from desktop_app.planning.unknowns import LedgerRange, OutcomeRange, Swing
from desktop_app.wording.sentences import Wording


class Question(NamedTuple):
    """One unknown: what it is, its range, by how much it moves the result in fen, how to find it out."""

    unknown: Unknown
    what: str
    given: str
    amount: Fen
    ask: str


class RangeText(NamedTuple):
    """The range in words: ``label`` and ``statement`` are the main one, ``notes`` stand below it.

    ``questions``: the one that matters most first; ``first`` says it in a sentence. ``ledgers``: names and
    range.
    """

    label: str
    statement: str
    notes: tuple[str, ...]
    first: str
    questions: tuple[Question, ...]
    ledgers: tuple[tuple[str, str], ...]


def range_text(
    found: OutcomeRange, members: Mapping[str, str], bills: Mapping[str, str], wording: Wording
) -> RangeText:
    """Put a range into words; ``members`` and ``bills`` name them by id."""
    others = any(bill.paid_by_others for bill in found.lowest.bills)
    main = found.left_to_pay if others else found.out_of_pocket
    questions = tuple(_question(swing, members, bills, wording) for swing in found.swings)
    names = wording.text("bills.list_mark")
    return RangeText(
        label=wording.text(f"unknowns.number.{'left_to_pay' if others else 'out_of_pocket'}"),
        statement=between(main, wording),
        notes=_notes(found, main, wording, others=others),
        first=_first(questions, wording),
        questions=questions,
        ledgers=tuple(
            (
                _sharers(ledger, names.join(members[member] for member in ledger.members), wording),
                _ends(ledger.left_to_pay if others else ledger.out_of_pocket, wording),
            )
            for ledger in found.ledgers
        ),
    )


def between(found: Range, wording: Wording) -> str:
    """Say where an amount lies; an amount where both ends are the same."""
    low, high = map(wording.money, found)
    return low if found.low == found.high else wording.text("unknowns.between", low=low, high=high)


def field_name(unknown: Unknown, wording: Wording) -> str:
    """Name an unknown amount as its bill or the ledger does."""
    if unknown.record == "bill":
        return wording.text(f"bills.field.{unknown.field}")
    return wording.term("ledger", unknown.field)


def _notes(found: OutcomeRange, main: Range, wording: Wording, *, others: bool) -> tuple[str, ...]:
    same = "why_same" if main.low == main.high else "why"
    why = wording.text(f"unknowns.number.{same}", count=len(found.swings))
    if not others:
        return (why,)
    own = between(found.out_of_pocket, wording)
    return why, wording.text("unknowns.number.others", own=own)


def _question(
    swing: Swing, members: Mapping[str, str], bills: Mapping[str, str], wording: Wording
) -> Question:
    unknown = swing.unknown
    record = (bills if unknown.record == "bill" else members)[unknown.id]
    low, high = wording.money(unknown.low), wording.money(unknown.high)
    return Question(
        unknown,
        wording.text("unknowns.question.record", record=record, field=field_name(unknown, wording)),
        wording.text("unknowns.range", low=low, high=high),
        swing.amount,
        wording.text(f"unknowns.ask.{unknown.field if unknown.record == 'bill' else 'balance'}"),
    )


def _first(questions: tuple[Question, ...], wording: Wording) -> str:
    top = questions[0]
    if not top.amount:
        return wording.text("unknowns.question.nothing")
    return wording.text("unknowns.question.first", what=top.what, amount=wording.money(top.amount))


def _sharers(ledger: LedgerRange, names: str, wording: Wording) -> str:
    return wording.text("unknowns.ledger.shared", names=names) if len(ledger.members) > 1 else names


def _ends(found: Range, wording: Wording) -> str:
    low, high = map(wording.amount, found)
    return low if found.low == found.high else wording.text("unknowns.ledger.ends", low=low, high=high)
