"""The tier page by keyboard: next year first, hindsight, three years, a stay that is dragged, on paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.draft.store import open_case
from desktop_app.resources import data_path
from desktop_app.ui.planning.plan_input import plan_input
from desktop_app.ui.planning.plans import plan_sections
from desktop_app.ui.planning.tiers import TiersView, tiers_text
from desktop_app.ui.printing.document import section_pages
from desktop_app.ui.printing.frame import Frame
from desktop_app.ui.result.target import Target
from desktop_app.ui.theme import apply_theme
from desktop_app.wording.messages import LANGS
from tests.gui.clerk import Clerk
from tests.gui.test_small_screens import SIZES, needed, parts, reachable

SAMPLE = data_path("resources", "samples", "sample-household.yys")
ADULT = {"name": "户主", "birth_date": "1980-05-01", "tier": "1"}
STAY = {"kind": "inpatient", "level": "3", "total": "20000.00"}
Key = Qt.Key


def household(year: int = 2025) -> Draft:
    draft, member = edit.add_member(Draft(year))
    for name, value in {**ADULT, "paid_on": f"{year - 1}-11-20"}.items():
        draft = edit.set_member(draft, member, name, value)
    draft, bill = edit.add_bill(draft)
    return edit.set_fields_of_bill(draft, bill, {**STAY, "service_date": f"{year}-03-02"})


@pytest.fixture
def sit(qtbot, qapp, tmp_path):
    apply_theme(qapp)

    def at(draft: Draft | None = None, lang="zh_CN") -> Clerk:
        clerk = Clerk(qtbot, tmp_path / "data", lang, draft or household())
        clerk.window.show_page("result")
        clerk.window.page_widget("result").open(Target("tiers"))
        QApplication.processEvents()
        return clerk

    return at


def sample() -> Draft:
    draft = open_case(SAMPLE, lambda _region, _year: True)
    assert isinstance(draft, Draft)
    return draft


def view(clerk: Clerk) -> TiersView:
    shown = clerk.window.page_widget("result").view
    assert isinstance(shown, TiersView)
    return shown


def said(clerk: Clerk) -> str:
    labels = view(clerk).findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(view(clerk)))


def rows(clerk: Clerk) -> list[tuple[str, ...]]:
    return view(clerk).tiers.row_texts()


def hard(clerk: Clerk) -> TiersView:
    shown = view(clerk)
    shown.years.buttons["hard"].click()
    QApplication.processEvents()
    return shown


def test_it_opens_on_the_coming_year_and_says_that_its_policy_is_a_draft(sit):
    clerk = sit()
    # Tier 1: (20,000 - 800) x 50 % = 9,600 paid; tier 2: 55 % = 10,560.
    assert rows(clerk) == [
        (
            "户主（现在一档）",
            "400.00",
            "10,400.00",
            "10,800.00",
            "775.00",
            "9,440.00",
            "10,215.00",
            "二档 省 585.00",
        )
    ]
    text = said(clerk)
    assert "如果和 2025 年看一样的病，2026 年这样选最省：户主选二档。" in text
    assert "一共 10,215.00 元。比现在的选法省 585.00 元。" in text
    assert "2026 年度政策是草案" in text
    assert "户主：超过 8,300.00 元，二档更省。" in text
    assert clerk.focus() is view(clerk).coming


def test_an_arrow_leads_to_this_year_in_hindsight(sit):
    clerk = sit(sample())
    assert len(rows(clerk)) == 4
    clerk.press(Key.Key_Right)
    assert view(clerk).this.isChecked()
    # The newborn shares the guardian's choice this year.
    assert [row[0] for row in rows(clerk)] == [
        "户主（现在一档）",
        "配偶、新生儿（现在二档）",
        "祖母（现在一档）",
    ]
    assert "草案" not in said(clerk)
    assert "2025 年的档次已经定了" in said(clerk)
    assert "法定监护人" in said(clerk)
    # Half the threshold: twice it turns.
    assert "祖母：7,500.00 元到 19,905.55 元之间，或者超过 19,942.86 元，二档更省。" in said(clerk)


def test_without_a_coming_pack_it_says_so(sit):
    clerk = sit(household(2026))
    assert "还没有 2027 年度的政策，只能按 2026 年的标准事后看。" in said(clerk)
    assert not view(clerk).coming.isVisible()
    assert clerk.focus() is view(clerk).years.buttons["entered"]


def test_the_three_years_stand_beside_each_other_and_one_is_shown_in_full(sit):
    clerk = sit()
    for cost in ("10,215.00 元", "400.00 元", "34,640.60 元"):
        assert cost in said(clerk)
    view(clerk).years.buttons["entered"].setFocus()
    clerk.press(Key.Key_Down)
    assert "如果一年不看病，2026 年这样选最省：户主选一档。" in said(clerk)
    assert rows(clerk)[0][-1] == "一档 省 375.00"
    assert not view(clerk).stay.isVisible()
    clerk.press(Key.Key_Down)
    assert view(clerk).stay.isVisible()
    # Tier 1: 10,400 + 50,400 - (60,800 - 19,856) x 60 %; tier 2: 54,880 - (54,880 - 19,856) x 60 %.
    assert (rows(clerk)[0][2], rows(clerk)[0][5]) == ("36,233.60", "33,865.60")


def test_the_stay_follows_the_slider_by_keys_and_the_answer_follows_the_stay(sit):
    clerk = sit()
    shown = hard(clerk)
    shown.stay.slider.setFocus()
    clerk.press(Key.Key_Home)
    assert shown.stay.expense.text() == "0.00"
    assert rows(clerk)[0][2] == "10,400.00"
    clerk.press(Key.Key_PageUp)
    clerk.press(Key.Key_Right)
    assert shown.stay.expense.text() == "11000.00"
    # 10,400 + 11,000 - 10,200 x 50 %; the threshold is not reached.
    assert rows(clerk)[0][2] == "16,300.00"
    clerk.press(Key.Key_End)
    assert shown.stay.expense.text() == "600000.00"


def test_steps_that_come_faster_than_they_are_painted_have_one_answer(sit):
    clerk = sit()
    shown = hard(clerk)
    asked = []
    shown.stay.expense_set.connect(asked.append)
    for step in range(100, 141):
        shown.stay.slider.setValue(step)
    QApplication.processEvents()
    assert asked == [14_000_000]
    assert shown.stay.expense.text() == "140000.00"


def test_an_amount_is_taken_while_it_is_typed_and_stays_as_typed(sit):
    clerk = sit()
    shown = hard(clerk)
    shown.stay.expense.setFocus()
    shown.stay.expense.selectAll()
    QTest.keyClicks(shown.stay.expense, "11,000")
    assert shown.stay.expense.text() == "11,000"
    assert rows(clerk)[0][2] == "16,300.00"
    assert shown.stay.slider.value() == 11
    clerk.press(Key.Key_Return)
    assert shown.stay.expense.text() == "11000.00"


@pytest.mark.parametrize(("typed", "sentence"), [("700000", "最多算到 600,000.00 元。"), ("12.345", "金额")])
def test_what_cannot_be_taken_is_said_when_it_is_left(sit, typed, sentence):
    clerk = sit()
    shown = hard(clerk)
    shown.stay.expense.setFocus()
    shown.stay.expense.selectAll()
    QTest.keyClicks(shown.stay.expense, typed)
    assert not shown.stay.note.isVisible()
    clerk.press(Key.Key_Tab)
    assert sentence in shown.stay.note.text()
    assert shown.stay.note.isVisible()


def test_another_member_may_be_the_one_who_stays(sit):
    clerk = sit(sample())
    shown = hard(clerk)
    before = rows(clerk)
    shown.stay.member.setFocus()
    clerk.press(Key.Key_Down)
    QApplication.processEvents()
    stay = shown.years.buttons["hard"].accessibleDescription()
    assert stay.startswith("配偶，三级医院 100,000.00 元：")
    assert [old == new for old, new in zip(before, rows(clerk), strict=True)] == [False, False, True, True]


def test_a_change_of_the_case_is_answered_in_place(sit):
    clerk = sit()
    shown = hard(clerk)
    shown.stay.slider.setFocus()
    bill = clerk.draft.bills[0].id
    clerk.session.apply(edit.set_bill(clerk.draft, bill, "total", "800"), Place("bills"), "edit")
    QApplication.processEvents()
    assert view(clerk) is shown
    assert clerk.focus() is shown.stay.slider
    shown.years.buttons["entered"].click()
    assert rows(clerk)[0][2] == "800.00"


@pytest.mark.parametrize("lang", LANGS)
def test_four_members_fit_one_page_of_paper(sit, lang):
    clerk = sit(sample(), lang)
    view(clerk).printed.click()
    (section,) = plan_sections(plan_input(view(clerk).answer, clerk.session))
    assert len(section_pages(Frame("", "", "", "", "", ""), section)) == 1


def test_paper_says_all_three_years_and_that_the_policy_is_a_draft(sit):
    clerk = sit(sample())
    text = tiers_text(view(clerk).given)
    assert text.lead[0] == "如果和 2025 年看一样的病，2026 年这样选最省：全家都选二档。"
    assert "草案" in text.lead[-1]
    assert [len(table.rows) for table in text.tables] == [4, 4, 1]
    assert text.tables[1].rows[3].cells == ("祖母（现在一档）", "40.00", "375.00", "一档 省 335.00")
    assert "祖母：超过 7,500.00 元，二档更省。" in text.notes
    for note in ("没有录入的单据", "生孩子", "新生儿下一年要自己参保", "医疗救助", "2025年12月31日前缴清"):
        assert note in text.notes[-1]
    clerk.session.plans = replace(clerk.session.plans, this_year=True)
    assert "草案" not in "".join(tiers_text(view(clerk).given).lead)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_out_of_reach_or_cut(sit, qtbot, lang, size):
    clerk = sit(sample(), lang)
    clerk.window.resize(*SIZES[size])
    hard(clerk)
    qtbot.wait(200)
    shown = parts(clerk.window.centralWidget())
    assert [each for each in shown if not reachable(each, clerk.window)] == []
    texts = [each for each in shown if isinstance(each, QLabel | QAbstractButton)]
    assert [each.text() for each in texts if each.width() < needed(each) - 1] == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_long_name_leaves_no_page_to_scroll_sideways(sit, lang):
    draft = household()
    draft = edit.set_member(
        draft, draft.members[0].id, "name", "户主的曾祖母（住在垫江县桂溪街道的那位老人家）"
    )
    clerk = sit(draft, lang)
    clerk.window.resize(*SIZES["911x512"])
    shown = hard(clerk)
    assert shown.minimumSizeHint().width() <= shown.width()
