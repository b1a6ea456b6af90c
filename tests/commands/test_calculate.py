"""``calculate``: the shared cases to the fen, errors, exit statuses, many cases a file."""

import json
import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "tests" / "cases").glob("*.json"))
PYTHON = [sys.executable, "-m", "desktop_app"]


def run(*arguments, data=b"", **options):
    """Run the program as a process of its own."""
    return subprocess.run(
        [*PYTHON, *map(str, arguments)], input=data, cwd=ROOT, capture_output=True, check=False, **options
    )


def worked(path):
    return json.loads(path.read_text(encoding="utf-8"))


def line(case) -> bytes:
    return json.dumps(case, ensure_ascii=False).encode() + b"\n"


def holds(expected, found, where="") -> list[str]:
    """Compare the expected parts of a result; answers where they differ."""
    if isinstance(expected, dict):
        parts = expected.items()
        return [
            each for key, part in parts for each in holds(part, found.get(key, "absent"), f"{where}.{key}")
        ]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = enumerate(zip(expected, found, strict=True))
        return [each for index, (one, other) in pairs for each in holds(one, other, f"{where}[{index}]")]
    return [] if expected == found else [f"{where}: expected {expected}, found {found}"]


@pytest.fixture
def case_file(tmp_path):
    path = tmp_path / "家庭.json"
    path.write_text(json.dumps(worked(CASES[0])["case"]), encoding="utf-8")
    return path


def test_the_shared_cases_hold_exactly():
    cases = [worked(path) for path in CASES]
    assert len(cases) == 17
    done = run("calculate", "--jsonl", "-", data=b"".join(line(case["case"]) for case in cases))
    assert (done.returncode, done.stderr) == (0, b"")
    results = [json.loads(each) for each in done.stdout.splitlines()]
    assert [holds(case["expected"], result) for case, result in zip(cases, results, strict=True)] == [[]] * 17


def stated(example):
    """The parts of an example in the help that it gives in full: ``…`` stands for what it leaves out."""
    if isinstance(example, dict):
        return {key: stated(part) for key, part in example.items() if part != "…"}
    return [stated(part) for part in example] if isinstance(example, list) else example


def test_the_result_in_the_help_answers_the_case_in_the_help():
    text = (ROOT / "resources" / "help" / "interchange.en.md").read_text(encoding="utf-8")
    case, _unknown, _errors, answer, *_ = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    done = run("calculate", "-", data=case.encode())
    assert done.returncode == 0
    expected, found = stated(json.loads(answer)), json.loads(done.stdout)
    expected["members"][0].pop("steps")
    # Of the steps and assumptions it shows one each.
    for one, each in (
        (expected["bills"][0].pop("steps"), found["bills"][0]["steps"]),
        (expected.pop("assumptions"), found["assumptions"]),
    ):
        assert [] in [holds(one[0], other) for other in each]
    assert holds(expected, found) == []


def test_a_result_has_all_its_fields(case_file):
    done = run("calculate", case_file)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\r" not in done.stdout
    result = json.loads(done.stdout)
    assert list(result) == ["format", "policy_year", "pack", "members", "bills", "totals", "assumptions"]
    assert result["format"] == "yuyisuan-result/1"
    pack = (ROOT / "policy_packs" / "chongqing-resident-2024.toml").read_bytes()
    assert result["pack"]["id"] == "chongqing-resident-2024"
    assert result["pack"]["draft"] is False
    assert result["pack"]["sha256"] == sha256(pack).hexdigest()
    member = result["members"][0]
    assert (member["notices"], set(member["totals"])) == (
        [],
        {
            *("total", "eligible", "deductible", "basic_fund", "maternity", "critical_illness"),
            *("out_of_pocket", "paid_by_others", "left_to_pay"),
        },
    )
    assert "deductible" not in result["totals"]
    steps = {step["output"]: step for step in result["bills"][0]["steps"]}
    fund = steps["payment"]
    assert (fund["amount"], fund["unit"]) == ("9600.00", "yuan")
    assert fund["inputs"] == {"rate": "50", "eligible": "20000.00", "deductible": "800.00"}
    rate = steps["rate"]
    assert (rate["rule"], rate["amount"], rate["standing"]) == ("R12", "50", "stated")
    assert rate["source"].startswith("S2")
    assert "9,600.00" in fund["label"]


