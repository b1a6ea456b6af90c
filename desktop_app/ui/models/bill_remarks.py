"""What is said about a bill below the table: what to do, what was assumed, why it is paid so."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.cases.values import amount
from desktop_app.draft.estimate import BillRow, assumed_zero
from desktop_app.draft.flow import spot
from desktop_app.draft.model import DraftBill, UnknownAmount
from desktop_app.engine.result import BillResult
from desktop_app.reading import Problem
from desktop_app.wording.sentences import Wording

Tone: TypeAlias = Literal["problem", "remark", "faint"]
_ORDER = [field.name for field in fields(DraftBill)]
_CHOSEN = ("member", "kind", "level", "institution_type")
_PAYERS = ("basic_fund", "critical_illness", "maternity")


class Remark(NamedTuple):
    """One sentence and how it is meant."""

    tone: Tone
    text: str


def remarks(bill: DraftBill, row: BillRow, wording: Wording, *, fresh: bool) -> list[Remark]:
    """Say all there is to say about a bill, problems first. ``fresh``: the clerk is still entering it."""
    said = _problems(row.problems, wording, fresh=fresh)
    if row.result is not None:
        said += _result(row.result, wording)
    if row.uncertain:
        said.append(_uncertain(bill, wording))
    blank = assumed_zero(bill)
    if blank and bill.total:
        said.append(Remark("faint", wording.text("bills.assumed_zero", fields=_names(blank, wording))))
    return said


def _problems(problems: tuple[Problem, ...], wording: Wording, *, fresh: bool) -> list[Remark]:
    half = {spot(problem.path).field for problem in problems if _lacks_an_end(problem)}
    missing = {spot(problem.path).field for problem in problems if problem.code == "missing"} - half
    said = [
        Remark(
            "problem",
            wording.text(
                "bills.problem",
                field=field_name(spot(problem.path).field, wording),
                sentence=what_to_do(problem, wording),
            ),
        )
        for problem in problems
        if problem.code != "missing"
    ]
    if missing:
        sentence = wording.text("bills.missing", fields=_names(sorted(missing, key=_ORDER.index), wording))
        said.append(Remark("faint" if fresh else "problem", sentence))
    if half:
        fields = _names(sorted(half, key=_ORDER.index), wording)
        said.append(Remark("problem", wording.text("unknowns.both_ends", fields=fields)))
    return said


def _uncertain(bill: DraftBill, wording: Wording) -> Remark:
    """Say why there is no result: amounts of this bill are unknown, or others on the same ledger."""
    if not bill.unknown:
        return Remark("remark", wording.text("unknowns.shared"))
    fields = wording.text("bills.list_mark").join(
        wording.text("unknowns.own_field", field=field_name(each.field, wording), range=_range(each, wording))
        for each in bill.unknown
    )
    return Remark("remark", wording.text("unknowns.own", fields=fields))


def _range(unknown: UnknownAmount, wording: Wording) -> str:
    """Write a range of a bill without problems."""
    low, high = (wording.money(amount(text)) for text in (unknown.low, unknown.high))
    return wording.text("unknowns.range", low=low, high=high)


def _lacks_an_end(problem: Problem) -> bool:
    return problem.code == "missing" and ".unknown." in problem.path


def _result(result: BillResult, wording: Wording) -> list[Remark]:
    said = []
    if result.reason is not None:
        said.append(Remark("remark", wording.reason(result.reason)))
    said += [Remark("remark", wording.notice(notice)) for notice in result.notices]
    paid = {payer: amount for payer in _PAYERS if (amount := getattr(result, payer))}
    if len(paid) > 1:
        parts = " + ".join(
            wording.text("bills.paid_part", payer=wording.term("payer", payer), amount=wording.amount(amount))
            for payer, amount in paid.items()
        )
        total = wording.amount(sum(paid.values()))
        said.append(Remark("faint", wording.text("bills.paid_parts", paid=total, parts=parts)))
    if result.paid_by_others:
        others, left = wording.amount(result.paid_by_others), wording.amount(result.left_to_pay)
        said.append(Remark("faint", wording.text("bills.others_paid", others=others, left=left)))
    return said


def what_to_do(problem: Problem, wording: Wording) -> str:
    """Say what to do about a problem; what is no entry of a list has a sentence of its own."""
    if _lacks_an_end(problem):
        return wording.text("unknowns.both_ends_tip")
    field = spot(problem.path).field
    unlisted = problem.code in ("type", "enum", "unknown_member") and field in _CHOSEN
    return wording.text(f"bills.unlisted.{field}") if unlisted else wording.problem(problem)


def field_name(field: str, wording: Wording) -> str:
    """Name a field as it stands on settlement statements; one that is not entered here is the bill itself."""
    key = f"bills.field.{field}"
    return wording.text(key if wording.messages.has(key) else "bills.field.other")


def _names(fields: Sequence[str], wording: Wording) -> str:
    return wording.text("bills.list_mark").join(field_name(field, wording) for field in fields)
