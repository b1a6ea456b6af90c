"""``--self-test`` as a technician starts it: a process of its own, its lines and its exit status."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def self_test(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments, "--self-test"],
        cwd=ROOT,
        env={**kept, "DISPLAY": "", "WAYLAND_DISPLAY": "", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_all_is_well_also_without_a_display() -> None:
    run = self_test()
    lines = run.stdout.splitlines()
    assert run.returncode == 0, run.stdout + run.stderr
    assert [line.partition("：")[0] for line in lines[:-1]] == [
        f"[通过] {check}"
        for check in ("政策包", "核对算例", "数据文件夹", "中文字体", "窗口", "图表", "打印")
    ]
    assert "没有接显示器" in lines[4]
    assert lines[-1] == "全部通过。"


def test_in_english() -> None:
    run = self_test("--lang", "en")
    assert run.returncode == 0
    assert run.stdout.splitlines()[-1] == "All is well."


def test_with_an_empty_environment() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--self-test"],
        cwd=ROOT,
        env={"HOME": os.environ["XDG_DATA_HOME"]},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "全部通过" in run.stdout


def test_what_is_wrong_is_said_and_the_rest_is_still_checked(tmp_path: Path) -> None:
    place = tmp_path / "place"
    place.touch()
    run = self_test(XDG_DATA_HOME=str(place))
    assert run.returncode == 1
    assert "[不通过] 数据文件夹：数据文件夹写不进去" in run.stdout
    assert "[通过] 打印" in run.stdout
    assert run.stdout.splitlines()[-1].startswith("有 1 项不通过")


def test_a_broken_pack_of_the_office(tmp_path: Path) -> None:
    (tmp_path / "chongqing-resident-2025.toml").write_text("[pack]\n", encoding="utf-8")
    run = self_test("--packs", str(tmp_path))
    assert run.returncode == 1
    assert "[不通过] 政策包：2025 年的政策包有" in run.stdout


def test_a_display_that_does_not_answer() -> None:
    run = self_test(DISPLAY=":9753", QT_QPA_PLATFORM="xcb")
    assert run.returncode == 1
    assert "[通过] 核对算例" in run.stdout
    assert "[不通过] 窗口：打不开显示器" in run.stdout
    assert run.stdout.splitlines()[-1].startswith("有 1 项不通过")
