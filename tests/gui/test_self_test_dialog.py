"""The self-test in the Help menu: the clerk reads it out on the telephone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from desktop_app.ui.self_test import alone
from desktop_app.ui.self_test.dialog import SelfTestDialog
from desktop_app.wording.sentences import Wording
from tests.gui.clerk import Clerk


@pytest.fixture
def clerk(qtbot, tmp_path: Path) -> Clerk:
    return Clerk(qtbot, tmp_path / "data")


def ended(dialog: SelfTestDialog) -> bool:
    return copy_button(dialog).isEnabled()


def copy_button(dialog: SelfTestDialog) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if "复制" in each.text())


def test_the_menu_shows_a_line_each_and_copies_them(clerk, qtbot) -> None:
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SelfTestDialog)
        qtbot.waitUntil(lambda: ended(dialog), timeout=20_000)
        seen.append(dialog.findChild(QPlainTextEdit).toPlainText())
        copy_button(dialog).click()
        dialog.reject()

    QTimer.singleShot(0, read)
    next(
        action
        for menu in clerk.window.menuBar().actions()
        for action in menu.menu().actions()
        if action.text().startswith("自检")
    ).trigger()
    lines = seen[0].splitlines()
    assert len(lines) == 7
    assert all(line.startswith("[通过] ") for line in lines)
    assert QApplication.clipboard().text() == f"{seen[0]}\n全部通过。\n"


@pytest.mark.parametrize("well", [True, False])
def test_a_program_without_console_answers_in_a_dialog(
    well: bool, qapp, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not well:
        (tmp_path / "place").touch()
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "place"))

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SelfTestDialog)
        qtbot.waitUntil(lambda: ended(dialog), timeout=20_000)
        assert "关闭" in {each.text() for each in dialog.findChildren(QPushButton)}
        dialog.reject()

    QTimer.singleShot(0, close)
    assert alone.show(qapp, Wording("zh_CN")) is well