def test_assumptions_are_those_that_this_result_used_each_once(case_file):
    assumptions = json.loads(run("calculate", case_file).stdout)["assumptions"]
    ids = [each["id"] for each in assumptions]
    assert len(set(ids)) == len(ids)
    assert {"eligible_expense", "deductible_each_admission"} <= set(ids)
    # No tcm institution, no newborn, no maternity benefit in this case.
    assert not {"tcm_parts", "birth_day_is_day_zero", "prenatal_per_year"} & set(ids)
    assert all(each["standing"] in ("interpreted", "secondary", "carried_over") for each in assumptions)
    assert all(each["text"] and each["rule"].startswith("R") for each in assumptions)


@pytest.mark.parametrize("arguments", [["--lang", "en", "calculate"], ["calculate", "--lang", "en"]])
def test_sentences_in_english(case_file, arguments):
    done = run(*arguments, case_file)
    result = json.loads(done.stdout)
    labels = [step["label"] for bill in result["bills"] for step in bill["steps"]]
    texts = [each["text"] for each in result["assumptions"]]
    assert all(
        sentence.isascii() or not any("一" <= sign <= "鿿" for sign in sentence)
        for sentence in labels + texts
    )


def test_standard_input_with_a_byte_order_mark(case_file):
    done = run("calculate", "-", data=b"\xef\xbb\xbf" + case_file.read_bytes())
    assert done.returncode == 0
    assert done.stdout == run("calculate", case_file).stdout


def test_a_case_with_errors_computes_nothing(tmp_path):
    case = worked(CASES[0])["case"]
    case["bills"][0] |= {"total": 25000, "kind": "dental"}
    path = tmp_path / "case.json"
    path.write_bytes(line(case))
    done = run("calculate", path)
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert answer["format"] == "yuyisuan-errors/1"
    assert {(each["path"], each["code"]) for each in answer["errors"]} == {
        ("bills[0].total", "type"),
        ("bills[0].kind", "enum"),
    }
    words = done.stderr.decode()
    assert "bills[0].total" in words
    assert "bills[0].kind" in words
    assert "Traceback" not in words


def test_a_year_without_a_pack_is_an_error():
    case = worked(CASES[0])["case"] | {"policy_year": 2019}
    done = run("calculate", "-", data=line(case))
    assert done.returncode == 1
    assert ("policy_year", "no_pack") in {
        (each["path"], each["code"]) for each in json.loads(done.stdout)["errors"]
    }


def test_every_line_has_its_answer_in_order(tmp_path):
    case = worked(CASES[0])["case"]
    path = tmp_path / "cases.jsonl"
    lines = [line(case), b"\n", b"{}\r\n", line(case | {"extra": 1}), b"\xff\n", line(case)[:-1]]
    path.write_bytes(b"".join(lines))
    done = run("calculate", "--jsonl", path)
    assert (done.returncode, done.stderr) == (0, b"")
    answers = [json.loads(each) for each in done.stdout.splitlines()]
    codes = [sorted({error["code"] for error in answer.get("errors", ())}) for answer in answers]
    assert codes == [[], ["syntax"], ["missing"], ["unknown_field"], ["syntax"], []]
    assert answers[0] == answers[5]


def test_an_empty_file_has_no_answers(tmp_path):
    path = tmp_path / "none.jsonl"
    path.touch()
    done = run("calculate", "--jsonl", path)
    assert (done.returncode, done.stdout) == (0, b"")


