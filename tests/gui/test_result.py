"""The result page, as a clerk uses it: the number, what opens from each line, and the way back."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItemIterator,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.draft.settings import Settings
from desktop_app.draft.store import read_tree
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.resources import data_path
from desktop_app.ui.result.bill import BillView
from desktop_app.ui.result.limits import limits_left
from desktop_app.ui.result.missing import MissingView
from desktop_app.ui.result.overview import OverviewView
from desktop_app.ui.result.target import OVERVIEW, FieldLink, Target
from desktop_app.ui.result.view import View
from desktop_app.ui.session import Session
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.wizard.result import ResultPage
from desktop_app.wording.messages import Lang
from desktop_app.wording.sentences import Wording

CASES = Path(__file__).parents[1] / "cases"
SAMPLE = data_path("resources", "samples", "sample-household.yys")


def tree_of(name: str) -> dict:
    return json.loads(next(CASES.glob(f"{name}-*.json")).read_text(encoding="utf-8"))


def case(name: str) -> Draft:
    draft = read_tree(tree_of(name)["case"], lambda _region, _year: True)
    assert isinstance(draft, Draft)
    return draft


@pytest.fixture
def open_page(qtbot: QtBot, tmp_path: Path):
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if not application.styleSheet():
        apply_theme(application)

    def open_(draft: Draft | Path, lang: Lang = "zh_CN") -> ResultPage:
        session = Session(
            find_packs([shipped_folder()]), Folders(tmp_path), Settings(), lambda: date(2025, 6, 30)
        )
        if isinstance(draft, Draft):
            session._replace(draft, None)
        else:
            assert session.open_copy(draft) == ()
        page = ResultPage(session, Wording(lang))
        qtbot.addWidget(page)
        page.resize(1150, 620)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.show_place("", "")
        return page

    return open_


def said(widget: QWidget) -> str:
    """All that stands on a view and can be seen."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    labels += [button.text() for button in widget.findChildren(QPushButton) if button.isVisibleTo(widget)]
    for lines in (each for each in widget.findChildren(LineList) if each.isVisibleTo(widget)):
        labels += [" ".join(row) for row in lines.row_texts()]
        labels += [
            str(lines.model().headerData(c, Qt.Orientation.Horizontal)) for c in range(lines.columnCount())
        ]
    for tree in (each for each in widget.findChildren(QTreeWidget) if each.isVisibleTo(widget)):
        labels += tree_texts(tree)
    return "\n".join(labels)


def tree_texts(tree: QTreeWidget) -> list[str]:
    texts = []
    iterator = QTreeWidgetItemIterator(tree)
    while iterator.value() is not None:
        texts.append(f"{iterator.value().text(0)} {iterator.value().text(1)}")
        iterator += 1
    return texts


def view(page: ResultPage) -> View:
    assert isinstance(page.view, View)
    return page.view


def rows(page: ResultPage, name: str) -> list[tuple[str, ...]]:
    return next(lines for lines in view(page).lists if lines.accessibleName() == name).row_texts()


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.mark.parametrize("path", sorted(CASES.glob("[0-9]*.json")), ids=lambda path: path.stem)
def test_the_number_is_that_of_the_worked_case(open_page, path):
    tree = json.loads(path.read_text(encoding="utf-8"))
    draft = read_tree(tree["case"], lambda _region, _year: True)
    page = open_page(draft)
    expected = tree["expected"]["totals"]
    amount = next(label for label in view(page).findChildren(QLabel) if label.property("role") == "amount")
    assert amount.text() == f"{float(expected['left_to_pay']):,.2f} 元"
    assert f"{float(expected['total']):,.2f} 元" in said(page) or not draft.bills


def test_causes_payers_and_members_stand_on_the_first_screen(open_page):
    page = open_page(case("16"))
    assert "还要付" in said(page)
    assert "1,870.00 元" in said(page)
    # 40 + 60 + 2,500 copayment; 30 + 140 + 1,500 above limits; 2,400 paid by critical illness insurance.
    assert [row[1] for row in rows(page, "为什么要自己付")] == ["2,600.00", "1,670.00", "-2,400.00"]
    assert [row[1] for row in rows(page, "谁付了其余的")] == ["1,130.00", "2,400.00", "800.00", "100.00"]
    assert rows(page, "家里每个人") == [("m1", "5,400.00", "4,430.00", "970.00")]


