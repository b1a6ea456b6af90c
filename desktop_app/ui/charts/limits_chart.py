"""What insurance paid for each member against the caps of both tiers, and what the family paid itself."""

from collections.abc import Mapping

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt

from desktop_app.engine.case import TIERS
from desktop_app.engine.money import Fen
from desktop_app.engine.result import Settlement
from desktop_app.ui.charts.axes import YuanAxis
from desktop_app.ui.charts.axis_text import axis_fen
from desktop_app.ui.charts.limits_data import CapLevel, LedgerBars, ledger_bars
from desktop_app.ui.charts.plot import Plot, label
from desktop_app.ui.theme import Colours
from desktop_app.wording.sentences import Wording

_FEN = 100
ROW_PX = 140
"""Height of one ledger's row, its labels included."""
_AXIS_PX = 34
_FUND, _OWN = 0.43, 0.75
"""Where the two bars stand in their row, from its top."""
_THICK = 0.15


class LimitsChart(Plot):
    """Two bars a ledger: insurance payments, crossed by the caps as upright lines, and out-of-pocket."""

    def __init__(
        self, settlement: Settlement, names: Mapping[str, str], wording: Wording, colours: Colours
    ) -> None:
        self._wording = wording
        self._names = names
        self._scheme = colours
        self._rows = ledger_bars(settlement)
        super().__init__(colours, {"bottom": YuanAxis("bottom", wording.messages)}, self._hover_text)
        self.setAccessibleName(wording.text("charts.limits.title"))
        self.setAccessibleDescription("; ".join(map(self.row_text, self._rows)))
        self.hideAxis("left")
        self.getPlotItem().getViewBox().invertY(True)
        self.showGrid(x=True, alpha=0.1)
        self.setFixedHeight(ROW_PX * max(1, len(self._rows)) + _AXIS_PX)
        self.setYRange(0, max(1, len(self._rows)), padding=0)
        self.setXRange(-self._widest() * 0.01 / _FEN, self._widest() * 1.17 / _FEN, padding=0)
        for index, row in enumerate(self._rows):
            self._draw_row(index, row)

    def row_text(self, row: LedgerBars) -> str:
        """Say a row in a sentence, for who cannot see it."""
        caps = [self._level_text(level) for level in row.levels if level.own]
        return ", ".join((self._name(row), self._funds_text(row), self._own_text(row), *caps))

    def _widest(self) -> Fen:
        amounts = [level.amount for row in self._rows for level in row.levels]
        amounts += [max(row.basic_fund + row.critical_illness, row.out_of_pocket) for row in self._rows]
        return max(amounts, default=0) or _FEN

    def _draw_row(self, index: int, row: LedgerBars) -> None:
        scheme = self._scheme
        name = label(self, self._name(row), scheme.text, (0, 0), bold=True)
        name.setPos(0, index)
        self._bar(index + _FUND, 0, row.basic_fund, scheme.basic_fund)
        self._bar(index + _FUND, row.basic_fund, row.critical_illness, scheme.critical_illness)
        self._bar(index + _OWN, 0, row.out_of_pocket, scheme.own_share)
        below = label(self, self._funds_text(row), scheme.text, (0, 0.15))
        below.setPos(0, index + _FUND + _THICK / 2)
        own = label(self, self._own_text(row), scheme.own_share, (0, 0.15))
        own.setPos(0, index + _OWN + _THICK / 2)
        for level in row.levels:
            self._draw_level(index + _FUND, level)
        if row.uncapped or not row.levels:
            key = "uncapped" if row.uncapped else "not_covered"
            note = label(self, self._wording.text(f"charts.limits.{key}"), scheme.remark, (1, 0.5), bold=True)
            note.setPos(self._widest() * 1.15 / _FEN, index + _FUND)

    def _bar(self, middle: float, start: Fen, length: Fen, colour: str) -> None:
        """Draw an amount; its outline keeps even a few yuan visible."""
        if length:
            self.addItem(
                pg.BarGraphItem(
                    x0=[start / _FEN],
                    x1=[(start + length) / _FEN],
                    y=[middle],
                    height=_THICK,
                    pen=pg.mkPen(colour, width=2),
                    brush=colour,
                )
            )

    def _draw_level(self, middle: float, level: CapLevel) -> None:
        colour = self._scheme.text if level.own else self._scheme.faint_text
        style = Qt.PenStyle.SolidLine if level.own else Qt.PenStyle.DotLine
        x = level.amount / _FEN
        reach = _THICK * 0.75
        pen = pg.mkPen(colour, width=3 if level.own else 1, style=style)
        self.plot([x, x], [middle - reach, middle + _THICK / 2], pen=pen)
        # Side by side: the lower tier's label ends at its line, the higher tier's begins there.
        anchor = (1.0 if level.tier == TIERS[0] else 0.0, 0.95)
        text = label(self, self._level_text(level), colour, anchor, bold=level.own)
        text.setPos(x, middle - reach)

    def _name(self, row: LedgerBars) -> str:
        names = [self._names[member] for member in row.members]
        if len(names) == 1:
            return names[0]
        others = names[1]
        for name in names[2:]:
            others = self._wording.text("charts.limits.joined", first=others, second=name)
        return self._wording.text("charts.limits.shared", owner=names[0], members=others)

    def _level_text(self, level: CapLevel) -> str:
        tier = self._wording.term("tier", level.tier)
        amount = axis_fen(level.amount, self._wording.messages)
        return self._wording.text(f"charts.limits.{level.kind}", tier=tier, amount=amount)

    def _funds_text(self, row: LedgerBars) -> str:
        money, text = self._wording.money, self._wording.text
        paid = text("charts.limits.funds", amount=money(row.basic_fund + row.critical_illness))
        if row.critical_illness:
            amounts = {"basic_fund": money(row.basic_fund), "critical_illness": money(row.critical_illness)}
            paid = text("charts.limits.of_which", paid=paid, **amounts)
        if row.outside_caps:
            paid = text("charts.limits.outside", paid=paid, outside=money(row.outside_caps))
        return paid

    def _own_text(self, row: LedgerBars) -> str:
        return self._wording.text("charts.limits.own", amount=self._wording.money(row.out_of_pocket))

    def _hover_text(self, point: QPointF) -> str:
        index = int(point.y())
        if point.y() < 0 or index >= len(self._rows):
            return ""
        row = self._rows[index]
        money = self._wording.money
        lines = [
            self._wording.text("charts.limits.hover_basic_fund", amount=money(row.basic_fund)),
            self._wording.text("charts.limits.hover_critical_illness", amount=money(row.critical_illness)),
            self._own_text(row),
            *map(self._level_text, row.levels),
        ]
        return "\n".join((self._name(row), *lines))
