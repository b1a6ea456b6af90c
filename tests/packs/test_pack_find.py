"""Which file serves a year: by name, the first folder first, and never a neighbouring year's."""

from hashlib import sha256
from pathlib import Path

import pytest
from pack_files import pack_file, pack_text

from desktop_app.packs.find import BadPack, NoPack, find_packs, shipped_folder

NAME = "chongqing-resident-2024.toml"


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def codes(error: pytest.ExceptionInfo[BadPack]) -> list[str]:
    return [problem.code for problem in error.value.problems.problems]


def test_the_shipped_packs():
    catalogue = find_packs([shipped_folder()])
    assert catalogue.years("chongqing") == (2024, 2025, 2026)
    for year, draft in ((2024, False), (2025, False), (2026, True)):
        policy = catalogue.load("chongqing", year)
        assert (policy.id, policy.region, policy.year) == (f"chongqing-resident-{year}", "chongqing", year)
        assert policy.draft is draft
        assert policy.sha256 == sha256(pack_file(year).read_bytes()).hexdigest()


def test_a_policy_is_read_once():
    catalogue = find_packs([shipped_folder()])
    assert catalogue.load("chongqing", 2025) is catalogue.load("chongqing", 2025)


@pytest.mark.parametrize(("region", "year"), [("chongqing", 2023), ("chongqing", 2027), ("sichuan", 2024)])
def test_a_year_or_region_without_a_pack_has_none(region: str, year: int):
    with pytest.raises(NoPack, match=f"{region} {year}"):
        find_packs([shipped_folder()]).load(region, year)


def test_other_regions_have_their_own_years():
    assert find_packs([shipped_folder()]).years("sichuan") == ()


def test_the_first_folder_wins(tmp_path: Path):
    write(tmp_path, NAME, pack_text().replace('version = "2024.1"', 'version = "2024.ours"'))
    catalogue = find_packs([tmp_path, shipped_folder()])
    assert catalogue.load("chongqing", 2024).version == "2024.ours"
    assert catalogue.load("chongqing", 2025).version == "2025.1"
    assert catalogue.years("chongqing") == (2024, 2025, 2026)


def test_a_broken_pack_is_not_passed_over_for_the_shipped_one(tmp_path: Path):
    path = write(tmp_path, NAME, pack_text().replace("figure = 17833", "figure = -17833"))
    with pytest.raises(BadPack, match=r"critical_illness\.ordinary\.threshold\.figure") as error:
        find_packs([tmp_path, shipped_folder()]).load("chongqing", 2024)
    assert error.value.problems.name == str(path)
    assert codes(error) == ["amount"]


def test_two_packs_for_one_year_in_one_folder_are_doubled(tmp_path: Path):
    write(tmp_path, NAME, pack_text())
    write(tmp_path, "chongqing-resident-2024-trial.toml", pack_text())
    with pytest.raises(BadPack, match="chongqing-resident-2024-trial") as error:
        find_packs([tmp_path, shipped_folder()]).load("chongqing", 2024)
    assert codes(error) == ["doubled"]


@pytest.mark.parametrize(
    "name", ["chongqing-resident-2027.toml", "sichuan-resident-2024.toml", "chongqing-resident-2025-a.toml"]
)
def test_a_name_that_says_something_else_than_the_content(tmp_path: Path, name: str):
    write(tmp_path, name, pack_text())
    (pack,) = (catalogue := find_packs([tmp_path])).found
    with pytest.raises(BadPack) as error:
        catalogue.load(pack.region, pack.year)
    assert codes(error) == ["file_name"]


def test_a_pack_that_vanished_or_cannot_be_read(tmp_path: Path):
    path = write(tmp_path, NAME, pack_text())
    catalogue = find_packs([tmp_path])
    path.unlink()
    with pytest.raises(BadPack) as error:
        catalogue.load("chongqing", 2024)
    assert codes(error) == ["unreadable"]


def test_a_folder_given_twice_counts_once(tmp_path: Path):
    for name in ("one", "two"):
        write(tmp_path / name, NAME, pack_text())
    one, two = tmp_path / "one", tmp_path / "two"
    found = find_packs([one, two, two / ".." / "one"]).found
    assert [pack.path.resolve().parent for pack in found] == [one.resolve(), two.resolve()]
    catalogue = find_packs([shipped_folder(), shipped_folder()])
    assert catalogue.load("chongqing", 2024).year == 2024


def test_other_files_are_no_packs_and_a_folder_must_be_there(tmp_path: Path):
    for name in ("guidance.toml", "chongqing-resident-20245.toml", f"{NAME}.bak", "2024.toml"):
        write(tmp_path, name, pack_text())
    assert find_packs([tmp_path]).found == ()
    with pytest.raises(FileNotFoundError):
        find_packs([tmp_path / "none"])
