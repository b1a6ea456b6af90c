"""The next bill's chart as a picture for paper: readable in black and white, labelled directly."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from desktop_app.engine.case import TIERS
from desktop_app.engine.money import Fen
from desktop_app.planning.next_bill import NextBillPlan
from desktop_app.ui.charts.axis_text import axis_fen, round_ticks
from desktop_app.ui.charts.expense_data import spread
from desktop_app.ui.charts.next_bill_data import TierLine, picture
from desktop_app.ui.theme import FONT_FAMILY
from desktop_app.wording.plan_next_bill import border_words, tier_name
from desktop_app.wording.sentences import Wording

_INK, _PAPER, _GRID, _SHADE = (QColor(each) for each in ("#000000", "#ffffff", "#c8c8c8", "#9a9a9a"))
_TEXT_SHARE = 1 / 36.8
"""Height of the text against the picture's width: 14 pt where the picture is as wide as an A4 page's text."""
_TOP, _BOTTOM = 1.6, 3.0
"""Room above the plot for the border's words, below it for the axis and its name, by the text's height."""
_MOST_TICKS = 5


def next_bill_image(
    plan: NextBillPlan, top: Fen, expense: Fen, wording: Wording, width_px: int, height_px: int
) -> QImage:
    """Draw both tiers up to ``top``, the expense that is read marked. A QGuiApplication must exist."""
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    image.fill(_PAPER)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Drawing(painter, wording, plan, top, image.rect().toRectF()).draw(expense)
    painter.end()
    return image


class _Drawing:
    """One picture being drawn; lengths are pixels."""

    def __init__(
        self, painter: QPainter, wording: Wording, plan: NextBillPlan, top: Fen, page: QRectF
    ) -> None:
        self._painter = painter
        self._wording = wording
        self._plan = plan
        self._picture = picture(plan, top)
        font = QFont(FONT_FAMILY)
        font.setPixelSize(max(8, round(page.width() * _TEXT_SHARE)))
        painter.setFont(font)
        self._metrics = QFontMetricsF(font, painter.device())
        self._em = float(font.pixelSize())
        self._high = max(int(self._picture.high), 1)
        names = max(self._metrics.horizontalAdvance(self._name(line)) for line in self._picture.lines)
        ticks = max(map(self._metrics.horizontalAdvance, map(self._axis, round_ticks(self._high, 4))))
        self._plot = page.adjusted(
            ticks + self._em * 0.8, self._em * _TOP, -names - self._em * 1.2, -self._em * _BOTTOM
        )

    def draw(self, expense: Fen) -> None:
        """Draw region, axes, lines and what is read."""
        self._draw_region()
        self._draw_axes()
        for line in self._picture.lines:
            self._draw_line(line)
        self._draw_names()
        self._draw_border()
        self._draw_expense(expense)

    def _name(self, line: TierLine) -> str:
        return tier_name(self._plan, line.tier, self._wording)

    def _axis(self, amount: Fen) -> str:
        return axis_fen(amount, self._wording.messages)

    def _x(self, expense: Fraction | Fen) -> float:
        return self._plot.left() + float(expense) / self._picture.top * self._plot.width()

    def _y(self, amount: Fraction | Fen) -> float:
        return self._plot.bottom() - float(amount) / self._high * self._plot.height()

    def _draw_region(self) -> None:
        brush = QBrush(_SHADE, Qt.BrushStyle.BDiagPattern)
        scale = max(1.0, self._em / 10)
        brush.setTransform(brush.transform().scale(scale, scale))
        for stretch in self._picture.cheaper:
            left, right = self._x(stretch.begin), self._x(min(stretch.end, Fraction(self._picture.top)))
            box = QRectF(QPointF(left, self._plot.top()), QPointF(right, self._plot.bottom()))
            self._painter.fillRect(box, brush)

    def _draw_axes(self) -> None:
        plot, em = self._plot, self._em
        centre, right = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
        for tick in round_ticks(self._high, 4):
            y = self._y(tick)
            self._painter.setPen(QPen(_GRID, em / 24))
            self._painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            box = QRectF(0, y - em, plot.left() - em * 0.4, em * 2)
            self._text(box, self._axis(tick), right | Qt.AlignmentFlag.AlignVCenter)
        self._painter.setPen(QPen(_INK, em / 12))
        self._painter.drawPolyline([plot.topLeft(), plot.bottomLeft(), plot.bottomRight()])
        for tick in round_ticks(self._picture.top, _MOST_TICKS):
            x = self._x(tick)
            self._painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + em / 4))
            self._text(
                QRectF(x - em * 4, plot.bottom() + em * 0.3, em * 8, em * 1.3), self._axis(tick), centre
            )
        below = QRectF(plot.left(), plot.bottom() + em * 1.6, plot.width(), em * 1.3)
        self._text(below, self._wording.text("plan_next_bill.chart.expense"), centre)

    def _draw_line(self, line: TierLine) -> None:
        style = Qt.PenStyle.SolidLine if line.tier == TIERS[0] else Qt.PenStyle.DashLine
        pen = QPen(_INK, self._em / (5 if line.own else 10), style)
        self._painter.setPen(pen)
        points = [QPointF(self._x(at.expense), self._y(at.out_of_pocket)) for at in line.points]
        self._painter.drawPolyline(QPolygonF(points))
        self._painter.setPen(QPen(_PAPER, self._em / 14))
        self._painter.setBrush(_INK)
        radius = self._em * 0.28
        for mark in line.marks:
            self._painter.drawEllipse(
                QPointF(self._x(mark.event.at), self._y(mark.out_of_pocket)), radius, radius
            )

    def _draw_names(self) -> None:
        """Name the lines at their ends, a line of text apart."""
        lines = self._picture.from_below
        heights = [self._plot.bottom() - self._y(line.end) for line in lines]
        gap = self._em * 1.25
        for line, height in zip(lines, spread(heights, gap, self._plot.height() + gap), strict=True):
            y = self._plot.bottom() - height
            box = QRectF(self._plot.right() + self._em * 0.4, y - gap / 2, self._em * 30, gap)
            self._text(box, self._name(line), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _draw_border(self) -> None:
        border = self._picture.border
        if border is None:
            return
        x = self._x(border.begin or border.end)
        self._painter.setPen(QPen(_INK, self._em / 14, Qt.PenStyle.DotLine))
        self._painter.drawLine(QPointF(x, self._plot.top() - self._em * 0.2), QPointF(x, self._plot.bottom()))
        words = border_words(border, self._wording)
        width = self._metrics.horizontalAdvance(words)
        left = min(x, self._plot.right() - width)
        self._text(QRectF(left, self._plot.top() - self._em * 1.5, width, self._em * 1.3), words)

    def _draw_expense(self, expense: Fen) -> None:
        """Mark the expense that the table beside the picture is of."""
        x, bottom, em = self._x(expense), self._plot.bottom(), self._em
        self._painter.setPen(QPen(_INK, em / 12))
        self._painter.drawLine(QPointF(x, self._plot.top()), QPointF(x, bottom))
        self._painter.setBrush(_INK)
        self._painter.drawPolygon(
            [QPointF(x, bottom - em * 0.7), QPointF(x - em / 2, bottom), QPointF(x + em / 2, bottom)]
        )

    def _text(self, box: QRectF, text: str, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        self._painter.setPen(_INK)
        self._painter.drawText(box, alignment | Qt.TextFlag.TextDontClip, text)
