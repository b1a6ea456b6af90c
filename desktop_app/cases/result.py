"""A settlement as a document of the format ``yuyisuan-result/1``, and problems as ``yuyisuan-errors/1``."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol

from desktop_app.engine.assumptions import assumptions
from desktop_app.engine.money import format_percent, format_yuan
from desktop_app.engine.policy import STANDINGS, Basis, Policy, Standing, Unit, Value
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


class Labels(Protocol):
    """The sentences of a result in one language."""

    def step_label(self, step: Step) -> str:
        """Say what a step does."""

    def assumption_text(self, basis: Basis, values: Sequence[Value[int] | Value[date]]) -> str:
        """Say what was assumed, of a table with the values used."""


def result_document(settlement: Settlement, labels: Labels) -> dict[str, object]:
    """Build the tree of a result; members and bills in the case's order."""
    return {
        "format": RESULT_FORMAT,
        "policy_year": settlement.case.policy_year,
        "pack": pack_document(settlement.policy),
        "members": [_member(member, labels) for member in settlement.members],
        "bills": [_bill(bill, labels) for bill in settlement.bills],
        "totals": _household_totals(settlement),
        "assumptions": [
            {
                "id": used.basis.id,
                "rule": used.basis.rule,
                "standing": used.basis.standing,
                "text": labels.assumption_text(used.basis, used.values),
            }
            for used in assumptions(settlement)
        ],
    }


def errors_document(problems: Iterable[Problem]) -> dict[str, object]:
    """Build the tree of a refusal."""
    return {"format": ERRORS_FORMAT, "errors": [problem._asdict() for problem in problems]}


def pack_document(policy: Policy) -> dict[str, object]:
    """Say which pack an answer was computed with."""
    return {"id": policy.id, "version": policy.version, "draft": policy.draft, "sha256": policy.sha256}


# An amount stands in many places of one answer.
_yuan = lru_cache(maxsize=4096)(format_yuan)


def figure_text(figure: int | date, unit: Unit) -> str:
    """Write a figure by its unit: yuan with two decimals, per cent as a plain number, an ISO date."""
    if isinstance(figure, date):
        return figure.isoformat()
    if unit == "yuan":
        return _yuan(figure)
    return format_percent(figure) if unit == "percent" else str(figure)


def _member(member: MemberResult, labels: Labels) -> dict[str, object]:
    steps = (*member.coverage.steps, *member.premium.steps)
    return {
        "id": member.id,
        "coverage": _coverage(member.coverage),
        "premium": _premium(member.premium),
        "totals": _amounts(member.totals),
        "notices": list(member.premium.notices),
        "steps": [_step(step, labels) for step in steps],
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
        "base": _yuan(premium.base),
        "surcharge": _yuan(premium.surcharge),
        "subsidy": _yuan(premium.subsidy),
        "own_share": _yuan(premium.own_share),
        "category": premium.category,
    }


def _bill(bill: BillResult, labels: Labels) -> dict[str, object]:
    return {
        "id": bill.id,
        "member": bill.member,
        "covered": bill.covered,
        "reason": bill.reason,
        "notices": bill.notices,
        "eligible": _yuan(bill.eligible),
        "deductible": _yuan(bill.deductible),
        "rate": None if bill.rate is None else format_percent(bill.rate),
        "tcm_rate": None if bill.tcm_rate is None else format_percent(bill.tcm_rate),
        "basic_fund": _yuan(bill.basic_fund),
        "maternity": _yuan(bill.maternity),
        "critical_illness_base": _yuan(bill.critical_illness_base),
        "critical_illness": _yuan(bill.critical_illness),
        "out_of_pocket": _yuan(bill.out_of_pocket),
        "out_of_pocket_parts": dict(
            zip(bill.out_of_pocket_parts._fields, map(_yuan, bill.out_of_pocket_parts), strict=True)
        ),
        "paid_by_others": _yuan(bill.paid_by_others),
        "left_to_pay": _yuan(bill.left_to_pay),
        "steps": [_step(step, labels) for step in bill.steps],
    }


def _amounts(totals: Totals) -> dict[str, str]:
    return dict(zip(totals._fields, map(_yuan, totals), strict=True))


def _household_totals(settlement: Settlement) -> dict[str, str]:
    amounts = _amounts(settlement.totals)
    # Deductibles of several ledgers make no sum that means anything to a household.
    del amounts["deductible"]
    return amounts | {"premium_own_share": _yuan(settlement.premium_own_share)}


def _step(step: Step, labels: Labels) -> dict[str, object]:
    kind = step.kind
    bases = tuple([value.basis for value in step.inputs if isinstance(value, Value)]) + step.provisions
    source, standing = _cited(bases)
    return {
        "rule": kind.rule,
        "code": kind.code,
        "label": labels.step_label(step),
        "output": kind.output,
        "amount": figure_text(step.amount, kind.unit),
        "unit": kind.unit,
        "inputs": {
            name: figure_text(value.figure if isinstance(value, Value) else value, unit)
            for (name, unit), value in zip(kind.inputs, step.inputs, strict=True)
        },
        "source": source,
        "standing": standing,
    }


@lru_cache(maxsize=1024)
def _cited(bases: tuple[Basis, ...]) -> tuple[str, Standing]:
    """Name the sources of a step, each once, and the weakest standing among them."""
    sources = dict.fromkeys(f"{basis.source} {basis.section}".strip() for basis in bases)
    standing = STANDINGS[max((STANDINGS.index(basis.standing) for basis in bases), default=0)]
    return "; ".join(sources), standing