def test_an_answer_is_handed_over_before_the_next_line_comes():
    case = line(worked(CASES[0])["case"])
    with subprocess.Popen(
        [*PYTHON, "calculate", "--jsonl", "-"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(3):
            process.stdin.write(case)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["format"] == "yuyisuan-result/1"
        process.stdin.close()
        assert process.wait(20) == 0


def test_a_reader_that_leaves_ends_it_without_a_traceback():
    case = line(worked(CASES[0])["case"])
    with subprocess.Popen(
        [*PYTHON, "calculate", "--jsonl", "-"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        _, words = process.communicate(case * 3, timeout=20)
    assert process.returncode == 2
    assert b"Traceback" not in words


def test_a_full_disk_is_told(case_file):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PYTHON, "calculate", str(case_file)], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_files_that_cannot_be_read(tmp_path, case_file):
    for name in (tmp_path / "absent.json", tmp_path):
        for arguments in (["calculate", name], ["calculate", "--jsonl", name]):
            done = run(*arguments)
            assert (done.returncode, done.stdout) == (2, b"")
            assert name.name in done.stderr.decode()
            assert b"Traceback" not in done.stderr
    done = run("--packs", tmp_path / "absent", "calculate", case_file)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["calculate"],
        ["calculate", "a.json", "b.json"],
        ["calculate", "--jsonl"],
        ["calculate", "a.json", "--jsonl", "b.jsonl"],
        ["calculate", "--lang", "fr", "a.json"],
        ["--lang"],
        ["--packs"],
        ["--unknown", "calculate", "a.json"],
    ],
)
def test_wrong_usage(arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"usage" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_pack_given_comes_before_the_shipped_one(tmp_path, case_file):
    shipped = ROOT / "policy_packs" / "chongqing-resident-2024.toml"
    pack = tmp_path / shipped.name
    pack.write_bytes(shipped.read_bytes() + "\n# 本单位核对\n".encode())
    result = json.loads(run("--packs", tmp_path, "calculate", case_file).stdout)
    assert result["pack"]["sha256"] == sha256(pack.read_bytes()).hexdigest()
    assert result["bills"][0]["basic_fund"] == "9600.00"


def test_a_bad_pack_is_an_error_never_the_shipped_one_instead(tmp_path, case_file):
    (tmp_path / "chongqing-resident-2024.toml").write_text("id = 1\n", encoding="utf-8")
    for arguments in (["calculate", case_file], ["calculate", "--jsonl", case_file]):
        done = run("--packs", tmp_path, *arguments)
        assert done.returncode == (0 if "--jsonl" in arguments else 1)
        errors = json.loads(done.stdout)["errors"]
        assert errors
        assert all("chongqing-resident-2024.toml" in each["message"] for each in errors)
        words = done.stderr.decode("utf-8").splitlines()
        if "--jsonl" not in arguments:
            assert len(words) == len(errors)
            assert all("chongqing-resident-2024.toml: " in line for line in words)
            assert any("id: expected text" in line for line in words)


def test_output_is_utf_8_whatever_the_locale(case_file):
    done = run(
        "calculate",
        case_file,
        env=os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert done.returncode == 0
    assert "住院" in done.stdout.decode("utf-8") or "起付" in done.stdout.decode("utf-8")


def test_memory_does_not_grow_with_the_file(tmp_path):
    code = (
        "import sys, resource; from desktop_app.__main__ import main; main(sys.argv[1:]);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )

    def peak(cases):
        path = tmp_path / f"{cases}.jsonl"
        path.write_bytes(line(worked(CASES[4])["case"]) * cases)
        done = subprocess.run(
            [sys.executable, "-c", code, "calculate", "--jsonl", str(path)],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=True,
        )
        return int(done.stderr)

    # 400 cases more are some eight megabytes of answers.
    assert peak(500) < peak(100) + 2_000


def test_a_case_with_unknown_amounts_has_no_one_result():
    case = worked(CASES[0])["case"]
    del case["bills"][0]["total"]
    case["bills"][0]["unknown"] = {"total": {"from": "20000", "to": "90000.00"}}
    case["members"][0]["unknown"] = {"critical_illness_base": {"from": "0", "to": "100"}}
    expected = [
        ("members[0].unknown.critical_illness_base", "unknown_amount"),
        ("bills[0].unknown.total", "unknown_amount"),
    ]
    done = run("calculate", "-", data=line(case))
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert answer["format"] == "yuyisuan-errors/1"
    assert [(each["path"], each["code"]) for each in answer["errors"]] == expected
    assert done.stderr.decode().count("unknown.") == 2
    # One of many lines is answered in its place.
    done = run("calculate", "--jsonl", "-", data=line(case) + line(worked(CASES[0])["case"]))
    assert done.returncode == 0
    assert [json.loads(each)["format"] for each in done.stdout.splitlines()] == [
        "yuyisuan-errors/1",
        "yuyisuan-result/1",
    ]


def test_no_summary_of_one_result_is_written_where_an_amount_is_unknown(tmp_path):
    case = worked(CASES[0])["case"]
    case["members"][0]["unknown"] = {"basic_fund": {"from": "0", "to": "100"}}
    done = run("report", "-", "-o", tmp_path / "out.pdf", data=line(case))
    assert done.returncode == 1
    assert json.loads(done.stdout)["errors"][0]["code"] == "unknown_amount"
    assert not (tmp_path / "out.pdf").exists()
