"""The clerk's pages, what it rests on: assumptions, conflicts, what is not computed, pack and sources."""

from collections.abc import Iterator

from desktop_app.engine.assumptions import assumptions, used_bases
from desktop_app.ui.printing.blocks import Block, Column, Row, Table, Text
from desktop_app.ui.printing.summary_input import SummaryInput

_DIGEST_SHOWN = 16


def basis_blocks(given: SummaryInput) -> Iterator[Block]:
    """Write down what the result rests on."""
    yield from _assumptions(given)
    yield from _conflicts(given)
    policy = given.settlement.policy
    joint = given.text("paper.basis.joint")
    yield Text(given.text("paper.basis.not_computed", items=joint.join(policy.not_computed)), before=8)
    yield _pack(given)
    yield _sources(given)


def _assumptions(given: SummaryInput) -> Iterator[Block]:
    wording = given.wording
    rows = tuple(
        Row(
            (
                wording.assumption_text(used.basis, used.values),
                used.basis.rule,
                wording.source(used.basis),
                wording.standing_mark(used.basis.standing),
            )
        )
        for used in assumptions(given.settlement)
    )
    columns = (
        Column(64, given.text("paper.column.assumption")),
        Column(6, given.text("paper.column.rule")),
        Column(20, given.text("paper.column.source")),
        Column(10, given.text("paper.column.standing")),
    )
    if rows:
        yield Table(columns, rows, title=given.text("paper.title.assumptions"))


def _conflicts(given: SummaryInput) -> Iterator[Block]:
    """List the conflicts about a rule that this result used."""
    rules = {used.basis.rule for used in used_bases(given.settlement)}
    rows = tuple(
        Row((conflict.text, conflict.adopted, conflict.rule))
        for conflict in given.settlement.policy.conflicts
        if conflict.rule in rules
    )
    names = (("conflict", 50), ("adopted", 44), ("rule", 6))
    columns = tuple(Column(share, given.text(f"paper.column.{name}")) for name, share in names)
    if rows:
        yield Table(columns, rows, title=given.text("paper.title.conflicts"))


def _pack(given: SummaryInput) -> Table:
    policy = given.settlement.policy
    standing = given.text("paper.basis.draft" if policy.draft else "paper.basis.in_force")
    rows = (
        ("title", policy.title),
        ("version", given.text("paper.basis.version", id=policy.id, version=policy.version)),
        ("standing", standing),
        ("digest", f"SHA-256 {policy.sha256[:_DIGEST_SHOWN]}…"),
    )
    named = tuple(Row((given.text(f"paper.pack.{name}"), text)) for name, text in rows)
    return Table((Column(18), Column(82)), named, title=given.text("paper.title.pack"))


def _sources(given: SummaryInput) -> Table:
    rows = tuple(
        Row((source.id, source.title, source.document)) for source in given.settlement.policy.sources
    )
    names = (("source", 8), ("source_title", 42), ("document", 50))
    columns = tuple(Column(share, given.text(f"paper.column.{name}")) for name, share in names)
    return Table(columns, rows, title=given.text("paper.title.sources"))
