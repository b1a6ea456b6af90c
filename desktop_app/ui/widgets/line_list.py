"""A short table of lines to read from top to bottom; a line may open something."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from desktop_app.ui.theme import colours

_OPENS = "\u203a"
_KEY = Qt.ItemDataRole.UserRole
_ROW = 30
_GAP = 22
_LEADING = 12
_MARGIN = 8
"""What a cell keeps beside its text."""
_LEAST_TEXT = 110
"""Narrower than this a text is no longer read: the page scrolls sideways rather."""
_HEADS = "QHeaderView, QHeaderView::section {{ border: none; background: transparent; color: {colour}; }}"


class Line(NamedTuple):
    """One line: its cells, and what it opens (None: nothing)."""

    cells: tuple[str, ...]
    opens: object = None


class _CellDelegate(QStyledItemDelegate):
    """Marks whole lines, not the one cell with the focus."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell like its neighbours."""
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]
        super().paint(painter, option, index)


class LineList(QTableWidget):
    """As high as its lines; arrows move, Enter or a click opens. The first column takes what room is left."""

    opened = Signal(object)
    marked = Signal(object)
    """The line that is marked now opens this."""

    def __init__(self, name: str, headers: Sequence[str], *, text_columns: int = 1) -> None:
        """Empty ``headers`` show no heads; the first ``text_columns`` are texts, the rest amounts."""
        super().__init__(0, len(headers) + 1)
        self._heads: tuple[str, ...] = ()
        self._text_columns = text_columns
        self.setAccessibleName(name)
        self.name_heads(headers)
        self.verticalHeader().hide()
        self._set_look()
        self._set_columns()
        self.clicked.connect(self._open)
        self.currentCellChanged.connect(self._tell)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; none is marked."""
        self.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate((*line.cells, _OPENS if line.opens is not None else "")):
                self.setItem(row, column, self._cell(text, column, line))
        self.setCurrentIndex(QModelIndex())
        self._fit_columns(lines)
        self._fit_rows()

    def name_heads(self, headers: Sequence[str]) -> None:
        """Name the columns; empty texts show no heads."""
        if self._heads != tuple(headers):
            self._heads = tuple(headers)
            self.setColumnCount(len(self._heads) + 1)
            for column, head in enumerate((*self._heads, "")):
                item = QTableWidgetItem(head)
                item.setTextAlignment(self._alignment(column))
                self.setHorizontalHeaderItem(column, item)
            self.horizontalHeader().setVisible(any(headers))

    def mark(self, opens: object) -> bool:
        """Mark the line that opens this; tells whether there is one."""
        for row in range(self.rowCount()):
            if self._opens(row) == opens:
                self.setCurrentCell(row, 0)
                return True
        return False

    def row_texts(self) -> list[tuple[str, ...]]:
        """Read the lines as they are shown."""
        columns = range(self.columnCount() - 1)
        index = self.model().index
        return [tuple(str(index(row, each).data()) for each in columns) for row in range(self.rowCount())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; leave Esc and Backspace to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first line when the keyboard comes here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentCell(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as the lines, which wrap."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_rows()

    def _set_look(self) -> None:
        scheme = colours()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(scheme.accent_soft))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(scheme.text))
        self.setPalette(palette)
        self.setItemDelegate(_CellDelegate(self))
        self.horizontalHeader().setStyleSheet(_HEADS.format(colour=scheme.faint_text))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(18)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if column < self._text_columns else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def _cell(self, text: str, column: int, line: Line) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(self._alignment(column))
        item.setData(_KEY, line.opens)
        return item

    def _fit_columns(self, lines: Sequence[Line]) -> None:
        """Give every column but the first the width of its widest text."""
        advance = self.fontMetrics().horizontalAdvance
        for column, head in enumerate(self._heads[1:], start=1):
            widths = [advance(line.cells[column]) for line in lines if column < len(line.cells)]
            self.setColumnWidth(column, max(advance(head), *widths, 0) + _GAP)
        self.setColumnWidth(self.columnCount() - 1, advance(_OPENS) + _GAP)
        first = max(advance(text) for text in (self._heads[0], *(line.cells[0] for line in lines)))
        rest = sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        self.setMinimumWidth(rest + min(first + _MARGIN, _LEAST_TEXT))

    def _fit_rows(self) -> None:
        """Measured here: Qt's own fitting asks every cell, several times over."""
        metrics = self.fontMetrics()
        room = self.viewport().width() - _MARGIN
        room -= sum(self.columnWidth(column) for column in range(1, self.columnCount()))
        box = QRect(0, 0, max(room, 1), 10_000)
        height = 2
        for row in range(self.rowCount()):
            text = str(self.model().index(row, 0).data())
            needed = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height() + _LEADING
            self.setRowHeight(row, max(_ROW, needed if needed > _ROW + _LEADING else _ROW))
            height += self.rowHeight(row)
        if self.horizontalHeader().isVisibleTo(self):
            height += self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(height)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (opens := self._opens(index.row())) is not None:
            self.opened.emit(opens)

    def _tell(self, row: int, _column: int, row_before: int, _column_before: int) -> None:
        if row >= 0 and row != row_before:
            self.marked.emit(self._opens(row))

    def _opens(self, row: int) -> object:
        return self.model().index(row, 0).data(_KEY)
