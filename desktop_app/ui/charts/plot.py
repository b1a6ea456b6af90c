"""What both charts share: a plot in the window's colours that stays where it is and tells values on hover."""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QCursor, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.ui.theme import Colours

_AXIS_ROOM = 10


class Plot(pg.PlotWidget):
    """A plot without menus, zoom or drag: it is read, not explored."""

    resized = Signal()

    def __init__(
        self, colours: Colours, axes: dict[str, pg.AxisItem], hover: Callable[[QPointF], str]
    ) -> None:
        super().__init__(background=colours.card, axisItems=axes)
        self._hover = hover
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.setFrameShape(self.Shape.NoFrame)
        for axis in axes.values():
            axis.setPen(pg.mkPen(colours.line))
            axis.setTextPen(pg.mkPen(colours.faint_text))
            axis.setStyle(tickFont=QWidget.font(self))
        axes["bottom"].setHeight(self.fontMetrics().height() + _AXIS_ROOM)
        self.scene().sigMouseMoved.connect(self._tell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let labels be placed anew; a closed plot has lost its items and may still be resized."""
        super().resizeEvent(event)
        if self.getPlotItem() is not None:
            self.resized.emit()

    def _tell(self, position: QPointF) -> None:
        text = self._hover(self.getPlotItem().getViewBox().mapSceneToView(position))
        if text:
            QToolTip.showText(QCursor.pos(), text, self)
        else:
            QToolTip.hideText()


def share_colours(colours: Colours) -> tuple[str, ...]:
    """The colours of who pays, in the order of ``SHARES``."""
    return (
        colours.own_share,
        colours.basic_fund,
        colours.critical_illness,
        colours.maternity,
        colours.others,
    )


def label(
    plot: Plot, text: str, colour: str, anchor: tuple[float, float], *, bold: bool = False
) -> pg.TextItem:
    """Put a text into a plot; it takes no part in its range."""
    item = pg.TextItem(text, color=colour, anchor=anchor)
    font = QWidget.font(plot)
    font.setBold(bold)
    item.setFont(font)
    plot.addItem(item, ignoreBounds=True)
    return item
