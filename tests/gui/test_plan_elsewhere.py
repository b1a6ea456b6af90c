"""The same bill at other institutions: which bill, the statement, the table, what to know beside it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.ui.planning.elsewhere import ElsewhereView
from desktop_app.ui.planning.plan_input import plan_input
from desktop_app.ui.planning.plans import plan_sections
from desktop_app.ui.printing.document import lay_out
from desktop_app.ui.printing.frame import Frame
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.result.target import Target
from desktop_app.ui.theme import apply_theme
from desktop_app.wording.messages import LANGS
from tests.gui.clerk import Clerk
from tests.gui.test_small_screens import SIZES, needed, parts, reachable
from tests.printing.paper import pages_of

ADULT = {"name": "户主", "birth_date": "1980-05-01", "tier": "1", "paid_on": "2024-11-20"}
STAY = {"kind": "inpatient", "service_date": "2025-03-02", "level": "3", "total": "20000.00"}
VISIT = {"kind": "outpatient", "service_date": "2025-05-02", "level": "2", "total": "300.00"}
# Tier 1. The stay: (20,000 - 800) x 50 % = 9,600 at level 3; (20,000 - 100) x 80 % = 15,920 at level 1;
# (20,000 - 300) x 70 % = 13,790 at level 2. A TCM institution of level 2 or 3 has the deductible of the level
# below: 13,930 and 9,850. The visit: 60 % of 300 at level 1, 40 % above 200 at level 2, nothing at level 3.
STAY_ROWS = [
    ("一级及以下，综合医院（普通）", "100.00", "80%", "15,920.00", "4,080.00", "-6,320.00"),
    ("一级及以下，中医医疗机构", "100.00", "80%", "15,920.00", "4,080.00", "-6,320.00"),
    ("二级，综合医院（普通）", "300.00", "70%", "13,790.00", "6,210.00", "-4,190.00"),
    ("二级，中医医疗机构", "100.00", "70%", "13,930.00", "6,070.00", "-4,330.00"),
    ("三级，综合医院（普通）（就是这张单据）", "800.00", "50%", "9,600.00", "10,400.00", "—"),
    ("三级，中医医疗机构", "300.00", "50%", "9,850.00", "10,150.00", "-250.00"),
]
Key = Qt.Key


def household(*bills: dict[str, str]) -> Draft:
    draft, member = edit.add_member(Draft(2025))
    for name, value in ADULT.items():
        draft = edit.set_member(draft, member, name, value)
    for fields in bills:
        draft, bill = edit.add_bill(draft)
        draft = edit.set_fields_of_bill(draft, bill, fields)
    return draft


@pytest.fixture
def open_view(qtbot, qapp, tmp_path: Path):
    apply_theme(qapp)

    def open_(*bills: dict[str, str], lang="zh_CN") -> tuple[Clerk, ElsewhereView]:
        clerk = Clerk(qtbot, tmp_path / "data", lang, household(*bills))
        clerk.window.show_page("result")
        clerk.window.page_widget("result").open(Target("elsewhere"))
        QApplication.processEvents()
        return clerk, view(clerk)

    return open_


def view(clerk: Clerk) -> ElsewhereView:
    shown = clerk.window.page_widget("result").view
    assert isinstance(shown, ElsewhereView)
    return shown


def said(shown: ElsewhereView) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in shown.findChildren(QLabel) if label.isVisibleTo(shown))


def test_it_opens_with_the_largest_bill_at_each_level_general_and_tcm(open_view):
    _, shown = open_view(VISIT, STAY)
    assert shown.which.currentData() == "b2"
    assert shown.places.row_texts() == STAY_ROWS
    assert "如果在“一级及以下，综合医院（普通）”看，您家全年少付 6,320.00 元" in said(shown)
    assert "不是就医建议" in said(shown)


def test_a_bill_that_is_not_covered_comes_after_those_that_are(open_view):
    clerk, shown = open_view(VISIT, STAY)
    # Paid in February, covered from 1 March: the stay now lies before it.
    paid = edit.set_member(clerk.draft, clerk.draft.members[0].id, "paid_on", "2025-02-10")
    clerk.session.apply(edit.set_bill(paid, "b2", "service_date", "2025-02-11"), Place("bills"), "edit")
    assert shown.which.currentData() == "b1"


def test_the_table_follows_another_bill(open_view):
    clerk, shown = open_view(VISIT, STAY)
    assert clerk.focus() is shown.which
    # In the order of settlement: the stay in March, the visit in May.
    clerk.press(Key.Key_Down)
    assert shown.which.currentData() == "b1"
    assert [row[3:] for row in shown.places.row_texts()] == [
        ("180.00", "120.00", "-140.00"),
        ("180.00", "120.00", "-140.00"),
        ("40.00", "260.00", "—"),
        ("40.00", "260.00", "—"),
        ("0.00", "300.00", "+40.00"),
        ("0.00", "300.00", "+40.00"),
    ]
    assert clerk.focus() is shown.which
    clerk.press(Key.Key_Up)
    assert shown.places.row_texts() == STAY_ROWS


def test_why_nothing_is_paid_somewhere_is_said_for_that_bill_alone(open_view):
    clerk, shown = open_view(VISIT, STAY)
    reason = shown.wording.reason("level_3_outpatient")
    assert reason not in said(shown)
    clerk.press(Key.Key_Down)
    assert reason in said(shown)
    clerk.press(Key.Key_Up)
    assert reason not in said(shown)


def test_tcm_drugs_have_a_rate_of_their_own_and_a_note(open_view):
    _, shown = open_view(STAY | {"tcm_eligible": "5000.00"})
    rates = [row[2] for row in shown.places.row_texts()]
    assert rates == ["80%", "80%，中药 90%", "70%", "70%，中药 80%", "50%", "50%，中药 60%"]
    assert "中药费用 5,000.00 元 只有在中医医疗机构" in said(shown)


def test_one_bill_need_not_be_chosen(open_view):
    _, shown = open_view(STAY)
    assert not shown.which.isVisibleTo(shown)
    assert shown.places.row_texts() == STAY_ROWS


def test_a_change_of_the_bill_is_answered_in_place(open_view):
    clerk, shown = open_view(VISIT, STAY)
    clerk.session.apply(edit.set_bill(clerk.draft, "b2", "level", "1"), Place("bills"), "edit")
    assert view(clerk) is shown
    assert shown.places.row_texts()[0][0] == "一级及以下，综合医院（普通）（就是这张单据）"
    assert "在原来的医院看，您家付得最少" in said(shown)
    # Chosen and then deleted: the next largest takes its place.
    clerk.session.apply(edit.remove_bills(clerk.draft, {"b2"}), Place("bills"), "remove_bills")
    assert shown.places.row_texts()[2][0] == "二级，综合医院（普通）（就是这张单据）"


def test_the_chosen_bill_goes_on_paper_as_money_only(open_view, tmp_path):
    clerk, shown = open_view(VISIT, STAY)
    clerk.press(Key.Key_Down)
    shown.printed.click()
    sections = list(plan_sections(plan_input(shown.answer, clerk.session)))
    write_pdf(lay_out("", Frame("", "", "", "{page}/{pages}"), sections), tmp_path / "plan.pdf")
    (page,) = pages_of(tmp_path / "plan.pdf")
    for text in (
        "换一级医院要付多少",
        "户主：2025年5月2日",
        "不是就医建议",
        "+40.00",
        "假定各家医院收费一样",
    ):
        assert text in page
    assert "9,600.00" not in page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_out_of_reach_or_cut(open_view, qtbot, lang, size):
    clerk, shown = open_view(VISIT, STAY | {"tcm_eligible": "5000.00"}, lang=lang)
    clerk.window.resize(*SIZES[size])
    qtbot.wait(200)
    assert shown.which.isVisible()
    widgets = parts(clerk.window.centralWidget())
    assert [each for each in widgets if not reachable(each, clerk.window)] == []
    texts = [each for each in widgets if isinstance(each, QLabel | QAbstractButton)]
    assert [each.text() for each in texts if each.width() < needed(each) - 1] == []
