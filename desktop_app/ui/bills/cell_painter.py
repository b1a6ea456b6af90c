"""Paints the cells of the table of bills: a row is repainted at every key, so nothing is asked twice."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from desktop_app.ui.models.bill_rows import Cell
from desktop_app.ui.theme import Colours

_PADDING = 6
_FRAME = 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellPainter:
    """Paints in the colours of one scheme. The current cell is framed, so that a problem stays marked."""

    def __init__(self, scheme: Colours) -> None:
        self._pens = {
            "plain": QPen(QColor(scheme.text)),
            "faint": QPen(QColor(scheme.faint_text)),
            "problem": QPen(QColor(scheme.problem)),
            "result": QPen(QColor(scheme.text)),
            "own_share": QPen(QColor(scheme.own_share)),
        }
        self._frame = QPen(QColor(scheme.accent), _FRAME)
        self._problem = QBrush(QColor(scheme.problem_soft))
        self._computed = QBrush(QColor(scheme.window))
        self._selected = QBrush(QColor(scheme.accent_soft))

    def paint(
        self,
        painter: QPainter,
        rect: QRect,
        state: QStyle.StateFlag,
        cell: Cell,
        *,
        amount: bool,
        computed: bool,
    ) -> None:
        """Paint a cell. Texts are cut at the end where they are too long; the tip has them whole."""
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        if cell.mark == "problem" and (current or not state & QStyle.StateFlag.State_Selected):
            painter.fillRect(rect, self._problem)
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._selected)
        elif computed:
            painter.fillRect(rect, self._computed)
        if cell.text:
            inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
            text = cell.text
            if not amount:
                text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.setPen(self._pens[cell.mark])
            painter.drawText(inner, _RIGHT if amount else _LEFT, text)
        if current:
            painter.setPen(self._frame)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
