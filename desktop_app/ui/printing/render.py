"""Painting a document on a printer or into a PDF file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QSaveFile
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from desktop_app.ui.printing.document import Document
from desktop_app.ui.printing.frame import PAGE_HEIGHT, PAGE_WIDTH

_PDF_RESOLUTION = 720


def write_pdf(document: Document, path: Path) -> None:
    """Write a document as PDF; OSError: that failed, and what stood there before still stands."""
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = QPdfWriter(file)
    writer.setTitle(document.title)
    writer.setCreator("Yuyisuan")
    writer.setResolution(_PDF_RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    _paint(document, writer, range(len(document.pages)))
    if not file.commit():
        raise OSError(file.errorString())


def print_on(document: Document, printer: QPrinter) -> None:
    """Print the pages that were asked for. OSError: the printer took nothing."""
    printer.setFullPage(True)
    printer.setDocName(document.title)
    numbers: Sequence[int] = range(len(document.pages))
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        numbers = [number for number in numbers if ranges.contains(number + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers = numbers[::-1]
    _paint(document, printer, numbers)


def _paint(document: Document, device: QPagedPaintDevice, numbers: Sequence[int]) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the device takes no pages")
    painter.setRenderHints(
        QPainter.RenderHint.LosslessImageRendering | QPainter.RenderHint.SmoothPixmapTransform
    )
    paper = device.pageLayout().fullRectPixels(device.logicalDpiX())
    scale = min(paper.width() / PAGE_WIDTH, paper.height() / PAGE_HEIGHT)
    for count, number in enumerate(numbers):
        if count:
            device.newPage()
        painter.save()
        # Paper of another size than A4 takes the whole page, smaller or larger.
        painter.translate(
            (paper.width() - scale * PAGE_WIDTH) / 2, (paper.height() - scale * PAGE_HEIGHT) / 2
        )
        painter.scale(scale, scale)
        document.paint_page(painter, number)
        painter.restore()
    painter.end()
