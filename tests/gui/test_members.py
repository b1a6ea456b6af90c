"""The page of members, as a clerk uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft, DraftMember
from desktop_app.ui.wizard.members import MembersPage
from tests.gui.clerk import Clerk

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
# Area 500101, born 1983-05-14, serial 001: the weighted sum is 189, 189 mod 11 = 2, so the last sign is X.
NUMBER = "50010119830514001X"
MASKED = "500***********001X"


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Clerk:
    clerk = Clerk(qtbot, tmp_path)
    clerk.window.show_page("members")
    return clerk


def page_of(clerk: Clerk) -> MembersPage:
    page = clerk.window.page_widget("members")
    assert isinstance(page, MembersPage)
    return page


def listed(clerk: Clerk) -> list[str]:
    members = page_of(clerk).list
    return [members.item(row).text() for row in range(members.count())]


def everything_shown(page: MembersPage) -> str:
    """All that can be read on the page, hovered or heard."""
    texts = [
        widget.text() for kind in (QLabel, QLineEdit, QAbstractButton) for widget in page.findChildren(kind)
    ]
    texts += [widget.toolTip() + widget.accessibleName() for widget in page.findChildren(QLineEdit)]
    return "\n".join(texts)


def test_the_first_member_can_be_typed_at_once_and_nothing_blank_is_stored(clerk: Clerk) -> None:
    page = page_of(clerk)
    assert clerk.focus() is page.form.basics.name.edit
    assert clerk.draft.members == ()
    clerk.window.show_page("enrolment")
    clerk.window.show_page("members")
    assert clerk.draft.members == ()
    assert not clerk.session.history.changed


def test_a_household_with_a_newborn_is_entered_from_the_keyboard(clerk: Clerk) -> None:
    clerk.says("户主")
    clerk.keys("\n\n19900514\n2")
    clerk.press(Qt.Key.Key_Insert, ALT)
    clerk.keys("20250618")
    clerk.press(Qt.Key.Key_Insert)
    clerk.says("祖母")
    clerk.keys("\n\n1954.3.9\n1\n")
    assert clerk.draft.members == (
        DraftMember("m1", name="户主", birth_date="1990-05-14", tier="2"),
        DraftMember("m2", birth_date="2025-06-18", enrolment_kind="newborn_with_guardian", guardian="m1"),
        DraftMember("m3", name="祖母", birth_date="1954-03-09", tier="1"),
    )
    # Enter in the last field of the last member led on.
    assert clerk.window.page == "enrolment"
    assert [text.split("\n")[1] for text in listed(clerk)] == [
        "35 岁，二档",
        "0 岁，随监护人参保",
        "71 岁，一档",
    ]


def test_the_guardian_is_asked_where_several_are_possible(clerk: Clerk) -> None:
    clerk.keys("A\n\n19900514\n2")
    clerk.press(Qt.Key.Key_Insert)
    clerk.keys("B\n\n19920802\n1")
    clerk.press(Qt.Key.Key_Insert)
    clerk.keys("C\n\n20150601\n1")
    clerk.press(Qt.Key.Key_Insert, ALT)
    clerk.keys("6.18\n")
    guardian = page_of(clerk).form.basics.guardian.choice
    assert clerk.focus() is guardian
    # The elder brother is ten years old.
    assert [guardian.itemText(row) for row in range(guardian.count())] == ["A", "B"]
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Down)
    assert clerk.draft.members[3].guardian == "m2"
    assert clerk.draft.members[3].birth_date == "2025-06-18"


def test_an_identity_number_fills_the_birth_date_and_is_masked(clerk: Clerk) -> None:
    basics = page_of(clerk).form.basics
    clerk.keys("A\n50010119830514001x")
    assert basics.id_number.edit.text() == "50010119830514001x"
    assert basics.birth_date.edit.text() == "1983-05-14"
    clerk.keys("\n")
    assert basics.id_number.edit.text() == MASKED
    assert clerk.draft.members[0].id_number == NUMBER
    assert NUMBER not in everything_shown(page_of(clerk))
    basics.id_number.edit.setFocus()
    assert basics.id_number.edit.text() == NUMBER


def test_full_width_digits_are_understood(clerk: Clerk) -> None:
    clerk.keys("A\n")
    clerk.says("５００１０１１９８３０５１４００１Ｘ")
    clerk.keys("\n")
    member = clerk.draft.members[0]
    assert (member.id_number, member.birth_date) == (NUMBER, "1983-05-14")
    clerk.press(Qt.Key.Key_A, CONTROL)
    clerk.says("１９８３年５月１５日")
    clerk.keys("\n")
    assert page_of(clerk).form.basics.birth_date.edit.text() == "1983-05-15"
    assert "不一致" in page_of(clerk).form.basics.id_number.note.text()


def test_a_wrong_check_digit_is_said_once_the_field_is_left(clerk: Clerk) -> None:
    basics = page_of(clerk).form.basics
    clerk.keys("A\n500101198305140011")
    assert basics.id_number.edit.property("problem") is not True
    clerk.keys("\n")
    assert "最后一位校验不对" in basics.id_number.note.text()
    assert basics.id_number.edit.property("problem") is True
    assert clerk.draft.members[0].birth_date == ""
    assert listed(clerk)[0].startswith("●")


def test_correcting_a_number_corrects_the_birth_date_it_filled(clerk: Clerk) -> None:
    # Born a year later the weighted sum is 189 + 3 (the weight of the tenth place) = 192,
    # 192 mod 11 = 5, so the last sign is 7.
    clerk.keys(f"A\n{NUMBER}\n")
    edit_field = page_of(clerk).form.basics.id_number.edit
    edit_field.setFocus()
    for _ in range(9):
        clerk.press(Qt.Key.Key_Backspace)
    clerk.keys("405140017\n")
    assert clerk.draft.members[0].birth_date == "1984-05-14"


def test_another_document_is_taken_as_it_is(clerk: Clerk) -> None:
    clerk.keys("A\nh1234567\n")
    assert clerk.draft.members[0].id_number == "H1234567"
    note = page_of(clerk).form.basics.id_number.note
    assert "其他证件" in note.text()
    assert note.property("role") == "faint"


def test_what_is_missing_is_said_only_where_the_clerk_has_been(clerk: Clerk) -> None:
    basics = page_of(clerk).form.basics
    clerk.keys("A\n")
    assert basics.birth_date.note.text() == ""
    clerk.keys("\n\n")
    assert "请填出生日期" in basics.birth_date.note.text()
    assert basics.tier.note.property("role") == "faint"
    clerk.window.show_page("enrolment")
    clerk.window.show_page("members")
    assert "请选档次" in basics.tier.note.text()


def test_a_date_that_cannot_be_read_stays_and_is_marked(clerk: Clerk) -> None:
    basics = page_of(clerk).form.basics
    clerk.keys("A\n\n19831301\n")
    assert basics.birth_date.edit.text() == "19831301"
    assert "看不出是哪一天" in basics.birth_date.note.text()


def test_no_tier_is_chosen_in_silence(clerk: Clerk) -> None:
    clerk.keys("A\n\n19830514\n")
    assert clerk.draft.members[0].tier == ""
    clerk.keys("2")
    assert clerk.draft.members[0].tier == "2"
    clerk.keys("1")
    assert clerk.draft.members[0].tier == "1"
    clerk.keys("2\n")
    assert clerk.window.page == "enrolment"


def test_categories_and_diseases_are_named_in_their_headers(clerk: Clerk) -> None:
    form = page_of(clerk).form
    clerk.keys("A")
    form.category_fold.header.click()
    form.categories.boxes["severe_disability"].click()
    form.categories.boxes["minimum_living_allowance"].click()
    form.disease_fold.header.click()
    form.diseases.groups["chronic_diseases"].ticks.boxes["diabetes"].click()
    form.diseases.groups["chronic_diseases"].others.edit.setFocus()
    clerk.says("慢性肝炎、高血压")
    clerk.keys("\n")
    member = clerk.draft.members[0]
    assert member.assistance_categories == ("severe_disability", "minimum_living_allowance")
    assert member.chronic_diseases == ("diabetes", "慢性肝炎", "hypertension")
    assert "重度（一、二级）残疾人员、低保对象" in form.category_fold.header.text()
    assert "糖尿病、慢性肝炎、高血压" in form.disease_fold.header.text()
    page_of(clerk).show_place("", "")
    assert form.diseases.groups["chronic_diseases"].others.edit.text() == "慢性肝炎"


def test_balances_wait_folded_and_a_newborn_with_guardian_has_none(clerk: Clerk) -> None:
    form = page_of(clerk).form
    clerk.keys("A\n\n19900514\n1")
    assert not form.balances.isVisible()
    form.balance_fold.header.click()
    form.balances.fields["basic_fund"].edit.setFocus()
    clerk.says("￥５，０００")
    form.balances.fields["chronic_paid"].edit.setFocus()
    assert form.balances.fields["basic_fund"].edit.text() == "5000.00"
    assert clerk.draft.members[0].used_before.basic_fund == "5000.00"
    clerk.press(Qt.Key.Key_Insert, ALT)
    assert not form.balance_fold.isVisible()
    assert not form.category_fold.isVisible()
    assert not form.basics.tier.isVisible()


def test_a_problem_leads_to_its_field_even_if_folded(clerk: Clerk) -> None:
    clerk.keys("A\n\n19900514\n1")
    clerk.session.apply(
        edit.set_member(clerk.draft, "m1", "used_before.basic_fund", "many"), Place("members", "m1"), "edit"
    )
    page_of(clerk).show_place("m1", "used_before.basic_fund")
    field = page_of(clerk).form.balances.fields["basic_fund"]
    assert field.edit.hasFocus()
    assert field.edit.property("problem") is True


def test_removing_takes_the_bills_along_and_can_be_undone(clerk: Clerk) -> None:
    clerk.keys("A\n\n19900514\n1")
    clerk.press(Qt.Key.Key_Insert)
    clerk.keys("B\n\n19920514\n1")
    draft, _ = edit.add_bill(clerk.draft, "m2")
    clerk.session.apply(draft, Place("bills", "b1"), "add_bill")
    before = clerk.draft
    clerk.press(Qt.Key.Key_Delete, ALT)
    assert [member.id for member in clerk.draft.members] == ["m1"]
    assert clerk.draft.bills == ()
    assert "单据 1 张" in page_of(clerk).removed.text()
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert clerk.draft == before
    assert page_of(clerk).removed.text() == ""
    assert page_of(clerk).list.currentRow() == 1


def test_undo_takes_back_a_whole_field_and_redo_gives_it_again(clerk: Clerk) -> None:
    clerk.keys("Adam\n\n19900514\n1")
    last = clerk.draft
    for _ in range(3):
        clerk.press(Qt.Key.Key_Z, CONTROL)
    assert clerk.draft == Draft(2025)
    for _ in range(3):
        clerk.press(Qt.Key.Key_Y, CONTROL)
    assert clerk.draft == last
    assert page_of(clerk).form.basics.name.edit.text() == "Adam"


def test_back_and_forward_lose_nothing(clerk: Clerk) -> None:
    clerk.keys("Adam\n500101")
    clerk.press(Qt.Key.Key_Return, CONTROL)
    assert clerk.window.page == "enrolment"
    clerk.press(Qt.Key.Key_Backspace, CONTROL)
    basics = page_of(clerk).form.basics
    assert basics.name.edit.text() == "Adam"
    basics.id_number.edit.setFocus()
    assert basics.id_number.edit.text() == "500101"


def test_another_member_is_begun_while_a_field_is_being_typed_in(clerk: Clerk) -> None:
    clerk.keys("A")
    clerk.press(Qt.Key.Key_Insert)
    assert clerk.focus().text() == ""
    clerk.keys("B")
    clerk.press(Qt.Key.Key_Insert, ALT)
    assert [member.name for member in clerk.draft.members] == ["A", "B", ""]
    assert clerk.focus().text() == ""


def test_the_next_family_finds_nothing_of_the_last(clerk: Clerk) -> None:
    clerk.keys(f"Adam\n{NUMBER}")
    clerk.session.finish()
    clerk.window.show_page("members")
    basics = page_of(clerk).form.basics
    assert [field.edit.text() for field in basics.fields.values()] == ["", "", ""]
    basics.id_number.edit.setFocus()
    assert basics.id_number.edit.text() == ""
    assert clerk.draft.members == ()


def test_page_keys_turn_to_the_next_member(clerk: Clerk) -> None:
    clerk.keys("A\n\n19900514\n1")
    clerk.press(Qt.Key.Key_Insert)
    clerk.keys("B")
    clerk.press(Qt.Key.Key_PageUp)
    assert clerk.focus().text() == "A"
    clerk.press(Qt.Key.Key_PageDown)
    assert clerk.focus().text() == "B"


def test_tab_goes_the_way_the_eye_goes(clerk: Clerk) -> None:
    form = page_of(clerk).form
    clerk.keys("A")
    seen = []
    for _ in range(6):
        QTest.keyClick(clerk.focus(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    basics = form.basics
    assert seen == [
        basics.id_number.edit,
        basics.birth_date.edit,
        basics.tier.buttons["1"],
        *(fold.header for fold in form.folds),
    ]


def test_tab_goes_through_an_open_section_before_the_next(clerk: Clerk) -> None:
    form = page_of(clerk).form
    clerk.keys("A")
    for fold in form.folds:
        fold.set_open(open_=True)
    form.category_fold.header.setFocus()
    seen = []
    for _ in range(60):
        QTest.keyClick(clerk.focus(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    chronic, major = form.diseases.groups["chronic_diseases"], form.diseases.groups["major_diseases"]
    expected = [
        *form.categories.boxes.values(),
        form.disease_fold.header,
        *chronic.ticks.boxes.values(),
        chronic.others.edit,
        *major.ticks.boxes.values(),
        major.others.edit,
        form.balance_fold.header,
        *(field.edit for field in form.balances.fields.values()),
    ]
    assert seen[: len(expected)] == expected


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_control_has_a_name(qtbot: QtBot, tmp_path: Path, lang: str) -> None:
    clerk = Clerk(qtbot, tmp_path, lang)  # type: ignore[arg-type]
    clerk.window.show_page("members")
    form = page_of(clerk).form
    for widget in form.findChildren(QLineEdit) + form.findChildren(QAbstractButton):
        assert widget.accessibleName() or widget.text()
