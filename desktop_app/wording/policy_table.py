"""A policy's values as tables that can be read out: each with its figures, rule, source and standing."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, get_args

from desktop_app.engine.policy import Basis, NextMonth, Policy, Standing, Value
from desktop_app.engine.policy_values import values
from desktop_app.wording.sentences import Wording

PolicySection: TypeAlias = Literal[
    "enrolment",
    "premium",
    "outpatient",
    "inpatient",
    "minor",
    "tcm",
    "chronic",
    "critical_illness",
    "maternity",
]
POLICY_SECTIONS: tuple[PolicySection, ...] = get_args(PolicySection)


class PolicyRow(NamedTuple):
    """One value of the pack, or one table of values that share a source."""

    name: str
    figures: tuple[str, ...]
    """Each after its place in the table."""
    rule: str
    source: str
    standing: Standing
    remark: str


def section_rows(policy: Policy, section: PolicySection, wording: Wording) -> tuple[PolicyRow, ...]:
    """Write the values of one section of a policy, in its order."""
    windows = _window_rows(policy, wording) if section == "enrolment" else ()
    part = getattr(policy, section)
    grouped: dict[str, list[Value[int] | Value[date]]] = {}
    for value in values(part):
        grouped.setdefault(value.basis.id, []).append(value)
    rows = (_row(found, wording) for key, found in grouped.items() if not key.startswith("enrolment.window"))
    return (*windows, *rows)


def _row(found: Sequence[Value[int] | Value[date]], wording: Wording) -> PolicyRow:
    basis = found[0].basis
    return _based(wording.value_name(basis.id), tuple(map(wording.placed_figure, found)), basis, wording)


def _window_rows(policy: Policy, wording: Wording) -> tuple[PolicyRow, ...]:
    return tuple(
        _based(
            wording.text(
                "guide.window",
                name=window.name,
                first=wording.date(window.first),
                last=wording.date(window.last),
            ),
            (_begin(window.begin, wording),),
            window.basis,
            wording,
        )
        for window in policy.enrolment.windows
    )


def _begin(begin: object, wording: Wording) -> str:
    """Say when coverage begins after a payment in a window (R5)."""
    if isinstance(begin, NextMonth):
        return wording.text("guide.begins.next_month")
    value = next(values(begin))
    key = "guide.begins.fixed_date" if value.unit == "date" else "guide.begins.after_days"
    return wording.text(key, figure=wording.figure(value.unit, value.figure))


def _based(name: str, figures: tuple[str, ...], basis: Basis, wording: Wording) -> PolicyRow:
    return PolicyRow(name, figures, basis.rule, wording.source(basis), basis.standing, basis.text)