def test_without_others_it_says_what_the_family_pays(open_page):
    assert "您自己付" in said(open_page(case("01")))


def test_a_line_opens_member_bill_and_derivation_by_keyboard_and_esc_leads_back(open_page):
    page = open_page(case("09"))
    overview = view(page)
    members = next(lines for lines in overview.lists if lines.accessibleName() == "家里每个人")
    members.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert page.target == Target("member", "m1")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert page.target == Target("bill", "b2")
    assert isinstance(page.view, BillView)
    texts = "\n".join(tree_texts(page.view.tree))
    # 200,000 - 5,400 - 116,760 = 77,840; the cap of 80,000 had 5,400 left.
    for figure in ("200,000.00", "5,400.00", "116,760.00", "77,840.00", "80,000.00", "R16", "R20", "S0"):
        assert figure in texts
    assert "封顶线已经到了" in said(page)
    press(Qt.Key.Key_Return)
    assert page.view.tree.hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.target == Target("member", "m1")
    assert view(page).lists[0].currentRow() == 1
    press(Qt.Key.Key_Backspace)
    assert page.target == OVERVIEW


def test_a_marked_amount_shows_its_own_derivation(open_page):
    page = open_page(case("01"))
    page.open(Target("bill", "b1", "deductible"))
    assert isinstance(page.view, BillView)
    first = tree_texts(page.view.tree)[0]
    assert "起付线 800.00" in first
    assert "R12" in first


def test_the_first_levels_stand_open_and_wrap(open_page):
    page = open_page(case("09"))
    page.open(Target("bill", "b2"))
    QApplication.processEvents()
    tree = page.view.tree
    root = tree.topLevelItem(0)
    assert root.isExpanded()
    assert tree.visualItemRect(root.child(1)).height() > 1.5 * tree.fontMetrics().height()
    assert tree.columnWidth(0) + tree.columnWidth(1) <= tree.viewport().width()


def test_a_name_keeps_room_beside_millions_in_a_small_window(open_page, qtbot):
    draft = case("11")
    million = edit.set_fields_of_bill(draft, draft.bills[0].id, {"total": "1234567.89"})
    page = open_page(million)
    page.resize(640, 300)
    members = next(lines for lines in view(page).lists if lines.accessibleName() == "家里每个人")
    qtbot.waitUntil(lambda: members.columnWidth(0) >= 60)
    shown = sum(members.columnWidth(column) for column in range(members.columnCount()))
    assert shown <= members.width()


def test_saving_leaves_the_focus_where_it_was(open_page, tmp_path):
    page = open_page(case("01"))
    page.open(Target("share", "deductible"))
    before = page.focusWidget()
    page.session.save(tmp_path / "case.yys")
    assert page.focusWidget() is before
    assert isinstance(before, LineList)
    press(Qt.Key.Key_Escape)
    assert page.target == OVERVIEW


def test_where_others_paid_the_column_says_what_is_left(open_page):
    draft = case("01")
    paid = edit.set_fields_of_bill(draft, draft.bills[0].id, {"medical_assistance": "1000"})
    assert "家里每个人 费用 医保等付 还要付" in " ".join(said(open_page(paid)).split())


def test_a_rule_is_asked_for_by_key_and_click(open_page, qtbot):
    page = open_page(case("01"))
    page.open(Target("bill", "b1", "basic_fund"))
    tree = page.view.tree
    tree.setFocus()
    tree.setCurrentItem(tree.topLevelItem(0))
    with qtbot.waitSignal(page.rule_asked) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == ["R16"]
    row = tree.visualItemRect(tree.topLevelItem(0))
    with qtbot.waitSignal(page.rule_asked):
        place = QPoint(tree.columnWidth(0) + 10, row.center().y())
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_cause_opens_the_bills_it_comes_from(open_page):
    page = open_page(case("09"))
    page.open(Target("share", "above_limit"))
    # 99,600 - 5,400 on the second bill, all 99,600 on the third.
    assert [row[1] for row in view(page).lists[0].row_texts()] == ["94,200.00", "99,600.00"]


