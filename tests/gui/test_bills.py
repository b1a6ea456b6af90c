"""The page of bills, as a clerk uses it: keys, pasting, what stands in the cells and below them."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.draft import edit
from desktop_app.draft.autosave import Kept
from desktop_app.draft.hospitals import Hospital
from desktop_app.draft.model import Draft, DraftBill
from desktop_app.draft.settings import Settings
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.ui.bills.choice_editor import ChoiceEditor
from desktop_app.ui.bills.name_editor import NameEditor
from desktop_app.ui.models.bill_columns import COLUMNS
from desktop_app.ui.session import Session
from desktop_app.ui.wizard.bills import BillsPage
from desktop_app.ui.wizard.pages import build_page
from desktop_app.wording.sentences import Wording

YEAR = 2024
ADULT = {"name": "户主", "birth_date": "1980-05-01", "tier": "1", "paid_on": "2023-11-02"}
CHILD = {"name": "长子", "birth_date": "2015-05-01", "tier": "1", "paid_on": "2023-11-02"}
STAY = {"kind": "inpatient", "service_date": "3.2", "level": "3", "total": "25000"}


def household(*members: dict[str, str], bills: tuple[dict[str, str], ...] = ()) -> Draft:
    draft = Draft(YEAR)
    for fields in members:
        draft, member = edit.add_member(draft)
        for name, value in fields.items():
            draft = edit.set_member(draft, member, name, value)
    for fields in bills:
        draft, bill = edit.add_bill(draft)
        draft = edit.set_fields_of_bill(draft, bill, fields)
    return draft


def open_page(
    qtbot: QtBot, folder: Path, draft: Draft, lang: str = "zh_CN", *, known: tuple[Hospital, ...] = ()
) -> BillsPage:
    session = Session(find_packs([shipped_folder()]), Folders(folder), Settings(), lambda: date(YEAR, 6, 1))
    session.take_up(Kept(draft, None))
    for hospital in known:
        session.remember_hospital(hospital)
    page = build_page("bills", session, Wording(lang))  # type: ignore[arg-type]
    assert isinstance(page, BillsPage)
    qtbot.addWidget(page)
    page.resize(1150, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.show_place("", "")
    qtbot.waitUntil(page.table.hasFocus)
    return page


def keys(text: str) -> None:
    """Type into whatever has the focus, as a clerk does; ``\\n`` is Enter."""
    for sign in text:
        widget = QApplication.focusWidget()
        if sign == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(widget, sign)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def cell(page: BillsPage, row: int, column: str) -> str:
    return str(page.model.index(row, COLUMNS.index(column)).data())


def mark(page: BillsPage, row: int, column: str) -> str:
    return page.model._rows[row][COLUMNS.index(column)].mark


def go(page: BillsPage, row: int, column: str) -> None:
    page.table.go_to(row, COLUMNS.index(column))


def here(page: BillsPage) -> tuple[int, str]:
    index = page.table.currentIndex()
    return index.row(), COLUMNS[index.column()]


def said(page: BillsPage) -> str:
    return "\n".join(remark.text for remark in page.detail.said.said)


def test_a_bill_is_entered_wholly_from_the_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT))
    assert here(page) == (0, "kind")
    keys("2\n20240302\nYi Yuan\n3\n25000\n3000\n\n2000\n")
    assert page.session.draft.bills == (
        DraftBill(
            "b1",
            member="m1",
            kind="inpatient",
            service_date="2024-03-02",
            institution_name="Yi Yuan",
            level="3",
            total="25000.00",
            fully_self_paid="3000.00",
            class_b_copay="2000.00",
        ),
    )
    # Case 01: eligible 25,000 - 3,000 - 2,000; paid (20,000 - 800) x 50 %; the rest is the family's.
    assert [cell(page, 0, name) for name in ("eligible", "paid", "out_of_pocket")] == [
        "20,000.00",
        "9,600.00",
        "15,400.00",
    ]
    assert here(page) == (1, "service_date")
    with qtbot.waitSignal(page.go_on):
        keys("\n")
    assert len(page.session.draft.bills) == 1


def test_amounts_follow_each_key_and_escape_puts_the_old_text_back(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))
    before = page.session.draft
    go(page, 0, "total")
    keys("9")
    assert page.session.draft.bills[0].total == "9.00"
    keys("800")
    # 9,800 on level 3: (9,800 - 800) x 50 % = 4,500.
    assert cell(page, 0, "paid") == "4,500.00"
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "9800"
    press(Qt.Key.Key_Escape)
    assert page.session.draft == before
    assert page.session.history.undo_code == "take_up"
    assert page.table.hasFocus()


def test_the_empty_row_is_no_bill_until_something_is_typed(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, CHILD))
    assert here(page) == (0, "member")
    assert page.model.rowCount() == 1
    go(page, 0, "total")
    keys("5")
    assert len(page.session.draft.bills) == 1
    assert page.model.rowCount() == 2
    press(Qt.Key.Key_Backspace)
    assert page.session.draft.bills == ()
    assert page.model.rowCount() == 1
    keys("7\n")
    assert page.session.draft.bills[0].total == "7.00"
    page.session.undo()
    assert page.session.draft.bills == ()


def test_a_new_row_begins_with_member_and_kind_of_the_one_above(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, CHILD, bills=({"member": "m2", **STAY},)))
    assert here(page) == (1, "service_date")
    assert (cell(page, 1, "member"), cell(page, 1, "kind")) == ("长子", "住院")
    keys("3.5\n")
    added = page.session.draft.bills[1]
    assert (added.member, added.kind, added.service_date) == ("m2", "inpatient", "2024-03-05")


def test_the_member_and_kind_of_the_row_above_can_be_chosen_again(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, CHILD, bills=({"member": "m2", **STAY},)))
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    with qtbot.assertNotEmitted(page.go_on):
        keys("2\n2\n0305\n")
    added = page.session.draft.bills[1]
    assert (added.member, added.kind, added.service_date) == ("m2", "inpatient", "2024-03-05")


def test_enter_accepts_the_member_and_kind_of_the_row_above(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, CHILD, bills=({"member": "m2", **STAY},)))
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    with qtbot.assertNotEmitted(page.go_on):
        keys("\n\n3.5\n")
    assert page.session.draft.bills[1].service_date == "2024-03-05"


def test_a_key_that_chooses_nothing_does_not_leave_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT))
    with qtbot.assertNotEmitted(page.go_on):
        keys("9\n")
    assert here(page) == (0, "kind")
    with qtbot.waitSignal(page.go_on):
        keys("\n")


def test_enter_in_a_blank_last_bill_takes_it_away_and_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY, {})))
    go(page, 1, "total")
    with qtbot.waitSignal(page.go_on):
        keys("\n")
    assert [bill.total for bill in page.session.draft.bills] == ["25000.00"]


@pytest.mark.parametrize(
    ("column", "typed", "value"),
    [
        ("member", "2", "m2"),
        ("kind", "4", "major_outpatient"),
        ("kind", "zy", "inpatient"),
        ("level", "1", "1"),
    ],
)
def test_choices_are_made_by_number_or_letters(
    qtbot: QtBot, tmp_path: Path, column: str, typed: str, value: str
) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, CHILD, bills=(STAY | {"kind": "outpatient"},)))
    go(page, 0, column)
    keys(typed)
    assert isinstance(QApplication.focusWidget(), ChoiceEditor)
    keys("\n")
    assert getattr(page.session.draft.bills[0], column) == value
    assert page.table.hasFocus()


def test_a_choice_is_taken_from_the_open_list(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY | {"kind": "outpatient"},)))
    go(page, 0, "kind")
    keys(" ")
    editor = QApplication.focusWidget()
    assert isinstance(editor, ChoiceEditor)
    qtbot.waitUntil(editor.view().isVisible)
    QTest.keyClick(editor.view(), Qt.Key.Key_Down)
    QTest.keyClick(editor.view(), Qt.Key.Key_Return)
    assert page.session.draft.bills[0].kind == "inpatient"
    assert here(page) == (0, "service_date")
    assert page.table.hasFocus()


def test_the_list_waits_for_the_mouse_button_of_a_double_click(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))
    kind = page.model.index(0, COLUMNS.index("kind"))
    window, left, nowhere = page.window().windowHandle(), Qt.MouseButton.LeftButton, QPoint(2, 2)
    QTest.mousePress(window, left, Qt.KeyboardModifier.NoModifier, nowhere)
    page.table.edit(kind)
    editor = page.table.indexWidget(kind)
    assert isinstance(editor, ChoiceEditor)
    qtbot.wait(60)
    assert not editor.view().isVisible()
    QTest.mouseRelease(window, left, Qt.KeyboardModifier.NoModifier, nowhere)
    qtbot.waitUntil(editor.view().isVisible)


def test_a_command_of_the_window_takes_what_is_being_typed(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))
    go(page, 0, "total")
    keys("123")
    # What the window does before it saves or undoes.
    editor = QApplication.focusWidget()
    editor.clearFocus()
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    assert page.session.draft.bills[0].total == "123.00"
    qtbot.waitUntil(page.table.hasFocus)
    keys("4")
    assert page.session.draft.bills[0].total == "4.00"
    press(Qt.Key.Key_Escape)
    assert page.session.draft.bills[0].total == "123.00"
    page.session.undo()
    assert page.session.draft.bills[0].total == "25000.00"


def test_escape_in_a_choice_puts_the_old_one_back(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))
    go(page, 0, "level")
    keys("1")
    assert page.session.draft.bills[0].level == "1"
    press(Qt.Key.Key_Escape)
    assert page.session.draft.bills[0].level == "3"


@pytest.mark.parametrize(
    ("column", "typed", "value"),
    [
        ("total", "１２３４。５", "1234.50"),
        ("total", "￥1，234.50", "1234.50"),
        ("service_date", "２０２４。３。２", "2024-03-02"),
        ("service_date", "2024年3月2日", "2024-03-02"),
    ],
)
def test_full_width_signs_are_understood(
    qtbot: QtBot, tmp_path: Path, column: str, typed: str, value: str
) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))
    go(page, 0, column)
    page.table.edit(page.table.currentIndex())
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    editor.insert(typed)
    press(Qt.Key.Key_Return)
    assert getattr(page.session.draft.bills[0], column) == value


def test_an_input_method_begins_an_edit(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))

    def commit(text: str, composed: str = "") -> None:
        if composed:
            QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent(composed, []))
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)

    go(page, 0, "institution_name")
    assert page.table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    commit("示例", "shi li")
    commit("医院")
    assert page.session.draft.bills[0].institution_name == "示例医院"
    keys("\n")
    commit("２")
    keys("\n")
    assert page.session.draft.bills[0].level == "2"
    commit("１２")
    keys("\n")
    assert page.session.draft.bills[0].total == "12.00"


def test_tab_and_arrows_move_and_commit(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY, STAY)))
    go(page, 0, "class_b_copay")
    keys("10")
    press(Qt.Key.Key_Tab)
    assert here(page) == (1, "kind")
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Backtab)
    assert here(page) == (0, "class_b_copay")
    keys("20")
    press(Qt.Key.Key_Down)
    assert here(page) == (1, "class_b_copay")
    assert page.session.draft.bills[0].class_b_copay == "20.00"


PASTED = (
    "总费用（元）\t入院日期\t病案号\t医院名称\t等级\t就医类型\n"
    "25,000.00\t2024/3/2\tZ1\t示例一院\t三级甲等\t住院\n"
    "12a\t2024.13.2\t\t示例二院\t特级\t住院\n"
)


def test_pasting_takes_headings_in_any_order_and_drops_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT))
    QGuiApplication.clipboard().setText(PASTED)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    first, second = page.session.draft.bills
    assert (first.member, first.kind, first.level) == ("m1", "inpatient", "3")
    # (25,000 - 800) x 50 %
    assert cell(page, 0, "paid") == "12,100.00"
    assert (second.total, second.service_date, second.level) == ("12a", "2024.13.2", "特级")
    for column, text in (("total", "12a"), ("service_date", "2024.13.2"), ("level", "特级")):
        assert cell(page, 1, column) == text
        assert mark(page, 1, column) == "problem"
    for told in ("2 张", "3 格", "病案号", "Z1"):
        assert told in page.notice.text
    assert page.notice.isVisible()
    page.session.undo()
    assert page.session.draft.bills == ()
    assert not page.notice.isVisible()


def test_cells_without_headings_go_where_the_cursor_is(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))
    go(page, 0, "total")
    QGuiApplication.clipboard().setText("100\t20\n300\t\n")
    keys("1")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [(bill.total, bill.fully_self_paid) for bill in page.session.draft.bills] == [
        ("100.00", "20.00"),
        ("300.00", ""),
    ]


def test_one_pasted_cell_stays_where_it_was_pasted(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT))
    keys("2\n20240302\n")
    QGuiApplication.clipboard().setText("示例一院")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert here(page) == (0, "institution_name")
    assert not page.notice.isVisible()
    keys("\n3\n25000\n")
    (bill,) = page.session.draft.bills
    assert (bill.institution_name, bill.level, bill.total) == ("示例一院", "3", "25000.00")


def test_an_empty_clipboard_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT))
    QGuiApplication.clipboard().setText("")
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "剪贴板" in page.notice.text
    assert page.session.draft.bills == ()


def test_rows_are_copied_moved_deleted_and_had_back(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY, STAY | {"total": "1000"})))
    start = page.session.draft
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier

    def totals() -> list[str]:
        return [cell(page, row, "total") for row in range(page.model.rowCount() - 1)]

    go(page, 0, "total")
    press(Qt.Key.Key_D, control)
    assert totals() == ["25,000.00", "25,000.00", "1,000.00"]
    assert here(page) == (1, "total")
    press(Qt.Key.Key_Down, alt)
    assert totals() == ["25,000.00", "1,000.00", "25,000.00"]
    assert here(page) == (2, "total")
    press(Qt.Key.Key_Delete, control)
    assert totals() == ["25,000.00", "1,000.00"]
    page.table.selectRow(0)
    press(Qt.Key.Key_Delete)
    assert totals() == ["1,000.00"]
    for _ in range(4):
        page.session.undo()
    assert page.session.draft == start
    assert totals() == ["25,000.00", "1,000.00"]


def test_undo_leaves_one_cell_selected_while_ctrl_is_held(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY, STAY)))
    go(page, 0, "total")
    QTest.keyPress(QApplication.focusWidget(), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    go(page, 1, "service_date")
    QTest.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Control)
    assert [(index.row(), COLUMNS[index.column()]) for index in page.table.selectedIndexes()] == [
        (1, "service_date")
    ]


def test_delete_in_a_cell_empties_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY | {"fully_self_paid": "5"},)))
    go(page, 0, "fully_self_paid")
    press(Qt.Key.Key_Delete)
    assert page.session.draft.bills[0].fully_self_paid == ""
    assert cell(page, 0, "fully_self_paid") == "按 0 计"


def test_blank_amounts_count_zero_and_say_so(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY | {"class_b_copay": "0"},)))
    go(page, 0, "total")
    assert cell(page, 0, "over_price_limit") == "按 0 计"
    assert cell(page, 0, "class_b_copay") == "0.00"
    assert "未填，按 0 计：全自费、超限价" in said(page)
    assert "乙类" not in said(page)


def test_a_problem_stands_at_its_field_with_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY | {"fully_self_paid": "30000"},)))
    assert here(page) == (0, "total")
    assert mark(page, 0, "total") == "problem"
    assert "总费用" in said(page)
    assert "请核对结算单" in said(page)
    tip = page.model.index(0, COLUMNS.index("total")).data(Qt.ItemDataRole.ToolTipRole)
    assert "请核对结算单" in tip
    keys("40000\n")
    assert mark(page, 0, "total") == "plain"
    assert "请核对" not in said(page)


def test_what_is_missing_is_marked_only_once_the_row_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT))
    keys("2\n")
    assert mark(page, 0, "total") == "plain"
    assert "还要填：就诊/入院日期、医疗机构等级、总费用" in said(page)
    go(page, 1, "kind")
    assert mark(page, 0, "total") == "problem"


def test_an_institution_entered_once_is_offered_with_level_and_type(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(
        qtbot,
        tmp_path,
        household(ADULT),
        known=(Hospital("示例中医院", "2", "tcm"), Hospital("Xin Yuan", "1", "general")),
    )
    go(page, 0, "institution_name")
    keys("x")
    editor = QApplication.focusWidget()
    assert isinstance(editor, NameEditor)
    qtbot.waitUntil(editor.completer().popup().isVisible)
    QTest.keyClick(editor.completer().popup(), Qt.Key.Key_Down)
    QTest.keyClick(editor.completer().popup(), Qt.Key.Key_Return)
    bill = page.session.draft.bills[0]
    assert (bill.institution_name, bill.level, bill.institution_type) == ("Xin Yuan", "1", "general")
    assert here(page) == (0, "total")
    go(page, 1, "institution_name")
    page.table.edit(page.table.currentIndex())
    editor = QApplication.focusWidget()
    assert isinstance(editor, NameEditor)
    editor.insert("示例中医院")
    assert page.session.draft.bills[1].level == ""
    keys("\n")
    bill = page.session.draft.bills[1]
    assert (bill.level, bill.institution_type) == ("2", "tcm")


def test_an_institution_is_remembered_when_name_and_level_stand(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY | {"level": ""},)))
    go(page, 0, "institution_name")
    keys("Yi Yuan\n")
    assert page.session.hospitals == ()
    keys("2\n")
    assert page.session.hospitals == (Hospital("Yi Yuan", "2", "general"),)


def test_the_pane_shows_what_applies_to_the_kind(qtbot: QtBot, tmp_path: Path) -> None:
    visit = {"kind": "outpatient", "service_date": "3.2", "level": "1", "total": "100"}
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY, visit, visit | {"tcm_eligible": "5"})))

    def shown() -> list[str]:
        return [name for name in page.detail._boxes if page.detail.field(name).isVisible()]

    go(page, 0, "total")
    assert shown() == [
        "settlement_date",
        "institution_type",
        "tcm_eligible",
        "medical_assistance",
        "other_payer",
    ]
    go(page, 1, "total")
    assert shown() == ["institution_type", "medical_assistance", "other_payer"]
    go(page, 2, "total")
    assert "tcm_eligible" in shown()


def test_the_pane_is_reached_edited_and_left_by_keys(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))
    go(page, 0, "total")
    press(Qt.Key.Key_F6)
    assert page.detail.field("settlement_date").hasFocus()
    keys("3.12\n")
    assert page.session.draft.bills[0].settlement_date == "2024-03-12"
    settled = page.detail.field("settlement_date")
    assert isinstance(settled, QLineEdit)
    assert settled.text() == "2024-03-12"
    kind = page.detail.field("institution_type")
    assert isinstance(kind, QComboBox)
    assert kind.hasFocus()
    keys("\n\n")
    keys("2000")
    assert page.session.draft.bills[0].medical_assistance == "2000.00"
    # (25,000 - 800) x 50 % = 12,100 are left to the family; 2,000 of it were paid: 12,900 - 2,000.
    assert "还剩 10,900.00 元" in said(page)
    press(Qt.Key.Key_Escape)
    assert page.session.draft.bills[0].medical_assistance == ""
    assert page.table.hasFocus()


def test_a_bill_whose_member_is_not_complete_leads_there(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT | {"birth_date": ""}, bills=(STAY,)))
    go(page, 0, "total")
    assert "资料还没填好" in said(page)
    with qtbot.waitSignal(page.go_to) as asked:
        qtbot.mouseClick(page.detail._to_member, Qt.MouseButton.LeftButton)
    assert asked.args == ["members", "m1", "birth_date"]


def test_without_members_the_page_leads_to_them(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household())
    assert "还没有成员" in said(page)
    with qtbot.waitSignal(page.go_to) as asked:
        qtbot.mouseClick(page.detail._to_member, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "members"


def test_all_edits_can_be_undone_and_done_again(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, CHILD))
    start = page.session.draft
    control = Qt.KeyboardModifier.ControlModifier
    keys("1\n2\n3.2\nYi Yuan\n3\n25000\n3000\n\n2000\n")
    keys("3.5\n\n\n100\n")
    press(Qt.Key.Key_D, control)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QGuiApplication.clipboard().setText(PASTED)
    press(Qt.Key.Key_V, control)
    press(Qt.Key.Key_Delete, control)
    go(page, 0, "total")
    press(Qt.Key.Key_Delete)
    end = page.session.draft
    shown = [cell(page, row, "total") for row in range(page.model.rowCount())]
    steps = 0
    while page.session.history.undo_code != "take_up":
        place = page.session.undo()
        assert place is not None
        page.show_place(place.id, place.field)
        steps += 1
    assert page.session.draft == start
    assert page.model.rowCount() == 1
    for _ in range(steps):
        page.session.redo()
    assert page.session.draft == end
    assert [cell(page, row, "total") for row in range(page.model.rowCount())] == shown


def test_a_place_is_shown_in_table_and_pane(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY, STAY)))
    page.show_place("b2", "total")
    assert here(page) == (1, "total")
    page.show_place("b1", "settlement_date")
    assert page.detail.field("settlement_date").hasFocus()
    page.show_place("b9", "total")
    assert here(page) == (2, "total")


def test_another_household_leaves_nothing_of_the_one_before(qtbot: QtBot, tmp_path: Path) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,)))
    QGuiApplication.clipboard().setText(PASTED)
    page.paste()
    page.session.finish()
    assert page.model.rowCount() == 1
    assert all(cell(page, 0, column) == "" for column in COLUMNS)
    assert not page.notice.isVisible()
    assert page.notice.text == ""
    assert page.totals.text() == ""


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_all_columns_fit_without_scrolling(qtbot: QtBot, tmp_path: Path, lang: str) -> None:
    page = open_page(qtbot, tmp_path, household(ADULT, bills=(STAY,) * 30), lang)
    page.resize(1150, 560)
    assert not page.table.horizontalScrollBar().isVisible()
