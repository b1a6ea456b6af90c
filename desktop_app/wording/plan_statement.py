"""The settlement statement beside our amounts in words: whether it agrees, else where not and perhaps why."""

from collections.abc import Iterator

from desktop_app.planning.statement import Reconciliation
from desktop_app.planning.statement_lines import Line
from desktop_app.wording.plan_causes import Insured, cause_words
from desktop_app.wording.plan_text import PlanColumn, PlanRow, PlanTable, PlanText
from desktop_app.wording.sentences import Wording

HEADS = ("line", "theirs", "ours", "difference")


def statement_words(found: Reconciliation, bill: str, insured: Insured, wording: Wording) -> PlanText:
    """Say how a bill's statement and our amounts compare; ``bill`` is the bill's name."""
    return PlanText(
        wording.text("planning.statement.title"),
        (bill, verdict(found, wording)),
        (*_amounts(found, wording), *cause_tables(found, insured, wording)),
        tuple(notes(found, wording)),
    )


def verdict(found: Reconciliation, wording: Wording) -> str:
    """Say in one sentence whether the statement agrees, else which line differs first."""
    if not found.lines:
        return wording.text("plan_statement.verdict.none")
    first = found.first_difference
    if first is None:
        return wording.text("plan_statement.verdict.agrees", count=len(found.lines))
    return wording.text(
        f"plan_statement.verdict.{'above' if first.difference > 0 else 'below'}",
        line=wording.term("statement", first.line),
        theirs=wording.money(first.theirs),
        ours=wording.money(first.ours),
        difference=wording.money(abs(first.difference)),
    )


def difference_text(line: Line, wording: Wording) -> str:
    """Write by how much the statement is above or below ours."""
    if not line.difference:
        return wording.text("plan_statement.same")
    sign = "+" if line.difference > 0 else ""
    return f"{sign}{wording.amount(line.difference)}"


def cause_tables(found: Reconciliation, insured: Insured, wording: Wording) -> Iterator[PlanTable]:
    """List the causes, those of the whole statement first; a row's note says what to ask."""
    first = found.first_difference
    if first is None:
        return
    named = wording.text("plan_statement.explains.this_line", line=wording.term("statement", first.line))
    of_all = "whole" if len(found.lines) > 1 else "line"
    for whole, title in ((True, wording.text(f"plan_statement.explains.{of_all}")), (False, named)):
        words = [
            cause_words(each.cause, found, insured, wording)
            for each in found.explanations
            if each.whole is whole
        ]
        if words:
            rows = tuple(PlanRow((each.said,), strong=whole, note=each.ask) for each in words)
            yield PlanTable(title, (PlanColumn("", amount=False),), rows)


def notes(found: Reconciliation, wording: Wording) -> Iterator[str]:
    """Say what to know about the causes, or what to check where none of them fits."""
    first = found.first_difference
    if first is None:
        return
    if found.explanations:
        yield wording.text("plan_statement.tried")
        if sum(each.whole for each in found.explanations) > 1:
            yield wording.text("plan_statement.narrow")
    elif first.line == "eligible":
        yield wording.text("plan_statement.unexplained.eligible")
    elif found.result.reason is not None and not found.result.covered:
        reason = wording.reason(found.result.reason)
        yield wording.text("plan_statement.unexplained.not_covered", reason=reason)
    else:
        yield wording.text("plan_statement.unexplained.other")


def _amounts(found: Reconciliation, wording: Wording) -> Iterator[PlanTable]:
    if not found.lines:
        return
    columns = tuple(
        PlanColumn(wording.text(f"plan_statement.head.{name}"), amount=name != "line") for name in HEADS
    )
    rows = tuple(
        PlanRow(
            (
                wording.term("statement", line.line),
                wording.amount(line.theirs),
                wording.amount(line.ours),
                difference_text(line, wording),
            ),
            strong=line == found.first_difference,
        )
        for line in found.lines
    )
    yield PlanTable("", columns, rows)
