"""The whole summary laid out on pages: one and the same for preview, printer and PDF."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from desktop_app.ui.printing.blocks import Section
from desktop_app.ui.printing.frame import SIDE, TEXT_WIDTH, Frame
from desktop_app.ui.printing.paginate import Sheet, fill_sheets
from desktop_app.ui.printing.pieces import pieces


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what stands on it, and the size of the words of its frame in points."""

    sheet: Sheet
    frame_size: float


@dataclass(frozen=True, slots=True)
class Document:
    """Pages ready to be painted. ``title`` names no person: it stands in the PDF for all to see."""

    title: str
    frame: Frame
    pages: tuple[Page, ...]

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, with the paper's corner at the origin and a unit of one point."""
        page = self.pages[number]
        self.frame.paint(painter, page.frame_size, number + 1, len(self.pages))
        top = self.frame.text_top(page.frame_size)
        for place, piece in page.sheet.placed:
            painter.setPen("black")
            piece.paint(painter, SIDE, top + place)


def lay_out(title: str, frame: Frame, sections: Sequence[Section]) -> Document:
    """Put the blocks of each section on pages of their own."""
    return Document(
        title, frame, tuple(page for section in sections for page in section_pages(frame, section))
    )


def section_pages(frame: Frame, section: Section) -> list[Page]:
    """Put the blocks of a section on pages."""
    height = frame.text_height(section.frame_size)
    cut = (piece for block in section.blocks for piece in pieces(block, TEXT_WIDTH))
    return [Page(sheet, section.frame_size) for sheet in fill_sheets(cut, height)]
