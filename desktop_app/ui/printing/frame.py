"""What stands on every page: program, date, the warning, the page's number; and the mark of a draft pack."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.printing.text_box import LEADING, TextBox

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
"""A4 in points."""
SIDE = 40.0
_EDGE = 24.0
_GAP = 6.0
_LINE = 0.8
_BAND_PADDING = 2.0
_MARK_SIZE = 120.0
_MARK_COLOUR = "#ececec"
_MARK_ANGLE = -52.0
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around the pages. ``page_number`` has the fields page and pages.

    ``draft_band`` and ``draft_mark`` are blank unless the pack is a draft.
    """

    program: str
    printed: str
    warning: str
    page_number: str
    draft_band: str = ""
    draft_mark: str = ""

    def text_top(self, size: float) -> float:
        """Where the page's own text begins if the frame's words have this size."""
        band = size * LEADING + 2 * _BAND_PADDING + 2 if self.draft_band else 0
        return _EDGE + size * LEADING + _GAP + band

    def text_height(self, size: float) -> float:
        """How much height is left for the page's own text."""
        return PAGE_HEIGHT - self.text_top(size) - _EDGE - size * LEADING - _GAP

    def paint(self, painter: QPainter, size: float, page: int, pages: int) -> None:
        """Paint the frame of a page, below whatever follows."""
        if self.draft_mark:
            self._paint_mark(painter)
        header = _EDGE + size * LEADING + 2
        _paint_ends(painter, _EDGE, size, self.program, self.printed)
        _paint_line(painter, header)
        if self.draft_band:
            self._paint_band(painter, header + 2, size)
        footer = PAGE_HEIGHT - _EDGE - size * LEADING
        _paint_line(painter, footer - 3)
        number = self.page_number.format(page=page, pages=pages)
        _paint_ends(painter, footer, size, self.warning, number)

    def _paint_band(self, painter: QPainter, top: float, size: float) -> None:
        box = TextBox(self.draft_band, size, TEXT_WIDTH)
        height = size * LEADING + 2 * _BAND_PADDING
        painter.fillRect(QRectF(SIDE, top, TEXT_WIDTH, height), Qt.GlobalColor.black)
        painter.setPen(Qt.GlobalColor.white)
        box.paint(painter, SIDE + 6, top + _BAND_PADDING, 0, 1)
        painter.setPen(Qt.GlobalColor.black)

    def _paint_mark(self, painter: QPainter) -> None:
        """Paint the mark across the page, so light that what stands on it can be read."""
        painter.save()
        painter.setPen(QColor(_MARK_COLOUR))
        painter.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
        painter.rotate(_MARK_ANGLE)
        box = TextBox(self.draft_mark, _MARK_SIZE, PAGE_HEIGHT)
        box.paint(painter, -box.width / 2, -box.height / 2)
        painter.restore()


def _paint_ends(painter: QPainter, top: float, size: float, left: str, right: str) -> None:
    painter.setPen(Qt.GlobalColor.black)
    TextBox(left, size, TEXT_WIDTH).paint(painter, SIDE, top)
    TextBox(right, size, TEXT_WIDTH, right=True).paint(painter, SIDE, top)


def _paint_line(painter: QPainter, y: float) -> None:
    painter.setPen(QPen(Qt.GlobalColor.black, _LINE))
    painter.drawLine(QPointF(SIDE, y), QPointF(PAGE_WIDTH - SIDE, y))
