"""Tables cut into rows; each row knows the heads that are said again where it begins a page."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.printing.blocks import GREY, Row, Table
from desktop_app.ui.printing.piece import Piece, slices
from desktop_app.ui.printing.text_box import TextBox

_PADDING = 1.3
_SIDE_PADDING = 3.0
_HAIR_LINE = "#8c8c8c"
_HAIR = 0.4
_STRONG = 1.2
_TITLE_SIZE = 1.2
"""Of a table's title, by the size of its text."""


def table_pieces(table: Table, width: float) -> Iterator[Piece]:
    """Cut a table into its rows. A row higher than ``LONGEST`` is cut between its lines."""
    setter = _Setter(table, width)
    heads = setter.heads()
    yield from heads
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        before_total = number < last and table.rows[number + 1].total
        yield from setter.row(row, heads, stays=before_total, after=table.after if number == last else 0)


class _Setter:
    """Sets the rows of one table. Cells of the same text share their lines: much of a table repeats."""

    def __init__(self, table: Table, width: float) -> None:
        self._table = table
        self._width = width
        whole = sum(column.share for column in table.columns)
        widths = [width * column.share / whole for column in table.columns]
        self._lefts = [0.0, *accumulate(widths)]
        self._kept: dict[tuple[str, int, float], TextBox] = {}

    def heads(self) -> tuple[Piece, ...]:
        """The title and the row of heads, where the table has them."""
        table, found = self._table, []
        if table.title:
            title = TextBox(table.title, table.size * _TITLE_SIZE, self._width)
            paint = partial(_paint_box, title)
            found.append(Piece(title.height + 2, paint, before=8, stays=True))
        names = [column.head for column in table.columns]
        if any(names):
            boxes = self._boxes(names, 0)
            height = _height(boxes)
            found.append(Piece(height, partial(self._paint_heads, boxes, height), stays=True))
        return tuple(found)

    def row(self, row: Row, heads: tuple[Piece, ...], *, stays: bool, after: float) -> Iterator[Piece]:
        """Cut one row."""
        boxes = self._boxes(row.cells, row.indent)
        note = (
            TextBox(row.note, self._table.size, self._width - 2 * _SIDE_PADDING - row.indent)
            if row.note
            else None
        )
        line_height = boxes[0].line_height
        lines = max(len(box.lines) for box in boxes)
        for first, end in slices(lines, line_height):
            ends = end == lines and note is None
            height = (end - first) * line_height + (2 * _PADDING if ends else _PADDING)
            paint = partial(self._paint_row, boxes, row, (first, end), height, ends)
            yield Piece(height + (after if ends else 0), paint, stays=stays or not ends, repeated=heads)
        if note is not None:
            yield from self._note(note, row.indent, heads, stays=stays, after=after)

    def _note(
        self, note: TextBox, indent: float, heads: tuple[Piece, ...], *, stays: bool, after: float
    ) -> Iterator[Piece]:
        for first, end in slices(len(note.lines), note.line_height):
            ends = end == len(note.lines)
            height = (end - first) * note.line_height + (_PADDING if ends else 0)
            paint = partial(self._paint_note, note, indent, (first, end), height, ends)
            yield Piece(height + (after if ends else 0), paint, stays=stays, repeated=heads)

    def _boxes(self, texts: Sequence[str], indent: float) -> list[TextBox]:
        return [self._box(text, number, indent if number == 0 else 0) for number, text in enumerate(texts)]

    def _box(self, text: str, column: int, indent: float) -> TextBox:
        key = text, column, indent
        box = self._kept.get(key)
        if box is None:
            width = self._lefts[column + 1] - self._lefts[column] - 2 * _SIDE_PADDING - indent
            right = self._table.columns[column].right
            box = self._kept[key] = TextBox(text, self._table.size, width, right=right)
        return box

    def _paint_heads(
        self, boxes: Sequence[TextBox], height: float, painter: QPainter, left: float, top: float
    ) -> None:
        painter.fillRect(QRectF(left, top, self._width, height), QColor(GREY))
        for box, x in zip(boxes, self._lefts, strict=False):
            box.paint(painter, left + x + _SIDE_PADDING, top + _PADDING)
        self._line(painter, left, top + height, _STRONG)

    def _paint_row(
        self,
        boxes: Sequence[TextBox],
        row: Row,
        lines: tuple[int, int],
        height: float,
        ends: bool,
        painter: QPainter,
        left: float,
        top: float,
    ) -> None:
        if row.total:
            self._line(painter, left, top, _STRONG)
        for number, box in enumerate(boxes):
            indent = row.indent if number == 0 else 0
            box.paint(painter, left + self._lefts[number] + _SIDE_PADDING + indent, top + _PADDING, *lines)
        if ends:
            self._line(painter, left, top + height, _HAIR)

    def _paint_note(
        self,
        note: TextBox,
        indent: float,
        lines: tuple[int, int],
        height: float,
        ends: bool,
        painter: QPainter,
        left: float,
        top: float,
    ) -> None:
        note.paint(painter, left + _SIDE_PADDING + indent, top, *lines)
        if ends:
            self._line(painter, left, top + height, _HAIR)

    def _line(self, painter: QPainter, left: float, y: float, line_width: float) -> None:
        colour = QColor(_HAIR_LINE) if line_width == _HAIR else QColor(Qt.GlobalColor.black)
        painter.setPen(QPen(colour, line_width))
        painter.drawLine(QPointF(left, y), QPointF(left + self._width, y))


def _height(boxes: Sequence[TextBox]) -> float:
    return max(box.height for box in boxes) + 2 * _PADDING


def _paint_box(box: TextBox, painter: QPainter, left: float, top: float) -> None:
    box.paint(painter, left, top)
