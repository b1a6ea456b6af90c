"""Amounts that nobody can name, as a clerk meets them: marked, taken back, shown and printed as a range."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.draft import edit
from desktop_app.draft.autosave import _read
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.ui.models.bill_columns import COLUMNS
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.result.missing import MissingView
from desktop_app.ui.result.overview import OverviewView
from desktop_app.ui.result.unknowns import RangeView
from desktop_app.ui.wizard.bills import BillsPage
from desktop_app.ui.wizard.members import MembersPage
from desktop_app.ui.wizard.result import ResultPage
from desktop_app.ui.wizard.summary import SummaryPage
from tests.gui.clerk import Clerk

ADULT = {"name": "户主", "birth_date": "1980-05-01", "tier": "1", "paid_on": "2023-11-02"}
OTHER = {"name": "配偶", "birth_date": "1981-05-01", "tier": "1", "paid_on": "2023-11-02"}
STAY = {"kind": "inpatient", "service_date": "2024-03-02", "level": "3", "total": "18000"}


def household(*bills: dict[str, str]) -> Draft:
    draft = Draft(2024)
    for fields in (ADULT, OTHER):
        draft, member = edit.add_member(draft)
        for name, value in fields.items():
            draft = edit.set_member(draft, member, name, value)
    for values in bills or (STAY,):
        draft, bill = edit.add_bill(draft, "m1")
        draft = edit.set_fields_of_bill(draft, bill, values)
    return draft


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Clerk:
    return Clerk(qtbot, tmp_path, draft=household())


def page_of(clerk: Clerk, name: str):
    clerk.window.show_page(name)
    QApplication.processEvents()
    return clerk.window.page_widget(name)


def bills_page(clerk: Clerk) -> BillsPage:
    page = page_of(clerk, "bills")
    assert isinstance(page, BillsPage)
    return page


def result_page(clerk: Clerk) -> ResultPage:
    page = page_of(clerk, "result")
    assert isinstance(page, ResultPage)
    return page


def go(page: BillsPage, column: str, row: int = 0) -> None:
    page.table.go_to(row, COLUMNS.index(column))


def cell(page: BillsPage, column: str, row: int = 0) -> str:
    return page.model.cell(row, COLUMNS.index(column)).text


def said(page: BillsPage) -> str:
    return "\n".join(remark.text for remark in page.detail.said.said)


def unknowns(clerk: Clerk, row: int = 0) -> tuple[tuple[str, str, str], ...]:
    return tuple(map(tuple, clerk.draft.bills[row].unknown))


def labels(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_a_question_mark_marks_an_amount_as_unknown(clerk: Clerk) -> None:
    page = bills_page(clerk)
    go(page, "fully_self_paid")
    assert "不清楚的填 ?" in said(page)
    clerk.keys("?\n")
    assert unknowns(clerk) == (("fully_self_paid", "0.00", "18000.00"),)
    assert cell(page, "fully_self_paid") == "? 0–18,000"
    # Nothing of this bill is certain now, and it says why; what was left blank still counts 0.
    assert {cell(page, name) for name in ("eligible", "paid", "out_of_pocket")} == {"–"}
    assert "不清楚：全自费（0.00 元到 18,000.00 元）" in said(page)
    assert "未填，按 0 计：超限价、乙类先行自付" in said(page)
    assert COLUMNS[page.table.currentIndex().column()] == "over_price_limit"


@pytest.mark.parametrize("words", ["？", "不详", "不知道"])
def test_an_input_method_says_it_in_words(clerk: Clerk, words: str) -> None:
    page = bills_page(clerk)
    go(page, "class_b_copay")
    clerk.says(words)
    clerk.press(Qt.Key.Key_Return)
    assert unknowns(clerk) == (("class_b_copay", "0.00", "18000.00"),)


def test_a_range_is_typed_at_once_and_undone_as_one_step(clerk: Clerk) -> None:
    page = bills_page(clerk)
    before = clerk.draft
    go(page, "fully_self_paid")
    clerk.keys("1000-3000\n")
    assert unknowns(clerk) == (("fully_self_paid", "1000.00", "3000.00"),)
    assert cell(page, "fully_self_paid") == "? 1,000–3,000"
    clerk.session.undo()
    assert clerk.draft == before
    clerk.session.redo()
    assert unknowns(clerk) == (("fully_self_paid", "1000.00", "3000.00"),)


def test_delete_and_an_amount_take_it_back(clerk: Clerk) -> None:
    page = bills_page(clerk)
    go(page, "fully_self_paid")
    clerk.keys("?\n")
    go(page, "fully_self_paid")
    clerk.press(Qt.Key.Key_Delete)
    assert (unknowns(clerk), clerk.draft.bills[0].fully_self_paid) == ((), "")
    clerk.keys("?\n")
    go(page, "fully_self_paid")
    clerk.keys("500\n")
    assert (unknowns(clerk), clerk.draft.bills[0].fully_self_paid) == ((), "500.00")
    # (18,000 - 500 - 800) x 50 % = 8,350.
    assert cell(page, "paid") == "8,350.00"


def test_escape_puts_back_what_was_known(clerk: Clerk) -> None:
    page = bills_page(clerk)
    go(page, "total")
    clerk.keys("?")
    clerk.press(Qt.Key.Key_Escape)
    assert (unknowns(clerk), clerk.draft.bills[0].total) == ((), "18000.00")


def test_an_unknown_total_asks_for_its_upper_end(clerk: Clerk) -> None:
    page = bills_page(clerk)
    go(page, "total")
    clerk.keys("?\n")
    assert "还要写上最少、最多各是多少：总费用" in said(page)
    row = page.detail.ranges.rows["total"]
    assert row.isVisible()
    row.high.setFocus()
    assert not page.detail.ranges.rows["fully_self_paid"].isVisible()
    clerk.keys("20000")
    assert unknowns(clerk) == (("total", "0.00", "20000.00"),)
    clerk.keys("\n")
    assert page.table.hasFocus()
    assert cell(page, "total") == "? 0–20,000"


def test_both_ends_are_typed_below_the_table(clerk: Clerk) -> None:
    page = bills_page(clerk)
    go(page, "fully_self_paid")
    clerk.keys("?\n")
    row = page.detail.ranges.rows["fully_self_paid"]
    row.low.setFocus()
    row.low.selectAll()
    clerk.keys("200\n")
    assert QApplication.focusWidget() is row.high
    row.high.selectAll()
    clerk.keys("100\n")
    assert unknowns(clerk) == (("fully_self_paid", "200.00", "100.00"),)
    # It ends before it begins: both ends are marked, and the bill says so.
    assert row.low.property("problem")
    assert row.high.property("problem")
    assert "最少比最多还大" in said(page)
    row.high.setFocus()
    row.high.selectAll()
    clerk.keys("3000\n")
    assert not row.high.property("problem")
    assert row.low.accessibleName() == "全自费不清楚，最少"
    # Undo takes the ends back, one after the other, and leads to their amount.
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert unknowns(clerk) == (("fully_self_paid", "200.00", "18000.00"),)
    assert COLUMNS[page.table.currentIndex().column()] == "fully_self_paid"
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert unknowns(clerk) == (("fully_self_paid", "0.00", "18000.00"),)


def test_what_is_known_now_is_entered_again(clerk: Clerk) -> None:
    page = bills_page(clerk)
    go(page, "fully_self_paid")
    clerk.keys("?\n")
    row = page.detail.ranges.rows["fully_self_paid"]
    row.back.click()
    assert unknowns(clerk) == ()
    assert not row.isVisible()


def test_a_tcm_part_is_marked_in_its_own_field(clerk: Clerk) -> None:
    page = bills_page(clerk)
    go(page, "total")
    page.detail.field("tcm_eligible").setFocus()
    clerk.keys("?\n")
    assert unknowns(clerk) == (("tcm_eligible", "0.00", "18000.00"),)
    assert page.detail.field("tcm_eligible").text() == "? 0–18,000"


def test_pasted_cells_may_say_it_too(clerk: Clerk) -> None:
    page = bills_page(clerk)
    QApplication.clipboard().setText("类别\t日期\t级别\t总费用\t全自费\n住院\t2024-04-01\t三级\t9000\t不详")
    page.paste()
    assert unknowns(clerk, 1) == (("fully_self_paid", "0.00", "9000.00"),)


def test_another_members_bill_keeps_its_result(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = Clerk(qtbot, tmp_path, draft=household(STAY, {**STAY, "member": "m2"}, STAY))
    page = bills_page(clerk)
    go(page, "fully_self_paid")
    clerk.keys("?\n")
    assert [cell(page, "paid", row) for row in range(3)] == ["–", "8,600.00", "–"]
    go(page, "total", 2)
    assert "有金额不清楚，这张单据的结果也定不下来" in said(page)


def test_what_was_used_before_may_be_unknown(clerk: Clerk) -> None:
    page = page_of(clerk, "members")
    assert isinstance(page, MembersPage)
    page.show_place("m1", "used_before.basic_fund")
    assert "不清楚的填 ?" in labels(page)
    clerk.keys("?\n")
    assert tuple(clerk.draft.members[0].unknown[0]) == ("basic_fund", "0.00", "")
    field = page.form.balances.fields["basic_fund"]
    assert "请写上最少和最多" in field.note.text()
    field.edit.setFocus()
    field.edit.selectAll()
    clerk.keys("0-5000\n")
    assert tuple(clerk.draft.members[0].unknown[0]) == ("basic_fund", "0.00", "5000.00")
    assert field.edit.text() == "? 0–5,000"
    assert "已填 1 项" in page.form.balance_fold.header.text()
    field.edit.setFocus()
    field.edit.selectAll()
    clerk.keys("12\n")
    assert clerk.draft.members[0].unknown == ()
    assert clerk.draft.members[0].used_before.basic_fund == "12.00"


def test_nothing_of_it_is_lost_by_a_killed_process(clerk: Clerk) -> None:
    page = bills_page(clerk)
    go(page, "fully_self_paid")
    clerk.keys("1000-3000\n")
    clerk.session._keeper.write()
    (file,) = clerk.session.folders.drafts.glob("*.json")
    kept = _read(file)
    assert kept is not None
    assert kept.draft == clerk.draft
    assert tuple(kept.draft.bills[0].unknown[0]) == ("fully_self_paid", "1000.00", "3000.00")


def uncertain(clerk: Clerk) -> ResultPage:
    """0 to 3,000 fully self-paid, and a balance that does not matter."""
    draft = edit.set_bill(clerk.draft, "b1", "fully_self_paid", "0-3000")
    draft = edit.set_member(draft, "m2", "used_before.basic_fund", "0-5000")
    clerk.session._replace(draft, None)
    return result_page(clerk)


def test_the_result_is_a_range_and_says_what_to_ask_for(clerk: Clerk) -> None:
    page = uncertain(clerk)
    assert isinstance(page.view, RangeView)
    text = labels(page)
    # (18,000 - 800) x 50 % = 8,600 paid at best, (15,000 - 800) x 50 % = 7,100 at worst.
    assert "9,400.00 元到 10,900.00 元之间" in text
    assert "有 2 项金额还不清楚" in text
    assert "先问这一项：户主：2024年3月2日 住院 三级，全自费。问清这一项，结果能差 1,500.00 元。" in text
    assert [row[-1] for row in page.view.questions.row_texts()] == ["1,500.00", "不影响结果"]
    assert page.view.ledgers.row_texts() == [("户主", "9,400.00–10,900.00"), ("配偶", "0.00")]


def test_a_line_leads_to_its_field(clerk: Clerk) -> None:
    page = uncertain(clerk)
    assert isinstance(page.view, RangeView)
    page.show_place("", "")
    assert QApplication.focusWidget() is page.view.questions
    clerk.press(Qt.Key.Key_Return)
    bills = clerk.window.page_widget("bills")
    assert isinstance(bills, BillsPage)
    assert bills.isVisible()
    assert COLUMNS[bills.table.currentIndex().column()] == "fully_self_paid"
    page = result_page(clerk)
    assert isinstance(page.view, RangeView)
    page.show_place("", "")
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    members = clerk.window.page_widget("members")
    assert isinstance(members, MembersPage)
    assert members.isVisible()
    assert QApplication.focusWidget() is members.form.balances.fields["basic_fund"].edit


def test_what_others_paid_is_taken_off_the_range(clerk: Clerk) -> None:
    draft = edit.set_bill(clerk.draft, "b1", "medical_assistance", "2000")
    clerk.session._replace(draft, None)
    page = uncertain(clerk)
    text = labels(page)
    assert "还要付" in text
    assert "7,400.00 元到 8,900.00 元之间" in text
    assert "自己付（个人负担）9,400.00 元到 10,900.00 元之间" in text


def test_the_whole_result_comes_once_all_is_known(clerk: Clerk) -> None:
    page = uncertain(clerk)
    draft = edit.set_bill(clerk.draft, "b1", "fully_self_paid", "3000")
    draft = edit.set_member(draft, "m2", "used_before.basic_fund", "")
    clerk.session.apply(draft, Place("bills"), "edit")
    assert isinstance(page.view, OverviewView)
    assert "10,900.00 元" in labels(page)
    clerk.session.undo()
    assert isinstance(page.view, RangeView)
    clerk.session.apply(edit.set_bill(draft, "b1", "total", "?"), Place("bills"), "edit")
    assert isinstance(page.view, MissingView)


def test_unknowns_that_change_nothing_leave_one_amount(clerk: Clerk) -> None:
    draft = edit.set_member(clerk.draft, "m2", "used_before.basic_fund", "0-5000")
    clerk.session._replace(draft, None)
    text = labels(result_page(clerk))
    assert "9,400.00 元" in text
    assert "不影响自己付多少" in text
    assert "这些金额都不影响结果" in text


def test_the_list_of_pages_does_not_claim_a_whole_result(clerk: Clerk) -> None:
    uncertain(clerk)
    ticked = [clerk.window._side.item(row).text() for row in range(clerk.window._side.count())]
    assert ["✓" in text for text in ticked] == [True, True, True, True, False, True]


def printed(clerk: Clerk, folder: Path) -> list[str]:
    page = page_of(clerk, "summary")
    assert isinstance(page, SummaryPage)
    assert page.document is not None
    write_pdf(page.document, folder / "summary.pdf")
    return ["".join(each.extract_text().split()) for each in PdfReader(str(folder / "summary.pdf")).pages]


def test_the_paper_has_the_range_and_what_to_bring_and_no_single_result(clerk: Clerk, tmp_path: Path) -> None:
    uncertain(clerk)
    family, inputs = printed(clerk, tmp_path)
    assert "9,400.00元到10,900.00元之间" in family
    assert "请问清这些金额，再来算一次" in family
    assert "1.户主：2024年3月2日住院三级，全自费" in family
    assert "现在只知道：0.00元到3,000.00元。" in family
    assert "问清这一项，结果能差1,500.00元。" in family
    assert "这一项不影响结果，可以不问。" in family
    assert "0.00到3,000.00（不清楚）" in inputs
    assert "基本医保已报（计入封顶线）0.00到5,000.00（不清楚）" in inputs
    # What is paid at best stands nowhere as the result.
    assert "8,600.00" not in family + inputs
    assert "二、测算结果" not in inputs


def test_a_draft_pack_is_marked_on_the_range_too(qtbot: QtBot, tmp_path: Path) -> None:
    draft = edit.set_year(household(), 2026)
    draft = edit.set_member(draft, "m1", "paid_on", "2025-11-02")
    draft = edit.set_member(draft, "m2", "paid_on", "2025-11-02")
    draft = edit.set_fields_of_bill(draft, "b1", {"service_date": "2026-03-02", "fully_self_paid": "?"})
    clerk = Clerk(qtbot, tmp_path / "data", draft=draft)
    family, _inputs = printed(clerk, tmp_path)
    assert "草案：本年度政策尚未确认" in family


def test_the_english_window_says_it_too(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = Clerk(qtbot, tmp_path / "data", "en", draft=household())
    page = uncertain(clerk)
    assert "between ¥9,400.00 and ¥10,900.00" in labels(page)
    family, _inputs = printed(clerk, tmp_path)
    assert "between¥9,400.00and¥10,900.00" in family
