"""The icon in the sizes that systems want, made from the one drawing."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def write_ico(drawing: Path, target: Path) -> None:
    """Write an icon file of Windows: a PNG of each size."""
    pictures = [_png(drawing, size) for size in WINDOWS_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in zip(WINDOWS_SIZES, pictures, strict=True):
        # A byte has no room for 256: it is written as 0.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(head + entries + b"".join(pictures))


def write_pngs(drawing: Path, folder: Path, name: str) -> None:
    """Write ``<size>x<size>/apps/<name>`` below a folder, as the icon theme of Linux desktops wants it."""
    for size in LINUX_SIZES:
        target = folder / f"{size}x{size}" / "apps" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_png(drawing, size))


def _png(drawing: Path, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise SystemExit(f"{drawing} cannot be drawn")
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())
