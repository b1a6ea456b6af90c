"""Scroll to what has the focus, from wherever the keyboard came."""

from PySide6.QtWidgets import QScrollArea, QWidget


def reveal(widget: QWidget) -> None:
    """Scroll the areas that hold a widget so that it is seen, unless it is too large for that.

    Qt does so where Tab was pressed within the area, not where it was pressed outside.
    """
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            room = holder.viewport().size()
            if widget.width() <= room.width() and widget.height() <= room.height():
                holder.ensureWidgetVisible(widget, 0, 0)
        holder = holder.parentWidget()
