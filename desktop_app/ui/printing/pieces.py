"""Blocks cut into pieces that are never split: what the pages are filled with."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.printing.blocks import GREY, Block, Box, Heading, Picture, Table, Text
from desktop_app.ui.printing.piece import Piece, slices
from desktop_app.ui.printing.table_pieces import table_pieces
from desktop_app.ui.printing.text_box import TextBox

STRONG_LINE = 1.2
_BOX_LINE = 1.6
_BOX_PADDING = 8.0
_GREY_PADDING = 3.0
_MOST_DENSE = 4.0
"""Pixels a point: 288 an inch."""


def pieces(block: Block, width: float) -> Iterator[Piece]:
    """Cut a block for pages of this width."""
    if isinstance(block, Text):
        yield from _text(block, width)
    elif isinstance(block, Heading):
        yield _heading(block, width)
    elif isinstance(block, Box):
        yield _box(block, width)
    elif isinstance(block, Picture):
        yield Piece(block.height + 3, partial(_paint_picture, block, width))
    elif isinstance(block, Table):
        yield from table_pieces(block, width)


def _text(block: Text, width: float) -> Iterator[Piece]:
    box = TextBox(block.text, block.size, width - block.indent)
    for first, end in slices(len(box.lines), box.line_height):
        after = block.after if end == len(box.lines) else 0
        yield Piece(
            (end - first) * box.line_height + after,
            partial(_paint_lines, box, block.indent, first, end),
            before=block.before if first == 0 else 0,
            stays=block.stays,
        )


def _paint_lines(
    box: TextBox, indent: float, first: int, end: int, painter: QPainter, left: float, top: float
) -> None:
    box.paint(painter, left + indent, top, first, end)


def _heading(block: Heading, width: float) -> Piece:
    indent = _GREY_PADDING if block.style == "grey" else 0
    box = TextBox(block.text, block.size, width - 2 * indent)
    bottom = box.height + 1

    def paint(painter: QPainter, left: float, top: float) -> None:
        if block.style == "grey":
            painter.fillRect(QRectF(left, top, width, bottom), QColor(GREY))
        box.paint(painter, left + indent, top)
        if block.style == "line":
            painter.setPen(QPen(Qt.GlobalColor.black, STRONG_LINE))
            painter.drawLine(QPointF(left, top + bottom), QPointF(left + width, top + bottom))

    return Piece(bottom + 3, paint, before=block.before, stays=True)


def _box(block: Box, width: float) -> Piece:
    inner = width - 2 * _BOX_PADDING
    boxes = [(line, TextBox(line.text, line.size, inner - line.indent)) for line in block.lines]
    height = sum(line.before + box.height + line.after for line, box in boxes) + 2 * _BOX_PADDING

    def paint(painter: QPainter, left: float, top: float) -> None:
        painter.setPen(QPen(Qt.GlobalColor.black, _BOX_LINE))
        painter.drawRect(QRectF(left, top, width, height))
        y = top + _BOX_PADDING
        for line, box in boxes:
            y += line.before
            box.paint(painter, left + _BOX_PADDING + line.indent, y)
            y += box.height + line.after

    return Piece(height + 6, paint, before=4)


def _paint_picture(block: Picture, width: float, painter: QPainter, left: float, top: float) -> None:
    # On a screen the image has the screen's own pixels; on paper more would only make files large.
    density = min(_MOST_DENSE, painter.deviceTransform().m11())
    painter.drawImage(QRectF(left, top, width, block.height), block.draw(width, block.height, density))
