"""The window of PySide6 and pyqtgraph that has nothing in it: what the bundle is held against.

With ``--lazy`` pyqtgraph is in the bundle, but not loaded for the window, as the program does it.
"""

import sys

from PySide6 import QtPrintSupport, QtSvg  # noqa: F401
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if sys.argv[1:] != ["--lazy"]:
    import pyqtgraph  # noqa: F401 - a bundle of it is wanted


class Window(QMainWindow):
    """Ends the program when it has painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint."""
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication([])
window = Window()
window.show()
sys.exit(application.exec())
