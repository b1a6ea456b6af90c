"""The planning questions: in and back by mouse and keyboard, only those that arise, the ticks for paper."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QMessageBox, QWidget

from desktop_app.draft import edit
from desktop_app.draft.model import Draft
from desktop_app.draft.store import open_case
from desktop_app.resources import data_path
from desktop_app.ui.planning.choices import PLANS, PlanChoices, PlanName
from desktop_app.ui.planning.elsewhere import ElsewhereView
from desktop_app.ui.planning.statement import StatementView
from desktop_app.ui.planning.view import PlanView
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.result.target import OVERVIEW, Target
from desktop_app.ui.result.view import View
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.wizard.result import ResultPage
from desktop_app.ui.wizard.summary import SummaryPage
from desktop_app.wording.messages import LANGS
from tests.gui.clerk import Clerk
from tests.gui.dialogs import choosing
from tests.gui.test_keys_and_names import focusable
from tests.printing.paper import pages_of

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SAMPLE = data_path("resources", "samples", "sample-household.yys")
STATEMENT = {"paid_on_statement.basic_fund": "20000.00", "paid_on_statement.deductible": "300.00"}
STEPS = 60
"""More than Tab needs to come around a page."""


def sample() -> Draft:
    draft = open_case(SAMPLE, lambda _region, _year: True)
    assert isinstance(draft, Draft)
    return draft


def adult(*, bill: bool) -> Draft:
    """A household without a child of the year."""
    draft, member = edit.add_member(Draft(2025))
    for name, value in {"birth_date": "1980-05-01", "tier": "1", "paid_on": "2024-11-20"}.items():
        draft = edit.set_member(draft, member, name, value)
    if not bill:
        return draft
    draft, made = edit.add_bill(draft)
    stay = {"kind": "inpatient", "service_date": "2025-03-02", "level": "3", "total": "20000.00"}
    return edit.set_fields_of_bill(draft, made, stay)


@pytest.fixture
def sit(qtbot, qapp, tmp_path: Path):
    apply_theme(qapp)

    def at(draft: Draft | None = None, lang="zh_CN") -> Clerk:
        clerk = Clerk(qtbot, tmp_path / "data", lang, sample() if draft is None else draft)
        clerk.window.show_page("result")
        QApplication.processEvents()
        return clerk

    return at


def page(clerk: Clerk) -> ResultPage:
    shown = clerk.window.page_widget("result")
    assert isinstance(shown, ResultPage)
    return shown


def view(clerk: Clerk) -> View:
    shown = page(clerk).view
    assert isinstance(shown, View)
    return shown


def plan(clerk: Clerk, name: PlanName, bill: str = "") -> PlanView:
    """The view of a question, opened straight away."""
    clerk.window.show_page("result")
    page(clerk).open(Target(name, bill))
    shown = view(clerk)
    assert isinstance(shown, PlanView)
    assert shown.name == name
    return shown


def tab_to(clerk: Clerk, widget: QWidget) -> bool:
    for _ in range(STEPS):
        if clerk.focus() is widget:
            return True
        clerk.press(Key.Key_Tab)
    return False


def summary(clerk: Clerk) -> SummaryPage:
    clerk.window.show_page("summary")
    QApplication.processEvents()
    shown = clerk.window.page_widget("summary")
    assert isinstance(shown, SummaryPage)
    return shown


def ticks(clerk: Clerk) -> dict[PlanName, QCheckBox]:
    """The boxes of the questions in the panel beside the preview, by what they are called."""
    panel, text = summary(clerk).panel, clerk.window.messages.text
    boxes = {box.text(): box for box in panel.findChildren(QCheckBox)}
    return {name: boxes[text(f"planning.{name}.title")] for name in PLANS}


def ticked(clerk: Clerk) -> set[PlanName]:
    return {name for name, box in ticks(clerk).items() if box.isChecked()}


def printed(clerk: Clerk, folder: Path) -> list[str]:
    document = summary(clerk).document
    assert document is not None
    write_pdf(document, folder / "summary.pdf")
    return pages_of(folder / "summary.pdf")


def title(clerk: Clerk, name: PlanName) -> str:
    """What stands at the head of a question's page."""
    text = clerk.window.messages.text
    said = text("plan_newborn.title", child="新生儿") if name == "newborn" else text(f"planning.{name}.title")
    return "".join(said.split())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PLANS)
