"""On a printer: the same pages as in the PDF, those that were asked for, on whatever paper it has."""

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter

from desktop_app.ui.printing.render import print_on, write_pdf
from tests.printing.paper import case, document, pages_of


def printer_to(path, size=QPageSize.PageSizeId.A4) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    printer.setPageSize(QPageSize(size))
    return printer


def test_a_printer_gets_the_pages_of_the_pdf(tmp_path):
    given = document(case())
    write_pdf(given, tmp_path / "file.pdf")
    print_on(given, printer_to(tmp_path / "printed.pdf"))
    assert pages_of(tmp_path / "printed.pdf") == pages_of(tmp_path / "file.pdf")


def test_only_the_pages_asked_for_are_printed(tmp_path):
    given = document(case())
    printer = printer_to(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2"))
    print_on(given, printer)
    (page,) = pages_of(tmp_path / "printed.pdf")
    assert f"第2页，共{len(given.pages)}页" in page


def test_the_last_page_comes_first_where_that_was_asked_for(tmp_path):
    given = document(case())
    printer = printer_to(tmp_path / "printed.pdf")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    print_on(given, printer)
    assert "第1页" in pages_of(tmp_path / "printed.pdf")[-1]


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter])
def test_other_paper_takes_the_whole_page(tmp_path, size):
    print_on(document(case()), printer_to(tmp_path / "printed.pdf", size))
    page = PdfReader(tmp_path / "printed.pdf").pages[0]
    places = []

    def note(text, matrix, text_matrix, _font, _size):
        if text.strip():
            places.append((text_matrix[4] * matrix[0] + matrix[4], text_matrix[5] * matrix[3] + matrix[5]))

    page.extract_text(visitor_text=note)
    assert all(0 < x < page.mediabox.width and 0 < y < page.mediabox.height for x, y in places)
    assert "15,400.00" in pages_of(tmp_path / "printed.pdf")[0]


def test_a_printer_that_takes_nothing_is_an_error(tmp_path):
    with pytest.raises(OSError, match="takes no pages"):
        print_on(document(case()), printer_to(tmp_path / "nowhere" / "printed.pdf"))
