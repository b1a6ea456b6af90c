"""Leaving, opening, saving and clearing a case: nothing is lost without being asked."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from desktop_app.draft.autosave import abandoned
from desktop_app.resources import data_path
from tests.gui.clerk import Clerk
from tests.gui.dialogs import choosing, in_next_dialog

Answer, Key, Modifier = QMessageBox.StandardButton, Qt.Key, Qt.KeyboardModifier
SAMPLE = data_path("resources", "samples", "sample-household.yys")


@pytest.fixture(autouse=True)
def qt_dialogs():
    before = QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, before)


@pytest.fixture
def clerk(qtbot, tmp_path: Path) -> Clerk:
    return Clerk(qtbot, tmp_path / "data")


def opened(clerk: Clerk, tmp_path: Path) -> Path:
    """The sample household in a file of one's own, opened and then changed."""
    path = tmp_path / "family.yys"
    path.write_bytes(SAMPLE.read_bytes())
    assert clerk.window.files.open_path(path)
    clerk.window.show_page("start")
    clerk.press(Key.Key_N, Modifier.AltModifier)
    clerk.press(Key.Key_A, Modifier.ControlModifier)
    clerk.keys("Changed")
    return path


def household_in(path: Path) -> str:
    return json.loads(path.read_text(encoding="utf-8"))["household"]["name"]


def test_an_unchanged_case_is_left_without_a_question(clerk, tmp_path):
    path = tmp_path / "family.yys"
    path.write_bytes(SAMPLE.read_bytes())
    clerk.window.files.open_path(path)
    assert clerk.window.close()


def test_the_year_alone_is_nothing_to_save(clerk):
    clerk.press(Key.Key_Y, Modifier.AltModifier)
    clerk.press(Key.Key_Left)
    assert clerk.draft.policy_year == 2024
    assert "*" not in clerk.window.windowTitle()
    assert clerk.window.close()


def test_closing_a_changed_case_can_be_called_off(clerk, tmp_path):
    opened(clerk, tmp_path)
    said = choosing(Answer.Cancel)
    assert not clerk.window.close()
    assert said
    assert clerk.window.isVisible()
    assert clerk.draft.household_name == "Changed"


def test_closing_a_changed_case_saves_it_if_that_is_wanted(clerk, tmp_path):
    path = opened(clerk, tmp_path)
    choosing(Answer.Save)
    assert clerk.window.close()
    assert household_in(path) == "Changed"


def test_closing_a_changed_case_drops_the_changes_if_that_is_wanted(clerk, tmp_path):
    path = opened(clerk, tmp_path)
    before = path.read_bytes()
    choosing(Answer.Discard)
    assert clerk.window.close()
    assert path.read_bytes() == before


def test_closing_in_order_leaves_no_draft_behind(clerk, tmp_path, qtbot):
    opened(clerk, tmp_path)
    qtbot.waitUntil(lambda: bool(list(clerk.session.folders.drafts.glob("*.json"))))
    choosing(Answer.Discard)
    clerk.window.close()
    assert not list(clerk.session.folders.drafts.iterdir())


@pytest.mark.parametrize("keys", ["new", "open", "finish", "sample"])
def test_whatever_leaves_a_changed_case_asks_first(clerk, tmp_path, keys):
    opened(clerk, tmp_path)
    before = clerk.draft
    said = choosing(Answer.Cancel)
    match keys:
        case "new":
            clerk.press(Key.Key_N, Modifier.ControlModifier)
        case "open":
            clerk.press(Key.Key_O, Modifier.ControlModifier)
        case "finish":
            clerk.press(Key.Key_N, Modifier.ControlModifier | Modifier.ShiftModifier)
        case "sample":
            button(clerk, "start.sample").click()
    assert said
    assert clerk.draft == before


def test_ctrl_s_saves_to_the_file_and_says_so(clerk, tmp_path):
    path = opened(clerk, tmp_path)
    clerk.press(Key.Key_S, Modifier.ControlModifier)
    assert household_in(path) == "Changed"
    assert "*" not in clerk.window.windowTitle()
    assert clerk.window.messages.text("window.status.saved") in shown(clerk)


def test_a_new_case_is_saved_where_the_dialog_says_with_the_suffix(clerk, tmp_path):
    clerk.keys("Li")
    target = tmp_path / "saved"
    seen = in_next_dialog(QFileDialog, lambda _dialog: type_path(target))
    clerk.press(Key.Key_S, Modifier.ControlModifier)
    assert seen
    assert household_in(target.with_suffix(".yys")) == "Li"
    assert clerk.session.path == target.with_suffix(".yys")


def test_a_file_is_opened_through_the_dialog(clerk, tmp_path):
    path = tmp_path / "family.yys"
    path.write_bytes(SAMPLE.read_bytes())
    in_next_dialog(QFileDialog, lambda _dialog: type_path(path))
    clerk.press(Key.Key_O, Modifier.ControlModifier)
    assert clerk.session.path == path
    assert len(clerk.draft.members) == 4
    assert clerk.window.page == "members"


