"""One language at a time: everything Chinese, or everything English but what the packs and the clerk say."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItemIterator,
)

from desktop_app.draft import edit
from desktop_app.draft.flow import PAGES
from desktop_app.draft.history import Place
from desktop_app.draft.store import open_case
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.planning.years import YEAR_KINDS
from desktop_app.resources import data_path
from desktop_app.ui.app import Program
from desktop_app.ui.planning.choices import PLANS
from desktop_app.ui.planning.plan_input import plan_input
from desktop_app.ui.planning.plans import plan_sections
from desktop_app.ui.printing.blocks import Block, Heading, Table, Text
from desktop_app.ui.result.target import OVERVIEW, Target
from desktop_app.ui.settings_dialog import SettingsDialog
from desktop_app.ui.theme import apply_theme
from tests.gui.dialogs import in_next_dialog
from tests.gui.visible import texts

_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z_]+")
_MNEMONIC = re.compile(r"[(（]&[A-Z0-9][)）]")
KEYS = {"Alt", "Ctrl", "Shift", "Enter", "Esc", "Insert", "Delete", "Backspace", "Home", "End", "Tab"}
NAMES = {"App", "PDF", "WPS", "Excel", "OK", "English", "PgUp", "PgDown", "PgDn"}
SAMPLE = data_path("resources", "samples", "sample-household.yys")
STATEMENT = {"paid_on_statement.basic_fund": "20000.00", "paid_on_statement.deductible": "300.00"}


@pytest.fixture
def start(qtbot, qapp, tmp_path: Path):
    apply_theme(qapp)
    programs = []

    def make(language: str) -> Program:
        program = Program(qapp, find_packs([shipped_folder()]), Folders(tmp_path / "data"), language)
        program.open_window()
        programs.append(program)
        return program

    yield make
    for program in programs:
        program.session.history.mark_saved()
        program.window.close()
        program.window.deleteLater()
        qapp.removeTranslator(program._translator)


def open_sample(program: Program, *, english: bool) -> None:
    """The sample household; in English with the names that an English-speaking clerk would have typed."""
    draft = open_case(SAMPLE, lambda _region, _year: True)
    if english:
        draft = replace(
            draft,
            household_name="Sample",
            household_note="",
            members=tuple(replace(each, name=f"Person {each.id}") for each in draft.members),
            bills=tuple(replace(each, institution_name=f"Hospital {each.id}") for each in draft.bills),
        )
    program.session._replace(draft, None)


def everything(program: Program, qtbot) -> list[tuple[str, str]]:
    """All texts of all pages, of the planning questions, of the guide and of the settings."""
    window, found = program.window, []
    for page in PAGES:
        window.show_page(page)
        qtbot.wait(350)  # charts and previews come when the page has stood for a moment
        found += [(f"{page} {where}", text) for where, text in texts(window)]
    found += planning(program)
    window.show_guide()
    guide = window._guide()
    tree = guide.findChild(QTreeWidget)
    entry = QTreeWidgetItemIterator(tree)
    while (item := entry.value()) is not None:
        tree.setCurrentItem(item)
        found += [(f"guide {item.text(0)} {where}", text) for where, text in texts(guide)]
        entry += 1
    guide.close()
    settings = SettingsDialog(program.session.settings, window.wording, window)
    found += [(f"settings {where}", text) for where, text in texts(settings)]
    return [(where, text) for where, text in found if text]


def planning(program: Program) -> Iterator[tuple[str, str]]:
    """All texts of the planning questions, with much to say, and of their pages on paper."""
    session, window = program.session, program.window
    draft = edit.set_fields_of_bill(session.draft, "b3", STATEMENT)
    draft = edit.set_situation(draft, "newborn_registered_elsewhere", holds=True)
    session.apply(draft, Place("bills"), "edit")
    window.show_page("result")
    page = window.page_widget("result")
    for kind in YEAR_KINDS:
        session.plans = replace(
            session.plans, printed=frozenset(PLANS), tier_year=kind, next_whole=kind == "hard"
        )
        for name in PLANS:
            page.open(Target(name, "b3" if name in ("elsewhere", "statement") else ""))
            QApplication.processEvents()
            yield from ((f"{name} {where}", text) for where, text in texts(window))
    for section in plan_sections(plan_input(page.view.answer, session)):
        yield from (("paper", text) for block in section.blocks for text in written(block))


def written(block: Block) -> Iterator[str]:
    """What a block of a planning page says."""
    match block:
        case Text(text) | Heading(text):
            yield text
        case Table(columns, rows):
            yield from (column.head for column in columns)
            yield from (text for row in rows for text in (*row.cells, row.note))


def test_in_english_only_packs_and_the_clerk_speak_chinese(start, qtbot):
    program = start("en")
    open_sample(program, english=True)
    packs = "".join(path.read_text("utf-8") for path in sorted(shipped_folder().glob("*.toml")))
    packs = re.sub(r"\s+", "", packs)
    chinese = {
        (where, run)
        for where, text in everything(program, qtbot)
        if not where.startswith("guide File formats")  # its example has Chinese names
        for run in _CHINESE.findall(text)
        if run not in packs
    }
    own_name = {run for _where, run in chinese if run == "中文"}  # a language is named in itself
    assert {(where, run) for where, run in chinese if run not in own_name} == set()


def test_in_chinese_only_names_and_keys_are_latin(start, qtbot):
    program = start("zh_CN")
    open_sample(program, english=False)
    latin = {
        (where, word)
        for where, text in everything(program, qtbot)
        if not where.startswith("guide 文件格式")  # the formats are named by their English fields
        for word in _WORD.findall(_MNEMONIC.sub("", text))
        if word not in KEYS | NAMES and not re.fullmatch(r"[RS]\d+", word)
    }
    assert latin == set()


def test_standard_buttons_are_chinese_and_are_called_so_in_sentences(start):
    program = start("zh_CN")
    standard = QMessageBox.StandardButton
    box = QMessageBox()
    box.setStandardButtons(
        standard.Ok | standard.Cancel | standard.Save | standard.Discard | standard.Yes | standard.No
    )
    for each in box.buttons():
        assert not _WORD.search(_MNEMONIC.sub("", each.text())), each.text()
    detail = program.window.messages.text("window.abandoned.detail", members=1, time="")
    for code in (standard.Yes, standard.Discard, standard.Cancel):
        assert f"“{_MNEMONIC.sub('', box.button(code).text())}”" in detail
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    for each in buttons.buttons():
        assert not _WORD.search(_MNEMONIC.sub("", each.text())), each.text()


@pytest.mark.parametrize("dialog_of", [QFileDialog, lambda: QPrintDialog(QPrinter())], ids=["file", "print"])
def test_qts_own_dialogs_are_chinese(start, dialog_of, qtbot):
    start("zh_CN")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    dialog: QDialog = dialog_of()
    qtbot.addWidget(dialog)
    own = [
        text
        for where, text in texts(dialog)
        if where in ("QLabel", "QPushButton", "QToolButton", "QRadioButton", "QCheckBox", "QGroupBox")
    ]
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    words = [text for text in own if _WORD.search(_MNEMONIC.sub("", text).replace("PDF", ""))]
    assert words == []
    assert any(_CHINESE.search(text) for text in own)


def test_switching_the_language_keeps_everything(start, qtbot):
    program = start("zh_CN")
    open_sample(program, english=False)
    path = Path(program.session.folders.root) / "family.yys"
    program.session.save(path)
    program.window.show_page("start")
    line = program.window.page_widget("start").findChildren(QLineEdit)[0]
    line.setFocus()
    qtbot.keyClicks(line, "X")
    before = program.session.draft
    program.window.show_page("bills")
    old = program.window

    choose_language(program, "en")

    assert program.window is not old
    assert program.window.page == "bills"
    assert program.session.draft == before
    assert program.session.unsaved
    assert program.session.path == path
    assert program.window.menuBar().actions()[0].text() == "&File"
    assert program.session.settings.language == "en"
    program.window.undo()
    assert program.session.draft.household_name == "示例家庭"
    program.window.redo()
    assert program.session.draft == before
    box = QMessageBox()
    box.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert box.buttons()[0].text().replace("&", "") == "Cancel"

    choose_language(program, "zh_CN")
    assert program.window.menuBar().actions()[0].text() == "文件(&F)"
    assert program.session.draft == before


def test_an_old_window_hears_no_more_of_the_session(start, qtbot):
    program = start("zh_CN")
    choose_language(program, "en")
    QApplication.sendPostedEvents(None, 52)  # deferred deletions
    QApplication.processEvents()
    program.session.autosave_failed.emit()
    program.session.changed.emit()
    assert program.window.isVisible()


def choose_language(program: Program, language: str) -> None:
    def choose(dialog: SettingsDialog) -> bool:
        combo = dialog.findChild(QComboBox)
        combo.setCurrentIndex(combo.findData(language))
        dialog.accept()
        return True

    seen = in_next_dialog(SettingsDialog, choose)
    QTimer.singleShot(0, program.window.show_settings)
    QApplication.processEvents()
    assert seen


@pytest.mark.parametrize(
    "target", [Target("tiers"), Target("statement", "b4"), Target("bill", "b4"), Target("member", "m3")]
)
def test_switching_the_language_stays_at_what_the_result_shows(start, target):
    program = start("zh_CN")
    open_sample(program, english=False)
    program.window.show_page("result")
    program.window.page_widget("result").open(target)
    choose_language(program, "en")
    assert program.window.page == "result"
    page = program.window.page_widget("result")
    assert page.target.view == target.view
    assert program.session.plans.statement_bill == (target.item if target.view == "statement" else "")
    page.go_back()
    assert page.target == OVERVIEW
