"""What is said of a statement beside our amounts: the verdict, each cause, and what to check."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from desktop_app.engine.case import STATEMENT_LINES, Bill, Case, Institution, Member, NotEnrolled, Standard
from desktop_app.packs.find import find_packs
from desktop_app.planning.statement import Reconciliation, reconcile
from desktop_app.planning.statement_causes import (
    Accumulator,
    DeductibleTwice,
    Explanation,
    Fitting,
    MinorTerms,
    NoDeductible,
    NoTcmPoints,
    OtherInstitution,
    OtherTier,
    PaidByOthers,
    TcmPart,
    UsedElsewhere,
)
from desktop_app.wording.plan_causes import Insured, cause_words, fitting_text
from desktop_app.wording.plan_statement import notes, statement_words, verdict
from desktop_app.wording.sentences import Wording
from tests.wording.catalogues import LANGS, ROOT

POLICY = find_packs([ROOT / "policy_packs"]).load("chongqing", 2024)
MEMBER = Member("m1", date(1980, 5, 1), Standard(date(2023, 11, 2)), tier=1)
STAY = Bill("b1", "m1", "inpatient", date(2024, 3, 2), date(2024, 3, 12), Institution(3), total=2_000_000)
OWN = Insured("户主", guardian=False)
CAUSES = [
    OtherInstitution(Institution(2)),
    OtherInstitution(Institution(3, "tcm")),
    OtherInstitution(Institution(2, "tcm")),
    OtherTier(2),
    MinorTerms(given=True),
    MinorTerms(given=False),
    NoTcmPoints(),
    TcmPart(Fitting(100, 200)),
    DeductibleTwice(),
    NoDeductible(),
    *(UsedElsewhere(name, Fitting(100, None)) for name in get_args(Accumulator)),
    PaidByOthers(100, "printed"),
    PaidByOthers(100, "entered"),
    PaidByOthers(100, "missing"),
]


def found(member: Member = MEMBER, **fen: int) -> Reconciliation:
    return reconcile(Case(2024, (member,), (replace(STAY, paid_on_statement=fen),)), "b1", POLICY)


@pytest.fixture(params=LANGS)
def wording(request):
    return Wording(request.param)


@pytest.mark.parametrize("cause", CAUSES, ids=repr)
def test_every_cause_is_said_with_what_to_ask(wording, cause):
    for insured in (OWN, Insured("户主", guardian=True)):
        words = cause_words(cause, found(basic_fund=1), insured, wording)
        assert words.said
        assert words.ask
        assert "{" not in words.said + words.ask


def test_causes_say_what_differs():
    zh = Wording("zh_CN")
    given = found(deductible=30_000)
    assert cause_words(OtherTier(2), given, OWN, zh).said == "户主是按二档算的，这里填的是一档。"
    both = cause_words(OtherInstitution(Institution(2, "tcm")), given, OWN, zh).said
    assert both == "医院是按二级的“中医医疗机构”算的，单据上填的是三级的“综合医院（普通）”。"
    newborn = cause_words(MinorTerms(given=True), given, Insured("户主", guardian=True), zh).said
    assert "随监护人参保的新生儿" in newborn
    used = cause_words(UsedElsewhere("basic_fund", Fitting(7_100_000, 7_100_000)), given, OWN, zh).said
    assert "“基本医保已报（计入封顶线）”因此多了 71,000.00 元。" in used


def test_other_payers_are_said_by_what_is_known_of_them():
    zh = Wording("zh_CN")
    differ = found(medical_assistance=300_000)
    deducted = found(out_of_pocket=1_000_000)
    assert "单据上填的不是这个数" in cause_words(PaidByOthers(300_000, "printed"), differ, OWN, zh).said
    assert "已经减掉了" in cause_words(PaidByOthers(300_000, "printed"), deducted, OWN, zh).said
    assert "已经减掉了" in cause_words(PaidByOthers(300_000, "entered"), deducted, OWN, zh).said
    assert "少的部分" in cause_words(PaidByOthers(300_000, "missing"), deducted, OWN, zh).said


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        (Fitting(100_000, 100_000), "1,000.00 元", "¥1,000.00"),
        (Fitting(4_999, 5_001), "49.99 到 50.01 元", "49.99 to ¥50.01"),
        (Fitting(8_000_000, None), "80,000.00 元或更多", "¥80,000.00 or more"),
    ],
)
def test_an_amount_or_its_range(amount, zh, en):
    assert fitting_text(amount, Wording("zh_CN")) == zh
    assert fitting_text(amount, Wording("en")) == en


def test_the_verdict_names_the_first_difference_and_its_direction():
    en = Wording("en")
    assert verdict(found(basic_fund=960_000), en) == "Agrees to the fen. Lines compared: 1."
    less = verdict(found(out_of_pocket=1_050_000, basic_fund=950_000), en)
    assert less == (
        "First difference, Basic fund payment: ¥9,500.00 on the statement, ¥9,600.00 computed; "
        "the statement has ¥100.00 less."
    )
    assert verdict(found(basic_fund=970_000), en).endswith("¥100.00 more.")
    assert verdict(found(), en).startswith("Fill in")


def test_the_words_hold_the_lines_in_order_and_the_causes_by_what_they_explain():
    words = statement_words(
        found(out_of_pocket=621_000, deductible=30_000, basic_fund=1_379_000), "住院", OWN, Wording("zh_CN")
    )
    assert words.lead[0] == "住院"
    amounts, whole, line = words.tables
    assert [row.cells for row in amounts.rows] == [
        ("起付标准", "300.00", "800.00", "-500.00"),
        ("统筹基金支付", "13,790.00", "9,600.00", "+4,190.00"),
        ("个人负担", "6,210.00", "10,400.00", "-4,190.00"),
    ]
    assert [row.strong for row in amounts.rows] == [True, False, False]
    assert whole.title == "能解释整张结算单的原因"
    assert [row.cells for row in whole.rows] == [("医院是按二级算的，单据上填的是三级。",)]
    assert line.title == "只能解释“起付标准”这一项的原因"
    assert all(row.note for row in (*whole.rows, *line.rows))


def test_of_a_single_line_it_is_not_said_that_the_whole_statement_is_explained():
    words = statement_words(found(basic_fund=1_056_000), "", OWN, Wording("zh_CN"))
    assert words.tables[1].title == "正好能解释这处不同的原因"
    assert any("多填几项" in note for note in words.notes)  # the other tier or a minor's points


def test_where_no_cause_fits_it_is_said_what_to_check():
    zh = Wording("zh_CN")
    assert "全自费" in "".join(notes(found(eligible=1), zh))
    assert "这一年没有参保" in "".join(
        notes(found(replace(MEMBER, enrolment=NotEnrolled()), basic_fund=1), zh)
    )
    assert "都对不上" in "".join(notes(found(basic_fund=1_999_999), zh))
    assert list(notes(found(basic_fund=960_000), zh)) == []


@pytest.mark.parametrize("line", STATEMENT_LINES)
def test_every_line_can_be_the_first_that_differs(wording, line):
    given = found(**{line: 123_456_789})
    explained = replace(given, explanations=(Explanation(OtherTier(2), whole=False),))
    words = statement_words(explained, "b", OWN, wording)
    assert wording.term("statement", line) in words.lead[1]
    assert wording.term("statement", line) in words.tables[1].title
