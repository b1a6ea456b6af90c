"""The guide's pages as rich text: next steps, topics, policy tables, rules, conflicts, help."""

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Settlement
from desktop_app.guidance.deadlines import Deadline, deadlines
from desktop_app.guidance.facts import facts
from desktop_app.guidance.items import Guidance, Item, Topic, applicable, split_alternatives
from desktop_app.resources import data_path
from desktop_app.wording.policy_table import PolicyRow, PolicySection, section_rows
from desktop_app.wording.sentences import Wording

_RULE_HEADING = re.compile(r"(?m)^## (?=R\d+\b)")


def next_steps_page(settlement: Settlement, guidance: Guidance, today: date, wording: Wording) -> str:
    """What this household should do: the days to keep, then the items whose facts hold."""
    to_do, ways = split_alternatives(applicable(guidance, facts(settlement, today)))
    days = [_deadline(deadline, settlement, wording) for deadline in deadlines(settlement, today)]
    parts = [_list(days)] if days else []
    parts += [_item(item, wording) for item in to_do]
    if ways:
        titles = wording.text("guide.and").join(item.title for item in ways)
        parts.append(_paragraph(wording.text("guidance.ways_to_pay", titles=titles)))
    if not parts:
        parts.append(_paragraph(wording.text("guide.next_steps.none")))
    return _page(wording.text("guide.next_steps.title"), parts)


def topic_page(guidance: Guidance, topic: Topic, wording: Wording) -> str:
    """All guidance of a topic, whatever the household."""
    items = [_item(item, wording) for item in guidance.by_topic(topic)]
    return _page(wording.text(f"guidance.topic.{topic}"), items)


def policy_page(policy: Policy, section: PolicySection, wording: Wording) -> str:
    """One section of the policy as a table a clerk can read out."""
    heads = [
        wording.text(f"guide.table.{name}") for name in ("name", "figures", "rule", "source", "standing")
    ]
    rows = [_policy_cells(row, wording) for row in section_rows(policy, section, wording)]
    title = wording.text(
        "guide.policy.title", section=wording.text(f"guide.section.{section}"), year=policy.year
    )
    return _page(title, [_paragraph(f"{policy.title} · {policy.version}"), _table(heads, rows)])


def conflicts_page(policy: Policy, wording: Wording) -> str:
    """The sources, where they contradict each other, what was adopted, and what is not computed."""
    sources = _list(
        f"<b>{escape(each.id)}</b> {escape(each.title)} {escape(each.document)}" for each in policy.sources
    )
    conflicts = [
        f"<h3>{_rule_link(each.rule)} {escape(each.text)}</h3>"
        + _paragraph(wording.text("guide.adopted", text=each.adopted))
        for each in policy.conflicts
    ]
    missing = [
        f"<h2>{escape(wording.text('guide.not_computed'))}</h2>",
        _list(map(escape, policy.not_computed)),
    ]
    return _page(wording.text("guide.conflicts.title"), [sources, *conflicts, *missing])


def rule_texts(wording: Wording) -> dict[str, str]:
    """The rules by number, each in Markdown with its heading."""
    parts = _RULE_HEADING.split(help_text("rules", wording))[1:]
    rules = {part.split(maxsplit=1)[0]: f"## {part}" for part in parts}
    last = list(rules)[-1]
    rules[last] = re.split(r"(?m)^## (?!R\d)", rules[last])[0]
    return rules


def help_text(name: str, wording: Wording) -> str:
    """A help page in Markdown, in the window's language."""
    return data_path("resources", "help", f"{name}.{wording.lang}.md").read_text(encoding="utf-8")


def _deadline(deadline: Deadline, settlement: Settlement, wording: Wording) -> str:
    member = next(each for each in settlement.case.members if each.id == deadline.member)
    kind = "deadline_passed" if deadline.passed else "deadline"
    sentence = wording.text(
        f"guidance.{kind}.{deadline.code}", name=member.name or member.id, day=wording.date(deadline.day)
    )
    return f"<b>{escape(sentence)}</b>"


def _item(item: Item, wording: Wording) -> str:
    steps = (
        "<ol>" + "".join(f"<li>{escape(step)}</li>" for step in item.steps) + "</ol>" if item.steps else ""
    )
    mark = wording.standing_mark(item.standing)
    source = wording.text(
        "guide.item_source", title=item.source.title, section=item.section, date=item.source.date, mark=mark
    )
    return f"<h3>{escape(item.title)}</h3>{_paragraph(item.text)}{steps}<p class='faint'>{escape(source)}</p>"


def _policy_cells(row: PolicyRow, wording: Wording) -> list[str]:
    mark = escape(wording.standing_mark(row.standing))
    remark = f"<br><span class='faint'>{escape(row.remark)}</span>" if row.remark else ""
    return [
        escape(row.name) + remark,
        "<br>".join(map(escape, row.figures)),
        _rule_link(row.rule),
        escape(row.source),
        mark,
    ]


def _rule_link(rule: str) -> str:
    return f'<a href="rule:{rule}">{rule}</a>'


def _page(title: str, parts: Iterable[str]) -> str:
    return f"<h1>{escape(title)}</h1>" + "".join(parts)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _list(entries: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"


def _table(heads: list[str], rows: list[list[str]]) -> str:
    head = "".join(f"<th align='left'>{escape(each)}</th>" for each in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table width='100%' cellpadding='6' cellspacing='0' border='1'><tr>{head}</tr>{body}</table>"
