"""Where it turns and which combination is best, in sentences of every shape they may have."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from desktop_app.engine.case import (
    Bill,
    Case,
    Institution,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    Standard,
)
from desktop_app.engine.ledger import Ledger
from desktop_app.packs.find import find_packs
from desktop_app.planning.break_even import Stretch
from desktop_app.planning.tier_costs import SharedLedger
from desktop_app.planning.tiers import TierPlan, TurnsAt
from desktop_app.planning.years import FurtherStay
from desktop_app.wording.plan_tier_turns import turn_sentences
from desktop_app.wording.plan_tiers import TierWords
from desktop_app.wording.sentences import Wording
from tests.wording.catalogues import ROOT

CHINESE, ENGLISH = Wording("zh_CN"), Wording("en")
NAMES = {"m1": "户主", "m2": "配偶", "m3": "长女"}
LETTERS = {"m1": "A", "m2": "B", "m3": "C"}
MOST = 60_000_000
PACKS = find_packs([ROOT / "policy_packs"])
ADULT = Member("m1", date(1980, 5, 1), Standard(date(2023, 11, 2)), tier=1)
CHILD = Member("m3", date(2024, 3, 9), NewbornWithGuardian("m1"))
TODAY = date(2024, 10, 1)


def turn(member: str, *ends: tuple[int | Fraction, int]) -> TurnsAt:
    stretches = tuple(Stretch(Fraction(begin), Fraction(end)) for begin, end in ends)
    return TurnsAt(SharedLedger(member, (member,)), stretches, MOST)


@pytest.mark.parametrize(
    ("ends", "chinese", "english"),
    [
        ([], "花多少都是一档更省，或者一样。", "whatever it costs, tier 1 costs less or the same."),
        ([(0, MOST)], "花多少都是二档更省。", "whatever it costs, tier 2 costs less."),
        ([(830_000, MOST)], "超过 8,300.00 元，二档更省。", "above ¥8,300.00, tier 2 costs less."),
        ([(0, 10_000)], "不到 100.00 元，二档更省。", "below ¥100.00, tier 2 costs less."),
        (
            [(750_000, 1_990_555), (Fraction(1_994_285 * 2 + 1, 2), MOST)],
            "7,500.00 元到 19,905.55 元之间，或者超过 19,942.86 元，二档更省。",
            "from ¥7,500.00 to ¥19,905.55, or above ¥19,942.86, tier 2 costs less.",
        ),
    ],
)
def test_where_tier_2_pays_off(ends, chinese, english):
    assert list(turn_sentences([turn("m1", *ends)], NAMES, CHINESE))[1] == f"户主：{chinese}"
    assert list(turn_sentences([turn("m1", *ends)], LETTERS, ENGLISH))[1] == f"A: {english}"


def test_those_alike_are_said_together():
    turns = [turn("m1", (830_000, MOST)), turn("m2"), turn("m3", (830_000, MOST))]
    said = list(turn_sentences(turns, NAMES, CHINESE))
    assert said[1:] == ["户主、长女：超过 8,300.00 元，二档更省。", "配偶：花多少都是一档更省，或者一样。"]
    assert "600,000.00 元" in said[0]
    assert list(turn_sentences([], NAMES, CHINESE)) == []


def words(case: Case, year: int, wording: Wording = CHINESE, **options) -> TierWords:
    names = NAMES if wording is CHINESE else LETTERS
    return TierWords(TierPlan(case, PACKS.load("chongqing", year)), names, wording, **options)


def choice(said: TierWords) -> str:
    return said.said.choice(said.plan.entered.best)


def test_a_combination_names_tiers_first_then_guardians():
    other = replace(ADULT, id="m2", assistance_categories=("martyr_family",))
    case = Case(2024, (ADULT, other, CHILD), ())
    assert choice(words(case, 2024)) == "户主选一档，配偶选二档，长女随户主参保"
    assert choice(words(case, 2024, ENGLISH)) == "tier 1 for A; tier 2 for B; C insured with A"
    assert choice(words(case, 2025)) == "户主、长女选一档，配偶选二档"


def test_all_alike_are_said_as_all_and_one_alone_by_name():
    two = Case(2024, (ADULT, replace(ADULT, id="m2")), ())
    assert choice(words(two, 2025)) == "全家都选一档"
    assert choice(words(replace(two, members=(ADULT,)), 2025)) == "户主选一档"


def test_where_nobody_is_enrolled_there_is_nothing_to_choose():
    outsider = replace(ADULT, enrolment=NotEnrolled())
    said = words(Case(2024, (outsider,), ()), 2024)
    stay = FurtherStay("m1", 100_000)
    assert said.best(said.plan.entered, stay) == "2024 年家里没有人参保，没有档次可比。"
    assert said.costs(said.plan.entered) == ""
    assert said.text(stay, TODAY).tables[0].rows[0].cells == ("户主", "0.00", "0.00", "没有参保")


def test_the_present_choice_is_named_when_it_is_the_best():
    said = words(Case(2024, (ADULT,), ()), 2025)
    assert said.costs(said.plan.entered) == (
        "保费 400.00 元，看病自己付 0.00 元，全家一共 400.00 元。和现在的选法一样。比都选二档省 375.00 元。"
    )


def test_another_way_for_a_newborn_is_pointed_out():
    stay = Bill("b1", "m3", "inpatient", date(2024, 5, 6), date(2024, 5, 6), Institution(3), total=1_080_000)
    said = words(Case(2024, (ADULT, CHILD), (stay,)), 2024)
    assert "新生儿的参保方式和现在不同" in said.costs(said.plan.entered)


def test_what_is_taken_for_granted_is_said():
    assert len(words(Case(2024, (ADULT,), ()), 2025).notes(TODAY)) == 3
    poor = replace(
        ADULT, assistance_categories=("minimum_living_allowance",), used_before=Ledger(outpatient_paid=100)
    )
    birth = Bill("b1", "m1", "prenatal", date(2024, 5, 6), date(2024, 5, 6), Institution(3), total=100)
    said = "".join(words(Case(2024, (poor, CHILD), (birth,)), 2025).notes(date(2025, 1, 1)))
    for note in (
        "已经过了",
        "没有录入的单据",
        "生孩子",
        "长女下一年要自己参保",
        "长女没有填自己的困难群体身份",
    ):
        assert note in said
    own = NewbornIndependent(date(2024, 4, 1))
    alone = words(Case(2024, (poor, replace(CHILD, enrolment=own, tier=1)), ()), 2025).notes(TODAY)
    assert "长女" not in "".join(alone)


def test_a_subsidy_that_no_source_states_is_pointed_out():
    martyr = replace(ADULT, id="m2", assistance_categories=("martyr_family",))
    said = words(Case(2024, (ADULT, martyr), ()), 2025).notes(TODAY)
    assert "配偶的身份在其中一档有没有资助，来源没有写，按没有算。" in said


def test_the_remark_is_on_a_draft_or_on_a_missing_year():
    case = Case(2025, (ADULT,), ())
    assert words(case, 2026).remark().startswith("2026 年度政策是草案")
    assert words(case, 2025).remark() == ""
    assert words(case, 2025, only_this=True).remark().startswith("还没有 2026 年度的政策")
