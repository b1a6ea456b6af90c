"""The newborn's page: where the child is registered by keyboard, kept and undone, the routes, the paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.draft.store import open_case, save_case
from desktop_app.ui.planning.newborn import NewbornView
from desktop_app.ui.planning.plan_input import plan_input
from desktop_app.ui.planning.plans import plan_sections
from desktop_app.ui.printing.document import lay_out
from desktop_app.ui.printing.frame import Frame
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.result.target import OVERVIEW, Target
from desktop_app.ui.theme import apply_theme
from desktop_app.wording.messages import LANGS
from tests.gui.clerk import Clerk
from tests.printing.paper import pages_of

Key = Qt.Key
MOTHER = {"name": "户主", "birth_date": "1996-06-06", "tier": "1", "paid_on": "2024-11-20"}
STAY = {"kind": "inpatient", "service_date": "2025-06-18", "level": "3", "total": "18000.00"}
# In its own right on tier 1: 400 more of premium, 17,200 x 55 % paid, 8,540 left; on tier 2 775 and 7,680
# left; with the mother 9,400 left.


def household(born: str = "2025-06-18", children: int = 1) -> Draft:
    draft, mother = edit.add_member(Draft(2025))
    for name, value in MOTHER.items():
        draft = edit.set_member(draft, mother, name, value)
    for number in range(children):
        draft, child = edit.add_newborn(draft, mother, born)
        draft = edit.set_member(draft, child, "name", ("长子", "次子")[number])
    draft, bill = edit.add_bill(draft, child)
    return edit.set_fields_of_bill(draft, bill, STAY | {"service_date": born})


@pytest.fixture
def open_view(qtbot, qapp, tmp_path: Path):
    apply_theme(qapp)

    def open_(draft: Draft | None = None, lang="zh_CN") -> tuple[Clerk, NewbornView]:
        clerk = Clerk(qtbot, tmp_path / "data", lang, draft or household())
        clerk.window.show_page("result")
        page = clerk.window.page_widget("result")
        page.view.links[Target("newborn")].click()
        QApplication.processEvents()
        return clerk, view(clerk)

    return open_


def view(clerk: Clerk) -> NewbornView:
    shown = clerk.window.page_widget("result").view
    assert isinstance(shown, NewbornView)
    return shown


def said(shown: NewbornView) -> str:
    return "\n".join(label.text() for label in shown.findChildren(QLabel) if label.isVisibleTo(shown))


def answer(shown: NewbornView) -> str:
    return next(place for place, button in shown.registration.places.items() if button.isChecked())


def test_the_statement_the_countdown_and_the_routes(open_view):
    _, shown = open_view()
    assert shown.best.text().startswith("独立参保二档花钱最少")
    assert "还剩 78 天：最晚 2025年9月16日缴费" in shown.countdown.text()
    assert shown.routes.row_texts() == [
        ("独立参保一档", "800.00", "8,540.00", "9,340.00"),
        ("独立参保二档", "1,175.00", "7,680.00", "8,855.00"),
        ("跟着户主（现在）", "400.00", "9,400.00", "9,800.00"),
    ]
    assert "合用户主的一档额度" in said(shown)
    assert not shown.years.isVisibleTo(shown)


def test_registration_by_arrow_keys_is_kept_with_the_case_and_undone(open_view, tmp_path):
    clerk, shown = open_view()
    assert clerk.focus() is shown.registration.places["unknown"]
    clerk.press(Key.Key_Left)
    assert answer(shown) == "elsewhere"
    assert clerk.draft.situations == ("newborn_registered_elsewhere",)
    assert "要先办好居住证" in shown.best.text()
    assert shown.routes.row_texts()[0][0] == "独立参保一档（要先办居住证）"
    assert clerk.focus() is shown.registration.places["elsewhere"]
    clerk.press(Key.Key_Left)
    assert clerk.draft.situations == ("registered_here",)
    save_case(tmp_path / "case.yys", clerk.draft)
    assert open_case(tmp_path / "case.yys", lambda _region, _year: True) == clerk.draft
    clerk.window.undo()
    assert view(clerk) is shown
    assert clerk.draft.situations == ()
    assert answer(shown) == "unknown"
    assert shown.best.text().startswith("独立参保二档花钱最少")
    clerk.window.redo()
    assert answer(shown) == "here"


def test_a_permit_is_asked_for_elsewhere_only_and_opens_the_way(open_view):
    clerk, shown = open_view()
    assert not shown.registration.permit.isVisibleTo(shown)
    clerk.press(Key.Key_Left)
    assert shown.registration.permit.isVisibleTo(shown)
    clerk.press(Key.Key_Tab)
    assert clerk.focus() is shown.registration.permit
    clerk.press(Key.Key_Space)
    assert set(clerk.draft.situations) == {"newborn_registered_elsewhere", "residence_permit"}
    assert shown.routes.row_texts()[0][0] == "独立参保一档"
    assert shown.best.text().startswith("独立参保二档花钱最少")


def test_what_was_ticked_for_the_family_stays_when_the_child_is_registered_elsewhere(open_view):
    clerk, shown = open_view(edit.set_situation(household(), "registered_here", holds=True))
    assert answer(shown) == "here"
    clerk.press(Key.Key_Right)
    assert clerk.draft.situations == ("registered_here", "newborn_registered_elsewhere")
    assert answer(shown) == "elsewhere"


def test_one_of_two_children_is_chosen(open_view):
    clerk, shown = open_view(household(children=2))
    assert clerk.focus() is shown.child
    # The stay is the second child's: for the first one only the premium differs.
    assert shown.routes.row_texts()[0] == ("独立参保一档", "800.00", "9,400.00", "10,200.00")
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Return)
    assert shown.child.currentText() == "次子"
    assert shown.routes.row_texts()[0] == ("独立参保一档", "800.00", "8,540.00", "9,340.00")


def test_one_child_need_not_be_chosen(open_view):
    _, shown = open_view()
    assert not shown.child.isVisibleTo(shown)


def test_both_premiums_across_the_new_year(open_view):
    _, shown = open_view(household(born="2025-12-10"))
    assert shown.years.isVisibleTo(shown)
    assert shown.years.row_texts()[0] == ("两年都独立参保一档", "400.00", "400.00", "800.00")
    assert "草案" in shown.notes.text()


def test_without_a_newborn_any_more_the_first_screen_stands(open_view):
    clerk, _ = open_view()
    clerk.session.apply(edit.remove_member(clerk.draft, "m2"), Place("members"), "remove_member")
    assert clerk.window.page_widget("result").target == OVERVIEW


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_cut_in_the_smallest_window(open_view, lang):
    clerk, shown = open_view(
        edit.set_situation(household(), "newborn_registered_elsewhere", holds=True), lang
    )
    clerk.window.resize(911, 512)
    QApplication.processEvents()
    area = shown.parentWidget()
    assert shown.width() <= area.width()
    for button in shown.findChildren(QRadioButton):
        assert button.width() >= button.sizeHint().width()


def test_the_chosen_child_goes_on_paper_on_one_page(open_view, tmp_path):
    clerk, shown = open_view()
    clerk.press(Key.Key_Left)
    shown.printed.click()
    sections = list(plan_sections(plan_input(shown.answer, clerk.session)))
    write_pdf(lay_out("", Frame("", "", "", "{page}/{pages}"), sections), tmp_path / "plan.pdf")
    (page,) = pages_of(tmp_path / "plan.pdf")
    for text in ("长子怎么参保", "还剩78天", "要先办居住证", "9,340.00", "合用户主的一档额度"):
        assert text in page.replace(" ", "").replace("\n", "")
