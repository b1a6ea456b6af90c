"""Figures, step sentences and assumptions read as they should."""

from datetime import date

import pytest

from desktop_app.engine import steps
from desktop_app.engine.policy import Basis, Value
from desktop_app.engine.result import Step
from desktop_app.wording import figures
from desktop_app.wording.sentences import Wording

RATE = Basis("inpatient.rate", "R12", "stated", "S2", "7")
OUTPATIENT = Basis("outpatient.rate", "R11", "carried_over", "S2", "6", "见备注。", "See the note.")


@pytest.mark.parametrize(
    ("fen", "written"),
    [
        (0, "0.00"),
        (1, "0.01"),
        (99_999, "999.99"),
        (100_000, "1,000.00"),
        (1_234_560, "12,345.60"),
        (-1_50, "-1.50"),
    ],
)
def test_amounts_have_thousands_separators(fen, written):
    assert Wording("en").amount(fen) == written
    assert Wording("zh_CN").money(fen) == f"{written} 元"
    assert Wording("en").money(fen) == f"¥{written}"


def test_dates_are_written_out():
    assert Wording("zh_CN").date(date(2024, 3, 2)) == "2024年3月2日"
    assert Wording("en").date(date(2024, 3, 2)) == "2 March 2024"


def test_rates_are_exact():
    assert Wording("en").percent(5750) == "57.5%"


def test_figures_stand_alone_with_their_unit():
    chinese = Wording("zh_CN")
    assert chinese.figure("days", 90) == "90 天"
    assert chinese.figure("years", 18) == "18 周岁"
    assert chinese.figure("level", 1) == "一级及以下"
    assert chinese.figure("percent", 5000) == "50%"
    assert chinese.figure("date", date(2024, 12, 31)) == "2024年12月31日"


def test_a_figure_of_the_wrong_kind_is_refused():
    with pytest.raises(TypeError):
        Wording("en").figure("date", 5)
    with pytest.raises(TypeError):
        Wording("en").figure("yuan", date(2024, 1, 1))


def test_what_is_kept_does_not_grow_without_end():
    written = figures.Written(str)
    for number in range(60_000):
        assert written[number] == str(number)
    assert len(written) <= 20_000


def test_a_payment_shows_its_arithmetic():
    step = Step(steps.PAYMENT, 960_000, (5000, 2_000_000, 80_000))
    chinese = Wording("zh_CN").step_label(step)
    assert chinese.startswith("先减去自己先付的部分（起付线），再按比例报销：")
    assert chinese.endswith("（政策范围内费用 20,000.00 − 起付线 800.00）× 50% = 9,600.00 元")
    assert (
        Wording("en")
        .step_label(step)
        .endswith("(eligible expense ¥20,000.00 − deductible ¥800.00) × 50% = ¥9,600.00")
    )


def test_a_value_of_the_pack_is_written_like_any_figure():
    bare = Step(steps.INPATIENT_RATE, 5000, (5000,))
    valued = Step(steps.INPATIENT_RATE, 5000, (Value(5000, "percent", RATE, "tier_1.level_3"),))
    assert Wording("en").step_label(valued) == Wording("en").step_label(bare)
    assert Wording("zh_CN").step_label(valued) == "这一档次、这一级别医院的报销比例是 50%，按 50% 报销"


def test_a_sentence_with_dates_and_a_literal_per_cent_sign():
    begin = Step(steps.BEGIN_AFTER_DAYS, date(2024, 6, 3), (date(2024, 3, 5), 90))
    label = Wording("zh_CN").step_label(begin)
    assert label == "2024年3月5日缴费，要再等 90 天（待遇等待期）才能享受待遇：2024年6月3日"
    rate = Step(steps.TCM_RATE, 6000, (5000, 1000))
    assert Wording("en").step_label(rate).endswith("50% + 10% = 60% (100% at most)")


def test_a_value_is_assumed_with_its_places_figures_and_standing():
    values = [
        Value(6000, "percent", OUTPATIENT, "level_1"),
        Value(4000, "percent", OUTPATIENT, "level_2"),
    ]
    assert Wording("zh_CN").assumption_text(OUTPATIENT, values) == (
        "普通门诊报销比例：一级及以下 60%；二级 40%（政策材料写的是相邻年度，本年度沿用，尚未确认）。见备注。"
    )
    assert Wording("en").assumption_text(OUTPATIENT, values[:1]) == (
        "Outpatient rate: level 1 and below 60% (stated for a neighbouring year, not confirmed for this one)."
        " See the note."
    )


def test_a_provision_is_assumed_in_its_own_words():
    basis = Basis("settlement_year", "R2", "interpreted", "S2", "8", "按结算年度。", "By year of settlement.")
    assert Wording("zh_CN").assumption_text(basis) == "按结算年度。"
    assert Wording("en").assumption_text(basis) == "By year of settlement."


def test_a_window_without_a_figure_is_named_too():
    basis = Basis("enrolment.window.new_year", "R5", "carried_over", "S2", "2")
    assert Wording("zh_CN").assumption_text(basis) == (
        "这一缴费期的待遇开始时间（政策材料写的是相邻年度，本年度沿用，尚未确认）。"
    )


def test_places_are_named_in_order():
    assert Wording("zh_CN").value_name("inpatient.rate", "tier_1.level_3") == "住院报销比例（一档、三级）"
    assert Wording("en").value_name("premium.subsidy", "orphan.tier_2") == (
        "Subsidy by assistance category (Orphan, tier 2)"
    )
    assert Wording("en").value_name("inpatient.basic_cap") == "Basic cap"


def test_a_source_is_cited_with_its_section():
    assert Wording("zh_CN").source(RATE) == "S2 7"


def test_a_single_value_is_assumed_without_a_place():
    basis = Basis("critical_illness.ordinary.threshold", "R20", "secondary", "P", "1", "", "")
    assert Wording("en").assumption_text(basis, [Value(1_879_700, "yuan", basis)]) == (
        "Critical illness threshold: ¥18,797.00 (not in the sources; taken from weaker public material)."
    )
