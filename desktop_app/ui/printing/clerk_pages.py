"""The clerk's pages: everything needed to check the family's page, long after it was printed."""

from collections.abc import Iterator

from desktop_app.ui.printing.blocks import CLERK_SIZE, Block, Column, Heading, Row, Section, Table
from desktop_app.ui.printing.clerk_basis import basis_blocks
from desktop_app.ui.printing.clerk_derivations import derivation_blocks
from desktop_app.ui.printing.clerk_inputs import input_blocks
from desktop_app.ui.printing.clerk_results import result_blocks
from desktop_app.ui.printing.summary_input import SummaryInput

_TITLE, _HEADING = 15.0, 12.0


def clerk_section(given: SummaryInput) -> Section:
    """Write the clerk's pages; while amounts are unknown, what was entered alone."""
    parts = [
        ("inputs", input_blocks),
        ("results", result_blocks),
        ("derivations", derivation_blocks),
        ("basis", basis_blocks),
    ]
    if given.range is not None:
        del parts[1:]
    blocks: list[Block] = [Heading(given.text("paper.clerk.title"), _TITLE, before=0), _about(given)]
    for name, write in parts:
        blocks.append(Heading(given.text(f"paper.clerk.{name}"), _HEADING, before=14, style="line"))
        blocks += write(given)
    return Section(tuple(blocks), CLERK_SIZE)


def _about(given: SummaryInput) -> Table:
    return Table((Column(18), Column(82)), tuple(_about_rows(given)))


def _about_rows(given: SummaryInput) -> Iterator[Row]:
    draft = given.draft
    situations = [given.wording.term("situation", code) for code in given.settlement.case.situations]
    entries = (
        ("household", draft.household_name),
        ("note", draft.household_note),
        ("situations", given.text("paper.inputs.joint").join(situations)),
        ("year", str(draft.policy_year)),
        ("office", given.office),
        ("clerk", given.clerk),
        ("printed", f"{given.printed_at:%Y-%m-%d %H:%M}"),
    )
    for name, text in entries:
        if text:
            yield Row((given.text(f"paper.about.{name}"), text))
