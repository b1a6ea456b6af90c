"""A killed process loses at most the last second: the next start offers the draft and takes it up."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

SHORTER_THAN_THIS_MAY_BE_LOST_S = 1.0

_PROGRAM = textwrap.dedent(
    """
    import sys
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QMessageBox
    from desktop_app.commands.catalogue import open_catalogue
    from desktop_app.ui import app

    {steps}

    QTimer.singleShot(0, begin)
    sys.exit(app.run(None, open_catalogue(None)))
    """
)
_TYPING = """
def begin():
    focus = QApplication.focusWidget()
    if focus is None:
        QTimer.singleShot(50, begin)
        return
    QTest.keyClicks(focus, 'Jiang')
    print('typed', flush=True)
"""
_STARTING_AGAIN = """
def begin(tries=[0]):
    box = QApplication.activeModalWidget()
    tries[0] += 1
    if not isinstance(box, QMessageBox):
        if tries[0] > 20:
            print('nothing offered', flush=True)
            QApplication.exit(0)
            return
        QTimer.singleShot(100, begin)
        return
    print('offered', flush=True)
    box.button(QMessageBox.StandardButton.{answer}).click()
    QTimer.singleShot(100, tell)

def tell():
    from desktop_app.ui.window import MainWindow
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    draft = window.session.draft
    print(repr(draft.household_name), window.session.unsaved, flush=True)
    window.session.history.mark_saved()
    if '{answer}' == 'Cancel':
        import os, signal
        os.kill(os.getpid(), signal.SIGKILL)
    window.close()
    QApplication.exit(0)
"""


def start(steps: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-c", _PROGRAM.format(steps=steps)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )


def start_again(answer: str) -> list[str]:
    program = start(_STARTING_AGAIN.replace("{answer}", answer))
    said, _ = program.communicate(timeout=60)
    return said.splitlines()


@pytest.fixture
def killed(own_folders: Path) -> Path:
    """The folders of a process that was killed a second after the last key."""
    program = start(_TYPING)
    assert program.stdout is not None
    assert program.stdout.readline().strip() == "typed"
    time.sleep(SHORTER_THAN_THIS_MAY_BE_LOST_S)
    program.send_signal(signal.SIGKILL)
    program.wait(timeout=30)
    program.stdout.close()
    return own_folders


@pytest.mark.usefixtures("killed")
def test_what_was_typed_a_second_before_is_offered_and_taken_up():
    assert start_again("Yes") == ["offered", "'Jiang' True"]
    assert start_again("Yes") == ["nothing offered"]


@pytest.mark.usefixtures("killed")
def test_what_is_not_wanted_is_not_offered_again():
    assert start_again("Discard") == ["offered", "'' False"]
    assert start_again("Yes") == ["nothing offered"]


@pytest.mark.usefixtures("killed")
def test_what_is_put_off_is_offered_at_the_next_start():
    assert start_again("Cancel") == ["offered", "'' False"]
    assert start_again("Yes") == ["offered", "'Jiang' True"]
