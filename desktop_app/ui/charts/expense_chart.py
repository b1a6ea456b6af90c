"""The household's expense as it builds up over the year, stacked by who pays."""

from datetime import date, timedelta

import pyqtgraph as pg
from PySide6.QtCore import QPointF

from desktop_app.engine.money import Fen
from desktop_app.engine.result import Settlement
from desktop_app.ui.charts.axes import MonthAxis, YuanAxis
from desktop_app.ui.charts.expense_data import SHARES, Stage, bands, build_up, spread, year_fraction
from desktop_app.ui.charts.plot import Plot, label, share_colours
from desktop_app.ui.theme import Colours
from desktop_app.wording.sentences import Wording

_FEN = 100
_LABEL_START = 1.045
"""Where the labels begin, right of December, as a share of the year."""
_MARGIN_PX = 12


class ExpenseChart(Plot):
    """Steps over the year's settlement dates; the family's own share is the lowest layer."""

    def __init__(self, settlement: Settlement, wording: Wording, colours: Colours) -> None:
        self._wording = wording
        self._year = settlement.policy.year
        self._stages = build_up(settlement)
        self._colours = share_colours(colours)
        self._labels: list[tuple[float, pg.TextItem, pg.PlotDataItem]] = []
        axes = {
            "left": YuanAxis("left", wording.messages),
            "bottom": MonthAxis(wording.messages, self._year),
        }
        super().__init__(colours, axes, self._hover_text)
        self.setAccessibleName(wording.text("charts.expense.title"))
        self.setAccessibleDescription(self.summary())
        self.showGrid(y=True, alpha=0.15)
        self._total = max(1, sum(self._stages[-1].sums)) / _FEN if self._stages else 1.0
        self.setYRange(0, self._total * 1.06, padding=0)
        if self._stages:
            self._draw()
        self.resized.connect(self._place_labels)

    def summary(self) -> str:
        """Say the chart in a sentence, for who cannot see it."""
        return (
            self._stage_text(self._stages[-1]) if self._stages else self._wording.text("charts.expense.none")
        )

    def _draw(self) -> None:
        starts = [year_fraction(stage.day) for stage in self._stages]
        ends = [*starts[1:], 1.0]
        stacks = [bands(stage) for stage in self._stages]
        for index in range(len(SHARES)):
            self.addItem(
                pg.BarGraphItem(
                    x0=starts,
                    x1=ends,
                    y0=[stack[index].bottom / _FEN for stack in stacks],
                    y1=[stack[index].top / _FEN for stack in stacks],
                    pen=None,
                    brush=self._colours[index],
                )
            )
        for index, band in enumerate(stacks[-1]):
            if band.top > band.bottom:
                self._add_label(index, (band.bottom + band.top) / 2 / _FEN, band.top - band.bottom)

    def _add_label(self, index: int, middle: float, amount: Fen) -> None:
        text = self._wording.text(
            "charts.expense.label", share=self._share(index), amount=self._wording.money(amount)
        )
        item = label(self, text, self._colours[index], (0, 0.5), bold=index == 0)
        line = self.plot(pen=pg.mkPen(self._colours[index]))
        self._labels.append((middle, item, line))

    def _place_labels(self) -> None:
        """Leave the labels the width they need, and keep them a line of text apart."""
        box = self.getPlotItem().getViewBox()
        width, height = box.width(), box.height()
        room = max((item.textItem.boundingRect().width() for _, item, _ in self._labels), default=0.0)
        room += _MARGIN_PX
        if height <= 0 or width <= room:
            return
        self.setXRange(0, _LABEL_START * width / (width - room), padding=0)
        top = self._total * 1.06
        gap = self.fontMetrics().height() * 1.15 / height * top
        places = spread([middle for middle, _, _ in self._labels], gap, top)
        for (middle, item, line), place in zip(self._labels, places, strict=True):
            item.setPos(_LABEL_START, place)
            line.setData([1.0, _LABEL_START], [middle, place])

    def _hover_text(self, point: QPointF) -> str:
        if not 0 <= point.x() <= 1 or point.y() < 0:
            return ""
        passed = [stage for stage in self._stages if year_fraction(stage.day) <= point.x()]
        return self._hover_lines(passed[-1], point) if passed else ""

    def _hover_lines(self, stage: Stage, point: QPointF) -> str:
        first = date(self._year, 1, 1)
        day = first + timedelta(days=int(point.x() * (date(self._year + 1, 1, 1) - first).days))
        shown = min(day, date(self._year, 12, 31))
        total = self._wording.money(sum(stage.sums))
        head = self._wording.text("charts.expense.hover", day=self._wording.date(shown), total=total)
        return "\n".join((head, *reversed(self._share_texts(stage))))

    def _stage_text(self, stage: Stage) -> str:
        return self._wording.text(
            "charts.expense.summary",
            day=self._wording.date(stage.day),
            total=self._wording.money(sum(stage.sums)),
            shares="; ".join(self._share_texts(stage)),
        )

    def _share_texts(self, stage: Stage) -> list[str]:
        return [
            self._wording.text(
                "charts.expense.label", share=self._share(index), amount=self._wording.money(amount)
            )
            for index, amount in enumerate(stage.sums)
            if amount
        ]

    def _share(self, index: int) -> str:
        return self._wording.text(f"charts.share.{SHARES[index]}")
