"""Out-of-pocket over the eligible expense of the next bill: a line a tier, and a handle to read them with."""

from fractions import Fraction

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent

from desktop_app.engine.case import TIERS
from desktop_app.engine.money import Fen
from desktop_app.planning.break_even import Stretch
from desktop_app.planning.next_bill import NextBillPlan
from desktop_app.ui.charts.axes import YuanAxis
from desktop_app.ui.charts.expense_data import spread
from desktop_app.ui.charts.handle import Handle, moved_by, step_of
from desktop_app.ui.charts.next_bill_data import Mark, Picture, TierLine, picture
from desktop_app.ui.charts.plot import Plot, label
from desktop_app.ui.theme import Colours
from desktop_app.wording.plan_next_bill import border_words, event_words, summary, tier_name
from desktop_app.wording.sentences import Wording

_FEN = 100
_HEIGHT = 310
_HEADROOM = 1.16
"""Room for the border's words, above the highest point."""
_FOOTROOM = 0.05
"""Room for the grip, below zero."""
_LABEL_GAP_PX, _REACH_PX = 10, 12
_MARGIN_PX = 14
_FOCUS = (
    "QGraphicsView {{ border: 2px solid transparent; }} QGraphicsView:focus {{ border-color: {colour}; }}"
)


class NextBillChart(Plot):
    """The curves are drawn once a plan; a move of the handle draws the handle alone."""

    moved = Signal(int)
    """The clerk has moved the handle to this expense, in fen."""

    def __init__(self, wording: Wording, colours: Colours) -> None:
        self._wording = wording
        self._scheme = colours
        axes = {name: YuanAxis(name, wording.messages) for name in ("left", "bottom")}
        super().__init__(colours, axes, self._hover_text)
        self.setAccessibleName(wording.text("plan_next_bill.chart.name"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet(_FOCUS.format(colour=colours.accent))
        self.setFixedHeight(_HEIGHT)
        self.getPlotItem().setContentsMargins(6, 4, 6, 4)
        self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        self.showGrid(x=True, y=True, alpha=0.12)
        self._plan: NextBillPlan | None = None
        self._picture: Picture | None = None
        self._labels: list[tuple[float, pg.TextItem]] = []
        """The lines' names and at what height the lines end, the lower first."""
        self.expense: Fen = 0
        self._handle = Handle(colours)
        self.resized.connect(self._place_labels)

    def show_plan(self, plan: NextBillPlan, top: Fen, expense: Fen) -> None:
        """Draw a plan up to where the axis ends, with the handle at an expense."""
        self._plan = plan
        self._picture = picture(plan, top)
        self._labels = []
        self.getPlotItem().clear()
        high = max(float(self._picture.high) / _FEN, 1.0)
        self.setYRange(-high * _FOOTROOM, high * _HEADROOM, padding=0)
        for stretch in self._picture.cheaper:
            self._draw_region(stretch, top)
        if (border := self._picture.border) is not None:
            self._draw_border(border, top, high)
        for line in self._picture.lines:
            self._draw_line(line)
        for line in self._picture.from_below:
            name = tier_name(plan, line.tier, self._wording)
            item = label(self, name, self._colour(line), (0, 0.5), bold=line.own)
            self._labels.append((float(line.end) / _FEN, item))
        self._handle.add_to(self)
        self._place_labels()
        self.set_expense(expense)

    def set_expense(self, expense: Fen) -> None:
        """Put the handle at an expense on the axis."""
        if self._plan is None or self._picture is None:
            return
        self.expense = min(max(0, expense), self._picture.top)
        curves = self._plan.tiers.curves
        heights = [float(curves[tier].out_of_pocket(Fraction(self.expense))) / _FEN for tier in TIERS]
        foot = -float(self._picture.high) / _FEN * _FOOTROOM / 2
        self._handle.put(self.expense / _FEN, heights, foot)
        self.setAccessibleDescription(summary(self._plan, self.expense, self._wording))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the handle; leave other keys to the page."""
        expense = moved_by(event, self.expense, self._picture.top) if self._picture else None
        if expense is None:
            event.ignore()
        else:
            self._move_to(expense)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the handle where the axis was clicked, and drag it from there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_under(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle while the button is held, else tell what is under the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_under(event)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the handle where it is."""
        event.accept()

    def _move_under(self, event: QMouseEvent) -> None:
        if self._picture is not None:
            box = self.getPlotItem().getViewBox()
            yuan = box.mapSceneToView(self.mapToScene(event.position().toPoint())).x()
            step = step_of(self._picture.top)
            self._move_to(round(yuan * _FEN / step) * step)

    def _move_to(self, expense: Fen) -> None:
        before = self.expense
        self.set_expense(expense)
        if self.expense != before:
            self.moved.emit(self.expense)

    def _draw_region(self, stretch: Stretch, top: Fen) -> None:
        colour = QColor(self._scheme.tier_2)
        colour.setAlpha(30)
        ends = (float(stretch.begin) / _FEN, min(float(stretch.end), top) / _FEN)
        region = pg.LinearRegionItem(ends, brush=pg.mkBrush(colour), pen=pg.mkPen(None), movable=False)
        self.addItem(region, ignoreBounds=True)

    def _draw_border(self, stretch: Stretch, top: Fen, high: float) -> None:
        """Name the one end of a stretch at the top of its upright line."""
        at = float(stretch.begin or stretch.end) / _FEN
        pen = pg.mkPen(self._scheme.tier_2, width=1, style=Qt.PenStyle.DotLine)
        self.addItem(pg.InfiniteLine(at, angle=90, pen=pen), ignoreBounds=True)
        words = border_words(stretch, self._wording)
        right = at * 2 > top / _FEN
        item = label(self, words, self._scheme.tier_2, (1 if right else 0, 0), bold=True)
        item.setPos(at, high * _HEADROOM)

    def _draw_line(self, line: TierLine) -> None:
        colour = self._colour(line)
        style = Qt.PenStyle.SolidLine if line.tier == TIERS[0] else Qt.PenStyle.DashLine
        pen = pg.mkPen(colour, width=4 if line.own else 2, style=style)
        self.plot(
            [float(point.expense) / _FEN for point in line.points],
            [float(point.out_of_pocket) / _FEN for point in line.points],
            pen=pen,
            antialias=True,
        )
        marks = [_place(mark) for mark in line.marks]
        dots = pg.ScatterPlotItem(size=9, pen=pg.mkPen(self._scheme.card), brush=pg.mkBrush(colour))
        dots.setData([mark.x() for mark in marks], [mark.y() for mark in marks])
        self.addItem(dots)

    def _colour(self, line: TierLine) -> str:
        return self._scheme.tier_1 if line.tier == TIERS[0] else self._scheme.tier_2

    def _place_labels(self) -> None:
        """Leave the names at the lines' ends the width they need, and keep them a line of text apart."""
        if self._picture is None:
            return
        box = self.getPlotItem().getViewBox()
        width, height = box.width(), box.height()
        room = max(item.textItem.boundingRect().width() for _, item in self._labels) + _MARGIN_PX
        if height <= 0 or width <= room:
            return
        top = self._picture.top / _FEN
        self.setXRange(0, top * width / (width - room), padding=0)
        high = max(float(self._picture.high) / _FEN, 1.0)
        gap = self.fontMetrics().height() * 1.15 / height * high * (_HEADROOM + _FOOTROOM)
        places = spread([end for end, _ in self._labels], gap, high * _HEADROOM)
        left = top * (1 + _LABEL_GAP_PX / 2 / (width - room))
        for (_, item), place in zip(self._labels, places, strict=True):
            item.setPos(left, place)

    def _hover_text(self, point: QPointF) -> str:
        """Say the event whose dot is under the mouse."""
        if self._picture is None:
            return ""
        pixel_x, pixel_y = self.getPlotItem().getViewBox().viewPixelSize()
        for line in self._picture.lines:
            for mark in line.marks:
                away = _place(mark) - point
                if abs(away.x()) <= _REACH_PX * pixel_x and abs(away.y()) <= _REACH_PX * pixel_y:
                    return event_words(line.tier, mark.event, self._wording)
        return ""


def _place(mark: Mark) -> QPointF:
    return QPointF(float(mark.event.at) / _FEN, float(mark.out_of_pocket) / _FEN)
