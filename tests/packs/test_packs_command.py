"""``packs list`` and ``packs check`` as a bureau runs them."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from pack_files import pack_file, pack_text

from desktop_app.packs.find import shipped_folder

NAME = "chongqing-resident-2024.toml"


def packs(*arguments: str | Path, first: Path | None = None) -> subprocess.CompletedProcess[str]:
    before = ["--packs", str(first)] if first else []
    command = [sys.executable, "-m", "desktop_app", *before, "packs", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def errors(done: subprocess.CompletedProcess[str]) -> list[tuple[str, str, str]]:
    answer = json.loads(done.stdout)
    assert answer["format"] == "yuyisuan-errors/1"
    assert all(error["message"] for error in answer["errors"])
    return [(Path(error["file"]).name, error["path"], error["code"]) for error in answer["errors"]]


def test_list_shows_version_year_digest_and_state_of_every_pack():
    done = packs("list")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    for line, year, state in zip(lines, (2024, 2025, 2026), ("in force", "in force", "draft"), strict=True):
        digest = sha256(pack_file(year).read_bytes()).hexdigest()
        for part in ("chongqing", f" {year} ", f"{year}.1", digest, f" {state} ", str(pack_file(year))):
            assert part in line


def test_list_shows_the_own_folder_first_and_what_it_hides(tmp_path: Path):
    (tmp_path / NAME).write_text(pack_text().replace('version = "2024.1"', 'version = "ours"'), "utf-8")
    (tmp_path / "chongqing-resident-2025.toml").write_text("broken", "utf-8")
    for name in ("chongqing-resident-2026-a.toml", "chongqing-resident-2026-b.toml"):
        (tmp_path / name).write_text(pack_text(2026), "utf-8")
    lines = packs("list", first=tmp_path).stdout.splitlines()
    states = ["in force", "broken", "doubled", "doubled", "shadowed", "shadowed", "shadowed"]
    assert len(lines) == len(states)
    assert all(state in line for state, line in zip(states, lines, strict=True))
    assert "ours" in lines[0]
    assert str(tmp_path / NAME) in lines[0]
    assert str(shipped_folder()) in lines[-1]


def test_list_of_a_folder_that_is_not_there(tmp_path: Path):
    done = packs("list", first=tmp_path / "none")
    assert (done.returncode, done.stdout) == (2, "")
    assert "none" in done.stderr


def test_check_finds_nothing_wrong_with_what_ships():
    done = packs("check", shipped_folder(), pack_file(2026))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("no problems") == 2


def test_check_reports_every_problem_of_every_file(tmp_path: Path):
    bad = pack_text().replace("figure = 17833", "figure = -1").replace('unit = "level"', 'unit = "floor"', 1)
    (tmp_path / NAME).write_text(bad, "utf-8")
    (tmp_path / "chongqing-resident-2024-b.toml").write_text(pack_text(), "utf-8")
    (tmp_path / "stray.toml").write_text("a = ", "utf-8")
    (tmp_path / "guidance.toml").write_text("a = ", "utf-8")
    done = packs("check", tmp_path)
    assert done.returncode == 1
    assert sorted(errors(done)) == sorted(
        [
            (NAME, "outpatient.minor_institution_level.unit", "enum"),
            (NAME, "critical_illness.ordinary.threshold.figure", "amount"),
            ("stray.toml", "", "file_name"),
            ("stray.toml", "", "syntax"),
            (tmp_path.name, "", "doubled"),
        ]
    )
    assert len(done.stderr.splitlines()) == 5
    assert f"{tmp_path / NAME}: critical_illness.ordinary.threshold.figure: " in done.stderr


def test_check_of_one_file_under_any_name(tmp_path: Path):
    path = tmp_path / "new.toml"
    path.write_text(pack_text(), "utf-8")
    assert packs("check", path).returncode == 0
    path.write_text(pack_text().replace("figure = 17833", "figure = 178.333"), "utf-8")
    done = packs("check", path, pack_file(2025))
    assert done.returncode == 1
    assert errors(done) == [("new.toml", "critical_illness.ordinary.threshold.figure", "amount")]


def test_check_of_what_cannot_be_read(tmp_path: Path):
    for path in (tmp_path, tmp_path / "none.toml"):
        done = packs("check", path)
        assert (done.returncode, done.stdout) == (2, "")
        assert str(path) in done.stderr
    assert packs("check").returncode == 2
    assert packs().returncode == 2
