"""The worked cases hold exactly: every amount, reason and notice they expect."""

import json
from pathlib import Path
from typing import Any

import pytest
from households import ROOT, policy_of

from desktop_app.cases.read import read_document
from desktop_app.engine.case import Case
from desktop_app.engine.money import format_percent, format_yuan
from desktop_app.engine.result import BillResult, MemberResult, Settlement
from desktop_app.engine.settle import settle

CASES = sorted((ROOT / "tests" / "cases").glob("[0-9]*.json"))


def test_all_worked_cases_are_here() -> None:
    assert len(CASES) == 17


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_worked_case(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    case = read_document(document["case"], lambda region, year: True)
    assert isinstance(case, Case), case
    settlement = settle(case, policy_of(case.policy_year))
    expected = document["expected"]
    assert differences(expected, answer(settlement)) == []


def answer(settlement: Settlement) -> dict[str, Any]:
    return {
        "members": [member_answer(member) for member in settlement.members],
        "bills": [bill_answer(bill) for bill in settlement.bills],
        "totals": {
            **in_yuan(settlement.totals._asdict()),
            "premium_own_share": format_yuan(settlement.premium_own_share),
        },
    }


def member_answer(member: MemberResult) -> dict[str, Any]:
    coverage, premium = member.coverage, member.premium
    amounts = {name: getattr(premium, name) for name in ("base", "surcharge", "subsidy", "own_share")}
    return {
        "id": member.id,
        "coverage": {
            "covered": coverage.covered,
            "from": coverage.begin and coverage.begin.isoformat(),
            "to": coverage.end and coverage.end.isoformat(),
            "reason": coverage.reason,
        },
        "premium": {**in_yuan(amounts), "category": premium.category},
        "totals": in_yuan(member.totals._asdict()),
        "notices": list(premium.notices),
    }


def bill_answer(bill: BillResult) -> dict[str, Any]:
    given = (
        "id",
        "member",
        "covered",
        "reason",
        "notices",
        "rate",
        "tcm_rate",
        "out_of_pocket_parts",
        "steps",
    )
    amounts = {name: value for name, value in bill._asdict().items() if name not in (*given, "ledger")}
    return {
        "id": bill.id,
        "member": bill.member,
        "covered": bill.covered,
        "reason": bill.reason,
        "notices": list(bill.notices),
        "rate": None if bill.rate is None else format_percent(bill.rate),
        "tcm_rate": None if bill.tcm_rate is None else format_percent(bill.tcm_rate),
        **in_yuan(amounts),
        "out_of_pocket_parts": in_yuan(bill.out_of_pocket_parts._asdict()),
    }


def in_yuan(amounts: dict[str, int]) -> dict[str, str]:
    return {name: format_yuan(amount) for name, amount in amounts.items()}


def differences(expected: Any, found: Any, path: str = "") -> list[str]:
    """Every place where what is expected is not what was found; what is not expected may be anything."""
    if isinstance(expected, dict):
        return [
            difference
            for key, value in expected.items()
            for difference in differences(value, found.get(key, "missing"), f"{path}.{key}")
        ]
    if isinstance(expected, list) and expected and isinstance(expected[0], dict):
        return [
            difference
            for index, (one, other) in enumerate(zip(expected, found, strict=True))
            for difference in differences(one, other, f"{path}[{index}]")
        ]
    if path.endswith(".notices"):
        expected, found = sorted(expected), sorted(found)
    return [] if expected == found else [f"{path}: expected {expected}, found {found}"]
