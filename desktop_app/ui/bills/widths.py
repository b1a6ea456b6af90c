"""How wide the columns of bills must be, so that amounts are never cut."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from desktop_app.ui.models.bill_columns import AMOUNTS, COLUMNS
from desktop_app.ui.models.bills import BillsModel

_PADDING = 14
_USUAL_AMOUNT = "99,999.00"
_USUAL_DATE = "2024-12-31"
_LEAST = {"member": 58, "institution_name": 86, "level": 50, "kind": 84}
_MOST = {"member": 130, "kind": 112, "service_date": 110, "level": 70, "institution_name": 86}
"""Wider texts are cut there and shown whole as a tip; amounts have no such limit."""
_YIELD = {"member": 84, "kind": 96}
"""As narrow as these become where the table would have to scroll otherwise."""
_REST = COLUMNS.index("institution_name")


def column_widths(model: BillsModel, metrics: QFontMetrics, room: int) -> list[int]:
    """Give a width for each column that fills the room, in pixels; more where amounts need it."""
    widths = _wanted(model, metrics)
    for name, least in _YIELD.items():
        column = COLUMNS.index(name)
        lacking = sum(widths) - room
        widths[column] -= max(min(lacking, widths[column] - least), 0)
    widths[_REST] += max(room - sum(widths), 0)
    return widths


def _wanted(model: BillsModel, metrics: QFontMetrics) -> list[int]:
    """Give each column the room of its texts. Digits are equally wide, so amounts go by their length."""
    digit = metrics.horizontalAdvance("0")
    widths = []
    for column, name in enumerate(COLUMNS):
        longest = model.longest_text(column)
        if name in AMOUNTS:
            text = max(len(longest), len(_USUAL_AMOUNT)) * digit
        elif name == "service_date":
            text = metrics.horizontalAdvance(_USUAL_DATE)
        else:
            text = metrics.horizontalAdvance(longest)
        heading = str(model.headerData(column, Qt.Orientation.Horizontal))
        needed = max(text, *(metrics.horizontalAdvance(line) for line in heading.split("\n"))) + _PADDING
        widths.append(min(max(needed, _LEAST.get(name, 0)), _MOST.get(name, needed)))
    return widths
