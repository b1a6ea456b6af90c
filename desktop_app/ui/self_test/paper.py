"""Whether the sample can be printed to PDF, every page of it."""

import tempfile
from datetime import datetime
from pathlib import Path

from desktop_app.guidance.shipped import shipped_guidance
from desktop_app.ui.printing.document import Document
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.printing.summary import summary_document
from desktop_app.ui.printing.summary_input import Parts, SummaryInput
from desktop_app.ui.self_test.finding import Finding, bad, good
from desktop_app.ui.self_test.sample import settled_sample
from desktop_app.wording.sentences import Wording

_PAGE = b"/Type /Page\n"
"""Begins each page of a PDF that Qt writes."""


def check_paper(sample: Path, wording: Wording) -> Finding:
    """Settle the sample with the shipped packs, write its summary as PDF, and count the pages written."""
    found = settled_sample(sample)
    if found is None:
        return bad("sample", path=sample)
    given = SummaryInput(found.settlement, found.draft, shipped_guidance(), wording, datetime.now())
    document = summary_document(given, Parts())
    try:
        pages = _written_pages(document)
    except OSError as error:
        return bad("unwritable", path=tempfile.gettempdir(), reason=error.strerror or error)
    if pages != len(document.pages):
        return bad("pages", expected=len(document.pages), found=pages)
    return good(count=pages)


def _written_pages(document: Document) -> int:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.pdf"
        write_pdf(document, path)
        return path.read_bytes().count(_PAGE)