def test_a_question_is_a_click_away_and_esc_leads_back_to_its_link(sit, name, lang):
    clerk = sit(lang=lang)
    link = view(clerk).links[Target(name)]
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert page(clerk).target == Target(name)
    assert view(clerk).isAncestorOf(clerk.focus())
    clerk.press(Key.Key_Escape)
    assert page(clerk).target == OVERVIEW
    assert clerk.focus() is view(clerk).links[Target(name)]


@pytest.mark.parametrize("name", PLANS)
def test_a_question_is_opened_by_tab_and_enter(sit, name):
    clerk = sit()
    assert tab_to(clerk, view(clerk).links[Target(name)])
    clerk.press(Key.Key_Return)
    assert page(clerk).target == Target(name)
    assert view(clerk).isAncestorOf(clerk.focus())


@pytest.mark.parametrize("name", PLANS)
def test_esc_leads_back_from_wherever_tab_has_come_to(sit, name):
    clerk = sit()
    plan(clerk, name)
    for steps in range(STEPS):
        plan(clerk, name)
        for _ in range(steps):
            clerk.press(Key.Key_Tab)
        if not view(clerk).isAncestorOf(clerk.focus()):
            break
        clerk.press(Key.Key_Escape)
        assert page(clerk).target == OVERVIEW
    assert steps > 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PLANS)
def test_in_a_question_no_letter_means_two_things_and_every_field_has_a_name(sit, name, lang):
    clerk = sit(lang=lang)
    clerk.session.plans = replace(clerk.session.plans, tier_year="hard")
    plan(clerk, name)
    menus = [action.text() for action in clerk.window.menuBar().actions()]
    letters = [QKeySequence.mnemonic(text).toString() for text in menus]
    for widget in clerk.window.findChildren(QWidget):
        labels = isinstance(widget, QLabel) and widget.buddy() is not None
        if widget.isVisible() and (labels or isinstance(widget, QAbstractButton)):
            letters.append(QKeySequence.mnemonic(widget.text()).toString())
    doubled = [letter for letter, times in Counter(letters).items() if letter and times > 1]
    assert doubled == []
    for widget in focusable(page(clerk)):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


@pytest.mark.parametrize(
    ("draft", "arising"),
    [
        (adult(bill=True), {"tiers", "next_bill", "elsewhere", "statement"}),
        (adult(bill=False), {"tiers", "next_bill"}),
        (sample(), set(PLANS)),
    ],
    ids=["no child of the year", "no bill", "the sample household"],
)
def test_only_the_questions_that_arise_are_offered(sit, draft, arising):
    clerk = sit(draft)
    links = view(clerk).links
    assert {name for name in PLANS if links[Target(name)].isVisible()} == arising
    reached = {name for name in PLANS if tab_to(clerk, links[Target(name)])}
    assert reached == arising
    boxes = ticks(clerk)
    summary(clerk).panel.plan_fold.set_open(open_=True)
    # No statement has been entered, so there is none to print.
    assert {name for name, box in boxes.items() if box.isVisible()} == arising - {"statement"}


