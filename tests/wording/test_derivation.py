"""The derivation of an amount is a tree down to what was entered and what the policy says."""

import pytest

from desktop_app.engine import steps
from desktop_app.engine.policy import Basis, Value
from desktop_app.engine.result import Step
from desktop_app.wording.derivation import Line, derivation
from desktop_app.wording.sentences import Wording

DEDUCTIBLE = Value(80_000, "yuan", Basis("inpatient.deductible", "R12", "stated", "S2", "第七节"), "level_3")
RATE = Value(5000, "percent", Basis("inpatient.rate", "R12", "stated", "S2", "第七节"), "tier_1.level_3")
CAP = Value(8_000_000, "yuan", Basis("inpatient.basic_cap", "R16", "carried_over", "S2", "第七节"), "tier_1")
FORMULA = Basis("eligible_expense", "R4", "interpreted", "S2", "第七节", "只报范围内。", "Eligible only.")
STAY = (
    Step(steps.ELIGIBLE, 2_000_000, (2_500_000, 300_000, 0, 200_000), (FORMULA,)),
    Step(steps.TABLE_DEDUCTIBLE, 80_000, (DEDUCTIBLE,)),
    Step(steps.ADMISSION_DEDUCTIBLE, 80_000, (2_000_000, 80_000)),
    Step(steps.INPATIENT_RATE, 5000, (RATE,)),
    Step(steps.PAYMENT, 960_000, (5000, 2_000_000, 80_000)),
    Step(steps.BASIC_FUND, 960_000, (960_000, CAP, 0)),
    Step(steps.OUT_OF_POCKET, 1_540_000, (2_500_000, 960_000, 0, 0)),
)


@pytest.fixture
def wording():
    return Wording("zh_CN")


def rules(line: Line) -> tuple:
    """A tree by its rules alone."""
    return (line.rule, *(rules(child) for child in line.children))


def test_it_goes_down_from_the_amount_to_its_grounds(wording):
    tree = derivation(STAY, "basic_fund", wording)
    eligible = ("R4", ("",), ("",), ("",), ("R4",))
    table = ("R12", ("R12",))
    assert rules(tree) == (
        "R16",
        ("R16", ("R12", ("R12",)), eligible, ("R12", ("R4",), table)),
        ("R16",),
    )


def test_an_amount_used_twice_is_derived_once(wording):
    payment = derivation(STAY, "payment", wording)
    deductible = payment.children[2]
    assert payment.children[1].text == wording.step_label(STAY[0])
    assert deductible.children[0] == Line("政策范围内费用：20,000.00 元（前面已经算出）", "R4")


def test_the_root_is_the_step_that_made_the_amount(wording):
    tree = derivation(STAY, "basic_fund", wording)
    assert tree.text == wording.step_label(STAY[5])
    assert tree.standing is None


def test_a_policy_value_is_named_with_source_and_standing(wording):
    cap = derivation(STAY, "basic_fund", wording).children[1]
    assert cap == Line("基本医保封顶线（一档）：80,000.00 元", "R16", "S2 第七节", "carried_over")


def test_entered_figures_have_neither_rule_nor_source_and_zero_ones_are_left_out(wording):
    eligible = derivation(STAY, "eligible", wording)
    assert eligible.children == (
        Line("总费用：25,000.00 元"),
        Line("全自费：3,000.00 元"),
        Line("乙类先行自付：2,000.00 元"),
        Line("只报范围内。", "R4", "S2 第七节", "interpreted"),
    )


def test_a_zero_of_the_policy_stays(wording):
    free = Value(0, "yuan", Basis("outpatient.deductible", "R11", "stated", "S2", "第六节"), "level_1")
    tree = derivation((Step(steps.OUTPATIENT_TABLE_DEDUCTIBLE, 0, (free,)),), "table_deductible", wording)
    assert tree.children == (Line("普通门诊全年起付线（一级及以下）：0.00 元", "R11", "S2 第六节", "stated"),)


def test_an_input_is_derived_by_the_step_before_it_only(wording):
    first = Step(steps.INPATIENT_RATE, 5000, (RATE,))
    raised = Step(steps.TCM_RATE, 6000, (5000, 1000))
    tree = derivation((first, raised), "tcm_rate", wording)
    assert [child.text for child in tree.children] == [wording.step_label(first), "中药提高的百分点：10%"]


def test_an_amount_that_no_step_made_is_an_error(wording):
    with pytest.raises(KeyError, match="maternity"):
        derivation(STAY, "maternity", wording)