@pytest.mark.parametrize(
    ("number", "share"),
    [
        ("14", "less_maternity"),
        ("14", "maternity"),
        ("16", "medical_assistance"),
        ("01", "fully_self_paid"),
        ("09", "less_critical_illness"),
        ("13", "not_covered"),
    ],
)
def test_every_share_leads_to_a_derivation(open_page, number, share):
    page = open_page(case(number))
    page.open(Target("share", share))
    press(Qt.Key.Key_Return)
    assert isinstance(page.view, BillView)
    assert page.view.tree.topLevelItemCount() == 1
    assert page.target.output


def test_limits_left_are_those_of_the_ledger(open_page):
    page = open_page(case("16"))
    limits = {each.code: each for each in limits_left(page.session.estimate.settlement, "m1")}
    # 300 - 270 - 30; 80,000 - 79,000 - 1,000; 200,000 - 25,300.20 - 2,400; 1,000 + 200 - 1,100 - 100.
    assert {code: each.left for code, each in limits.items()} == {
        "outpatient": 0,
        "basic_cap": 0,
        "critical_illness": 172_299_80,
        "chronic": 0,
    }
    page.open(Target("limits"))
    assert ("大病保险", "200,000.00", "27,700.20", "172,299.80") in view(page).lists[0].row_texts()


def test_limits_say_where_there_is_no_cap_and_who_shares_them(open_page):
    page = open_page(SAMPLE)
    page.open(Target("limits"))
    text = said(view(page))
    assert "大病保险 不封顶 8,246.11 不封顶" in text
    assert "与监护人配偶共用。" in text
    # The guardian's prenatal care: 420 at most 300.
    assert "产前检查补助 300.00 300.00 0.00" in text


def test_without_coverage_there_are_no_limits(open_page):
    draft = edit.set_member(case("01"), "m1", "enrolment_kind", "none")
    page = open_page(draft)
    assert limits_left(page.session.estimate.settlement, "m1") == ()
    page.open(Target("limits"))
    assert "今年没有待遇" in said(view(page))
    page.open(Target("remarks"))
    assert "这一年没有参保" in said(view(page))


def test_assistance_that_may_apply_stands_beside_the_number(open_page):
    draft = edit.set_member(case("01"), "m1", "assistance_categories", ("low_income_margin",))
    assert "医疗救助" in said(open_page(draft))
    assert "可能可以申请医疗救助" not in said(open_page(case("01")))


def test_blank_amounts_are_said_and_lead_to_their_field(open_page, qtbot):
    page = open_page(case("09"))
    assert "有 3 张单据" in said(page)
    page.open(Target("remarks"))
    assert "未填，按 0 计：全自费、超限价、乙类先行自付" in said(view(page))
    view(page).lists[0].mark(FieldLink("bills", "b1", "fully_self_paid"))
    with qtbot.waitSignal(page.go_to) as followed:
        press(Qt.Key.Key_Return)
    assert followed.args == ["bills", "b1", "fully_self_paid"]


def test_what_the_result_rests_on_waits_one_step_away(open_page, qtbot):
    page = open_page(case("01"))
    used = {each.rule for each in page.session.estimate.policy.conflicts}
    page.open(Target("basis", "conflicts"))
    shown = {row[2] for row in view(page).lists[0].row_texts()}
    assert shown < used
    assert "R20" in shown
    # The case has no outpatient bill: what concerns outpatient rates did not touch it.
    assert "R11" not in shown
    page.go_back()
    page.open(Target("basis", "assumptions"))
    with qtbot.waitSignal(page.rule_asked):
        press(Qt.Key.Key_Return)
    page.go_back()
    page.open(Target("basis", "not_computed"))
    assert "医疗救助" in said(view(page))


def test_coverage_and_premium_are_derived_too(open_page):
    page = open_page(SAMPLE)
    page.open(Target("member", "m4"))
    assert "40.00" in said(view(page))
    page.open(Target("member_step", "m4", "own_share"))
    # 400 less the subsidy of 360.
    assert "400.00" in said(view(page))
    assert "360.00" in said(view(page))


