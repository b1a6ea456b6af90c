"""The next bill's chart, as a clerk uses it: settings, the handle by mouse and keys, typed amounts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.draft.store import read_tree
from desktop_app.engine.case import Bill, Case, Institution, Member, Standard
from desktop_app.engine.settle import settle
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.planning.next_bill import Wish, next_bill
from desktop_app.ui.charts.next_bill_chart import NextBillChart
from desktop_app.ui.charts.next_bill_data import picture
from desktop_app.ui.charts.next_bill_paper import next_bill_image
from desktop_app.ui.planning.next_bill import NextBillView
from desktop_app.ui.planning.plans import plan_sections
from desktop_app.ui.result.target import Target
from desktop_app.wording.messages import Lang
from desktop_app.wording.sentences import Wording
from tests.gui.clerk import TODAY, Clerk
from tests.gui.test_keys_and_names import mnemonics
from tests.gui.test_small_screens import SIZES, needed, parts, reachable

ADULT = {
    "id": "m1",
    "name": "户主",
    "birth_date": "1980-05-01",
    "tier": 1,
    "enrolment": {"kind": "standard", "paid_on": "2024-11-02"},
}
CHILD = {
    "id": "m2",
    "name": "长子",
    "birth_date": "2015-02-01",
    "tier": 2,
    "enrolment": {"kind": "standard", "paid_on": "2024-11-02"},
}
BABY = {
    "id": "m3",
    "name": "次女",
    "birth_date": "2025-03-01",
    "enrolment": {"kind": "newborn_with_guardian", "guardian": "m1"},
}


def draft(*members: dict, bills: tuple[dict, ...] = ()) -> Draft:
    tree = {
        "format": "yuyisuan-case/1",
        "policy_year": 2025,
        "members": list(members or (ADULT,)),
        "bills": list(bills),
    }
    found = read_tree(tree, lambda _region, _year: True)
    assert isinstance(found, Draft)
    return found


@pytest.fixture
def open_view(qtbot: QtBot, tmp_path: Path):
    def open_(*members: dict, bills: tuple[dict, ...] = (), lang: Lang = "zh_CN"):
        clerk = Clerk(qtbot, tmp_path, lang, draft(*members, bills=bills))
        clerk.window.show_page("result")
        page = clerk.window.page_widget("result")
        page.open(Target("next_bill"))
        QApplication.processEvents()
        assert isinstance(page.view, NextBillView)
        return clerk, page.view

    return open_


def settled(clerk: Clerk, tier: int, expense: int, kind="inpatient", level=3):
    """The whole case on a tier, the bill coming last."""
    case = clerk.session.estimate.settlement.case
    members = tuple(replace(each, tier=tier) for each in case.members)
    last = Bill("next", "m1", kind, TODAY, date(2025, 12, 31), Institution(level), expense)
    whole = replace(case, members=members, bills=(*case.bills, last))
    return next(each for each in settle(whole, clerk.session.estimate.policy).bills if each.id == "next")


def amounts(view: NextBillView) -> dict[str, tuple[str, str]]:
    return {row[0]: row[1:] for row in view.reading.row_texts()}


def written(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02d}"


def place(chart: NextBillChart, yuan: float, own: float = 0) -> QPoint:
    """Where an expense and an out-of-pocket stand on the screen."""
    box = chart.getPlotItem().getViewBox()
    return chart.mapFromScene(box.mapViewToScene(QPointF(yuan, own)))


def texts(chart: NextBillChart) -> list[str]:
    return [
        item.toPlainText() for item in chart.items() if hasattr(item, "toPlainText") and item.toPlainText()
    ]


def test_it_says_where_tier_2_pays_off_and_names_it_once_in_the_picture(open_view):
    _, view = open_view()
    # 2025: premiums 400 and 775; 375 are 5 points of 7,500 above 800.
    assert view.verdict.text() == "这次费用超过 8,300.00 元，二档更省（全年的保费和看病的钱一起算）。"
    assert {each for each in texts(view.chart) if "档" in each} == {
        "一档（现在）",
        "二档",
        "超过 8,300.00 元，二档更省",
    }
    assert "2025年6月30日" in view.asked.text()


def test_what_is_read_is_the_bill_as_it_would_be_settled(open_view):
    clerk, view = open_view(
        bills=(
            {
                "id": "b1",
                "member": "m1",
                "kind": "inpatient",
                "service_date": "2025-02-03",
                "institution": {"level": 2},
                "total": "20000.37",
            },
        )
    )
    for expense in (50_000_00, 37_123_45, 333_33):
        view.chart.set_expense(expense)
        view._follow(expense)
        results = [settled(clerk, tier, expense) for tier in (1, 2)]
        further = [settled(clerk, tier, expense + 100_00) for tier in (1, 2)]
        read = amounts(view)
        assert read["您自己付（个人负担）"] == tuple(written(each.out_of_pocket) for each in results)
        assert read["基本医保付（统筹基金）"] == tuple(written(each.basic_fund) for each in results)
        assert read["大病保险付"] == tuple(written(each.critical_illness) for each in results)
        assert read["再多花 100 元，您付"] == tuple(
            written(after.out_of_pocket - before.out_of_pocket)
            for before, after in zip(results, further, strict=True)
        )


def test_the_handle_is_dragged_by_mouse(open_view):
    clerk, view = open_view()
    chart = view.chart
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 20_000))
    assert abs(chart.expense - 20_000_00) <= 200_00
    QTest.mouseMove(chart.viewport(), place(chart, 25_000))
    QTest.mouseMove(chart.viewport(), place(chart, 30_000))
    assert abs(chart.expense - 30_000_00) <= 200_00
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 30_000))
    QTest.mouseMove(chart.viewport(), place(chart, 10_000))
    assert abs(chart.expense - 30_000_00) <= 200_00
    assert clerk.session.plans.next_expense == chart.expense
    assert chart.expense % 100_00 == 0
    assert view.expense.edit.text() == written(chart.expense)
    result = settled(clerk, 1, chart.expense)
    assert amounts(view)["您自己付（个人负担）"][0] == written(result.out_of_pocket)


def test_the_handle_stays_on_the_axis(open_view):
    _, view = open_view()
    chart = view.chart
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 100))
    assert chart.expense == 0
    QTest.mouseClick(
        chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(chart.viewport().width() - 2, 100)
    )
    assert chart.expense == 60_000_00


def test_the_handle_is_moved_by_keys(open_view):
    clerk, view = open_view()
    chart = view.chart
    assert chart.hasFocus()
    for key, modifier, expense in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 49_900_00),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 50_000_00),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, 40_000_00),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 50_000_00),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 40_000_00),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 60_000_00),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 60_000_00),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, 10_000_00),
    ):
        clerk.press(key, modifier)
        assert chart.expense == expense
        assert view.expense.edit.text() == written(expense)
    assert "10,000.00 元" in chart.accessibleDescription()
    # 800 + 50 % and 45 % of 9,200.
    assert "一档自己付 5,400.00 元" in chart.accessibleDescription()
    assert "二档自己付 4,940.00 元" in chart.accessibleDescription()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.window.page_widget("result").target.view == "overview"


def test_an_amount_is_typed(open_view):
    clerk, view = open_view()
    field = view.expense.edit
    field.setFocus()
    field.selectAll()
    clerk.keys("8300")
    assert view.chart.expense == 8_300_00
    assert field.text() == "8300"
    clerk.keys("\n")
    assert field.text() == "8,300.00"
    # 375 apart, as the premiums are.
    assert amounts(view)["您自己付（个人负担）"] == ("4,550.00", "4,175.00")


def test_an_amount_beyond_the_axis_lengthens_it(open_view):
    clerk, view = open_view()
    field = view.expense.edit
    field.setFocus()
    field.selectAll()
    clerk.keys("160800")
    assert view.chart.expense == 160_800_00
    assert view.settings.lists["reach"].currentData() == "whole"
    # The base is 80,800; 60 % of what lies above the threshold of 18,797.
    assert amounts(view)["基本医保付（统筹基金）"][0] == "80,000.00"
    assert amounts(view)["大病保险付"][0] == "37,201.80"


@pytest.mark.parametrize(("typed", "said"), [("12x", "金额"), ("700000", "500,000.00 元")])
def test_what_is_no_amount_stays_and_is_complained_about(open_view, typed, said):
    clerk, view = open_view()
    field = view.expense.edit
    field.setFocus()
    field.selectAll()
    clerk.keys(typed)
    assert not field.property("problem")
    clerk.press(Qt.Key.Key_Tab)
    assert field.text() == typed
    assert field.property("problem")
    assert said in view.expense.note.text()
    view.chart.setFocus()
    clerk.press(Qt.Key.Key_Home)
    assert (field.text(), view.expense.note.text(), field.property("problem")) == ("0.00", "", False)


def test_dragging_draws_the_curves_no_more(open_view):
    clerk, view = open_view()
    before = list(view.chart.getPlotItem().items)
    clerk.press(Qt.Key.Key_Left)
    assert list(view.chart.getPlotItem().items) == before
    assert view.chart.hasFocus()


def test_events_stand_in_a_table_in_plain_words(open_view):
    _, view = open_view()
    # 18,797 = 800 + 50 % of 35,994, + 45 % of 39,993.33; then as in the example of the format.
    assert view.events.row_texts() == [
        ("先自己付的部分付满了（起付线）", "800.00", "800.00"),
        ("大病保险开始再报一次（大病起付线）", "36,794.00", "40,793.33"),
        ("基本医保今年付到头了（封顶线）", "160,800.00", "218,981.82"),
        ("大病保险今年付到头了（大病限额）", "432,130.33", "472,130.33"),
    ]


def test_a_dot_tells_its_event_under_the_mouse(open_view, qtbot):
    _, view = open_view()
    chart = view.chart
    QTest.mouseMove(chart.viewport(), place(chart, 10_000, 15_000))
    qtbot.wait(50)  # moves that follow faster are left out
    QTest.mouseMove(chart.viewport(), place(chart, 36_794, 18_797))
    qtbot.waitUntil(lambda: "一档：大病保险开始再报一次" in QToolTip.text())
    assert "36,794.00 元" in QToolTip.text()
    QToolTip.hideText()


def test_settings_change_the_bill_and_the_axis(open_view):
    _, view = open_view(ADULT, CHILD)
    lists = view.settings.lists
    assert [lists["kind"].itemData(row) for row in range(lists["kind"].count())] == [
        "inpatient",
        "caesarean",
        "outpatient",
        "negotiated_drug",
    ]
    view.settings.chosen.emit("kind", "outpatient")
    assert view.verdict.text() == "三级医院的普通门诊不报销。"
    assert not view.chart.isVisible()
    view.settings.chosen.emit("level", "1")
    assert view.chart.isVisible()
    assert view.chart.expense == 500_00
    assert view.events.row_texts() == [("普通门诊今年付到头了（门诊限额）", "500.00", "833.33")]
    assert "大病保险付" not in amounts(view)
    assert not lists["type"].isVisible()
    view.settings.chosen.emit("level", "3")
    view.settings.chosen.emit("member", "m2")
    assert lists["type"].isVisible()
    assert "caesarean" not in [lists["kind"].itemData(row) for row in range(lists["kind"].count())]
    assert lists["type"].itemText(1) == "儿童医院、妇幼保健院"
    view.settings.chosen.emit("type", "children")
    assert view.events.row_texts()[0] == ("先自己付的部分付满了（起付线）", "200.00", "200.00")
    assert "二档（现在）" in texts(view.chart)


def test_a_list_is_changed_by_keyboard(open_view):
    clerk, view = open_view()
    level = view.settings.lists["level"]
    level.setFocus()
    clerk.press(Qt.Key.Key_Up)
    assert clerk.session.plans.next_level == 2
    assert level.hasFocus()
    assert view.events.row_texts()[0][1] == "300.00"


def test_a_newborn_with_guardian_is_told_whose_tier_it_is(open_view):
    _, view = open_view(ADULT, BABY)
    view.settings.chosen.emit("member", "m3")
    assert "次女随监护人户主参保：下面说的一档、二档是户主的" in view.asked.text()


def test_without_coverage_it_says_so(open_view):
    not_enrolled = {**ADULT, "enrolment": {"kind": "none"}}
    _, view = open_view(not_enrolled)
    assert view.verdict.text() == "这一年没有参保，不能报销。"
    assert not view.chart.isVisible()
    # Who is covered comes first.
    _, view = open_view(not_enrolled, CHILD)
    assert view.settings.lists["member"].currentData() == "m2"


def test_it_follows_the_document_and_keeps_the_focus(open_view):
    clerk, view = open_view()
    view.chart.setFocus()
    changed = edit.set_member(clerk.draft, "m1", "tier", "2")
    clerk.session.apply(changed, Place("members", "m1", "tier"), "edit")
    assert clerk.window.page_widget("result").view is view
    assert view.chart.hasFocus()
    assert "二档（现在）" in texts(view.chart)


def test_the_region_lies_where_tier_2_is_cheaper():
    plan = plan_of("minimum_living_allowance")
    drawn = picture(plan, plan.near)
    # 2025: own shares 40 and 375; the tiers turn where they do in 2024, by other figures.
    assert [each.begin > 0 for each in drawn.cheaper] == [True, True]
    assert [(each.begin, each.end) for each in drawn.cheaper] == [
        (each.begin, each.end) for each in plan.tiers.cheaper(2)
    ]
    assert drawn.border == drawn.cheaper[0]
    assert [line.points[-1].expense for line in drawn.lines] == [plan.near] * 2


def plan_of(*categories: str):
    member = Member(
        "m1",
        date(1980, 5, 1),
        Standard(date(2024, 11, 2)),
        1,
        assistance_categories=categories,
    )
    policy = find_packs([shipped_folder()]).load("chongqing", 2025)
    return next_bill(Case(2025, (member,), ()), Wish(), TODAY, policy)


def test_the_picture_for_paper_is_black_and_white(qtbot: QtBot):
    plan = plan_of()
    image = next_bill_image(plan, plan.near, 50_000_00, Wording("zh_CN"), 900, 450)
    shades = {image.pixelColor(x, y).hsvSaturation() for x in range(0, 900, 3) for y in range(0, 450, 3)}
    assert shades == {0}
    # Left of 8,300 of 60,000 nothing is hatched, right of it much.
    left = [image.pixelColor(x, y).lightness() for x in range(75, 110) for y in range(60, 200)]
    right = [image.pixelColor(x, y).lightness() for x in range(240, 275) for y in range(60, 200)]
    assert sum(shade < 200 for shade in left) < len(left) / 50
    assert sum(shade < 200 for shade in right) > len(right) / 20


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_it_is_printed_with_the_summary_if_wished(open_view, lang):
    _, view = open_view(lang=lang)
    view.printed.setChecked(True)
    (section,) = plan_sections(view.given)
    kinds = [type(block).__name__ for block in section.blocks]
    assert kinds.count("Picture") == 1
    assert kinds.count("Table") == 2
    view.settings.chosen.emit("kind", "outpatient")
    (section,) = plan_sections(view.given)
    assert "Picture" not in [type(block).__name__ for block in section.blocks]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_or_out_of_reach(open_view, qtbot, lang, size):
    clerk, _ = open_view(ADULT, CHILD, lang=lang)
    clerk.window.resize(*SIZES[size])
    qtbot.wait(150)
    shown = parts(clerk.window.centralWidget())
    assert [each for each in shown if not reachable(each, clerk.window)] == []
    cut = [
        each.text()
        for each in shown
        if isinstance(each, QLabel | QAbstractButton) and each.width() < needed(each) - 1
    ]
    assert cut == []


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_setting_has_a_key_of_its_own(open_view, lang):
    clerk, _ = open_view(ADULT, CHILD, lang=lang)
    keys = [key for key in mnemonics(clerk, "result") if key]
    assert len(keys) == len(set(keys)) >= 4 + 6 + 1


def test_english_has_no_chinese(open_view):
    _, view = open_view(lang="en")
    said = " ".join((*texts(view.chart), view.verdict.text(), view.asked.text(), view.notes.text()))
    assert "tier 2 costs less above ¥8,300.00" in said
    told = said.replace("户主", "")
    assert not any("\u3400" <= sign <= "\u9fff" for sign in told)
