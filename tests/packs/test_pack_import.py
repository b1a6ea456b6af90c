"""Packs from a stick: looked at in full, put in use in one step, taken back; one refused changes nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pack_files import in_table, pack_file, pack_text, policy_of

from desktop_app.engine.policy_changes import changes
from desktop_app.folders import Folders
from desktop_app.packs.added import Proposal, Refusal, added_years, propose, roll_back, take_over
from desktop_app.packs.find import find_packs, pack_folders
from desktop_app.packs.problems import PackProblems

NAME = "chongqing-resident-2024.toml"


def version(number: str, figure: int = 1000) -> str:
    """The pack of 2024 as another version, with another limit of chronic outpatient (1,000 as shipped)."""
    text = in_table("chronic.limit", "figure = 1000", f"figure = {figure}")
    return text.replace('version = "2024.1"', f'version = "{number}"', 1)


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "U 盘"
    folder.mkdir()

    def put(text: str, name: str = NAME) -> Path:
        path = folder / name
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def own(tmp_path) -> Folders:
    return Folders(tmp_path / "own")


def catalogue(own: Folders):
    return find_packs(pack_folders(own))


def proposal(path: Path, own: Folders) -> Proposal:
    found = propose(path, catalogue(own))
    assert isinstance(found, Proposal)
    return found


def in_use(own: Folders, year: int = 2024) -> str:
    return catalogue(own).load("chongqing", year).version


def test_a_newer_pack_shows_what_it_changes_and_is_then_in_use(stick, own):
    found = proposal(stick(version("2024.2", figure=1100)), own)
    assert found.against is not None
    assert found.against.version == "2024.1"
    [change] = found.changes
    assert (change.kind, change.key, change.of_figure) == ("value", "chronic.limit", True)
    assert (change.before.figure, change.after.figure) == (100_000, 110_000)
    assert change.after.basis.standing == "carried_over"
    assert in_use(own) == "2024.1"  # looking changes nothing
    assert not own.packs.exists()
    path = take_over(found, own.packs)
    assert path.read_bytes() == found.data
    assert in_use(own) == "2024.2"
    assert catalogue(own).load("chongqing", 2024).chronic.limit.figure == 110_000
    assert in_use(own, 2025) == "2025.1"


def test_versions_are_compared_by_their_numbers(stick, own):
    take_over(proposal(stick(version("2024.9")), own), own.packs)
    take_over(proposal(stick(version("2024.10")), own), own.packs)
    assert in_use(own) == "2024.10"
    found = propose(stick(version("2024." + "0" * 5000 + "9")), catalogue(own))
    assert isinstance(found, Refusal)
    assert found.code == "older"
    take_over(proposal(stick(version("2024." + "9" * 5000)), own), own.packs)
    assert len(in_use(own)) == 5005


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (version("2024.1"), "in_use"),
        (version("2024.1", figure=1100), "same_version"),
        (version("2024.0", figure=1100), "older"),
        (version("2023.12"), "older"),
    ],
)
def test_an_older_or_doubled_pack_is_refused_with_its_reason(stick, own, text, code):
    found = propose(stick(text), catalogue(own))
    assert isinstance(found, Refusal)
    assert (found.code, found.in_use) == (code, "2024.1")
    assert not own.root.exists()


def test_a_broken_pack_is_refused_with_all_its_problems(stick, own):
    broken = (
        version("2024.2")
        .replace("level_1 = 80", "level_1 = 800")
        .replace('standing = "stated"', 'standing = "?"')
    )
    found = propose(stick(broken), catalogue(own))
    assert isinstance(found, PackProblems)
    assert len(found.problems) > 1
    misnamed = propose(stick(version("2024.2"), "chongqing-resident-2031.toml"), catalogue(own))
    assert isinstance(misnamed, PackProblems)
    assert [problem.code for problem in misnamed.problems] == ["file_name"]
    assert not own.root.exists()


def test_any_file_name_will_do_on_a_stick_and_the_pack_gets_its_own(stick, own):
    path = take_over(proposal(stick(version("2024.2"), "新政策.toml"), own), own.packs)
    assert path.name == NAME


def test_a_new_year_is_held_against_the_year_before(stick, own):
    text = pack_text(2026).replace("2026", "2027").replace("2025-", "2026-")
    found = proposal(stick(text, "chongqing-resident-2027.toml"), own)
    assert found.against is not None
    assert found.against.year == 2026
    assert {change.kind for change in found.changes} >= {"window", "value"}
    take_over(found, own.packs)
    assert catalogue(own).years("chongqing") == (2024, 2025, 2026, 2027)
    assert added_years("chongqing", own.packs) == (2027,)
    assert roll_back("chongqing", 2027, own.packs)
    assert catalogue(own).years("chongqing") == (2024, 2025, 2026)


def test_packs_are_rolled_back_one_by_one_down_to_the_shipped_one(stick, own):
    for number in ("2024.2", "2024.3", "2024.4"):
        take_over(proposal(stick(version(number)), own), own.packs)
    for number in ("2024.3", "2024.2", "2024.1"):
        assert roll_back("chongqing", 2024, own.packs)
        assert in_use(own) == number
    assert not roll_back("chongqing", 2024, own.packs)
    assert in_use(own) == "2024.1"


def test_other_files_beside_the_kept_packs_do_not_count(stick, own):
    for number in ("2024.2", "2024.3"):
        take_over(proposal(stick(version(number)), own), own.packs)
    for name in ("old.toml", "0001.toml.bak", "00x2.toml"):
        (own.packs / "replaced" / f"chongqing-resident-2024.{name}").write_text("", encoding="utf-8")
    take_over(proposal(stick(version("2024.4")), own), own.packs)
    for expected in ("2024.3", "2024.2", "2024.1"):
        assert roll_back("chongqing", 2024, own.packs)
        assert in_use(own) == expected


def test_after_a_rollback_the_pack_may_come_again(stick, own):
    for _ in range(2):
        take_over(proposal(stick(version("2024.2")), own), own.packs)
        assert in_use(own) == "2024.2"
        roll_back("chongqing", 2024, own.packs)


def test_a_pack_that_cannot_be_written_changes_nothing(stick, own):
    found = proposal(stick(version("2024.2")), own)
    own.root.mkdir()
    own.packs.write_text("a file in the folder's place")
    with pytest.raises(OSError):
        take_over(found, own.packs)
    assert own.packs.read_text() == "a file in the folder's place"


def test_a_broken_pack_in_use_may_be_replaced_by_any_sound_one(stick, own):
    own.packs.mkdir(parents=True)
    (own.packs / NAME).write_text("broken")
    found = proposal(stick(version("2024.1")), own)
    take_over(found, own.packs)
    assert in_use(own) == "2024.1"


def test_what_packs_do_not_change_is_not_shown():
    assert changes(policy_of(2025), policy_of(2025)) == ()
    found = {change.key: change for change in changes(policy_of(2024), policy_of(2025))}
    threshold = found["critical_illness.ordinary.threshold"]
    assert (threshold.before.figure, threshold.after.figure) == (1_783_300, 1_879_700)
    assert threshold.of_figure
    points = found["minor.points"]  # stated by another source
    assert not points.of_figure
    assert [key for key in found if key.startswith("premium.base")] == [
        "premium.base/tier_1",
        "premium.base/tier_2",
    ]


def packs(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop_app", "packs", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_command_shows_the_changes_and_takes_the_pack_over(stick):
    path = stick(version("2024.2", figure=1100))
    shown = packs("import", path, "--dry-run")
    assert shown.returncode == 0
    [line] = [line for line in shown.stdout.splitlines() if line.startswith("- ")]
    assert "1,000.00" in line
    assert "1,100.00" in line
    assert "沿用相邻年度" in line
    assert "2024.2" not in packs("list").stdout
    assert packs("import", path, "--lang", "en").returncode == 0
    assert "2024.2" in packs("list").stdout
    assert packs("rollback", "2024").returncode == 0
    assert "2024.2" not in packs("list").stdout
    again = packs("rollback", "2024", "--lang", "en")
    assert again.returncode == 2
    assert "No pack was imported" in again.stderr


def test_an_imported_pack_is_the_one_that_computes(stick, tmp_path):
    member = {
        "id": "m1",
        "birth_date": "1980-05-01",
        "tier": 1,
        "chronic_diseases": ["hypertension"],
        "enrolment": {"kind": "standard", "paid_on": "2023-11-02"},
    }
    bill = {
        "id": "b1",
        "member": "m1",
        "kind": "chronic_outpatient",
        "service_date": "2024-03-02",
        "institution": {"level": 1},
        "total": "2000.00",
    }
    case = tmp_path / "case.json"
    case.write_text(
        json.dumps(
            {
                "format": "yuyisuan-case/1",
                "policy_year": 2024,
                "members": [member],
                "bills": [bill],
            }
        )
    )

    def paid() -> str:
        command = [sys.executable, "-m", "desktop_app", "calculate", str(case)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        return json.loads(done.stdout)["totals"]["basic_fund"]

    assert paid() == "1000.00"  # 80 % of 2,000, cut by the limit
    packs("import", stick(version("2024.2", figure=1100)))
    assert paid() == "1100.00"


@pytest.mark.parametrize(
    ("text", "code"), [(version("2024.1"), "in_use"), (version("2023.1"), "older"), ("broken", "syntax")]
)
def test_the_command_says_why_a_pack_is_refused(stick, text, code):
    done = packs("import", stick(text))
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert answer["format"] == "yuyisuan-errors/1"
    assert code in {error["code"] for error in answer["errors"]}
    assert done.stderr.strip()
    assert packs("rollback", "2024").returncode == 2


def test_the_command_says_which_file_it_cannot_read(tmp_path):
    done = packs("import", tmp_path / "none.toml")
    assert done.returncode == 2
    assert "none.toml" in done.stderr


def test_the_shipped_packs_are_never_written(stick, own):
    before = pack_file(2024).read_bytes()
    take_over(proposal(stick(version("2024.2")), own), own.packs)
    roll_back("chongqing", 2024, own.packs)
    assert pack_file(2024).read_bytes() == before
