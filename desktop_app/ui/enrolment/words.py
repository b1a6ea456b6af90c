"""What is said of a member's enrolment: coverage, premium, what can be done."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape

from desktop_app.engine.result import MemberResult, Premium
from desktop_app.ui.enrolment.guardians import read_day
from desktop_app.ui.enrolment.view import EnrolmentView
from desktop_app.wording.derivation import Line, derivation
from desktop_app.wording.sentences import Wording


def coverage_words(view: EnrolmentView, wording: Wording) -> str:
    """Say from when to when the member is covered, or why not."""
    if view.result is None:
        return wording.text("enrolment.waits_for_" + ("members" if view.basics_missing else "fields"))
    coverage = view.result.coverage
    if coverage.reason is not None:
        return wording.reason(coverage.reason)
    assert coverage.begin is not None
    assert coverage.end is not None
    words = wording.text(
        "enrolment.covered", begin=wording.date(coverage.begin), end=wording.date(coverage.end)
    )
    return words + _waiting(view, coverage.begin, wording)


def premium_words(view: EnrolmentView, wording: Wording) -> str:
    """Say what is to be paid, what the government pays, what is left."""
    if view.result is None or view.member.enrolment_kind == "none":
        return ""
    if view.member.enrolment_kind == "newborn_with_guardian":
        return wording.text("enrolment.premium.with_guardian")
    return _premium(view.result.premium, wording)


def advice(view: EnrolmentView, today: date, wording: Wording) -> str:
    """Say what can be done for a member who is not covered; empty: nothing is to be done."""
    if view.result is None or view.result.coverage.covered:
        return ""
    said = []
    if view.result.coverage.reason in ("guardian_not_covered", "birth_year_premium_unpaid"):
        said.append(wording.text(f"enrolment.advice.{view.result.coverage.reason}"))
    last_day = view.newborn_last_day
    if last_day is not None and today <= last_day and view.member.enrolment_kind != "newborn_independent":
        said.append(wording.text("enrolment.advice.newborn", last_day=wording.date(last_day)))
    elif not said:
        open_window = next((each for each in view.windows if today <= each.last), None)
        if open_window is None:
            said.append(wording.text("enrolment.advice.next_year"))
        else:
            last = wording.date(open_window.last)
            said.append(wording.text("enrolment.advice.window", window=open_window.name, last_day=last))
    return joined(said, wording)


def joined(sentences: Sequence[str], wording: Wording) -> str:
    """Write sentences one after the other; empty ones are left out."""
    said = ""
    for sentence in sentences:
        both = said and sentence
        said = (
            wording.text("enrolment.two_sentences", first=said, second=sentence) if both else said or sentence
        )
    return said


def newborn_words(view: EnrolmentView, today: date, wording: Wording) -> str:
    """Say until when a newborn can be enrolled in time (R7)."""
    last_day = view.newborn_last_day
    if last_day is None:
        return ""
    paid_on = read_day(view.member.paid_on)
    if view.member.enrolment_kind == "newborn_independent" and paid_on and paid_on <= last_day:
        key = "paid"
    else:
        key = "passed" if today > last_day else "open"
    return wording.text(
        f"enrolment.newborn.{key}", last_day=wording.date(last_day), days=(last_day - today).days
    )


def derivations(result: MemberResult, wording: Wording) -> str:
    """Derive coverage and premium, as rich text with links to the rules."""
    steps = (*result.coverage.steps, *result.premium.steps)
    made = {step.kind.output for step in steps}
    # The last day to enrol a newborn stands below the beginning, if there is one.
    outputs = ("begin" if "begin" in made else "last_day", "own_share")
    lines = [derivation(steps, output, wording) for output in outputs if output in made]
    return "".join(_paragraphs(lines, 0, wording))


def _paragraphs(lines: list[Line] | tuple[Line, ...], depth: int, wording: Wording) -> Iterator[str]:
    for line in lines:
        rule = f' <a href="{line.rule}">{line.rule}</a>' if line.rule else ""
        source = f" {escape(line.source)}" if line.source else ""
        standing = f" [{escape(wording.standing_mark(line.standing))}]" if line.standing else ""
        style = f"margin:2px 0 2px {depth * 22}px"
        yield f'<p style="{style}">{escape(line.text)}{rule}{source}{standing}</p>'
        yield from _paragraphs(line.children, depth + 1, wording)


def _waiting(view: EnrolmentView, begin: date, wording: Wording) -> str:
    # Before the year begins nobody could be covered by it: that is no waiting to speak of.
    if begin == date(begin.year, 1, 1):
        return ""
    waiting = (
        next((each for each in view.line.segments if each.kind == "waiting"), None) if view.line else None
    )
    if waiting is None:
        return ""
    days = (waiting.last - waiting.first + timedelta(days=1)).days
    return wording.text("enrolment.waiting", days=days)


def _premium(premium: Premium, wording: Wording) -> str:
    said = [wording.text("enrolment.premium.base", amount=wording.money(premium.base))]
    if premium.surcharge:
        said.append(wording.text("enrolment.premium.surcharge", amount=wording.money(premium.surcharge)))
    category = wording.term("category", premium.category) if premium.category else ""
    if premium.subsidy:
        amount = wording.money(premium.subsidy)
        said.append(wording.text("enrolment.premium.subsidy", amount=amount, category=category))
    said.append(wording.text("enrolment.premium.own_share", amount=wording.money(premium.own_share)))
    return wording.text("enrolment.comma").join(said)