@pytest.mark.parametrize(("number", "name"), list(enumerate(PLANS, start=1)))
def test_a_key_leads_straight_to_a_question_from_any_page(sit, number, name):
    clerk = sit()
    clerk.window.show_page("members")
    clerk.press(getattr(Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
    assert clerk.window.page == "result"
    assert page(clerk).target == Target(name)
    clerk.press(Key.Key_Escape)
    assert page(clerk).target == OVERVIEW


def test_the_key_of_a_question_that_does_not_arise_leads_to_the_result(sit):
    clerk = sit(adult(bill=False))
    clerk.press(Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert page(clerk).target == OVERVIEW


@pytest.mark.parametrize(("name", "kind"), [("elsewhere", ElsewhereView), ("statement", StatementView)])
def test_from_a_bill_its_questions_open_with_it_chosen(sit, name, kind):
    clerk = sit()
    page(clerk).open(Target("bill", "b4"))
    link = view(clerk).links[Target(name, "b4")]
    assert tab_to(clerk, link)
    clerk.press(Key.Key_Return)
    shown = view(clerk)
    assert isinstance(shown, kind)
    assert shown.which.currentData() == "b4"
    clerk.press(Key.Key_Escape)
    assert page(clerk).target == Target("bill", "b4")
    assert clerk.focus() is view(clerk).links[Target(name, "b4")]


@pytest.mark.parametrize("lang", LANGS)
def test_ticks_in_the_views_stand_beside_the_preview_and_on_paper_in_order(sit, tmp_path, lang):
    clerk = sit(edit.set_fields_of_bill(sample(), "b3", STATEMENT), lang)
    assert ticked(clerk) == set()
    for name in reversed(PLANS):
        plan(clerk, name).printed.setFocus()
        clerk.press(Key.Key_Space)
    assert ticked(clerk) == set(PLANS)
    assert summary(clerk).panel.plan_fold.open
    pages = printed(clerk, tmp_path)
    found = [number for name in PLANS for number, text in enumerate(pages) if title(clerk, name) in text]
    assert found == sorted(set(found))
    assert len(found) == len(PLANS)


@pytest.mark.parametrize("lang", LANGS)
def test_ticks_beside_the_preview_stand_in_the_views(sit, tmp_path, lang):
    clerk = sit(lang=lang)
    without = len(printed(clerk, tmp_path))
    for name, box in ticks(clerk).items():
        box.click()
        assert plan(clerk, name).printed.isChecked()
    for name in PLANS[1:]:
        ticks(clerk)[name].click()
        assert not plan(clerk, name).printed.isChecked()
    pages = printed(clerk, tmp_path)
    assert len(pages) == without + 1
    assert [title(clerk, "tiers") in text for text in pages].count(True) == 1


def test_a_view_that_stayed_open_follows_the_ticks_beside_the_preview(sit):
    clerk = sit()
    shown = plan(clerk, "tiers")
    ticks(clerk)["tiers"].click()
    page(clerk).refresh()
    assert shown.printed.isChecked()
    ticks(clerk)["tiers"].click()
    page(clerk).refresh()
    assert not shown.printed.isChecked()


def test_the_next_family_finds_nothing_of_it(sit):
    clerk = sit()
    plan(clerk, "elsewhere", "b7")
    for name in PLANS:
        ticks(clerk)[name].setChecked(True)
    clerk.session.plans = replace(clerk.session.plans, tier_year="hard", hard_expense=1_234_500, next_level=1)
    clerk.window.show_page("result")
    said = choosing(QMessageBox.StandardButton.Discard)
    QTimer.singleShot(0, clerk.window.finish)
    QTest.qWait(300)
    assert said or clerk.draft.members == ()
    assert clerk.session.plans == PlanChoices()
    clerk.session._replace(sample(), None)
    clerk.window.show_page("result")
    assert page(clerk).target == OVERVIEW
    assert ticked(clerk) == set()
    assert not summary(clerk).panel.plan_fold.open
    assert not plan(clerk, "tiers").printed.isChecked()
    shown = plan(clerk, "elsewhere")
    assert isinstance(shown, ElsewhereView)
    assert shown.which.currentData() == "b7"  # the largest, as for everybody
