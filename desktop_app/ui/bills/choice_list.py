"""How the entries of a combo box drop down."""

from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

_MOST_ROWS = 10
_MARGIN = 8


def drop_down_as_list(box: QComboBox) -> None:
    """Open a filled combo box as a list below it with a visible selection, not as a menu laid over it."""
    box.setStyleSheet("QComboBox { combobox-popup: 0; }")
    box.setItemDelegate(QStyledItemDelegate(box))
    view = box.view()
    rows = min(box.count(), _MOST_ROWS)
    view.setMinimumSize(view.sizeHintForColumn(0) + 3 * _MARGIN, rows * view.sizeHintForRow(0) + _MARGIN)
