import json
import os
import stat
import sys
from pathlib import Path

import pytest

from desktop_app import atomic
from desktop_app.draft import hospitals, settings
from desktop_app.draft.hospitals import Hospital
from desktop_app.draft.settings import Settings, with_recent
from desktop_app.folders import Folders, user_folders

NEAR = Hospital("县中医院", "2", "tcm")
FAR = Hospital("儿童医院", "3", "children")
DAMAGED = ["", "{", "5", "[1]", '[["a","b"]]', '{"a":1}', "\udcff", "[" * 100_000]


def names_in(folder):
    return [path.name for path in folder.iterdir()]


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def write_damaged(path, text):
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


def test_a_file_is_replaced_whole_and_its_folder_made(tmp_path):
    path = tmp_path / "new" / "file.txt"
    atomic.write_text(path, "一\n")
    atomic.write_text(path, "二\n")
    assert path.read_bytes() == "二\n".encode()
    assert names_in(path.parent) == ["file.txt"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "file.txt"
    atomic.write_text(path, "old")
    with pytest.raises(UnicodeEncodeError):
        atomic.write_text(path, "new \udc80")
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["file.txt"]


def test_a_folder_in_the_place_of_the_file_is_an_error_and_nothing_is_left(tmp_path):
    (tmp_path / "file.txt" / "inside").mkdir(parents=True)
    with pytest.raises(OSError):
        atomic.write_text(tmp_path / "file.txt", "text")
    assert names_in(tmp_path) == ["file.txt"]


def test_a_half_written_file_of_a_killed_process_does_not_hinder(tmp_path):
    (tmp_path / f".file.txt.{os.getpid()}.tmp").write_text("half")
    atomic.write_text(tmp_path / "file.txt", "whole")
    assert names_in(tmp_path) == ["file.txt"]


def test_private_files_are_the_users_alone_and_others_keep_their_permissions(tmp_path):
    secret, shared, new = tmp_path / "secret", tmp_path / "shared", tmp_path / "new"
    atomic.write_text(secret, "x", private=True)
    shared.write_text("x")
    shared.chmod(0o664)
    atomic.write_text(shared, "y")
    umask = os.umask(0o022)
    atomic.write_text(new, "y")
    os.umask(umask)
    assert (mode(secret), mode(shared), mode(new)) == (0o600, 0o664, 0o644)


def test_a_link_stays_a_link(tmp_path):
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    atomic.write_text(link, "text")
    assert link.is_symlink()
    assert (tmp_path / "target").read_text() == "text"


def test_all_files_of_the_program_lie_in_its_data_folder(own_folders):
    folders = user_folders()
    assert folders.root == own_folders / "xdg_data_home" / "yuyisuan"
    places = {folders.drafts, folders.settings, folders.hospitals, folders.packs, folders.logs}
    assert len(places) == 5
    assert all(place.parent == folders.root for place in places)
    assert not folders.root.exists()
    assert Folders(Path("/x")).drafts == Path("/x/drafts")


def test_the_institution_entered_last_comes_first_and_once():
    known = hospitals.remember(hospitals.remember((), NEAR), FAR)
    assert known == (FAR, NEAR)
    assert hospitals.remember(known, NEAR._replace(level="1")) == (NEAR._replace(level="1"), FAR)
    assert hospitals.named(known, "县中医院") == NEAR
    assert hospitals.named(known, "县") is None


@pytest.mark.parametrize("hospital", [NEAR._replace(name=""), NEAR._replace(level="")])
def test_an_institution_without_name_or_level_is_not_kept(hospital):
    assert hospitals.remember((FAR,), hospital) == (FAR,)


def test_the_oldest_institutions_make_room():
    known = ()
    for number in range(250):
        known = hospitals.remember(known, NEAR._replace(name=str(number)))
    assert len(known) == 200
    assert (known[0].name, known[-1].name) == ("249", "50")


def test_institutions_come_back_from_their_file(tmp_path):
    path = tmp_path / "data" / "hospitals.json"
    hospitals.save(path, (FAR, NEAR))
    assert hospitals.load(path) == (FAR, NEAR)
    assert mode(path) == 0o600


@pytest.mark.parametrize("text", DAMAGED, ids=range(len(DAMAGED)))
def test_damaged_files_count_as_none(tmp_path, text):
    write_damaged(tmp_path / "file", text)
    assert hospitals.load(tmp_path / "file") == ()
    assert settings.load(tmp_path / "file") == Settings()


def test_missing_files_count_as_none(tmp_path):
    assert hospitals.load(tmp_path / "none") == ()
    assert settings.load(tmp_path / "none") == Settings()


def test_settings_come_back_from_their_file(tmp_path):
    office = Settings("某局", "一号窗口", "en", ("/a.yys",), {"width": 1200, "height": 700})
    settings.save(tmp_path / "settings.json", office)
    assert settings.load(tmp_path / "settings.json") == office


def test_settings_that_make_no_sense_have_their_default_and_the_others_stay(tmp_path):
    path = tmp_path / "settings.json"
    tree = {
        "office": "某局",
        "clerk": 5,
        "language": None,
        "recent": ["/a", 5],
        "geometry": {"width": "x", "x": 1},
    }
    path.write_text(json.dumps(tree), encoding="utf-8")
    assert settings.load(path) == Settings("某局", recent=("/a",), geometry={"x": 1})
    path.write_text(json.dumps({"recent": "a", "geometry": [1]}), encoding="utf-8")
    assert settings.load(path) == Settings()


def test_a_file_opened_again_comes_first_among_ten_recent_ones():
    office = Settings()
    for number in range(12):
        office = with_recent(office, Path(f"/{number}.yys"))
    office = with_recent(office, Path("/5.yys"))
    assert office.recent == tuple(f"/{number}.yys" for number in (5, 11, 10, 9, 8, 7, 6, 4, 3, 2))


@pytest.fixture
def stick(tmp_path, monkeypatch):
    """A folder that the program, frozen, lies in."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "渝医算 U 盘" / "yuyisuan"))
    folder = tmp_path / "渝医算 U 盘"
    folder.mkdir()
    return folder


def test_a_portable_program_keeps_everything_beside_itself(stick):
    (stick / "portable.txt").touch()
    assert user_folders() == Folders(stick / "data", "portable")
    assert list((stick / "data").iterdir()) == []


def test_a_portable_program_that_cannot_write_there_falls_back_and_says_so(stick, own_folders):
    (stick / "portable.txt").touch()
    (stick / "data").write_text("a file in the folder's place")
    assert user_folders() == Folders(own_folders / "xdg_data_home" / "yuyisuan", "portable_read_only")


def test_without_the_mark_the_program_is_not_portable(stick, own_folders):
    assert user_folders() == Folders(own_folders / "xdg_data_home" / "yuyisuan", "system")
    assert list(stick.iterdir()) == []
