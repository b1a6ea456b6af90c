"""Answers to planning questions as documents: ``yuyisuan-comparison/1`` and ``yuyisuan-curve/1``."""

from collections.abc import Iterable
from fractions import Fraction
from json import dumps

from desktop_app.cases.result import pack_document
from desktop_app.engine.money import format_yuan
from desktop_app.engine.policy import Policy
from desktop_app.planning.break_even import TierCurves
from desktop_app.planning.compare import Choice, MemberOptions, Option
from desktop_app.planning.curve import Curve
from desktop_app.planning.linear import half_up

COMPARISON_FORMAT = "yuyisuan-comparison/1"
CURVE_FORMAT = "yuyisuan-curve/1"


def write_comparison(members: Iterable[MemberOptions], policy: Policy) -> str:
    """Write the options of a household's members as JSON on one line."""
    document = {
        "format": COMPARISON_FORMAT,
        "policy_year": policy.year,
        "pack": pack_document(policy),
        "members": [_member(member) for member in members],
    }
    return dumps(document, ensure_ascii=False)


def write_curve(found: TierCurves, policy: Policy) -> str:
    """Write the curves of both tiers as JSON on one line; exact points are rounded half-up to the fen."""
    document = {
        "format": CURVE_FORMAT,
        "member": found.bill.member,
        "kind": found.bill.kind,
        "pack": pack_document(policy),
        "tiers": {str(tier): _curve(curve) for tier, curve in found.curves.items()},
        "break_even": [_yuan(expense) for expense in found.break_even],
    }
    return dumps(document, ensure_ascii=False)


def _member(member: MemberOptions) -> dict[str, object]:
    return {
        "id": member.id,
        "current": _code(member.current),
        "options": [_option(option) for option in member.options],
        "cheapest": _code(member.cheapest),
        "saving": format_yuan(member.saving),
    }


def _option(option: Option) -> dict[str, object]:
    return {
        "option": _code(option.choice),
        "premium_own_share": format_yuan(option.premium_own_share),
        "out_of_pocket": format_yuan(option.out_of_pocket),
        "cost": format_yuan(option.cost),
    }


def _code(choice: Choice | None) -> str | None:
    if choice is None:
        return None
    return f"with_guardian:{choice.guardian}" if choice.guardian is not None else f"tier_{choice.tier}"


def _curve(curve: Curve) -> dict[str, object]:
    return {
        "vertices": [[_yuan(vertex.expense), _yuan(vertex.out_of_pocket)] for vertex in curve.vertices],
        "events": [{"code": event.code, "at": _yuan(event.at)} for event in curve.events],
    }


def _yuan(amount: Fraction) -> str:
    return format_yuan(half_up(amount))
