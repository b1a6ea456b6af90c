"""How the pages are filled: whole rows, heads on every page, large letters for the family."""

import json

import pytest
from pypdf import PdfReader

from desktop_app.ui.printing.blocks import Column, Row, Section, Table
from desktop_app.ui.printing.document import section_pages
from desktop_app.ui.printing.frame import Frame
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.printing.summary_input import Parts
from tests.printing.paper import SAMPLE, adult, case, document, printed_pages, stay

FRAME = Frame("", "", "", "{page}{pages}")


def busy_household() -> dict:
    """Six adults with ten stays each."""
    members = [adult(id=f"m{number}", name=f"成员{number}") for number in range(6)]
    bills = [
        stay(
            id=f"b{number}", member=f"m{number % 6}", institution={"level": 1 + number % 3, "name": "区医院"}
        )
        for number in range(60)
    ]
    return case(members, bills)


def test_the_sample_family_gets_one_page():
    tree = json.loads(SAMPLE.read_text(encoding="utf-8"))
    assert len(document(tree, parts=Parts(clerk=False)).pages) == 1


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_nothing_on_the_familys_page_is_smaller_than_14_points(tmp_path, lang):
    tree = json.loads(SAMPLE.read_text(encoding="utf-8"))
    write_pdf(document(tree, lang, Parts(clerk=False)), tmp_path / "family.pdf")
    sizes = []

    def note(text, _matrix, text_matrix, _font, size):
        if text.strip():
            sizes.append(size * abs(text_matrix[3]) * _matrix[3])

    for page in PdfReader(tmp_path / "family.pdf").pages:
        page.extract_text(visitor_text=note)
    assert min(map(abs, sizes)) >= 13.99
    assert max(map(abs, sizes)) >= 35


def test_a_row_is_never_split_and_heads_stand_on_every_page(tmp_path):
    # Names of five lines each: wherever a page ends, one of them stands at its end.
    names = [f"第{number:02}号" + "很长的医院名称" * 5 for number in range(40)]
    bills = [
        stay(id=f"b{number}", institution={"level": 3, "name": name}) for number, name in enumerate(names)
    ]
    pages = printed_pages(case(bills=bills), tmp_path, parts=Parts(family=False))
    listing = [text for text in pages if "很长的医院名称" in text]
    assert len(listing) > 2
    for name in names:
        assert sum(name in text for text in listing) == 1
    assert all("全自费超限价乙类先行自付" in text for text in listing)
    assert all("医疗费用单据" in text for text in listing)


@pytest.mark.parametrize("rows_before", range(60))
def test_a_row_of_five_lines_at_the_end_of_a_page_goes_to_the_next(rows_before):
    rows = (*(Row(("x",)) for _ in range(rows_before)), Row(("1\n2\n3\n4\n5",)), Row(("end",)))
    table = Table((Column(1, "head"),), rows)
    height = FRAME.text_height(9)
    pages = section_pages(FRAME, Section((table,), 9))
    assert sum(len(page.sheet.placed) for page in pages) == len(rows) + len(pages)  # a head a page
    for page in pages:
        top, last = page.sheet.placed[-1]
        assert top + last.height <= height


def test_a_total_does_not_stand_alone_on_a_page():
    for count in range(40, 70):
        rows = (*(Row((str(number),)) for number in range(count)), Row(("sum",), total=True))
        pages = section_pages(FRAME, Section((Table((Column(1, "head"),), rows),), 9))
        assert len(pages[-1].sheet.placed) >= 3  # head, a row, the total


def test_a_text_longer_than_a_page_flows_on(tmp_path):
    note = "".join(f"备注第{number:04}句。" for number in range(1200))
    pages = printed_pages(case(household={"name": "长" * 300, "note": note}), tmp_path)
    text = "".join(pages)
    assert all(f"第{number:04}句" in text for number in (0, 599, 1199))
    assert len([page for page in pages if "句。" in page]) > 1


def test_a_large_household_flows_on_to_more_pages(tmp_path):
    pages = printed_pages(busy_household(), tmp_path)
    assert sum("单据60" in text for text in pages) == 1
    assert all(f"共{len(pages)}页" in text for text in pages)