def test_where_a_file_cannot_be_written_the_old_one_stands_and_nothing_is_lost(clerk, tmp_path):
    path = opened(clerk, tmp_path)
    draft = clerk.draft
    obstacle = tmp_path / "no-folder"
    obstacle.write_text("a file where a folder is wanted")
    said = choosing(Answer.Ok)
    assert not clerk.window.files.save_to(obstacle / "family.yys")
    assert clerk.window.messages.text("window.save.failed", name="family.yys") in said[0]
    assert clerk.draft == draft
    assert clerk.session.path == path
    assert "*" in clerk.window.windowTitle()
    assert household_in(path) != "Changed"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["data", "family.yys", "no-folder"]


def test_closing_stays_open_where_saving_failed(clerk, tmp_path, qtbot):
    opened(clerk, tmp_path)
    obstacle = tmp_path / "no-folder"
    obstacle.write_text("a file where a folder is wanted")
    clerk.session.path = obstacle / "family.yys"
    saying_no = []
    wanted = choosing(Answer.Save)
    QTimer.singleShot(200, lambda: saying_no.append(choosing(Answer.Ok)))
    assert not clerk.window.close()
    assert wanted
    assert saying_no[0]
    assert clerk.window.isVisible()


@pytest.mark.parametrize("content", [b"", b"no case", b'{"format": "other/1"}', b"\xff\xfe\x00"])
def test_a_file_that_is_no_case_changes_nothing_and_is_told(clerk, tmp_path, content):
    opened(clerk, tmp_path)
    before, path = clerk.draft, clerk.session.path
    other = tmp_path / "other.yys"
    other.write_bytes(content)
    said = choosing(Answer.Ok)
    assert not clerk.window.files.open_path(other)
    assert "other.yys" in said[0]
    assert (clerk.draft, clerk.session.path) == (before, path)


def test_a_file_that_is_gone_is_told(clerk, tmp_path):
    said = choosing(Answer.Ok)
    assert not clerk.window.files.open_path(tmp_path / "gone.yys")
    assert "gone.yys" in said[0]


def test_recent_files_are_hidden_until_asked_for(clerk, tmp_path):
    opened(clerk, tmp_path)
    choosing(Answer.Discard)
    clerk.press(Key.Key_N, Modifier.ControlModifier)
    assert clerk.window.page == "start"
    assert not recent(clerk)
    button(clerk, "start.recent.show").click()
    assert [link.text() for link in recent(clerk)] == [str(tmp_path / "family.yys")]
    recent(clerk)[0].click()
    assert len(clerk.draft.members) == 4
    clerk.window.show_page("start")
    assert not recent(clerk)


def test_finish_clears_draft_undo_clipboard_and_screen(clerk, tmp_path, qtbot):
    opened(clerk, tmp_path)
    for page in ("members", "enrolment", "bills", "result", "summary", "start"):
        clerk.window.show_page(page)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: bool(list(clerk.session.folders.drafts.glob("*.json"))))
    QApplication.clipboard().setText("户主 500101198305141234")
    choosing(Answer.Discard)
    clerk.press(Key.Key_N, Modifier.ControlModifier | Modifier.ShiftModifier)

    assert clerk.window.page == "start"
    assert not clerk.draft.members
    assert not clerk.draft.bills
    assert not clerk.draft.household_name
    assert not clerk.session.history.undo_code
    assert not clerk.session.history.redo_code
    assert not QApplication.clipboard().text()
    assert not list(clerk.session.folders.drafts.glob("*.json"))
    for page in ("members", "enrolment", "bills", "result", "summary", "start"):
        clerk.window.show_page(page)
        QApplication.processEvents()
        for word in ("户主", "配偶", "祖母", "Changed", "市级综合医院", "68,500.00"):
            assert word not in shown(clerk), page


def test_nothing_is_offered_again_after_saving(clerk, tmp_path, qtbot):
    opened(clerk, tmp_path)
    qtbot.waitUntil(lambda: bool(list(clerk.session.folders.drafts.glob("*.json"))))
    clerk.press(Key.Key_S, Modifier.ControlModifier)
    qtbot.wait(700)
    assert not list(clerk.session.folders.drafts.glob("*.json"))
    assert not abandoned(clerk.session.folders.drafts)


def type_path(path: Path) -> bool:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, str(path))
    QTest.keyClick(focus, Key.Key_Return)
    return True


def button(clerk: Clerk, key: str) -> QPushButton:
    text = clerk.window.messages.text(key)
    return next(each for each in clerk.window.findChildren(QPushButton) if each.text() == text)


def recent(clerk: Clerk) -> list[QPushButton]:
    page = clerk.window.page_widget("start")
    links = (each for each in page.findChildren(QPushButton) if each.isVisible())
    return [each for each in links if each.text().startswith("/")]


def shown(clerk: Clerk) -> str:
    """Everything that can be read on the page and the frame now."""
    texts = [
        each.text()
        for kind in (QLabel, QPushButton, QLineEdit)
        for each in clerk.window.findChildren(kind)
        if each.isVisible()
    ]
    return "\n".join(texts)


def test_the_shipped_sample_is_opened_as_a_copy_a_file_of_ones_own_as_itself(clerk, tmp_path):
    own = tmp_path / "family.yys"
    own.write_bytes(SAMPLE.read_bytes())
    assert clerk.window.files.open_given(SAMPLE)
    assert clerk.session.path is None
    assert clerk.draft.members
    assert clerk.window.files.open_given(own)
    assert clerk.session.path == own
