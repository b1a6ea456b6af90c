"""What is said of a newborn's routes: the best one, the last day, what stands in the way, what is shared."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.engine.case import (
    Bill,
    Case,
    Enrolment,
    Institution,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    Standard,
)
from desktop_app.engine.ledger import Ledger
from desktop_app.packs.find import find_packs
from desktop_app.planning.newborn import newborn_plan
from desktop_app.wording.plan_newborn import NewbornWords, newborn_words
from desktop_app.wording.sentences import Wording
from tests.wording.catalogues import LANGS, ROOT

CATALOGUE = find_packs([ROOT / "policy_packs"])
POLICY, NEXT = CATALOGUE.load("chongqing", 2024), CATALOGUE.load("chongqing", 2025)
NAMES = {"m1": "户主", "m2": "新生儿", "m3": "祖母", "m4": "次子"}
MOTHER = Member("m1", date(1996, 6, 6), Standard(date(2023, 11, 2)), tier=1)
GRANDMOTHER = Member(
    "m3",
    date(1960, 6, 6),
    Standard(date(2023, 11, 2)),
    tier=1,
    assistance_categories=("minimum_living_allowance",),
)
CHILD = Member("m2", date(2024, 3, 9), NewbornWithGuardian("m1"))
# In its own right on tier 1 the family pays 8,540 of it, on tier 2 7,680, with the mother 9,400.
STAY = Bill("b1", "m2", "inpatient", date(2024, 3, 9), date(2024, 3, 30), Institution(3), total=1_800_000)
SOON = date(2024, 5, 15)
ELSEWHERE = "newborn_registered_elsewhere"


def words(
    *members: Member, lang="zh_CN", today: date = SOON, situations=("registered_here",), next_policy=NEXT
) -> NewbornWords:
    household = members or (MOTHER, CHILD)
    case = Case(2024, household, (STAY,), situations=situations)
    child = next(member for member in household if member.id == "m2")
    return newborn_words(newborn_plan(case, child, POLICY, next_policy, today), NAMES, Wording(lang))


def enrolled(enrolment: Enrolment, tier: int = 1) -> Member:
    return replace(CHILD, enrolment=enrolment, tier=tier)


def born(day: date) -> Member:
    return replace(CHILD, birth_date=day)


def names(answer: NewbornWords) -> list[str]:
    return [row.cells[0] for row in answer.routes.rows]


def test_the_cheapest_route_first_against_the_present_one():
    assert words().best == (
        "独立参保二档花钱最少：全家一年的保费加看病自己付的，一共 8,815.00 元，比跟着户主少 965.00 元。"
    )


def test_the_routes_with_their_money():
    assert [row.cells for row in words().routes.rows] == [
        ("独立参保一档", "760.00", "8,540.00", "9,300.00"),
        ("独立参保二档", "1,135.00", "7,680.00", "8,815.00"),
        ("跟着户主（现在）", "380.00", "9,400.00", "9,780.00"),
    ]


def test_where_a_permit_is_missing_both_are_said():
    answer = words(situations=(ELSEWHERE,))
    assert "独立参保二档花得最少：全家一年一共 8,815.00 元" in answer.best
    assert "要先办好居住证" in answer.best
    assert "现在就能走的是跟着户主：一共 9,780.00 元，多 965.00 元" in answer.best
    assert names(answer) == [
        "独立参保一档（要先办居住证）",
        "独立参保二档（要先办居住证）",
        "跟着户主（现在）",
    ]
    assert any("半年" in note for note in answer.notes)


def test_where_nobody_can_be_guardian_the_permit_is_the_only_way():
    answer = words(replace(MOTHER, enrolment=NotEnrolled()), enrolled(NotEnrolled()), situations=(ELSEWHERE,))
    assert "要先办好居住证" in answer.best
    assert "没有别的路" in answer.best
    assert any(note.startswith("户主在 2024 年没有居民医保待遇") for note in answer.notes)
    assert not answer.guardian.rows


def test_a_route_that_waits_and_costs_more_is_named_too():
    # The mother has met the threshold: 60 % of the base of 9,400 is paid, the family pays 380 + 3,760.
    mother = replace(MOTHER, used_before=Ledger(critical_illness_base=1_783_300))
    assert words(mother, CHILD, situations=(ELSEWHERE,)).best == (
        "现在能走的只有一条路：跟着户主。全家一年的保费加看病自己付的，一共 4,140.00 元。"
        "孩子户口在外地，独立参保要先办居住证。"
    )


def test_nobody_asked_where_the_child_is_registered():
    assert any("请问清孩子的户口" in note for note in words(situations=()).notes)
    assert not any("户口" in note for note in words().notes)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2024, 5, 15), "还剩 23 天：最晚 2024年6月7日缴费"),
        (date(2024, 6, 7), "今天（2024年6月7日）是最后一天"),
        (date(2024, 6, 8), "最晚该在 2024年6月7日缴费，已经过了 1 天"),
        (date(2025, 1, 1), "2024 年也已经过完"),
    ],
)
def test_the_countdown(today, said):
    assert said in words(today=today).countdown


def test_a_premium_that_is_paid_needs_no_countdown():
    paid = enrolled(NewbornIndependent(date(2024, 4, 20)))
    assert words(MOTHER, paid).countdown.startswith("已在 2024年4月20日缴费，没有超过最后一天 2024年6月7日")


def test_a_child_that_is_paid_for_may_not_be_free_to_go_with_a_guardian():
    paid = enrolled(NewbornIndependent(date(2024, 4, 20)))
    assert any("要先问经办机构" in note for note in words(MOTHER, paid).notes)
    late = enrolled(NewbornIndependent(date(2024, 6, 20)))
    assert any("要先问经办机构" in note for note in words(MOTHER, late, today=date(2024, 7, 1)).notes)
    assert not any("要先问经办机构" in note for note in words().notes)
    assert not any("要先问经办机构" in note for note in words(paid).notes)


def test_after_the_last_day_what_a_payment_today_gives_stands_in_the_table():
    answer = words(today=date(2024, 6, 8))
    assert names(answer) == [
        "独立参保一档（已过最后一天）",
        "独立参保二档（已过最后一天）",
        "今天才独立参保一档（2024年9月6日起才能报）",
        "今天才独立参保二档（2024年9月6日起才能报）",
        "跟着户主（现在）",
    ]
    assert answer.best.startswith("跟着户主花钱最少")


def test_outside_every_window_a_payment_today_gives_nothing():
    answer = words(today=date(2024, 10, 5))
    assert "今天才独立参保一档（这一年不能报销）" in names(answer)
    assert answer.best.startswith("现在能走的只有一条路：跟着户主")


def test_another_guardian_must_be_the_legal_one():
    # With the grandmother's threshold of 8,916.50: 65 % of 483.50 is 314.28 (rounded), 9,085.72 is left.
    answer = words(MOTHER, enrolled(NotEnrolled()), GRANDMOTHER)
    with_her = next(row for row in answer.routes.rows if row.cells[0] == "跟着祖母")
    assert with_her.cells[2] == "9,085.72"
    late = words(MOTHER, CHILD, GRANDMOTHER, today=date(2024, 10, 5))
    assert late.best.startswith("跟着祖母花钱最少")
    assert "前提：祖母是孩子的法定监护人。" in late.best


def test_all_that_cost_the_same_are_named():
    other = replace(GRANDMOTHER, assistance_categories=())
    late = words(MOTHER, CHILD, other, today=date(2024, 10, 5))
    assert late.best.startswith("跟着户主、跟着祖母花钱一样多")
    assert "法定监护人" not in late.best
    # Both have met the threshold: the household pays 760 + 3,760; tier 2 in its own right 1,515 + 7,680.
    used = Ledger(critical_illness_base=1_783_300)
    soon = words(replace(MOTHER, used_before=used), enrolled(NotEnrolled()), replace(other, used_before=used))
    assert soon.best == (
        "跟着户主、跟着祖母花钱最少：全家一年的保费加看病自己付的，一共 4,520.00 元，"
        "比独立参保二档少 4,675.00 元。前提：选中的监护人是孩子的法定监护人。"
    )


def test_both_years_premiums_across_the_new_year_only():
    assert words().years is None
    years = words(MOTHER, born(date(2024, 12, 10)), today=date(2024, 12, 20)).years
    assert years is not None
    assert [column.head for column in years.columns] == ["怎么参保", "2024 年", "2025 年", "两年合计"]
    assert [row.cells for row in years.rows] == [
        ("两年都独立参保一档", "380.00", "400.00", "780.00"),
        ("两年都独立参保二档", "755.00", "775.00", "1,530.00"),
        ("先跟监护人，再一档", "0.00", "400.00", "400.00"),
        ("先跟监护人，再二档", "0.00", "775.00", "775.00"),
    ]


def test_without_a_pack_for_the_next_year_nothing_is_invented():
    answer = words(MOTHER, born(date(2024, 12, 10)), today=date(2024, 12, 20), next_policy=None)
    assert answer.years is not None
    assert answer.years.rows[0].cells == ("两年都独立参保一档", "380.00", "还没公布")
    assert any("2025 年的保费还没有公布" in note for note in answer.notes)


def test_the_birth_years_premium_that_is_owed():
    owing = replace(
        born(date(2024, 12, 10)),
        enrolment=NewbornIndependent(date(2025, 1, 20), birth_year_premium_paid=False),
        tier=1,
    )
    answer = words(MOTHER, owing, today=date(2025, 2, 1))
    assert "2024 年的保费还没补缴" in answer.countdown
    assert any("办税服务厅补缴" in note for note in answer.notes)


def test_what_is_shared_and_lost_with_its_figures():
    # The mother's ledger after the stay: (18,000 - 800) x 50 % = 8,600.
    answer = words()
    assert [row.cells[0] for row in answer.guardian.rows] == [
        "省下：孩子 2024 年的保费。2025 年起也要自己参保。",
        "合用户主的一档额度：住院已用 8,600.00/80,000.00，门诊已用 0.00/300.00。",
        "门诊起付线、大病保险起付线两个人只算一次：费用高的一年，反而可能多报。",
        "失去：多报的 5 个百分点；自己的额度，一个人用掉的，另一个人就少了。",
    ]
    assert [row.cells[0] for row in answer.own.rows] == [
        "要缴：一档 380.00 元；二档 755.00 元。",
        "得到：未成年人住院等多报 5 个百分点。",
        "得到：自己的额度，一档 住院 80,000.00、门诊 300.00；二档 住院 120,000.00、门诊 500.00。",
        "大病保险只算孩子自己的费用，满 17,833.00 元开始报。",
    ]


def test_a_childs_own_assistance_category_is_lost_with_a_guardian():
    answer = words(MOTHER, replace(CHILD, assistance_categories=("orphan",)))
    assert answer.own.rows[-1].cells[0] == "困难身份用孩子自己的：城乡孤儿。"
    assert answer.guardian.rows[-1].cells[0] == "失去：孩子自己的困难身份（城乡孤儿），照监护人的算。"
    assert "一档 0.00 元；二档 375.00 元" in answer.own.rows[0].cells[0]


@pytest.mark.parametrize(
    ("enrolment", "kind"), [(Standard(date(2024, 4, 1)), "普通参保"), (NotEnrolled(), "没有参保")]
)
def test_an_entry_of_another_kind_is_named(enrolment, kind):
    answer = words(MOTHER, enrolled(enrolment))
    assert any(f"录入的是“{kind}”" in note for note in answer.notes)


def test_the_other_twin_is_said_to_stay_as_it_is():
    twin = replace(CHILD, id="m4")
    assert any("别的孩子照现在的参保方式" in note for note in words(MOTHER, CHILD, twin).notes)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("today", [SOON, date(2024, 6, 8), date(2024, 10, 5), date(2025, 1, 5)])
@pytest.mark.parametrize("situations", [(), (ELSEWHERE,), (ELSEWHERE, "residence_permit")])
def test_on_paper_stands_what_is_on_the_screen(lang, today, situations):
    answer = words(lang=lang, today=today, situations=situations)
    assert answer.text.lead == (answer.best, answer.countdown)
    assert answer.text.tables == (answer.routes, answer.own, answer.guardian)
    assert answer.text.notes == answer.notes
