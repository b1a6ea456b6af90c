"""The table of bills: its keys, where Enter leads, the widths of its columns."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop_app.ui.bills.delegate import BillDelegate
from desktop_app.ui.bills.widths import column_widths
from desktop_app.ui.models.bill_columns import CHOICES, COLUMNS, ENTERED
from desktop_app.ui.models.bills import AnyIndex, BillsModel

_ROW_HEIGHT = 32
_NUMBER_WIDTH = 34
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GIVEN = ("member", "kind")
_TOTAL = COLUMNS.index("total")


class BillTable(QTableView):
    """Typing replaces, Enter and Tab go to the next cell, from the last one to the next row."""

    finished = Signal()
    """Enter in the empty row, or in a blank last one: there are no more bills."""
    clear_asked = Signal()
    remove_asked = Signal()
    paste_asked = Signal()
    row_chosen = Signal(int)
    """Another row is current."""

    def __init__(self, model: BillsModel, delegate: BillDelegate, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setFixedWidth(_NUMBER_WIDTH)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight(5 * _ROW_HEIGHT)
        delegate.left.connect(self._go_on)
        delegate.table_pasted.connect(self.paste_asked)
        self._widths: list[int] = []

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current, it alone selected, and take the focus."""
        # Left to the view, a Ctrl or Shift still held down would add the cell to those selected.
        self.selectionModel().setCurrentIndex(
            self._model.index(row, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_column(self, row: int) -> int:
        """The first cell to fill: in the empty row the first that is not given, a single member's is."""
        if not self._model.is_empty_row(row):
            return 1 if self._model.single_member else 0
        given = (column for column in range(len(_GIVEN)) if not self._given(row, column))
        return next(given, len(_GIVEN))

    def selected_rows(self) -> list[int]:
        """Rows of which any cell is selected, or the current one."""
        rows = {index.row() for index in self.selectedIndexes()} or {self.currentIndex().row()}
        return sorted(row for row in rows if self._model.bill_id(row))

    def finish_edit(self) -> None:
        """Close an open editor."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Make each column as wide as its texts; the institution's name has what room is left."""
        widths = column_widths(self._model, self.fontMetrics(), self.viewport().width())
        if widths != self._widths:
            self._widths = widths
            for column, width in enumerate(widths):
                self.setColumnWidth(column, width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, clear, delete and paste; what remains begins an edit."""
        key = event.key()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if key in _ENTER and plain:
            self._go_on("enter")
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.setAccepted(self._step(1 if key == Qt.Key.Key_Tab else -1))
        elif key == Qt.Key.Key_Space and plain:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Delete and plain:
            (self.remove_asked if self.selectionModel().selectedRows() else self.clear_asked).emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin an edit with what an input method gives at once: Qt would open the editor without it."""
        at_once = event.commitString() and not event.preeditString()
        if at_once and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
            if editor := self.indexWidget(self.currentIndex()):
                QApplication.sendEvent(editor, event)
        else:
            super().inputMethodEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Tell when the row changes; what the row before lacks is marked from now on."""
        super().currentChanged(current, previous)
        if current.isValid() and COLUMNS[current.column()] in CHOICES:
            # Digits and letters choose: an input method would keep them to itself.
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        if current.row() != previous.row():
            self.row_chosen.emit(current.row())

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a key in a computed cell must not lead elsewhere."""

    def take_colours(self) -> None:
        """Take the colours of the system's scheme as it is now."""
        self._model.take_colours()
        self._delegate.take_colours()
        self.viewport().update()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Keep the focus in the table when a command took it away from the editor."""
        super().closeEditor(editor, hint)
        if self.isVisible() and self.window().focusWidget() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the institution's name what room is left."""
        super().resizeEvent(event)
        self.fit()

    def _go_on(self, way: str) -> None:
        row, column = self.currentIndex().row(), self.currentIndex().column()
        match way:
            case "enter" if self._model.is_blank_end(row) and not self._given(row, column):
                self.finished.emit()
            case "level_known":
                self.go_to(row, _TOTAL)
            case "up" | "down":
                row += 1 if way == "down" else -1
                self.go_to(min(max(row, 0), self._model.rowCount() - 1), column)
            case _:
                self._step(-1 if way == "previous" else 1)

    def _given(self, row: int, column: int) -> bool:
        """Whether a cell of a new row stands already as in the row above: Enter there accepts it."""
        return COLUMNS[column] in _GIVEN and bool(self._model.value(row, column))

    def _step(self, by: int) -> bool:
        """Go to the next or previous entered cell; False at the end of the table."""
        row, column = self.currentIndex().row(), self.currentIndex().column() + by
        if column >= len(ENTERED):
            row, column = row + 1, -1
        elif column < 0:
            row, column = row - 1, len(ENTERED) - 1
        if not 0 <= row < self._model.rowCount():
            return False
        self.go_to(row, column if column >= 0 else self.first_column(row))
        return True
