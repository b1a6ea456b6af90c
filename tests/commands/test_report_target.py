"""What ``report`` must not overwrite: it puts a new file in the place of the old one."""

import os

import pytest

from desktop_app.commands.failure import CommandError
from desktop_app.commands.parser import parse

EMPTY_CASE = '{"format": "yuyisuan-case/1", "policy_year": 2024, "members": [], "bills": []}'


@pytest.fixture
def case_file(tmp_path):
    path = tmp_path / "case.json"
    path.write_text(EMPTY_CASE, encoding="utf-8")
    return path


def test_the_case_itself_is_kept(case_file):
    (case_file.parent / "link.pdf").symlink_to(case_file)
    for name in ("case.json", "link.pdf"):
        with pytest.raises(CommandError, match="is the case itself"):
            parse(["report", str(case_file), "-o", str(case_file.parent / name)])()
    assert case_file.read_text(encoding="utf-8") == EMPTY_CASE


def test_a_pipe_or_device_stays_what_it_is(case_file, tmp_path):
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(CommandError, match="not a regular file"):
        parse(["report", str(case_file), "-o", str(pipe)])()
    assert pipe.is_fifo()


def test_a_folder_is_no_target(case_file, tmp_path):
    with pytest.raises(CommandError, match="not a regular file"):
        parse(["report", str(case_file), "-o", str(tmp_path)])()


def test_a_case_that_is_not_there_is_told_though_the_target_is(tmp_path):
    target = tmp_path / "old.pdf"
    target.write_bytes(b"old")
    with pytest.raises(CommandError, match=r"absent\.json"):
        parse(["report", str(tmp_path / "absent.json"), "-o", str(target)])()
    assert target.read_bytes() == b"old"
