from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTableWidget

from desktop_app.ui.theme import apply_theme


def test_tables_are_measured_in_the_font_they_are_painted_in_whatever_the_system_gives_them(qapp, qtbot):
    # As Windows does. Columns measured in a smaller font would cut the first digits of amounts.
    small = QFont(qapp.font())
    small.setPointSizeF(6)
    apply_theme(qapp)
    QApplication.setFont(small, "QAbstractItemView")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    assert table.font() == qapp.font()
    assert table.horizontalHeader().font() == qapp.font()
