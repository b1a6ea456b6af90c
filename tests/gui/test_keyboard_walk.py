"""From the start page to a PDF with the keyboard alone: one adult, one bill (case 01 of tests/cases)."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from desktop_app.resources import data_path
from desktop_app.wording.messages import LANGS
from tests.gui.clerk import Clerk
from tests.gui.dialogs import in_next_dialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier


PRESSES_THE_HELP_PROMISES = 70
ENTER_IN_THE_DIALOG = 1


class CountingClerk(Clerk):
    """Counts the keys."""

    count = 0

    def keys(self, text: str) -> None:
        self.count += sum(sign != "\n" for sign in text)
        super().keys(text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        super().press(key, modifier)


@pytest.fixture
def qt_dialogs():
    before = QCoreApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, before)


@pytest.mark.usefixtures("qt_dialogs")
def test_one_adult_with_one_bill_from_start_to_pdf_without_the_mouse(qtbot, tmp_path: Path):
    clerk = CountingClerk(qtbot, tmp_path / "data")
    window = clerk.window

    clerk.press(Key.Key_Y, Modifier.AltModifier)
    clerk.press(Key.Key_Left)
    assert clerk.draft.policy_year == 2024
    clerk.keys("\n\n\n")

    assert window.page == "members"
    clerk.keys("Li\n\n19800501\n1\n")

    assert window.page == "enrolment"
    clerk.keys("\n20231102\n")

    assert window.page == "bills"
    clerk.keys("2\n20240302\n\n3\n25000\n3000\n\n2000\n")
    clerk.keys("\n")

    assert window.page == "result"
    assert "15,400.00" in texts_of(window.page_widget("result"))
    clerk.press(Key.Key_Return, Modifier.ControlModifier)

    assert window.page == "summary"
    target = tmp_path / "walk.pdf"
    seen = in_next_dialog(QFileDialog, lambda dialog: save_as(dialog, target))
    clerk.press(Key.Key_D, Modifier.AltModifier)
    qtbot.waitUntil(target.exists)
    assert seen

    assert clerk.count + ENTER_IN_THE_DIALOG < PRESSES_THE_HELP_PROMISES
    text = "\n".join(page.extract_text() for page in PdfReader(target).pages)
    assert "15,400.00" in text
    assert "Li" in text
    assert window.session.draft.members[0].paid_on == "2023-11-02"


@pytest.mark.parametrize("lang", LANGS)
def test_the_help_promises_no_fewer_keys(lang):
    text = data_path("resources", "help", f"keyboard.{lang}.md").read_text("utf-8")
    assert f" {PRESSES_THE_HELP_PROMISES} " in text


def save_as(dialog: QFileDialog, target: Path) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, str(target))
    QTest.keyClick(focus, Key.Key_Return)
    assert not dialog.isVisible()


def texts_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
