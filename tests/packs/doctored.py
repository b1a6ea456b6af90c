"""A policy in which every figure, day and list differs from the shipped one: a number left in code shows."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from desktop_app.engine.policy import Policy, Surcharge, Value, Window

_SHIFT = timedelta(days=3)


def doctored(policy: Policy) -> Policy:
    """Change every value of a policy; what had no figure gets one, rates stay below 100 per cent."""
    changed: Policy = _changed(policy)
    critical = changed.critical_illness
    cap = critical.ordinary.cap
    assert cap is not None
    basis = policy.critical_illness.assisted.rate.basis
    assisted = replace(critical.assisted, cap=cap._replace(figure=cap.figure // 3, basis=basis))
    return replace(
        changed,
        id=f"{policy.id}-doctored",
        version=f"{policy.version}-doctored",
        draft=not policy.draft,
        sha256="0" * 64,
        outpatient=replace(changed.outpatient, minor_institution_types=("tcm",)),
        premium=replace(
            changed.premium,
            subsidy={
                category: {tier: amount or _unstated(changed) for tier, amount in row.items()}
                for category, row in changed.premium.subsidy.items()
            },
        ),
        critical_illness=replace(
            critical, assisted=assisted, assisted_categories=("orphan", "sudden_hardship")
        ),
    )


def values(part: Any) -> list[Value[Any]]:
    """All values of a policy or a part of it, in order."""
    if isinstance(part, Value):
        return [part]
    return [value for child in _children(part) for value in values(child)]


def _children(part: Any) -> list[Any]:
    if is_dataclass(part):
        return [getattr(part, field.name) for field in fields(part)]
    if isinstance(part, Mapping):
        return list(part.values())
    return list(part) if isinstance(part, tuple) else []


def _unstated(policy: Policy) -> Value[int]:
    return policy.premium.base[1]._replace(figure=12_34)


def _changed(part: Any) -> Any:
    if isinstance(part, Value):
        return part._replace(figure=_other_figure(part))
    if isinstance(part, Mapping):
        return {key: _changed(child) for key, child in part.items()}
    if isinstance(part, tuple):
        children = [_changed(child) for child in part]
        return type(part)(*children) if hasattr(part, "_fields") else tuple(children)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    changed = replace(part, **{field.name: _changed(getattr(part, field.name)) for field in fields(part)})
    if isinstance(changed, Window | Surcharge):
        return replace(changed, first=changed.first + _SHIFT, last=changed.last + _SHIFT)
    return changed


def _other_figure(value: Value[Any]) -> int | date:
    figure = value.figure
    if isinstance(figure, date):
        return figure + timedelta(days=31)
    others = {
        "yuan": 2 * figure + 11_11,
        "percent": figure + 3_00,
        "days": figure + 10,
        "years": figure - 2,
        "level": figure % 3 + 1,
    }
    other: int = others[value.unit]
    return other
