"""How the entries of a combo box drop down."""

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

_MOST_ROWS = 10
_MARGIN = 8


def drop_down_as_list(box: QComboBox) -> None:
    """Give a filled combo box a list as wide and as long as its entries, with a visible selection."""
    box.setItemDelegate(QStyledItemDelegate(box))
    view = box.view()
    rows = min(box.count(), _MOST_ROWS)
    view.setMinimumSize(view.sizeHintForColumn(0) + 3 * _MARGIN, rows * view.sizeHintForRow(0) + _MARGIN)
