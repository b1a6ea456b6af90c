"""``report``: the same summary without a display, and what happens where that cannot be."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.printing.paper import ROOT, case, pages_of, stay


def report(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    command = [sys.executable, "-m", "desktop_app", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, input=data, capture_output=True, timeout=60)


def case_file(folder: Path, tree: dict) -> str:
    path = folder / "case.json"
    path.write_text(json.dumps(tree), encoding="utf-8")
    return str(path)


def test_it_writes_the_summary_without_a_display(tmp_path):
    target = tmp_path / "summary.pdf"
    done = report("report", case_file(tmp_path, case()), "-o", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    pages = pages_of(target)
    assert "15,400.00元" in pages[0]
    assert len(pages) > 1


def test_it_reads_standard_input_and_writes_english(tmp_path):
    target = tmp_path / "summary.pdf"
    done = report("--lang", "en", "report", "-", "-o", str(target), data=json.dumps(case()).encode())
    assert done.returncode == 0
    assert "Whatyoupayyourself(out-of-pocket)¥15,400.00" in pages_of(target)[0]


def test_a_case_with_errors_writes_nothing(tmp_path):
    target = tmp_path / "summary.pdf"
    target.write_bytes(b"before")
    done = report("report", case_file(tmp_path, case(bills=[stay(total="x")])), "-o", str(target))
    assert done.returncode == 1
    errors = json.loads(done.stdout)
    assert errors["format"] == "yuyisuan-errors/1"
    assert [(error["path"], error["code"]) for error in errors["errors"]] == [("bills[0].total", "amount")]
    assert "bills[0].total: 金额写法不对" in done.stderr.decode()
    assert target.read_bytes() == b"before"


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    target = tmp_path / "nowhere" / "summary.pdf"
    done = report("report", case_file(tmp_path, case()), "-o", str(target))
    assert done.returncode == 2
    assert str(target) in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert not target.parent.exists()


def test_where_it_goes_must_be_said(tmp_path):
    assert report("report", case_file(tmp_path, case())).returncode == 2


def test_nothing_is_left_beside_the_file(tmp_path):
    target = tmp_path / "summary.pdf"
    source = case_file(tmp_path, case())
    for _ in range(2):
        assert report("report", source, "-o", str(target)).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "summary.pdf"]