def test_what_is_missing_leads_to_its_field_and_no_number_is_shown(open_page, qtbot):
    draft = case("01")
    draft = edit.set_member(draft, "m1", "birth_date", "")
    for _ in range(4):
        draft, _bill = edit.add_bill(draft)
    page = open_page(draft)
    assert isinstance(page.view, MissingView)
    assert len(page.view.list.row_texts()) == 8
    problems = len(page.session.estimate.problems)
    assert f"还有 {problems - 8} 处" in said(page)
    assert "元" not in said(page.view)
    with qtbot.waitSignal(page.go_to) as followed:
        press(Qt.Key.Key_Return)
    assert followed.args == ["members", "m1", "birth_date"]
    assert "m1，出生日期：" in said(page)


def test_an_empty_household_asks_for_a_member(open_page):
    page = open_page(Draft(2025))
    assert "还没有填写家庭成员" in said(page)


def test_a_household_without_bills_has_a_result(open_page):
    page = open_page(replace(case("01"), bills=()))
    assert "还没有填写单据" in said(page)
    page.open(Target("expense_chart"))
    assert "没有图可看" in said(view(page))


def test_no_heading_stands_over_nothing(open_page):
    draft = case("01")
    uncovered = edit.set_member(draft, "m1", "enrolment_kind", "none")
    assert "谁付了其余的" not in said(open_page(uncovered))
    assert "为什么要自己付" in said(open_page(uncovered))
    assert "为什么要自己付" not in said(open_page(replace(draft, bills=())))


def test_an_edit_updates_the_page_and_a_removed_bill_closes_its_view(open_page):
    page = open_page(case("09"))
    session = page.session
    session.apply(edit.remove_bills(session.draft, ["b2", "b3"]), Place("bills"), "remove_bills")
    session.apply(edit.set_bill(session.draft, "b1", "total", "900"), Place("bills"), "edit")
    # (900 - 800) x 50 % = 50 is paid.
    assert "850.00 元" in said(page)
    assert rows(page, "家里每个人") == [("m1", "900.00", "50.00", "850.00")]
    page.open(Target("bill", "b1"))
    assert "850.00" in said(view(page))
    session.apply(edit.remove_bills(session.draft, ["b1"]), Place("bills"), "remove_bills")
    assert page.target == OVERVIEW


def test_finishing_leaves_nothing_on_the_page(open_page):
    page = open_page(SAMPLE)
    page.open(Target("bill", "b3"))
    page.hide()
    page.session.finish()
    QApplication.processEvents()
    assert "祖母" not in said(page)


def test_nothing_is_chinese_in_english(open_page):
    draft = case("16")
    page = open_page(draft, "en")
    targets = [
        OVERVIEW,
        Target("member", "m1"),
        Target("limits"),
        Target("remarks"),
        Target("share", "copayment"),
    ]
    targets += [Target("expense_chart"), Target("limits_chart"), Target("basis", "assumptions")]
    for target in targets:
        page.show_place("", "")
        page.open(target)
        text = said(page)
        if target.view != "basis":  # remarks of values are the pack's own
            assert not [sign for sign in text if "\u3400" <= sign <= "\u9fff"], (target, text)
    page.open(Target("bill", "b3"))
    sentences = [text.text(0) for text in page.view.tree.findItems("", Qt.MatchFlag.MatchContains)]
    assert sentences
    assert not [sign for sign in "".join(sentences) if "\u3400" <= sign <= "\u9fff"]


@pytest.mark.parametrize(
    ("lang", "width", "height"),
    [("zh_CN", 1179, 624), ("zh_CN", 1093, 644), ("en", 1179, 624), ("en", 1093, 644)],
)
def test_the_first_screen_fits_a_small_screen(open_page, qtbot, lang, width, height):
    page = open_page(SAMPLE, lang)
    page.resize(width, height)
    assert isinstance(page.view, OverviewView)
    # A scroll bar that goes leaves room for the lines that wrapped beside it.
    qtbot.waitUntil(lambda: page.view.height() <= page.view.parentWidget().height())
