"""The last page, from the keyboard: preview, PDF, parts, and what it says before everything is there."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.wizard.summary import SummaryPage
from tests.gui.clerk import Clerk

ADULT = {"name": "户主", "birth_date": "1980-05-01", "tier": "1", "paid_on": "2024-11-20"}
STAY = {"kind": "inpatient", "service_date": "2025-03-02", "level": "3", "total": "25000.00"}


def household() -> Draft:
    draft, member = edit.add_member(Draft(2025))
    for name, value in ADULT.items():
        draft = edit.set_member(draft, member, name, value)
    draft, bill = edit.add_bill(draft)
    return edit.set_fields_of_bill(draft, bill, STAY)


@pytest.fixture
def clerk(qtbot, qapp, tmp_path):
    apply_theme(qapp)
    clerk = Clerk(qtbot, tmp_path / "data")
    clerk.session.new_case(2025)
    return clerk


def page_of(clerk: Clerk) -> SummaryPage:
    clerk.window.show_page("summary")
    QApplication.processEvents()
    page = clerk.window.page_widget("summary")
    assert isinstance(page, SummaryPage)
    return page


def filled(clerk: Clerk) -> SummaryPage:
    clerk.session.history.restart(household())
    clerk.session._follow()
    return page_of(clerk)


def in_next_dialog(kind: type, act) -> list[str]:
    """Do something in the next dialog of a kind; what was seen in it. Others are closed: none may hang."""
    seen: list[str] = []

    def look(tries: int) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            seen.append(act(dialog))
        elif dialog is not None:
            dialog.close()
        elif tries:
            QTimer.singleShot(20, lambda: look(tries - 1))

    QTimer.singleShot(20, lambda: look(100))
    return seen


def type_name(name: str):
    def act(dialog: QFileDialog) -> str:
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        QTest.qWait(200)  # until it has read its folder, it takes no name
        field.clear()
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return dialog.windowTitle()

    return act


def close_box(box: QMessageBox) -> str:
    text = box.text()
    QTest.keyClick(box, Qt.Key.Key_Escape)
    return text


def test_a_pdf_is_saved_from_the_keyboard(clerk, tmp_path):
    filled(clerk)
    target = tmp_path / "family.pdf"
    titles = in_next_dialog(QFileDialog, type_name(str(target)))
    clerk.press(Qt.Key.Key_Tab)  # from printing to saving
    clerk.press(Qt.Key.Key_Return)
    assert titles == ["存为 PDF"]
    text = "".join(PdfReader(target).pages[0].extract_text().split())
    # 2025, level 3, tier 1: (25,000 - 800) x 50 % = 12,100 paid, 12,900 left.
    assert "您自己付的（个人负担）12,900.00元" in text
    assert any("family.pdf" in label.text() for label in clerk.window.findChildren(QLabel))


def test_a_name_without_an_ending_gets_one(clerk, tmp_path):
    page = filled(clerk)
    in_next_dialog(QFileDialog, type_name(str(tmp_path / "family")))
    page.save_pdf()
    assert [path.name for path in tmp_path.glob("family*")] == ["family.pdf"]


def test_a_pdf_that_cannot_be_saved_says_what_to_do(clerk, tmp_path):
    page = filled(clerk)
    (tmp_path / "family.pdf").symlink_to(tmp_path / "nowhere" / "family.pdf")
    name_it = type_name(str(tmp_path / "family.pdf"))
    said = []

    def name_it_and_watch(dialog: QFileDialog) -> str:
        dialog.finished.connect(lambda: said.append(in_next_dialog(QMessageBox, close_box)))
        return name_it(dialog)

    in_next_dialog(QFileDialog, name_it_and_watch)
    page.save_pdf()
    assert said == [["“family.pdf”没有保存成功。请换一个文件夹，或者关掉正在看这个文件的程序，再保存。"]]


def test_printing_without_a_printer_says_what_to_do(clerk, monkeypatch):
    monkeypatch.setenv("CUPS_SERVER", "/nowhere")  # where this machine does have printers
    page = filled(clerk)
    said = in_next_dialog(QMessageBox, close_box)
    clerk.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert said == ["这台电脑上没有打印机。请先装好打印机；也可以先存为 PDF，到别的电脑上打印。"]
    assert page.document is not None


def test_one_part_alone_and_never_none(clerk):
    page = filled(clerk)
    whole = len(page.document.pages)
    page.panel.clerk.click()
    family = len(page.document.pages)
    page.panel.family.click()
    assert page.panel.clerk.isChecked()
    assert len(page.document.pages) + family == whole


def test_the_preview_follows_the_household(clerk):
    page = filled(clerk)
    before = page.document
    draft = edit.set_bill(clerk.draft, clerk.draft.bills[0].id, "total", "26000")
    clerk.session.apply(draft, Place("bills"), "edit")
    assert page.document is not before


def test_what_is_missing_is_said_and_leads_there(clerk):
    page = page_of(clerk)
    assert page.document is None
    assert not page.panel.isVisible()
    button = clerk.focus()
    assert isinstance(button, QPushButton)
    assert button.text() == "去“家庭成员”"
    clerk.press(Qt.Key.Key_Return)
    assert clerk.window.page == "members"


@pytest.mark.parametrize(("width", "height"), [(1366, 700), (1280, 680), (900, 480)])
def test_nothing_is_cut(clerk, width, height):
    page = filled(clerk)
    clerk.window.resize(width, height)
    QApplication.processEvents()
    for widget in page.panel.findChildren(QPushButton):
        assert widget.width() >= widget.sizeHint().width()
        assert widget.visibleRegion().boundingRect().height() == widget.height()
