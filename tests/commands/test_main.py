"""The entry point in this process: commands, results as trees, what is imported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.__main__ import main

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "tests" / "cases").glob("*.json"))


def calculated(path, tmp_path, capfdbinary):
    case = tmp_path / "case.json"
    case.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8"))["case"]), encoding="utf-8")
    assert main(["calculate", str(case)]) == 0
    return json.loads(capfdbinary.readouterr().out)


def fen(yuan: str) -> int:
    return round(float(yuan) * 100)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_parts_of_a_result_add_up(path, tmp_path, capfdbinary):
    result = calculated(path, tmp_path, capfdbinary)
    for bill in result["bills"]:
        parts = {name: fen(amount) for name, amount in bill["out_of_pocket_parts"].items()}
        less = parts.pop("less_maternity") + parts.pop("less_critical_illness")
        assert sum(parts.values()) - less == fen(bill["out_of_pocket"])
        outputs = [step["output"] for step in bill["steps"]]
        assert len(set(outputs)) == len(outputs)
    for name in ("total", "eligible", "basic_fund", "out_of_pocket", "left_to_pay"):
        of_members = sum(fen(member["totals"][name]) for member in result["members"])
        assert of_members == fen(result["totals"][name])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_step_that_is_not_stated_stands_among_the_assumptions(path, tmp_path, capfdbinary):
    result = calculated(path, tmp_path, capfdbinary)
    standings = {
        step["standing"]
        for of in (result["members"], result["bills"])
        for each in of
        for step in each["steps"]
    }
    assert {each["standing"] for each in result["assumptions"]} >= standings - {"stated"}


def test_errors_are_answered_with_one(tmp_path, capfdbinary):
    path = tmp_path / "case.json"
    path.write_text("[]", encoding="utf-8")
    assert main(["calculate", str(path)]) == 1
    out, words = capfdbinary.readouterr()
    assert [each["code"] for each in json.loads(out)["errors"]] == ["type"]
    assert words


def test_a_file_that_is_not_there_is_answered_with_two(tmp_path, capfdbinary):
    assert main(["calculate", str(tmp_path / "absent.json")]) == 2
    assert main(["calculate", "a\0b"]) == 2
    assert main(["--packs", str(tmp_path / "absent")]) == 2
    assert main(["--packs", str(tmp_path / "absent"), "packs", "list"]) == 2
    assert capfdbinary.readouterr().out == b""


@pytest.mark.parametrize("arguments", [["--help"], ["calculate", "--help"], ["packs", "--help"]])
def test_help(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 0
    assert "calculate" in capsys.readouterr().out or "calculate" not in arguments


@pytest.mark.parametrize("arguments", [["a.json", "b.json"], ["--packs"], ["--lang", "fr"], ["calculate"]])
def test_wrong_usage_leaves_with_two(arguments):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2


@pytest.mark.parametrize("arguments", [["calculate", "-"], ["packs", "list"]])
def test_commands_for_programs_import_neither_qt_nor_each_other(arguments):
    other = "desktop_app.commands.packs" if arguments[0] == "calculate" else "desktop_app.commands.calculate"
    code = (
        f"import sys; from desktop_app.__main__ import main; main({arguments!r});"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=b"{}", cwd=ROOT, capture_output=True, check=True
    )
    modules = done.stderr.decode().split()
    assert other not in modules
    assert not [
        name for name in modules if name.startswith(("PySide6", "pyqtgraph", "numpy", "desktop_app.ui"))
    ]


def test_a_case_that_is_not_there_is_said_without_a_window(tmp_path, capfd):
    for missing in (tmp_path / "gone.yys", "frobnicate"):
        assert main([str(missing), "--exit-after-first-paint"]) == 2
        assert "there is no such file" in capfd.readouterr().err
