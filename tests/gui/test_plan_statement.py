"""The settlement statement beside our amounts: typed line by line, saved, undone, explained, printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desktop_app.draft import edit
from desktop_app.draft.model import Draft
from desktop_app.draft.store import open_case, save_case
from desktop_app.ui.planning.plan_input import plan_input
from desktop_app.ui.planning.plans import plan_sections
from desktop_app.ui.planning.statement import StatementView
from desktop_app.ui.printing.document import lay_out
from desktop_app.ui.printing.frame import Frame
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.result.target import Target
from desktop_app.ui.theme import apply_theme
from tests.gui.clerk import Clerk
from tests.printing.paper import pages_of

ADULT = {"name": "户主", "birth_date": "1980-05-01", "tier": "1", "paid_on": "2024-11-20"}
STAY = {"kind": "inpatient", "service_date": "2025-03-02", "level": "3", "total": "20000.00"}
# (20,000 - 800) x 50 % = 9,600, out-of-pocket 10,400. At level 2: (20,000 - 300) x 70 % = 13,790 and 6,210.


def household(bills: int = 1) -> Draft:
    draft, member = edit.add_member(Draft(2025))
    for name, value in ADULT.items():
        draft = edit.set_member(draft, member, name, value)
    for _ in range(bills):
        draft, bill = edit.add_bill(draft)
        draft = edit.set_fields_of_bill(draft, bill, STAY)
    return draft


@pytest.fixture
def clerk(qtbot, qapp, tmp_path):
    apply_theme(qapp)
    return Clerk(qtbot, tmp_path / "data", draft=household())


def open_view(clerk: Clerk, bill: str = "") -> StatementView:
    clerk.window.show_page("result")
    clerk.window.page_widget("result").open(Target("statement", bill))
    QApplication.processEvents()
    return view(clerk)


def view(clerk: Clerk) -> StatementView:
    shown = clerk.window.page_widget("result").view
    assert isinstance(shown, StatementView)
    return shown


def said(shown: StatementView) -> str:
    return "\n".join(label.text() for label in shown.findChildren(QLabel) if label.isVisibleTo(shown))


def statement(clerk: Clerk, bill: int = 0) -> dict[str, str]:
    return dict(clerk.draft.bills[bill].paid_on_statement)


def test_amounts_typed_down_the_statement_are_kept_and_explained(clerk):
    shown = open_view(clerk)
    assert clerk.focus() is shown.form.fields["eligible"]
    clerk.keys("20000\n300\n13790\n")
    assert clerk.focus() is shown.form.fields["maternity"]
    assert statement(clerk) == {"eligible": "20000.00", "deductible": "300.00", "basic_fund": "13790.00"}
    assert shown.form.ours["basic_fund"].text() == "9,600.00"
    assert [shown.form.differences[line].text() for line in ("eligible", "deductible", "basic_fund")] == [
        "一致",
        "-500.00",
        "+4,190.00",
    ]
    assert "第一处不同是“起付标准”：结算单上 300.00 元，我们算的 800.00 元，结算单少 500.00 元。" in said(
        shown
    )
    assert "医院是按二级算的，单据上填的是三级。" in said(shown)
    assert "看结算单上的医疗机构等级" in said(shown)


def test_a_statement_that_agrees_is_said_to_the_fen(clerk):
    shown = open_view(clerk)
    clerk.keys("\n\n9600\n")
    assert "一致到分：填了的 1 项，和我们算的都一样。" in said(shown)
    clerk.keys("\n\n\n\n10399.99\n")
    assert "第一处不同是“个人负担”" in said(shown)
    assert clerk.focus() is shown.printed


def test_nothing_entered_asks_for_the_statement(clerk):
    shown = open_view(clerk)
    assert "照结算单填，有几项填几项" in said(shown)
    assert not shown.causes.isVisibleTo(shown)


def test_undo_leads_back_to_the_line(clerk):
    open_view(clerk)
    clerk.keys("\n\n13790\n6")
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert statement(clerk) == {"basic_fund": "13790.00"}
    assert clerk.focus() is view(clerk).form.fields["maternity"]
    clerk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert statement(clerk) == {}
    assert clerk.focus() is view(clerk).form.fields["basic_fund"]
    assert view(clerk).form.fields["basic_fund"].text() == ""
    clerk.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert view(clerk).form.fields["basic_fund"].text() == "13790.00"
    assert "医院是按二级算的" in said(view(clerk))


def test_full_width_digits_are_understood_and_shown_plain(clerk):
    shown = open_view(clerk)
    clerk.says("２０，０００。5")
    clerk.keys("\n")
    assert statement(clerk) == {"eligible": "20000.50"}
    assert shown.form.fields["eligible"].text() == "20000.50"


def test_what_is_no_amount_stays_in_its_field_with_what_to_do(clerk):
    shown = open_view(clerk)
    clerk.keys("20000\n30x")
    assert "金额写法不对" not in said(shown)  # not while it is being typed
    clerk.keys("\n")
    field = shown.form.fields["deductible"]
    assert field.text() == "30x"
    assert field.property("problem")
    assert "金额写法不对" in said(shown)
    assert statement(clerk) == {"eligible": "20000.00"}
    field.setFocus()
    field.selectAll()
    clerk.keys("300\n")
    assert not field.property("problem")
    assert "金额写法不对" not in said(shown)
    assert statement(clerk)["deductible"] == "300.00"


def test_an_amount_spoilt_later_is_no_longer_compared(clerk):
    shown = open_view(clerk)
    clerk.keys("300\n")
    shown.form.fields["eligible"].setFocus()
    clerk.press(Qt.Key.Key_End)
    clerk.keys("x\n")
    assert statement(clerk) == {}
    assert shown.form.fields["eligible"].text() == "300.00x"
    assert shown.form.differences["eligible"].text() == ""


def test_the_bill_is_chosen_where_there_are_several(qtbot, qapp, tmp_path):
    apply_theme(qapp)
    clerk = Clerk(qtbot, tmp_path / "data", draft=household(bills=2))
    shown = open_view(clerk)
    assert shown.which.isVisibleTo(shown)
    clerk.keys("1\n")
    shown.which.setFocus()
    QTest.keyClick(shown.which, Qt.Key.Key_Down)
    assert shown.form.fields["eligible"].text() == ""
    shown.form.fields["eligible"].setFocus()
    clerk.keys("2\n")
    assert (statement(clerk, 0), statement(clerk, 1)) == ({"eligible": "1.00"}, {"eligible": "2.00"})


def test_a_single_bill_needs_no_choice_and_one_asked_for_is_taken(qtbot, qapp, tmp_path):
    apply_theme(qapp)
    one = Clerk(qtbot, tmp_path / "one", draft=household())
    shown = open_view(one)
    assert not shown.which.isVisibleTo(shown)
    two = Clerk(qtbot, tmp_path / "two", draft=household(bills=2))
    open_view(two, "b2")
    two.keys("7\n")
    assert (statement(two, 0), statement(two, 1)) == ({}, {"eligible": "7.00"})


def test_a_refused_text_does_not_go_over_to_another_bill(qtbot, qapp, tmp_path):
    apply_theme(qapp)
    clerk = Clerk(qtbot, tmp_path / "data", draft=household(bills=2))
    shown = open_view(clerk)
    clerk.keys("abc\n")
    shown.which.setFocus()
    QTest.keyClick(shown.which, Qt.Key.Key_Down)
    assert shown.form.fields["eligible"].text() == ""
    assert not shown.form.fields["eligible"].property("problem")


def test_the_statement_is_saved_and_opened_with_the_case(clerk, tmp_path):
    open_view(clerk)
    clerk.keys("\n\n13790\n")
    path = tmp_path / "case.yys"
    save_case(path, clerk.draft)
    opened = open_case(path, lambda _region, _year: True)
    assert isinstance(opened, Draft)
    assert dict(opened.bills[0].paid_on_statement) == {"basic_fund": "13790.00"}


def test_a_correction_of_the_bill_settles_the_difference(clerk):
    shown = open_view(clerk)
    clerk.keys("\n300\n13790\n")
    corrected = edit.set_bill(clerk.draft, "b1", "level", "2")
    clerk.session.history.restart(corrected)
    clerk.session._follow()
    assert "一致到分：填了的 2 项" in said(shown)


def test_the_sides_stand_below_each_other_in_a_small_window(clerk):
    shown = open_view(clerk)
    clerk.keys("\n300\n")
    assert shown.causes.mapTo(shown, shown.causes.rect().topLeft()).x() > shown.width() // 3
    clerk.window.resize(911, 512)
    QApplication.processEvents()
    form = shown.form.mapTo(shown, shown.form.rect().bottomLeft())
    assert shown.causes.mapTo(shown, shown.causes.rect().topLeft()).y() > form.y()


def test_the_chosen_statement_goes_on_paper(clerk, tmp_path):
    shown = open_view(clerk)
    clerk.keys("\n300\n13790\n")
    shown.printed.click()
    given = plan_input(shown.answer, clerk.session)
    sections = list(plan_sections(given))
    frame = Frame("", "", "", "{page}/{pages}")
    path = tmp_path / "plan.pdf"
    write_pdf(lay_out("", frame, sections), path)
    (page,) = pages_of(path)
    for text in (
        "和结算单核对",
        "起付标准300.00800.00-500.00",
        "能解释整张结算单的原因",
        "医院是按二级算的",
        "看结算单上的医疗机构等级",
    ):
        assert text in page


def test_without_a_statement_nothing_goes_on_paper(clerk):
    shown = open_view(clerk)
    shown.printed.click()
    given = plan_input(shown.answer, clerk.session)
    assert list(plan_sections(given)) == []
