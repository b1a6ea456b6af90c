"""A member's year drawn: payment windows faint, waiting hatched, coverage solid, single days marked."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.draft.windows import Segment, TimeLine
from desktop_app.ui.enrolment.scale import Scale, next_month
from desktop_app.ui.theme import Colours, colours
from desktop_app.wording.sentences import Wording

_WINDOWS, _BAR, _AXIS = (0.0, 17.0), (20.0, 20.0), (43.0, 17.0)
_HEIGHT = 62
_PADDING = 4.0
_LABEL_INDENT = 10.0
"""Clears the sign of a birth on the first covered day."""


class TimeLineView(QWidget):
    """Drawn for reading without colour too: the stretches differ by pattern, the days by shape."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._line: TimeLine | None = None
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(8.5)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """As wide as there is room, always the same height."""
        return QSize(560, _HEIGHT)

    def show_line(self, line: TimeLine | None, today: date, description: str) -> None:
        """Show another year; ``description`` says the same in words."""
        self.setAccessibleName(description)
        if (line, today) != (self._line, self._today):
            self._line, self._today = line, today
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if self._line is None:
            return
        line = self._line
        scale = Scale(line.first.replace(day=1), next_month(line.last), _PADDING, self.width() - 2 * _PADDING)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = colours()
        self._draw_axis(painter, scale, scheme)
        for segment in line.segments:
            self._draw_segment(painter, scale, segment, scheme)
        for mark in line.marks:
            _draw_mark(painter, scale.x(mark.day), mark.kind, scheme)
        if self._today is not None and scale.first <= self._today < scale.end:
            self._draw_today(painter, scale.x(self._today), scheme)
        painter.end()

    def _draw_axis(self, painter: QPainter, scale: Scale, scheme: Colours) -> None:
        top, height = _AXIS
        for month in scale.months():
            x = scale.x(month)
            new_year = month.month == 1
            painter.setPen(
                QPen(QColor(scheme.faint_text if new_year else scheme.line), 1.5 if new_year else 1)
            )
            painter.drawLine(QPointF(x, _WINDOWS[0] if new_year else _BAR[0]), QPointF(x, top + 3))
            painter.setPen(QColor(scheme.faint_text))
            box = QRectF(x, top, scale.x(next_month(month)) - x, height)
            label = self._wording.text(f"enrolment.month.{month.month}")
            if new_year or month == scale.first:
                named = self._wording.text("enrolment.line.year_month", year=month.year, month=label)
                label = named if painter.fontMetrics().horizontalAdvance(named) < box.width() else label
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
        painter.setPen(QColor(scheme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(scale.span(scale.first, scale.end, *_BAR).adjusted(0, 0, -1, 0))

    def _draw_segment(self, painter: QPainter, scale: Scale, segment: Segment, scheme: Colours) -> None:
        if segment.kind == "window":
            box = scale.span(segment.first, segment.last, *_WINDOWS)
            paint_window(painter, box, scheme)
            painter.setPen(QColor(scheme.faint_text))
            self._draw_label(painter, box, segment.name, Qt.AlignmentFlag.AlignCenter)
            return
        box = scale.span(segment.first, segment.last, *_BAR)
        if segment.kind == "waiting":
            paint_waiting(painter, box, scheme)
            return
        paint_covered(painter, box, scheme)
        painter.setPen(QColor(scheme.card))
        self._draw_label(
            painter, box.adjusted(_LABEL_INDENT, 0, 0, 0), self._wording.text("enrolment.line.covered")
        )

    def _draw_label(
        self,
        painter: QPainter,
        box: QRectF,
        label: str,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        metrics = painter.fontMetrics()
        room = int(box.width()) - 4
        if metrics.horizontalAdvance(label[:2]) < room:
            shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box, align, shown)

    def _draw_today(self, painter: QPainter, x: float, scheme: Colours) -> None:
        painter.setPen(QPen(QColor(scheme.problem), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, _WINDOWS[0]), QPointF(x, _AXIS[0]))
        label = self._wording.text("enrolment.line.today")
        width = painter.fontMetrics().horizontalAdvance(label)
        painter.setPen(QColor(scheme.problem))
        left = x + 3 if x + width + 6 < self.width() else x - width - 3
        painter.drawText(
            QRectF(left, _WINDOWS[0], width + 2, _WINDOWS[1]), Qt.AlignmentFlag.AlignCenter, label
        )


def paint_window(painter: QPainter, box: QRectF, scheme: Colours) -> None:
    """Draw a payment window: an outline."""
    painter.setPen(QPen(QColor(scheme.line), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(scheme.window))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_waiting(painter: QPainter, box: QRectF, scheme: Colours) -> None:
    """Draw waiting: hatched."""
    painter.setPen(QPen(QColor(scheme.remark), 1))
    painter.setBrush(QBrush(QColor(scheme.remark_soft)))
    painter.drawRect(box)
    painter.setBrush(QBrush(QColor(scheme.remark), Qt.BrushStyle.BDiagPattern))
    painter.drawRect(box)


def paint_covered(painter: QPainter, box: QRectF, scheme: Colours) -> None:
    """Draw coverage: solid."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.accent))
    painter.drawRect(box)


def _draw_mark(painter: QPainter, x: float, kind: str, scheme: Colours) -> None:
    """Draw a day: payment an arrow from above, birth a disc, the last day to enrol an upright line."""
    painter.setPen(QPen(QColor(scheme.card), 1))
    painter.setBrush(QColor(scheme.text))
    top, height = _BAR
    if kind == "paid_on":
        painter.drawPolygon(
            QPolygonF([QPointF(x - 6, top - 4), QPointF(x + 6, top - 4), QPointF(x, top + 7)])
        )
    elif kind == "birth_date":
        painter.drawEllipse(QPointF(x, top + height / 2), 5, 5)
    else:
        painter.drawRect(QRectF(x - 2, top - 3, 4, height + 6))
