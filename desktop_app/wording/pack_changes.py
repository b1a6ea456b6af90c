"""What a pack changes against the one in use, in words: one line a value, provision, window or text."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.engine.policy import Basis, Conflict, FixedDate, NextMonth, Policy, Surcharge, Value, Window
from desktop_app.engine.policy_changes import Change, Item
from desktop_app.wording.sentences import Wording


class ChangeLine(NamedTuple):
    """One change: what it is about, how it was, how it will be, and what that rests on."""

    name: str
    before: str
    after: str
    standing: str
    source: str


def change_line(change: Change, wording: Wording) -> ChangeLine:
    """Write a change; what one of the packs does not say is a dash."""
    shown = change.before if change.after is None else change.after
    assert shown is not None
    basis = _basis(shown)
    before, after = _text(change.before, wording), _text(change.after, wording)
    if before == after:
        after = wording.text("pack_changes.basis_only", text=after)
    return ChangeLine(
        _name(change, shown, wording),
        before,
        after,
        wording.standing_mark(basis.standing) if basis else "",
        wording.source(basis) if basis else "",
    )


def proposal_lines(
    policy: Policy, against: Policy | None, found: Sequence[Change], wording: Wording
) -> tuple[str, ...]:
    """Say which pack it is, what it would take the place of and how much it changes."""
    text = wording.text
    about = {"title": policy.title, "version": policy.version, "year": policy.year}
    if against is None:
        first = text("pack_changes.new_region", **about)
    elif against.year == policy.year:
        first = text("pack_changes.replaces", **about, against=against.version)
    else:
        first = text("pack_changes.new_year", **about, against=against.year)
    draft = (text("pack_changes.draft"),) if policy.draft else ()
    if against is None:
        return (first, *draft)
    figures = sum(change.of_figure for change in found)
    count = (
        text("pack_changes.changed", count=len(found), figures=figures)
        if found
        else text("pack_changes.same")
    )
    return (first, *draft, count)


def refusal_text(code: str, policy: Policy, in_use: str, wording: Wording) -> str:
    """Say why a sound pack is not taken over (``in_use``, ``older``, ``same_version``)."""
    return wording.text(f"pack_changes.{code}", version=policy.version, in_use=in_use)


def _basis(item: Item) -> Basis | None:
    match item:
        case Value() | Window():
            return item.basis
        case Surcharge():
            return item.amount.basis
        case Basis():
            return item
        case _:
            return None


def _name(change: Change, item: Item, wording: Wording) -> str:
    match item:
        case Value():
            return wording.value_name(item.basis.id, item.place)
        case Window():
            return wording.text("pack_changes.window", name=item.name)
        case Surcharge():
            return wording.text("pack_changes.surcharge")
        case Basis():
            return wording.text("pack_changes.provision", rule=item.rule)
        case _:
            return wording.text(f"pack_changes.text.{change.key.partition('/')[0]}")


def _text(item: Item | None, wording: Wording) -> str:
    match item:
        case None:
            return wording.text("pack_changes.none")
        case Value():
            return wording.figure(item.unit, item.figure)
        case Window():
            first, last = wording.date(item.first), wording.date(item.last)
            return wording.text(
                "pack_changes.window_days", first=first, last=last, begin=_begin(item, wording)
            )
        case Surcharge():
            first, last = wording.date(item.first), wording.date(item.last)
            return wording.text("pack_changes.surcharge_days", first=first, last=last)
        case Basis():
            return item.text if wording.lang == "zh_CN" else item.text_en
        case Conflict():
            return f"{item.text} {item.adopted}"
        case _:
            return item


def _begin(window: Window, wording: Wording) -> str:
    match window.begin:
        case NextMonth():
            return wording.text("guide.begins.next_month")
        case FixedDate(value):
            return wording.text("guide.begins.fixed_date", figure=wording.date(value.figure))
        case after:
            figure = wording.figure(after.days.unit, after.days.figure)
            return wording.text("guide.begins.after_days", figure=figure)
