"""Closed and full standard streams, and paths that the streams' encoding cannot write: no traceback, ever."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKS = ROOT / "policy_packs"


def shell(
    arguments: str, redirection: str, before: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell does that redirects its streams."""
    command = f"{before} {shlex.quote(sys.executable)} -m desktop_app {arguments} {redirection}"
    return subprocess.run(
        ["sh", "-c", command], cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=False
    )


@pytest.fixture
def no_case(tmp_path):
    path = tmp_path / "case.json"
    path.write_text("{}", encoding="utf-8")
    return path


@pytest.mark.parametrize("arguments", ["calculate -", "calculate --jsonl -"])
def test_a_closed_standard_input_is_told(arguments):
    done = shell(arguments, "<&-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"yuyisuan: standard input is closed\n"


@pytest.mark.parametrize("redirection", [">&-", ">/dev/full"])
@pytest.mark.parametrize(
    "arguments", ["calculate {case}", "packs list", "packs check {packs}", "packs check {case}"]
)
def test_an_answer_that_cannot_be_written_is_told(no_case, arguments, redirection):
    done = shell(arguments.format(case=no_case, packs=PACKS), redirection)
    assert done.returncode == 2
    assert b"yuyisuan: standard output" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
def test_words_that_cannot_be_said_never_reach_standard_output(no_case, redirection):
    done = shell(f"calculate {no_case}", redirection)
    assert done.returncode == 1
    assert json.loads(done.stdout)["format"] == "yuyisuan-errors/1"
    for arguments in ("calculate /absent.json", "calculate"):
        done = shell(arguments, redirection)
        assert (done.returncode, done.stdout) == (2, b"")


def test_packs_are_told_in_utf_8_whatever_the_encoding(tmp_path):
    folder = tmp_path / "政策包"
    shutil.copytree(PACKS, folder)
    for arguments in (f"--packs {folder} packs list", f"packs check {folder}"):
        done = shell(arguments, "", PYTHONIOENCODING="ascii")
        assert (done.returncode, done.stderr) == (0, b"")
        assert folder.name in done.stdout.decode("utf-8")


def test_an_input_that_memory_cannot_hold_is_told(tmp_path):
    path = tmp_path / "huge.json"
    path.write_bytes(b'{"x":"' + b"y" * 80_000_000 + b'"}')
    done = shell(f"calculate {path}", "", before="ulimit -v 200000;")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"yuyisuan: there is not enough memory for this input\n"
