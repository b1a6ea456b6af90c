"""A tree of sentences that wrap; beside each stands where it is read."""

from typing import ClassVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

_PADDING = 10


class _WrappingDelegate(QStyledItemDelegate):
    """Gives a row the height of its sentence at the width it really has: QTreeView does not."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Measure the wrapped text."""
        tree = self.parent()
        assert isinstance(tree, QTreeWidget)
        width = tree.columnWidth(index.column()) - _PADDING
        if index.column() == 0:
            width -= tree.indentation() * _depth(index)
        text = str(index.data() or "")
        box = tree.fontMetrics().boundingRect(QRect(0, 0, max(80, width), 10_000), self._flags, text)
        return QSize(width, box.height() + _PADDING)

    _flags: ClassVar[int] = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value)


def _depth(index: QModelIndex | QPersistentModelIndex) -> int:
    """Count the levels above an index, the root decoration included."""
    depth, parent = 1, index.parent()
    while parent.isValid():
        depth, parent = depth + 1, parent.parent()
    return depth


class WrappingTree(QTreeWidget):
    """Two columns: the sentence, and its rule and source. No scrolling sideways."""

    def __init__(self, name: str, side_width: int) -> None:
        super().__init__()
        self._side_width = side_width
        self.setAccessibleName(name)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setIndentation(18)
        self.setFrameShape(self.Shape.NoFrame)
        self.setUniformRowHeights(False)
        self.setItemDelegate(_WrappingDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew, and with it the heights of the rows."""
        super().resizeEvent(event)
        side = min(self._side_width, self.viewport().width() // 3)
        self.setColumnWidth(1, side)
        self.setColumnWidth(0, self.viewport().width() - side)
        self.scheduleDelayedItemsLayout()
