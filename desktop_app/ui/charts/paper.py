"""The year's expense as a picture for paper: readable in black and white, labelled directly."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from desktop_app.engine.money import Fen
from desktop_app.engine.result import Settlement
from desktop_app.ui.charts.axis_text import axis_fen, round_ticks
from desktop_app.ui.charts.expense_data import SHARES, Stage, bands, build_up, spread, year_fraction
from desktop_app.ui.theme import FONT_FAMILY
from desktop_app.wording.sentences import Wording

_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.HorPattern,
)
"""One a share, in the order of ``SHARES``: the family's own is black."""

_INK = QColor("#000000")
_PAPER = QColor("#ffffff")
_GRID = QColor("#c8c8c8")
_TEXT_SHARE = 1 / 36.8
"""Height of the text against the picture's width: 14 pt where the picture is as wide as an A4 page's text."""
_TOP, _BOTTOM = 1.3, 1.7
"""Room above and below the areas, by the text's height."""
_LINE, _LABEL_GAP = 1.2, 0.3
"""A line of a label, and the least space between labels, by the text's height."""


def household_chart_image(settlement: Settlement, wording: Wording, width_px: int, height_px: int) -> QImage:
    """Draw how the household's expense builds up over the year, stacked by who pays.

    Without bills the picture is white. A QGuiApplication must exist.
    """
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(_PAPER)
    stages = build_up(settlement)
    if stages and any(stages[-1].sums):
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _Drawing(painter, wording, stages, settlement.policy.year, image.rect().toRectF()).draw()
        painter.end()
    return image


class _Drawing:
    """One picture being drawn; lengths are pixels."""

    def __init__(
        self, painter: QPainter, wording: Wording, stages: tuple[Stage, ...], year: int, page: QRectF
    ) -> None:
        self._painter = painter
        self._wording = wording
        self._stages = stages
        self._year = year
        font = QFont(FONT_FAMILY)
        font.setPixelSize(max(8, round(page.width() * _TEXT_SHARE)))
        painter.setFont(font)
        self._metrics = QFontMetricsF(font, painter.device())
        self._em = float(font.pixelSize())
        self._with_amounts = True
        self._ticks = round_ticks(self._total, 5)
        self._with_amounts = len(self._labels()) * (2 * _LINE + _LABEL_GAP) * self._em <= self._room(page)
        labels = max(self._width(line) for _, lines in self._labels() for line in lines)
        axis = max(self._width(self._axis(tick)) for tick in self._ticks)
        margins = axis + self._em * 0.8, self._em * _TOP, -labels - self._em * 1.8, -self._em * _BOTTOM
        self._plot = page.adjusted(*margins)

    def draw(self) -> None:
        """Draw grid, areas, axes and labels."""
        self._draw_amounts()
        for index, stage in enumerate(self._stages):
            following = self._stages[index + 1 : index + 2]
            end = year_fraction(following[0].day) if following else 1.0
            self._draw_stage(stage, self._x(year_fraction(stage.day)), self._x(end))
        self._draw_months()
        self._draw_labels()

    @property
    def _total(self) -> Fen:
        return sum(self._stages[-1].sums)

    def _width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text)

    def _axis(self, amount: Fen) -> str:
        return axis_fen(amount, self._wording.messages)

    def _x(self, fraction: float) -> float:
        return self._plot.left() + fraction * self._plot.width()

    def _y(self, amount: float) -> float:
        return self._plot.bottom() - amount / self._total * self._plot.height()

    def _draw_amounts(self) -> None:
        for tick in self._ticks:
            y = self._y(tick)
            self._painter.setPen(QPen(_GRID, self._em / 24))
            self._painter.drawLine(QPointF(self._plot.left(), y), QPointF(self._plot.right(), y))
            box = QRectF(0, y - self._em, self._plot.left() - self._em * 0.4, self._em * 2)
            self._text(box, self._axis(tick), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _draw_stage(self, stage: Stage, left: float, right: float) -> None:
        for band, pattern in zip(bands(stage), _PATTERNS, strict=True):
            if band.top == band.bottom:
                continue
            box = QRectF(QPointF(left, self._y(band.top)), QPointF(right, self._y(band.bottom)))
            brush = QBrush(_INK, pattern)
            scale = max(1.0, self._em / 16)
            brush.setTransform(brush.transform().scale(scale, scale))
            self._painter.fillRect(box, _PAPER)
            self._painter.fillRect(box, brush)
            self._painter.setPen(QPen(_INK, self._em / 16))
            self._painter.drawLine(box.topLeft(), box.topRight())
            self._painter.drawLine(box.topLeft(), box.bottomLeft())

    def _draw_months(self) -> None:
        plot = self._plot
        self._painter.setPen(QPen(_INK, self._em / 12))
        self._painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        self._painter.drawLine(plot.bottomRight(), QPointF(plot.right(), self._y(self._total)))
        longest = max(self._width(self._wording.text(f"charts.month.{month}")) for month in range(1, 13))
        every_month = longest * 1.1 < plot.width() / 12
        for month in range(1, 13):
            left = self._x(year_fraction(date(self._year, month, 1)))
            self._painter.drawLine(QPointF(left, plot.bottom()), QPointF(left, plot.bottom() + self._em / 4))
            box = QRectF(left, plot.bottom() + self._em * 0.2, plot.width() / 12, self._em * 1.4)
            name = self._wording.text(f"charts.month.{month}")
            if month % 2 or every_month:
                self._text(box, name, Qt.AlignmentFlag.AlignCenter)

    def _labels(self) -> list[tuple[int, tuple[str, ...]]]:
        """Name, and amount if the picture is high enough, of each share that pays anything, by its index."""
        sums = self._stages[-1].sums
        count = 2 if self._with_amounts else 1
        return [
            (index, (self._wording.text(f"charts.share.{share}"), self._wording.money(sums[index]))[:count])
            for index, share in enumerate(SHARES)
            if sums[index]
        ]

    def _room(self, page: QRectF) -> float:
        """The height that labels may take."""
        return page.height() - (_TOP + _BOTTOM - _LINE) * self._em

    def _draw_labels(self) -> None:
        labels = self._labels()
        stacked = bands(self._stages[-1])
        middles = [self._plot.bottom() - self._y((stacked[i].bottom + stacked[i].top) / 2) for i, _ in labels]
        line = self._em * _LINE
        room = self._plot.height() + line
        lines_high = 2 if self._with_amounts else 1
        gap = lines_high * line + self._em * _LABEL_GAP
        for (index, lines), middle, height in zip(labels, middles, spread(middles, gap, room), strict=True):
            y = self._plot.bottom() - height
            start, end = self._plot.right(), self._plot.right() + self._em * 1.2
            self._painter.setPen(QPen(_INK, self._em / 20))
            self._painter.drawLine(QPointF(start, self._plot.bottom() - middle), QPointF(end, y))
            font = self._painter.font()
            font.setBold(index == 0)
            self._painter.setFont(font)
            for row, text in enumerate(lines):
                box = QRectF(end + self._em * 0.3, y + (row - len(lines) / 2) * line, self._em * 30, line)
                self._text(box, text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            font.setBold(False)
            self._painter.setFont(font)

    def _text(self, box: QRectF, text: str, alignment: Qt.AlignmentFlag) -> None:
        self._painter.setPen(_INK)
        self._painter.drawText(box, alignment | Qt.TextFlag.TextDontClip, text)
