"""All that can be read or heard of a window: texts, tooltips, names for screen readers, menus, charts."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGraphicsScene,
    QGraphicsTextItem,
    QGraphicsView,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTextEdit,
    QWidget,
)


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Where and what, of a widget and all below it, shown now or not."""
    yield "title", root.windowTitle()
    for widget in (root, *root.findChildren(QWidget)):
        kind = type(widget).__name__
        for what in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()):
            yield kind, what
        yield from ((kind, text) for text in _own_texts(widget))
    for action in root.findChildren(QAction):
        if not isinstance(action.parent(), QGraphicsScene):  # charts are without the menu of their scene
            yield "action", action.text()
            yield "action", action.toolTip()


def _own_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
        yield widget.placeholderText() if widget.currentIndex() < 0 else ""
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QGraphicsView) and widget.scene() is not None:
        drawn = (item for item in widget.scene().items() if isinstance(item, QGraphicsTextItem))
        yield from (item.toPlainText() for item in drawn)
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model(), QModelIndex())


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    # Of a list the number of columns is private.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    rows = model.rowCount(parent)
    if not parent.isValid():
        for column in range(columns):
            yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(index.data(role) or "")
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
                yield str(index.data(role) or "")
        yield from _cells(model, model.index(row, 0, parent))
