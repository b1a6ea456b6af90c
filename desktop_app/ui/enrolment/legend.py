"""What the patterns and signs of the time lines mean."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.ui.enrolment.time_line import paint_covered, paint_waiting, paint_window
from desktop_app.ui.theme import colours
from desktop_app.wording.sentences import Wording

_PAINTERS = {"window": paint_window, "waiting": paint_waiting, "covered": paint_covered}
_SIGNS = {"paid_on": "\u25bc", "birth_date": "\u25cf", "newborn_last_day": "\u275a"}


class Legend(QWidget):
    """One line below the page's hint."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for kind in _PAINTERS:
            row.addWidget(_Sample(kind))
            row.addWidget(_faint(wording.text(f"enrolment.legend.{kind}")))
            row.addSpacing(12)
        for kind, sign in _SIGNS.items():
            row.addWidget(_faint(f"{sign} {wording.text(f'enrolment.legend.{kind}')}"))
            row.addSpacing(12)
        row.addStretch(1)


class _Sample(QWidget):
    """A small piece of a pattern."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(QSize(26, 13))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _PAINTERS[self._kind](painter, QRectF(0.5, 0.5, 25, 12), colours())
        painter.end()


def _faint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "faint")
    return label
