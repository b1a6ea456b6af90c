import os
import signal
import stat
import subprocess
import sys
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.draft.autosave import Autosave, Kept, abandoned
from tests.draft.drafts import HOUSEHOLD, STAY

ROOT = Path(__file__).parents[2]
BROKEN = replace(HOUSEHOLD, bills=(replace(STAY, total="约500"),))

EDITING = """
import sys
from pathlib import Path
from desktop_app.draft.autosave import Autosave
from desktop_app.draft.edit import set_bill
from tests.draft.drafts import HOUSEHOLD

autosave = Autosave(Path(sys.argv[1]))
draft = HOUSEHOLD
for number in range(1, 1_000_000):
    draft = set_bill(draft, "b1", "total", str(number))
    autosave.write(draft, Path("/families/one.yys"))
    print(number, flush=True)
"""


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def start_editing(folder):
    return subprocess.Popen(
        [sys.executable, "-c", EDITING, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def killed_after(editor, edits):
    with editor:
        for _ in range(edits):
            last = int(editor.stdout.readline())
        editor.send_signal(signal.SIGKILL)
        rest = editor.stdout.read().split()
    return int(rest[-1]) if rest else last


def killed_with(folder, draft, path=None):
    """Leave a draft as a killed process does: its file stays, and the system frees its lock."""
    autosave = Autosave(folder)
    autosave.write(draft, path)
    autosave._lock.release()
    return autosave._path


def test_a_killed_process_leaves_its_last_edit_to_be_taken_up(tmp_path):
    editor = start_editing(tmp_path)
    last = killed_after(editor, 20)
    (left,) = abandoned(tmp_path)
    kept = int(left.kept.draft.bills[0].total.removesuffix(".00"))
    # It may have been killed between keeping an edit and telling of it.
    assert kept in (last, last + 1)
    assert left.kept.draft.members == HOUSEHOLD.members
    assert left.kept.path == Path("/families/one.yys")
    assert datetime.now().astimezone() - left.written < timedelta(minutes=5)
    left.remove()
    assert names_in(tmp_path) == []


def test_a_living_process_is_left_alone(tmp_path):
    editor = start_editing(tmp_path)
    try:
        assert int(editor.stdout.readline()) == 1
        assert abandoned(tmp_path) == ()
    finally:
        killed_after(editor, 1)
    assert len(abandoned(tmp_path)) == 1


def test_unreadable_texts_survive_as_well(tmp_path):
    killed_with(tmp_path, BROKEN)
    (left,) = abandoned(tmp_path)
    assert left.kept == Kept(BROKEN, None)


def test_a_draft_left_twice_is_left_once(tmp_path):
    killed_with(tmp_path, HOUSEHOLD)
    (left,) = abandoned(tmp_path)
    left.leave()
    left.leave()
    assert len(abandoned(tmp_path)) == 1


def test_a_draft_is_offered_to_one_window_at_a_time_until_it_is_removed(tmp_path):
    killed_with(tmp_path, HOUSEHOLD)
    (left,) = abandoned(tmp_path)
    assert abandoned(tmp_path) == ()
    left.leave()
    (again,) = abandoned(tmp_path)
    again.remove()
    assert abandoned(tmp_path) == ()
    assert names_in(tmp_path) == []


def test_of_several_the_latest_comes_first(tmp_path):
    old = killed_with(tmp_path, HOUSEHOLD)
    killed_with(tmp_path, BROKEN)
    hour_ago = time.time() - 3600
    os.utime(old, (hour_ago, hour_ago))
    assert [left.kept.draft for left in abandoned(tmp_path)] == [BROKEN, HOUSEHOLD]


def test_a_window_closed_in_order_leaves_nothing(tmp_path):
    autosave = Autosave(tmp_path / "drafts")
    autosave.write(HOUSEHOLD, None)
    autosave.close()
    assert names_in(tmp_path / "drafts") == []


def test_after_finish_nothing_of_the_family_is_kept_and_the_next_can_begin(tmp_path):
    autosave = Autosave(tmp_path)
    autosave.clear()
    autosave.write(HOUSEHOLD, None)
    autosave.clear()
    assert [path.suffix for path in tmp_path.iterdir()] == [".lock"]
    autosave.write(BROKEN, None)
    autosave._lock.release()
    assert [left.kept.draft for left in abandoned(tmp_path)] == [BROKEN]


def test_a_process_killed_before_it_kept_anything_leaves_no_trace(tmp_path):
    autosave = Autosave(tmp_path)
    autosave._lock.release()
    assert abandoned(tmp_path) == ()
    assert names_in(tmp_path) == []


def test_a_file_half_written_when_the_process_was_killed_is_removed(tmp_path):
    path = killed_with(tmp_path, HOUSEHOLD)
    (tmp_path / f".{path.name}.4711.tmp").write_text("half")
    (left,) = abandoned(tmp_path)
    left.remove()
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b"{}",
        b'{"case": null, "path": null}',
        b'{"case": {"format": "yuyisuan-case/1", "policy_year": "x", "members": 1, "bills": []}}',
    ],
    ids=range(8),
)
def test_a_damaged_draft_is_put_aside_and_does_not_hinder_the_others(tmp_path, data):
    path = killed_with(tmp_path, HOUSEHOLD)
    path.write_bytes(data)
    killed_with(tmp_path, BROKEN)
    (left,) = abandoned(tmp_path)
    assert left.kept.draft == BROKEN
    assert path.with_suffix(".damaged").read_bytes() == data
    assert abandoned(tmp_path) == ()


def test_a_path_that_makes_no_sense_is_none(tmp_path):
    path = killed_with(tmp_path, HOUSEHOLD, tmp_path / "x.yys")
    path.write_text(path.read_text().replace(str(tmp_path / "x.yys"), "").replace('"path": ""', '"path": 5'))
    assert abandoned(tmp_path)[0].kept == Kept(HOUSEHOLD, None)


def test_a_draft_that_cannot_be_opened_is_passed_over(tmp_path):
    (tmp_path / "folder.lock").mkdir()
    killed_with(tmp_path, HOUSEHOLD)
    assert [left.kept.draft for left in abandoned(tmp_path)] == [HOUSEHOLD]


def test_where_no_window_was_ever_open_there_is_nothing(tmp_path):
    assert abandoned(tmp_path / "none") == ()


def test_only_the_user_may_read_what_is_kept(tmp_path):
    folder = tmp_path / "drafts"
    autosave = Autosave(folder)
    autosave.write(HOUSEHOLD, None)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    autosave.close()


def test_a_folder_that_cannot_be_made_is_an_error_of_the_system(tmp_path):
    (tmp_path / "drafts").write_text("a file is in the way")
    with pytest.raises(OSError):
        Autosave(tmp_path / "drafts")
