"""What a check looks at: one file, or a whole folder."""

from pathlib import Path

import pytest
from pack_files import pack_file, pack_text

from desktop_app.packs.check import check_path
from desktop_app.packs.find import shipped_folder


def found(path: Path) -> list[tuple[str, str]]:
    problems = check_path(path)
    assert problems is not None
    return [(Path(one.name).name, problem.code) for one in problems for problem in one.problems]


def test_what_ships_is_sound():
    assert check_path(shipped_folder()) == []
    assert [check_path(pack_file(year)) for year in (2024, 2025, 2026)] == [[], [], []]


def test_a_folder_is_checked_for_names_and_doubles_too(tmp_path: Path):
    for name in ("chongqing-resident-2024.toml", "chongqing-resident-2024-b.toml", "2024.toml"):
        (tmp_path / name).write_text(pack_text(), "utf-8")
    (tmp_path / "chongqing-resident-2025.toml").write_text(pack_text(), "utf-8")
    assert found(tmp_path) == [
        ("chongqing-resident-2025.toml", "file_name"),
        ("2024.toml", "file_name"),
        (tmp_path.name, "doubled"),
    ]


def test_a_folder_inside_named_like_a_pack_cannot_be_read(tmp_path: Path):
    (tmp_path / "chongqing-resident-2024.toml").mkdir()
    assert found(tmp_path) == [("chongqing-resident-2024.toml", "unreadable")]


def test_a_folder_without_packs_and_a_file_that_is_not_there(tmp_path: Path):
    (tmp_path / "guidance.toml").write_text("", "utf-8")
    assert check_path(tmp_path) is None
    with pytest.raises(FileNotFoundError):
        check_path(tmp_path / "none.toml")
