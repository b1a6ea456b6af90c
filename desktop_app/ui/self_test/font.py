"""Whether Chinese comes out as characters, not as the boxes that stand for missing ones."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter, QRawFont

from desktop_app.ui.self_test.finding import Finding, bad, good

_PIXELS = 40
_UNASSIGNED = "\u0378"
"""No character: no font has it, so what comes out is what comes out for any that is missing."""


def check_font(file: Path, font: QFont, sample: str) -> Finding:
    """Paint each character of a sample in the window's font; ``file`` is the font that ships."""
    if not QRawFont(str(file), _PIXELS).isValid():
        return bad("file", path=file)
    missing = "".join(_missing(font, sample))
    if missing == sample:
        return bad("none")
    return bad("missing", characters=missing) if missing else good(sample=sample)


def _missing(font: QFont, sample: str) -> Iterator[str]:
    nothing = (_painted(font, " "), _painted(font, _UNASSIGNED))
    seen: dict[bytes, str] = {}
    for character in sample:
        pixels = _painted(font, character)
        if pixels in nothing or seen.setdefault(pixels, character) != character:
            yield character


def _painted(font: QFont, character: str) -> bytes:
    """Paint a character, black on white, in the middle of a square."""
    image = QImage(2 * _PIXELS, 2 * _PIXELS, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    large = QFont(font)
    large.setPixelSize(_PIXELS)
    painter.setFont(large)
    painter.drawText(image.rect(), Qt.AlignmentFlag.AlignCenter, character)
    painter.end()
    return bytes(image.constBits())
