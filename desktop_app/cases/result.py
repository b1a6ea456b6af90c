"""A settlement as a document of the format ``yuyisuan-result/1``, and problems as ``yuyisuan-errors/1``."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from json import JSONEncoder
from typing import Protocol

from desktop_app.cases.step_text import StepTexts, yuan
from desktop_app.engine.assumptions import assumptions
from desktop_app.engine.money import format_percent
from desktop_app.engine.policy import Basis, Policy, Value
from desktop_app.engine.result import (
    BillResult,
    Coverage,
    MemberResult,
    Premium,
    Settlement,
    Step,
    Totals,
)
from desktop_app.reading import Problem

RESULT_FORMAT = "yuyisuan-result/1"
ERRORS_FORMAT = "yuyisuan-errors/1"

_json = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


class Labels(Protocol):
    """The sentences of a result in one language."""

    def step_label(self, step: Step) -> str:
        """Say what a step does."""

    def assumption_text(self, basis: Basis, values: Sequence[Value[int] | Value[date]]) -> str:
        """Say what was assumed, of a table with the values used."""


class ResultWriter:
    """Writes results in the language of its labels."""

    def __init__(self, labels: Labels) -> None:
        self._steps = StepTexts(labels.step_label)
        self._assumption_text = lru_cache(maxsize=2048)(labels.assumption_text)

    def write(self, settlement: Settlement) -> str:
        """Write a result as JSON on one line; members and bills in the case's order."""
        policy, steps = settlement.policy, self._steps.write
        members = [
            _with_last(_member(member), steps((*member.coverage.steps, *member.premium.steps)))
            for member in settlement.members
        ]
        bills = [_with_last(_bill(bill), steps(bill.steps)) for bill in settlement.bills]
        head = {
            "format": RESULT_FORMAT,
            "policy_year": settlement.case.policy_year,
            "pack": pack_document(policy),
        }
        tail = {"totals": _household_totals(settlement), "assumptions": self._assumptions(settlement)}
        lists = f'"members":[{",".join(members)}],"bills":[{",".join(bills)}]'
        return f"{_json(head)[:-1]},{lists},{_json(tail)[1:]}"

    def _assumptions(self, settlement: Settlement) -> list[dict[str, str]]:
        return [
            {
                "id": basis.id,
                "rule": basis.rule,
                "standing": basis.standing,
                "text": self._assumption_text(basis, values),
            }
            for basis, values in assumptions(settlement)
        ]


def _with_last(document: dict[str, object], steps: str) -> str:
    """Write a document with its steps, already written, as its last field."""
    return f'{_json(document)[:-1]},"steps":[{steps}]}}'


def write_errors(problems: Iterable[Problem]) -> str:
    """Write a refusal as JSON on one line."""
    return _json({"format": ERRORS_FORMAT, "errors": [problem._asdict() for problem in problems]})


def pack_document(policy: Policy) -> dict[str, object]:
    """Say which pack an answer was computed with."""
    return {"id": policy.id, "version": policy.version, "draft": policy.draft, "sha256": policy.sha256}


def _member(member: MemberResult) -> dict[str, object]:
    return {
        "id": member.id,
        "coverage": _coverage(member.coverage),
        "premium": _premium(member.premium),
        "totals": _amounts(member.totals),
        "notices": list(member.premium.notices),
    }


def _coverage(coverage: Coverage) -> dict[str, object]:
    return {
        "covered": coverage.covered,
        "from": coverage.begin and coverage.begin.isoformat(),
        "to": coverage.end and coverage.end.isoformat(),
        "reason": coverage.reason,
    }


def _premium(premium: Premium) -> dict[str, object]:
    return {
        "base": yuan(premium.base),
        "surcharge": yuan(premium.surcharge),
        "subsidy": yuan(premium.subsidy),
        "own_share": yuan(premium.own_share),
        "category": premium.category,
    }


def _bill(bill: BillResult) -> dict[str, object]:
    return {
        "id": bill.id,
        "member": bill.member,
        "covered": bill.covered,
        "reason": bill.reason,
        "notices": bill.notices,
        "eligible": yuan(bill.eligible),
        "deductible": yuan(bill.deductible),
        "rate": None if bill.rate is None else format_percent(bill.rate),
        "tcm_rate": None if bill.tcm_rate is None else format_percent(bill.tcm_rate),
        "basic_fund": yuan(bill.basic_fund),
        "maternity": yuan(bill.maternity),
        "critical_illness_base": yuan(bill.critical_illness_base),
        "critical_illness": yuan(bill.critical_illness),
        "out_of_pocket": yuan(bill.out_of_pocket),
        "out_of_pocket_parts": dict(
            zip(bill.out_of_pocket_parts._fields, map(yuan, bill.out_of_pocket_parts), strict=True)
        ),
        "paid_by_others": yuan(bill.paid_by_others),
        "left_to_pay": yuan(bill.left_to_pay),
    }


def _amounts(totals: Totals) -> dict[str, str]:
    return dict(zip(totals._fields, map(yuan, totals), strict=True))


def _household_totals(settlement: Settlement) -> dict[str, str]:
    amounts = _amounts(settlement.totals)
    # Deductibles of several ledgers make no sum that means anything to a household.
    del amounts["deductible"]
    return amounts | {"premium_own_share": yuan(settlement.premium_own_share)}
