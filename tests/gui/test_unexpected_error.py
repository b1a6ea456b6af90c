"""An unexpected error: a dialog that says what to do, a log without personal data, the program goes on."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.ui import crash
from desktop_app.ui.app import Program
from desktop_app.ui.theme import apply_theme
from tests.gui.dialogs import choosing

NAME, NUMBER, AMOUNT = "某某某", "500101198305141233", "68543.21"
PERSONAL = (NAME, NUMBER, AMOUNT)
Answer = QMessageBox.StandardButton


@pytest.fixture
def program(qtbot, qapp, tmp_path: Path, monkeypatch):
    apply_theme(qapp)
    program = Program(qapp, find_packs([shipped_folder()]), Folders(tmp_path / "data"))
    program.open_window()
    qtbot.addWidget(program.window, before_close_func=lambda _window: program.session.history.mark_saved())
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install(program.session.folders.logs, program.show_crash)
    return program


def enter_personal_data(program: Program) -> None:
    draft, member = edit.add_member(program.session.draft)
    draft = edit.set_member(draft, member, "name", NAME)
    draft = edit.set_member(draft, member, "id_number", NUMBER)
    draft, bill = edit.add_bill(draft)
    draft = edit.set_bill(draft, bill, "total", AMOUNT)
    program.session.apply(draft, Place("members", member), "add_member")


def fail(program: Program) -> None:
    """What a mistake in a page would raise, quoting what was entered, with a cause that quotes it too."""
    member = program.session.draft.members[0]
    try:
        {}[member.id_number]
    except KeyError as error:
        total = program.session.draft.bills[0].total
        raise ValueError(f"{member.name} {member.id_number} {total}") from error


def break_down(program: Program, qtbot) -> list[str]:
    """Fail as a slot does: the exception reaches the hook, not the caller."""
    said = choosing(Answer.Ok)
    try:
        fail(program)
    except ValueError:
        sys.excepthook(*sys.exc_info())
    qtbot.waitUntil(lambda: bool(said))
    return said


def test_the_dialog_says_in_chinese_what_to_do_and_where_the_log_is(program, qtbot):
    enter_personal_data(program)
    said = break_down(program, qtbot)[0]
    assert "可以接着做" in said
    assert "保存文件" in said
    (log,) = program.session.folders.logs.iterdir()
    assert str(log) in said


def test_the_log_says_where_and_nothing_about_people(program, qtbot):
    enter_personal_data(program)
    break_down(program, qtbot)
    (log,) = program.session.folders.logs.iterdir()
    text = log.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_unexpected_error.py" in text
    assert " fail" in text
    for personal in PERSONAL:
        assert personal not in text
        assert personal not in log.name


def test_the_draft_is_kept_in_memory_and_on_disk_and_the_program_goes_on(program, qtbot):
    enter_personal_data(program)
    before = program.session.draft
    break_down(program, qtbot)
    assert program.session.draft == before
    assert program.window.isVisible()
    drafts = program.session.folders.drafts
    qtbot.waitUntil(lambda: any(NAME in each.read_text("utf-8") for each in drafts.glob("*.json")))
    program.session.apply(edit.set_household(before, name="Li"), Place("start", "", "household_name"), "edit")
    program.window.show_page("bills")
    QApplication.processEvents()
    assert program.session.draft.household_name == "Li"


def test_an_error_in_a_slot_of_the_running_program_reaches_the_dialog(own_folders):
    steps = """
        import sys
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication, QMessageBox
        from desktop_app.commands.catalogue import open_catalogue
        from desktop_app.ui import app

        def fail():
            QTimer.singleShot(300, answer)
            raise ValueError("500101198305141233")

        def answer():
            box = QApplication.activeModalWidget()
            print(isinstance(box, QMessageBox) and box.text())
            box.close()
            QTimer.singleShot(0, lambda: QApplication.exit(7))

        QTimer.singleShot(0, lambda: QTimer.singleShot(500, fail))
        sys.exit(app.run(None, open_catalogue(None)))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(steps)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 7
    assert "可以接着做" in done.stdout
    (log,) = own_folders.rglob("error-*.log")
    assert NUMBER not in log.read_text("utf-8") + done.stderr


def test_one_dialog_at_a_time_but_every_error_in_the_log(program, qtbot):
    enter_personal_data(program)
    seen = []

    def fail_again() -> None:
        try:
            fail(program)
        except ValueError:
            sys.excepthook(*sys.exc_info())
        seen.append([each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)])

    QTimer.singleShot(0, fail_again)
    break_down(program, qtbot)
    assert len(seen) == 1
    assert len(list(program.session.folders.logs.iterdir())) == 2


def test_where_no_log_can_be_written_the_dialog_still_comes(program, qtbot):
    enter_personal_data(program)
    program.session.folders.root.mkdir(exist_ok=True, parents=True)
    program.session.folders.logs.write_text("a file where the folder should be")
    said = break_down(program, qtbot)[0]
    assert "可以接着做" in said
    assert ".log" not in said


def test_the_dialogs_button_is_chinese(program, qtbot):
    buttons = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(20, look)
            return
        buttons.append(box.button(Answer.Ok).text())
        box.close()

    QTimer.singleShot(20, look)
    program.show_crash(None)
    assert buttons == ["确定"]
