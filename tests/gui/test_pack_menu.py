"""A policy pack taken in and back through the menu: shown first, the years follow, a refusal says why."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, pack_folders, shipped_folder
from desktop_app.ui.app import Program
from desktop_app.ui.pack_dialog import PackDialog
from desktop_app.ui.theme import apply_theme
from tests.gui.dialogs import in_next_dialog

PACK = "chongqing-resident-{year}.toml"


@pytest.fixture
def program(qtbot: QtBot, qapp, tmp_path: Path):
    apply_theme(qapp)
    folders = Folders(tmp_path / "data")
    program = Program(qapp, find_packs(pack_folders(folders)), folders, "zh_CN")
    program.open_window()
    yield program
    program.session.history.mark_saved()
    program.window.close()
    program.window.deleteLater()
    qapp.removeTranslator(program._translator)


@pytest.fixture
def stick(tmp_path):
    """A pack for 2027, made of the draft for 2026, under another name, with one limit changed."""
    text = (shipped_folder() / PACK.format(year=2026)).read_text(encoding="utf-8")
    text = text.replace("2026", "2027").replace("2025-", "2026-")
    head, table, rest = text.partition("\n[chronic.limit]\n")
    path = tmp_path / "2027.toml"
    path.write_text(head + table + rest.replace("figure = 1000", "figure = 1234", 1), encoding="utf-8")
    return path


def menu(program: Program, key: str) -> QAction:
    text = program.window.messages.text(f"window.menu.{key}")
    return next(action for action in program.window.findChildren(QAction) if action.text() == text)


def pressing(kind: type[QDialog], key: Qt.Key) -> list[object]:
    """Press a key in the next dialog; the list gets what it said."""

    def act(dialog: QDialog) -> str:
        said = f"{dialog.text()}\n{dialog.informativeText()}" if isinstance(dialog, QMessageBox) else ""
        QTest.keyClick(QApplication.focusWidget(), key)
        return said

    return in_next_dialog(kind, act)


def choose(path: Path, then) -> None:
    """Type a file's name into the dialog that asks for it; ``then`` prepares for the dialog that follows."""

    def act(_dialog: QFileDialog) -> None:
        then()
        QTest.keyClicks(QApplication.focusWidget(), str(path))
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    in_next_dialog(QFileDialog, act)


def years(program: Program) -> list[str]:
    buttons = program.window.page_widget("start").findChildren(QRadioButton)
    return [button.text() for button in buttons]


def import_through_menu(program: Program, path: Path) -> tuple[list[object], list[object]]:
    """Import a pack and use it: the rows that were shown, and what was said at the end."""
    shown: list[object] = []
    said: list[object] = []

    def read_and_use(dialog: PackDialog) -> list[tuple[str, str, str]]:
        table = dialog.table
        index = table.model().index
        rows = [tuple(str(index(row, each).data()) for each in (0, 1, 2)) for row in range(table.rowCount())]
        said.append(pressing(QMessageBox, Qt.Key.Key_Return))
        dialog.use.click()
        return rows

    choose(path, lambda: shown.append(in_next_dialog(PackDialog, read_and_use)))
    menu(program, "import_pack").trigger()
    return shown[0], said[0]


def test_a_pack_of_a_new_year_is_shown_and_then_offered(program, stick):
    assert years(program) == ["2024 年", "2025 年", "2026 年"]
    [rows], [said] = import_through_menu(program, stick)
    assert ("门诊慢性病全年限额（第一种病）", "1,000.00 元", "1,234.00 元") in rows
    assert "2027" in said
    assert years(program) == ["2024 年", "2025 年", "2026 年", "2027 年"]
    assert program.session.policy_of(2027).chronic.limit.figure == 123_400


def test_what_was_entered_stays_when_packs_change(program, stick):
    program.session.apply(edit.set_household(program.session.draft, name="A"), Place("start"), "edit")
    import_through_menu(program, stick)
    assert program.session.draft.household_name == "A"
    assert program.session.unsaved


def test_a_pack_in_use_can_be_rolled_back(program, stick):
    import_through_menu(program, stick)
    said: list[object] = []

    def accept(dialog: QInputDialog) -> str:
        said.append(pressing(QMessageBox, Qt.Key.Key_Return))
        year = dialog.textValue()
        dialog.accept()
        return year

    asked = in_next_dialog(QInputDialog, accept)
    menu(program, "roll_back_pack").trigger()
    assert asked == ["2027"]
    assert "2027" in said[0][0]
    assert years(program) == ["2024 年", "2025 年", "2026 年"]


def test_without_an_imported_pack_there_is_nothing_to_roll_back(program):
    said = pressing(QMessageBox, Qt.Key.Key_Return)
    menu(program, "roll_back_pack").trigger()
    assert "没有导入过政策包" in said[0]


def test_cancelling_changes_nothing(program, stick):
    choose(stick, lambda: pressing(PackDialog, Qt.Key.Key_Escape))
    menu(program, "import_pack").trigger()
    assert years(program) == ["2024 年", "2025 年", "2026 年"]
    assert not program.session.folders.packs.exists()


@pytest.mark.parametrize(
    ("year", "spoil", "expected"),
    [
        (2024, ("", ""), "已经在用"),
        (2024, ('version = "2024.1"', 'version = "2024.0"'), "旧"),
        (2024, ("level_1 = 80", "level_1 = 800"), "有错误"),
    ],
)
def test_a_pack_that_is_refused_says_why(program, tmp_path, year, spoil, expected):
    text = (shipped_folder() / PACK.format(year=year)).read_text(encoding="utf-8")
    path = tmp_path / "pack.toml"
    path.write_text(text.replace(*spoil) if spoil[0] else text, encoding="utf-8")
    said: list[list[object]] = []
    choose(path, lambda: said.append(pressing(QMessageBox, Qt.Key.Key_Return)))
    menu(program, "import_pack").trigger()
    assert expected in said[0][0]
    assert "什么都没有改" in said[0][0]
    assert not program.session.folders.packs.exists()


@pytest.mark.parametrize(("place", "said"), [("portable", "data 文件夹"), ("portable_read_only", "写不进去")])
def test_a_portable_program_says_where_it_keeps_its_data(qtbot, qapp, tmp_path, place, said):
    apply_theme(qapp)
    program = Program(qapp, find_packs([shipped_folder()]), Folders(tmp_path / "data", place), "zh_CN")
    program.open_window()
    labels = [label.text() for label in program.window.page_widget("start").findChildren(QLabel)]
    assert any(said in text for text in labels)
    program.window.close()
    qapp.removeTranslator(program._translator)
