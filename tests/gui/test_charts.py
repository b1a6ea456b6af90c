"""The charts: their figures, worked out by hand, and what is drawn of them."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.engine.case import (
    Bill,
    Case,
    Institution,
    Member,
    NewbornWithGuardian,
    OtherPayers,
    Standard,
)
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.result import Settlement
from desktop_app.engine.settle import settle
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.ui.charts.axis_text import axis_yuan, round_ticks
from desktop_app.ui.charts.expense_chart import ExpenseChart
from desktop_app.ui.charts.expense_data import Stage, bands, build_up, spread, year_fraction
from desktop_app.ui.charts.limits_chart import LimitsChart
from desktop_app.ui.charts.limits_data import CapLevel, ledger_bars
from desktop_app.ui.charts.paper import household_chart_image
from desktop_app.ui.theme import LIGHT
from desktop_app.wording.messages import Messages
from desktop_app.wording.sentences import Wording

PAID = Standard(date(2023, 11, 2))
ADULT = Member("m1", date(1980, 5, 1), PAID, 1, "m1")
LEVEL_3 = Institution(3)
STAY = Bill("b1", "m1", "inpatient", date(2024, 3, 1), date(2024, 3, 9), LEVEL_3, 10_000_00)
# (10,000 - 800) x 50 % = 4,600 from the basic fund, 5,400 out-of-pocket, of which others pay 500.
VISIT = Bill("b2", "m1", "outpatient", date(2024, 2, 1), date(2024, 2, 1), Institution(1), 200_00)
# 200 x 60 % = 120 from the fund.


def settled(*bills: Bill, members: tuple[Member, ...] = (ADULT,)) -> Settlement:
    policy = find_packs([shipped_folder()]).load("chongqing", 2024)
    return settle(Case(2024, members, bills), policy)


def test_expense_builds_up_in_order_of_settlement():
    assisted = OtherPayers(medical_assistance=400_00, other=100_00)
    answer = settled(
        Bill(
            "b1",
            "m1",
            "inpatient",
            STAY.service_date,
            STAY.settlement_date,
            LEVEL_3,
            10_000_00,
            other_payers=assisted,
        ),
        VISIT,
    )
    assert build_up(answer) == (
        Stage(date(2024, 2, 1), ("b2",), (80_00, 120_00, 0, 0, 0)),
        Stage(date(2024, 3, 9), ("b1",), (80_00 + 4_900_00, 120_00 + 4_600_00, 0, 0, 500_00)),
    )


def test_bills_of_one_day_make_one_stage():
    second = Bill("b3", "m1", "outpatient", date(2024, 2, 1), date(2024, 2, 1), Institution(1), 100_00)
    (stage,) = build_up(settled(VISIT, second))
    assert stage.bills == ("b2", "b3")
    assert sum(stage.sums) == 300_00


def test_the_own_share_is_the_lowest_layer():
    stage = Stage(date(2024, 2, 1), ("b1",), (50, 30, 0, 0, 20))
    assert bands(stage) == ((0, 50), (50, 80), (80, 80), (80, 80), (80, 100))


def test_the_year_goes_from_its_first_day_to_its_end():
    assert year_fraction(date(2024, 1, 1)) == 0
    assert year_fraction(date(2025, 12, 31)) == pytest.approx(364 / 365)
    assert year_fraction(date(2024, 7, 1)) == pytest.approx(182 / 366)


def test_labels_are_moved_apart_and_stay_inside():
    assert spread((10, 11, 50), 4, 100) == (10, 14, 50)
    assert spread((97, 98, 99), 4, 100) == (90, 94, 98)
    assert spread((0,), 4, 100) == (2,)


def test_payments_stand_against_the_caps_of_both_tiers():
    before = Member("m1", ADULT.birth_date, PAID, 1, used_before=Ledger(basic_fund=1_000_00))
    (bars,) = ledger_bars(settled(STAY, VISIT, members=(before,)))
    assert (bars.basic_fund, bars.critical_illness, bars.outside_caps) == (5_600_00, 0, 120_00)
    assert bars.out_of_pocket == 5_400_00 + 80_00
    assert bars.levels == (
        CapLevel("basic_cap", 1, 80_000_00, own=True),
        CapLevel("basic_cap", 2, 120_000_00, own=False),
        CapLevel("annual_limit", 1, 280_000_00, own=True),
        CapLevel("annual_limit", 2, 320_000_00, own=False),
    )
    assert not bars.uncapped


def test_who_has_no_cap_gets_no_annual_limit():
    poor = Member("m1", ADULT.birth_date, PAID, 2, assistance_categories=("extreme_poverty",))
    (bars,) = ledger_bars(settled(members=(poor,)))
    assert bars.uncapped
    assert [(level.kind, level.own) for level in bars.levels] == [("basic_cap", False), ("basic_cap", True)]


def test_a_newborn_shares_the_bars_of_the_guardian():
    born = date(2024, 2, 20)
    baby = Member("m2", born, NewbornWithGuardian("m1"))
    stay = Bill("b3", "m2", "inpatient", born, date(2024, 3, 1), LEVEL_3, 2_800_00)  # (2,800 - 800) x 50 %
    (bars,) = ledger_bars(settled(STAY, stay, members=(ADULT, baby)))
    assert bars.members == ("m1", "m2")
    assert bars.basic_fund == 4_600_00 + 1_000_00
    assert bars.out_of_pocket == 5_400_00 + 1_800_00


def test_who_is_not_covered_has_no_levels():
    late = Member("m1", ADULT.birth_date, Standard(date(2024, 12, 1)), 1)
    (bars,) = ledger_bars(settled(STAY, members=(late,)))
    assert bars.levels == ()
    assert not bars.uncapped
    assert bars.out_of_pocket == 10_000_00


@pytest.mark.parametrize(
    ("lang", "yuan", "text"),
    [
        ("zh_CN", 80_000, "8万"),
        ("zh_CN", 125_000, "12.5万"),
        ("zh_CN", 5_000, "5,000"),
        ("zh_CN", 0, "0"),
        ("en", 80_000, "80,000"),
    ],
)
def test_axes_count_as_the_language_does(lang, yuan, text):
    assert axis_yuan(yuan, Messages(lang)) == text


@pytest.mark.parametrize(
    ("top", "ticks"),
    [
        (149_948_00, (0, 50_000_00, 100_000_00)),
        (300_00, (0, 100_00, 200_00, 300_00)),
        (99, (0,)),
    ],
)
def test_ticks_are_round(top, ticks):
    assert round_ticks(top, 5) == ticks


def shown_texts(chart) -> list[str]:
    return [
        item.toPlainText() for item in chart.items() if hasattr(item, "toPlainText") and item.toPlainText()
    ]


def test_the_expense_chart_labels_its_layers(qtbot: QtBot):
    chart = ExpenseChart(settled(STAY, VISIT), Wording("zh_CN"), LIGHT)
    qtbot.addWidget(chart)
    assert {"自己付 5,480.00 元", "基本医保 4,720.00 元"} <= set(shown_texts(chart))
    assert "大病保险" not in "".join(shown_texts(chart))
    assert "10,200.00 元" in chart.accessibleDescription()


def test_the_expense_chart_tells_the_day_on_hover(qtbot: QtBot):
    chart = ExpenseChart(settled(STAY, VISIT), Wording("zh_CN"), LIGHT)
    qtbot.addWidget(chart)
    told = chart._hover_text(QPointF(year_fraction(date(2024, 2, 10)), 10))
    assert "2024年2月10日" in told
    assert "200.00 元" in told
    assert not chart._hover_text(QPointF(0.01, 10))
    assert not chart._hover_text(QPointF(1.2, 10))


def test_values_are_shown_under_the_mouse(qtbot: QtBot):
    chart = ExpenseChart(settled(STAY, VISIT), Wording("zh_CN"), LIGHT)
    qtbot.addWidget(chart)
    chart.resize(800, 400)
    with qtbot.waitExposed(chart):
        chart.show()
    QTest.mouseMove(chart.viewport(), QPoint(300, 300))
    QTest.mouseMove(chart.viewport(), QPoint(400, 300))
    qtbot.waitUntil(lambda: "累计费用 10,200.00 元" in QToolTip.text())
    assert "自己付 5,480.00 元" in QToolTip.text()
    QToolTip.hideText()


def test_the_limits_chart_names_levels_and_amounts(qtbot: QtBot):
    chart = LimitsChart(settled(STAY), {"m1": "户主"}, Wording("zh_CN"), LIGHT)
    qtbot.addWidget(chart)
    texts = set(shown_texts(chart))
    assert {"户主", "一档封顶线 8万", "二档封顶线 12万", "一档年限额 28万", "二档年限额 32万"} <= texts
    assert {"医保付 4,600.00 元", "自己付（个人负担） 5,400.00 元"} <= texts


def test_the_limits_chart_says_that_there_is_no_cap(qtbot: QtBot):
    poor = Member("m1", ADULT.birth_date, PAID, 2, assistance_categories=("extreme_poverty",))
    chart = LimitsChart(settled(members=(poor,)), {"m1": "户主"}, Wording("zh_CN"), LIGHT)
    qtbot.addWidget(chart)
    assert "大病保险不封顶" in shown_texts(chart)


def test_the_charts_have_no_chinese_in_english(qtbot: QtBot):
    expense = ExpenseChart(settled(STAY, VISIT), Wording("en"), LIGHT)
    limits = LimitsChart(settled(STAY, VISIT), {"m1": "Head"}, Wording("en"), LIGHT)
    for chart in (expense, limits):
        qtbot.addWidget(chart)
        assert shown_texts(chart)
        assert not any("\u3400" <= sign <= "\u9fff" for sign in "".join(shown_texts(chart)))


def test_the_picture_for_paper_is_black_and_white(qtbot: QtBot):
    image = household_chart_image(settled(STAY, VISIT), Wording("zh_CN"), 900, 450)
    assert (image.width(), image.height()) == (900, 450)
    colours = {image.pixelColor(x, y).hsvSaturation() for x in range(0, 900, 7) for y in range(0, 450, 7)}
    assert colours == {0}
    # In autumn the own share, 54 % of the stack, is one black run; the hatched fund stands above it.
    rows = "".join("#" if image.pixelColor(520, y).lightness() < 40 else "." for y in range(450))
    run = max(re.findall("#+", rows), key=len)
    assert 180 < len(run) < 240
    hatched = rows[rows.index(run) - 150 : rows.index(run) - 10]
    assert {"#", "."} <= set(hatched)


def test_the_picture_of_no_bills_is_white(qtbot: QtBot):
    image = household_chart_image(settled(), Wording("zh_CN"), 60, 40)
    white = QImage(60, 40, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    assert image == white


def test_pyqtgraph_waits_for_the_first_chart(tmp_path: Path):
    script = """
import sys
from pathlib import Path
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.resources import data_path
from desktop_app.ui.app import Program, make_application
from desktop_app.ui.result.target import Target

application = make_application(["-platform", "offscreen"])
program = Program(application, find_packs([shipped_folder()]), Folders(Path(sys.argv[1])), "zh_CN")
program.open_window()
program.session.open_copy(data_path("resources", "samples", "sample-household.yys"))
program.window.show_page("result")
application.processEvents()
assert "pyqtgraph" not in sys.modules
program.window.page_widget("result").open(Target("expense_chart"))
assert "pyqtgraph" in sys.modules
program.session.close()
"""
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=True, timeout=60)
