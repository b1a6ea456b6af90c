"""Scroll to what has the focus, from wherever the keyboard came."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.ui.widgets.form_area import FormArea

_BEGINNING = 40
"""Of what is too large to be seen whole so many pixels, a line of a list."""


def reveal(widget: QWidget) -> None:
    """Scroll the areas that hold a widget so that it is seen, or the beginning of what is too large.

    Qt does so where Tab was pressed within the area, not where it was pressed outside.
    """
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea) and not isinstance(holder, FormArea):  # which follows by itself
            _scroll(holder, widget)
        holder = holder.parentWidget()


def _scroll(area: QScrollArea, widget: QWidget) -> None:
    room = area.viewport().rect()
    place = widget.rect().translated(widget.mapTo(area.viewport(), QPoint(0, 0)))
    if place.width() <= room.width() and place.height() <= room.height():
        area.ensureWidgetVisible(widget, 0, 0)
    elif not place.intersects(room):
        begins = widget.mapTo(area.widget(), QPoint(0, 0))
        area.ensureVisible(begins.x(), begins.y(), 0, _BEGINNING)
