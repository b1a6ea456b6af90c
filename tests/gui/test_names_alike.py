"""A member without a name is called the same on every page and on paper, never by an id."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.draft.model import Draft, DraftBill, DraftMember
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.wizard.bills import BillsPage
from tests.gui.clerk import Clerk
from tests.printing.paper import adult, printed_pages, stay
from tests.printing.paper import case as case_of

MOTHER = DraftMember("m1", birth_date="1990-02-15", tier="2", paid_on="2023-11-20")
CHILD = DraftMember("m2", birth_date="2024-03-09", enrolment_kind="newborn_with_guardian", guardian="m1")
STAY = DraftBill("b1", "m2", kind="inpatient", service_date="2024-03-10", level="3", total="5000.00")
FAMILY = Draft(2024, members=(MOTHER, CHILD), bills=(STAY,))


def test_a_newborn_without_a_name_is_one_on_every_page(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = Clerk(qtbot, tmp_path, draft=FAMILY)
    clerk.window.show_page("bills")
    page = clerk.window.page_widget("bills")
    assert isinstance(page, BillsPage)
    assert page.model.cell(0, 0).text == "新生儿（成员 2）"
    clerk.window.show_page("result")
    lists = clerk.window.page_widget("result").findChildren(LineList)
    assert "新生儿（成员 2）" in [row[0] for lines in lists for row in lines.row_texts()]


def test_paper_shows_no_id_for_a_member_without_a_name(tmp_path: Path) -> None:
    child = {
        "id": "m9",
        "birth_date": "2024-03-09",
        "enrolment": {"kind": "newborn_with_guardian", "guardian": "m1"},
    }
    text = "".join(
        printed_pages(case_of([adult(), child], [stay(member="m9", service_date="2024-03-10")]), tmp_path)
    )
    assert "新生儿（成员2）" in text
    assert "m9" not in text
