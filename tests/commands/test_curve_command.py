"""``curve``: the example of the format, the codes of what can be wrong, no Qt."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
ADULT = {
    "id": "m1",
    "birth_date": "1980-05-01",
    "tier": 1,
    "enrolment": {"kind": "standard", "paid_on": "2023-11-02"},
}
CHILD = {
    "id": "m2",
    "birth_date": "2024-03-09",
    "tier": 1,
    "enrolment": {"kind": "newborn_independent", "paid_on": "2024-04-20"},
}
ASKED = {"member": "m1", "kind": "inpatient", "level": "3", "date": "2024-06-01"}


@pytest.fixture
def case_path(tmp_path):
    case = {"format": "yuyisuan-case/1", "policy_year": 2024, "members": [ADULT, CHILD], "bills": []}
    path = tmp_path / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    return path


@pytest.fixture
def curved(case_path, capfdbinary):
    def curve(status=0, **changed):
        options = [text for name, value in (ASKED | changed).items() for text in (f"--{name}", value)]
        assert main(["curve", str(case_path), *options]) == status
        return json.loads(capfdbinary.readouterr().out)

    return curve


def codes(answer):
    return [(error["path"], error["code"]) for error in answer["errors"]]


def test_the_example_of_the_format(curved):
    answer = curved()
    assert list(answer) == ["format", "member", "kind", "pack", "tiers", "break_even"]
    assert (answer["format"], answer["member"], answer["kind"]) == ("yuyisuan-curve/1", "m1", "inpatient")
    assert answer["tiers"]["1"] == {
        "vertices": [
            ["0.00", "0.00"],
            ["800.00", "800.00"],
            ["34866.00", "17833.00"],
            ["160800.00", "43019.80"],
            ["431166.33", "151166.33"],
            ["600000.00", "320000.00"],
        ],
        "events": [
            {"code": "deductible_met", "at": "800.00"},
            {"code": "critical_illness_begins", "at": "34866.00"},
            {"code": "basic_cap_reached", "at": "160800.00"},
            {"code": "critical_illness_cap_reached", "at": "431166.33"},
        ],
    }
    assert answer["break_even"] == ["8300.00"]


def test_a_curve_ends_at_the_largest_expense_asked_for(curved):
    # Event and kink at the very end: the deductible of 800 is met there.
    at_end = curved(max="800")
    assert at_end["tiers"]["2"] == {
        "vertices": [["0.00", "0.00"], ["800.00", "800.00"]],
        "events": [{"code": "deductible_met", "at": "800.00"}],
    }
    assert curved(max="799.99")["tiers"]["2"]["events"] == []


def test_a_bill_that_is_not_paid_is_a_straight_line_without_events(curved):
    for asked in ({"kind": "outpatient"}, {"member": "m2", "date": "2024-03-08", "status": 1}):
        answer = curved(**asked)
        if "errors" in answer:
            assert codes(answer) == [("date", "date")]
            continue
        assert answer["tiers"]["1"] == {
            "vertices": [["0.00", "0.00"], ["600000.00", "600000.00"]],
            "events": [],
        }
        assert answer["break_even"] == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"member": "m9"}, ("member", "unknown_member")),
        ({"kind": "prenatal"}, ("kind", "enum")),
        ({"kind": "natural_delivery"}, ("kind", "enum")),
        ({"kind": "chronic_outpatient"}, ("kind", "no_chronic_disease")),
        ({"kind": "major_outpatient"}, ("kind", "no_major_disease")),
        ({"level": "0"}, ("level", "enum")),
        ({"level": "4"}, ("level", "enum")),
        ({"level": "3.0"}, ("level", "enum")),
        ({"type": "village"}, ("type", "enum")),
        ({"date": "2024-02-30"}, ("date", "date")),
        ({"date": "2023-12-31"}, ("date", "date")),
        ({"date": "2025-01-01"}, ("date", "date")),
        ({"max": "0"}, ("max", "amount")),
        ({"max": "0.001"}, ("max", "amount")),
        ({"max": "1e5"}, ("max", "amount")),
    ],
)
def test_what_can_be_wrong_stands_at_its_option(curved, changed, expected):
    assert codes(curved(status=1, **changed)) == [expected]


def test_all_that_is_wrong_is_told_at_once(curved):
    answer = curved(status=1, member="m9", kind="x", level="9", date="x", max="0", type="x")
    assert sorted(codes(answer)) == [
        ("date", "date"),
        ("kind", "enum"),
        ("level", "enum"),
        ("max", "amount"),
        ("member", "unknown_member"),
        ("type", "enum"),
    ]


def test_the_words_about_an_option_are_its_own(case_path, capfd):
    options = [
        text for name, value in (ASKED | {"date": "2025-01-01"}).items() for text in (f"--{name}", value)
    ]
    assert main(["curve", str(case_path), *options]) == 1
    assert "政策年度" in capfd.readouterr().err


def test_a_missing_option_is_wrong_usage(case_path):
    with pytest.raises(SystemExit, match="2"):
        main(["curve", str(case_path), "--member", "m1"])


@pytest.mark.parametrize("command", ["compare", "curve"])
def test_planning_imports_no_qt(case_path, command):
    options = (
        [text for name, value in ASKED.items() for text in (f"--{name}", value)] if command == "curve" else []
    )
    code = (
        "import sys; from desktop_app.__main__ import main; status = main(sys.argv[1:]);"
        "sys.exit(status or any(n.startswith(('PySide6', 'numpy', 'pyqtgraph')) for n in sys.modules))"
    )
    arguments = [sys.executable, "-c", code, command, str(case_path), *options]
    assert subprocess.run(arguments, cwd=ROOT, capture_output=True, check=False).returncode == 0
