"""The guide beside the wizard: next steps of this household, topics, values, rules, conflicts, help."""

import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QCheckBox, QTextBrowser, QTreeWidget, QTreeWidgetItemIterator

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.draft.store import open_case
from desktop_app.engine.case import SITUATIONS
from desktop_app.resources import data_path
from desktop_app.ui.guide.window import GuideItem, GuideWindow
from desktop_app.wording.messages import LANGS
from tests.gui.clerk import Clerk

SAMPLE = data_path("resources", "samples", "sample-household.yys")


def sample() -> Draft:
    draft = open_case(SAMPLE, lambda _region, _year: True)
    assert isinstance(draft, Draft)
    return draft


@pytest.fixture
def clerk(qtbot, tmp_path: Path) -> Clerk:
    return Clerk(qtbot, tmp_path / "data", draft=sample())


def guide_of(clerk: Clerk) -> GuideWindow:
    clerk.window.show_guide()
    QApplication.processEvents()
    return clerk.window._guide()


def text_of(guide: GuideWindow) -> str:
    return guide.findChild(QTextBrowser).toPlainText()


def entries(guide: GuideWindow) -> list[GuideItem]:
    found, entry = [], QTreeWidgetItemIterator(guide.findChild(QTreeWidget))
    while (item := entry.value()) is not None:
        found.append(item)
        entry += 1
    return found


def test_f1_shows_what_this_household_does_next_with_the_last_day(clerk):
    guide = guide_of(clerk)
    # The newborn of the sample was born on 18 June 2025; 90 days later is 16 September.
    assert "2025年9月16日" in text_of(guide)
    assert "已经过期" not in text_of(guide)


def test_an_amount_that_is_unknown_is_no_reason_to_say_nothing(clerk):
    draft = edit.set_bill(clerk.draft, "b3", "fully_self_paid", "?")
    clerk.session.apply(draft, Place("bills"), "edit")
    assert clerk.session.estimate.settlement is None
    assert "2025年9月16日" in text_of(guide_of(clerk))


def test_a_day_that_has_passed_says_so(clerk):
    clerk.session.today = lambda: date(2025, 9, 17)
    text = text_of(guide_of(clerk))
    assert "2025年9月16日" in text
    assert "已经过期" in text


def test_the_guide_works_with_no_case_at_all(qtbot, tmp_path):
    clerk = Clerk(qtbot, tmp_path / "data")
    guide = guide_of(clerk)
    for item in entries(guide):
        guide.findChild(QTreeWidget).setCurrentItem(item)
        assert text_of(guide).strip(), item.text(0)


@pytest.mark.parametrize("lang", LANGS)
def test_every_entry_of_the_contents_shows_a_page_of_its_own(qtbot, tmp_path, lang):
    clerk = Clerk(qtbot, tmp_path / "data", lang, sample())
    guide, shown = guide_of(clerk), {}
    for item in entries(guide):
        guide.findChild(QTreeWidget).setCurrentItem(item)
        text = text_of(guide).strip()
        assert len(text) > 30, item.text(0)
        if not item.childCount():
            shown.setdefault(text, []).append(item.text(0))
    assert [titles for titles in shown.values() if len(titles) > 1] == []


def test_every_link_of_every_page_leads_to_its_rule(clerk):
    guide, links = guide_of(clerk), set()
    browser = guide.findChild(QTextBrowser)
    for item in entries(guide):
        guide.findChild(QTreeWidget).setCurrentItem(item)
        links |= set(re.findall(r'href="([^"]+)"', browser.toHtml()))
    rules = {link for link in links if link.startswith("rule:")}
    assert len(rules) > 15
    assert {link for link in links - rules if not link.startswith("rules.")} == set()
    guide._follow(QUrl("rules.en.md"))
    assert text_of(guide).startswith("R1 ")
    for link in rules:
        guide._follow(QUrl(link))
        first = text_of(guide).splitlines()[0]
        assert first.startswith(link.removeprefix("rule:") + " "), link


def test_a_page_can_ask_for_a_rule(clerk):
    clerk.window.show_page("result")
    clerk.window.page_widget("result").rule_asked.emit("R16")
    assert text_of(clerk.window._guide()).startswith("R16")


def test_a_situation_that_is_ticked_changes_the_next_steps_and_can_be_undone(clerk):
    # Somebody is not enrolled: then it matters who is registered where.
    clerk.session._replace(edit.set_member(sample(), "m1", "enrolment_kind", "none"), None)
    guide = guide_of(clerk)
    before, draft = text_of(guide), clerk.draft
    changed = set()
    for box in guide.findChildren(QCheckBox):
        held = clerk.draft.situations
        box.click()
        assert clerk.draft.situations != held
        if text_of(guide) != before:
            changed.add(box.text())
        clerk.session.undo()
        assert clerk.draft == draft
        assert text_of(guide) == before
    assert len(changed) == len(SITUATIONS)


def test_ticks_and_next_steps_follow_the_household(clerk):
    guide = guide_of(clerk)
    clerk.session._replace(sample(), None)
    assert text_of(guide).strip()
    clerk.session.finish()
    assert clerk.window.messages.text("guide.next_steps.incomplete") in text_of(guide)
    assert not any(box.isChecked() for box in guide.findChildren(QCheckBox))


def test_the_policys_values_are_tables_with_rule_source_and_standing(clerk):
    guide = guide_of(clerk)
    texts = []
    for item in entries(guide):
        guide.findChild(QTreeWidget).setCurrentItem(item)
        texts.append(text_of(guide))
    everything = "\n".join(texts)
    for value in ("80,000.00", "18,797.00", "60%", "R16", "R20"):
        assert value in everything, value


@pytest.mark.parametrize("lang", LANGS)
def test_the_keyboard_page_shows_its_pictures(qtbot, tmp_path, lang):
    clerk = Clerk(qtbot, tmp_path / "data", lang)
    clerk.window.show_keys()
    browser = clerk.window._guide().findChild(QTextBrowser)
    names = re.findall(r'src="([^"]+)"', browser.toHtml())
    assert len(names) == 6
    for name in names:
        picture = browser.loadResource(QTextDocument.ResourceType.ImageResource, QUrl(name))
        assert picture, name
