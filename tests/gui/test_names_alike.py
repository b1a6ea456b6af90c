"""A member without a name is called the same on every page and on paper, never by an id."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.draft.model import Draft, DraftBill, DraftMember
from desktop_app.ui.members.names import member_names
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.wizard.bills import BillsPage
from desktop_app.wording.messages import Messages
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


def test_a_name_of_a_hundred_signs_fills_no_page(qtbot: QtBot, tmp_path: Path) -> None:
    long = "很长的名字" * 20
    named = replace(FAMILY, members=(replace(MOTHER, name=long), CHILD))
    names = member_names(named, Messages("zh_CN"))
    assert names["m1"] == f"{long[:24]}…"
    clerk = Clerk(qtbot, tmp_path, draft=named)
    clerk.window.show_page("enrolment")
    assert clerk.window.page_widget("enrolment").minimumSizeHint().width() < 1000


def test_the_table_scrolls_for_no_name_or_kind(qtbot: QtBot, tmp_path: Path) -> None:
    million = replace(STAY, kind="major_outpatient", total="1200000.55", fully_self_paid="100000.00")
    clerk = Clerk(qtbot, tmp_path, draft=replace(FAMILY, bills=(million,)))
    clerk.window.show_page("bills")
    page = clerk.window.page_widget("bills")
    assert isinstance(page, BillsPage)
    assert page.table.horizontalScrollBar().maximum() == 0
