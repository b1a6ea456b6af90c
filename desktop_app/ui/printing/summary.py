"""The summary of one household, from its parts to a document."""

from collections.abc import Iterable
from functools import cache

from PySide6.QtGui import QImage

from desktop_app.ui.printing.blocks import DrawImage, Section
from desktop_app.ui.printing.clerk_pages import clerk_section
from desktop_app.ui.printing.document import Document, lay_out, section_pages
from desktop_app.ui.printing.family_page import ROOMS, TWO_PAGES, family_section
from desktop_app.ui.printing.frame import Frame
from desktop_app.ui.printing.range_page import range_section
from desktop_app.ui.printing.summary_input import Parts, SummaryInput


def summary_document(given: SummaryInput, parts: Parts, plans: Iterable[Section] = ()) -> Document:
    """Lay out the parts of a summary that are wanted; what was planned follows the family's page."""
    frame = _frame(given)
    sections = []
    if parts.family:
        found = given.range
        sections.append(range_section(given, found) if found else _family(given, frame))
    sections += plans
    if parts.clerk:
        sections.append(clerk_section(given))
    year = given.settlement.case.policy_year
    return lay_out(given.text("paper.document_title", year=year), frame, sections)


def _family(given: SummaryInput, frame: Frame) -> Section:
    """Write the family's page with as much as fits one page; what never fits may flow on."""
    draw_chart = _chart(given)
    sections = (family_section(given, draw_chart, room) for room in ROOMS)
    on_one_page = (section for section in sections if len(section_pages(frame, section)) == 1)
    return next(on_one_page, None) or family_section(given, draw_chart, TWO_PAGES)


def _chart(given: SummaryInput) -> DrawImage:
    """Draw the chart once a size, when it is first painted: what it takes is imported late."""

    @cache
    def draw(width: float, height: float, density: float) -> QImage:
        from desktop_app.ui.charts.paper import household_chart_image

        size = round(width * density), round(height * density)
        return household_chart_image(given.settlement, given.wording, *size)

    return draw


def _frame(given: SummaryInput) -> Frame:
    draft = given.settlement.policy.draft
    return Frame(
        program=given.text("paper.frame.program", year=given.settlement.case.policy_year),
        printed=f"{given.printed_at:%Y-%m-%d %H:%M}",
        warning=given.text("paper.frame.warning"),
        page_number=given.wording.messages.template("paper.frame.page"),
        draft_band=given.text("paper.frame.draft_band") if draft else "",
        draft_mark=given.text("paper.frame.draft_mark") if draft else "",
    )
