"""Text in lines of a given width, measured and painted alike whatever the device.

Text is set ten times larger than a point and painted a tenth of that, so that no rounding to the device's
pixels moves a line between preview, printer and PDF. No bold: the font has none, and an imitated one comes
out of a PDF twice when it is copied.
"""

from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption

from desktop_app.ui.theme import FONT_FAMILY

SCALE = 10
LEADING = 1.23
"""Line height by font size."""
_ASCENT = 0.96
"""Where the base line stands in a line, by font size."""

_UNREADABLE = ("locl", "liga")
"""Features of the font that give digits and fi, among Latin words, signs no PDF reader can copy as text."""


class TextBox:
    """A text of one size broken into lines; lengths in points."""

    def __init__(self, text: str, size: float, width: float, *, right: bool = False) -> None:
        self.line_height = size * LEADING
        self._base_line = size * _ASCENT
        # A line break of the layout is U+2028; a newline would be a box on paper.
        self._layout = QTextLayout(text.replace("\n", "\u2028"), _font(size))
        self._layout.setCacheEnabled(True)
        self._layout.setTextOption(_option(right=right))
        self._layout.beginLayout()
        self.lines = _broken(self._layout, max(width, size) * SCALE)
        self._layout.endLayout()

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * self.line_height

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max(line.naturalTextWidth() for line in self.lines) / SCALE

    def paint(
        self, painter: QPainter, left: float, top: float, first: int = 0, end: int | None = None
    ) -> None:
        """Paint these lines, the first of them at ``top``."""
        painter.save()
        painter.translate(left, top)
        painter.scale(1 / SCALE, 1 / SCALE)
        for number, line in enumerate(self.lines[first:end]):
            base_line = (number * self.line_height + self._base_line) * SCALE
            line.draw(painter, QPointF(0, base_line - line.ascent()))
        painter.restore()


def _broken(layout: QTextLayout, width: float) -> list[QTextLine]:
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    return lines


@cache
def _font(size: float) -> QFont:
    font = QFont(FONT_FAMILY)
    font.setPixelSize(round(size * SCALE))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _UNREADABLE:
        font.setFeature(QFont.Tag(feature), 0)
    return font


@cache
def _option(*, right: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
