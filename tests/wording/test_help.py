"""The rules in the product's own words: every number in both languages, none cited that is not there."""

import re

import pytest

from desktop_app.ui.planning.choices import PLANS
from desktop_app.wording.messages import LANGS, Messages
from tests.wording.catalogues import ROOT

HELP = ROOT / "resources" / "help"
RULE = re.compile(r"\bR([0-9]+)\b")
EXAMPLE = re.compile(r"```json\n(.*?)```", re.DOTALL)
NAME = re.compile(r"`([^`\n]+)`")
CITING = [
    path
    for folder, ending in (
        ("desktop_app", "*.py"),
        ("policy_packs", "*.toml"),
        ("resources", "*.toml"),
        ("resources", "*.md"),
    )
    for path in sorted((ROOT / folder).rglob(ending))
] + sorted(ROOT.glob("README*.md"))


def headings(lang: str) -> list[str]:
    """The rule numbers that have a heading, in order."""
    return re.findall(
        r"^## (R[0-9]+) \S", (HELP / f"rules.{lang}.md").read_text(encoding="utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_rules_stand_in_order(lang):
    assert headings(lang) == [f"R{number}" for number in range(1, 24)]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_rule_cited_anywhere_is_explained(lang):
    explained = set(headings(lang))
    for path in CITING:
        cited = {f"R{number}" for number in RULE.findall(path.read_text(encoding="utf-8"))}
        assert cited <= explained, path


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_interchange_formats_are_described(lang):
    text = (HELP / f"interchange.{lang}.md").read_text(encoding="utf-8")
    for name in (
        "yuyisuan-case/1",
        "yuyisuan-result/1",
        "yuyisuan-errors/1",
        "yuyisuan-comparison/1",
        "yuyisuan-curve/1",
    ):
        assert name in text


def test_the_interchange_formats_are_the_same_in_both_languages():
    chinese, english = (
        (HELP / f"interchange.{lang}.md").read_text(encoding="utf-8") for lang in ("zh_CN", "en")
    )
    assert EXAMPLE.findall(chinese) == EXAMPLE.findall(english) != []
    names = [set(NAME.findall(EXAMPLE.sub("", text))) for text in (chinese, english)]
    assert len(names[0]) > 100
    assert names[0] == names[1]


@pytest.mark.parametrize("lang", LANGS)
def test_each_planning_question_is_explained_under_its_title(lang):
    text = (HELP / f"planning.{lang}.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## (.+)$", text, re.MULTILINE)
    catalogue = Messages(lang)
    asked = [catalogue.text(f"planning.{name}.title") for name in PLANS]
    assert titles[: len(PLANS)] == asked
    # What it answers, how, what it assumes, what it does not know.
    sections = re.split(r"^## .+$", text, flags=re.MULTILINE)[1 : len(PLANS) + 1]
    assert [len(re.findall(r"^\*\*", section, re.MULTILINE)) for section in sections] == [4] * len(PLANS)
