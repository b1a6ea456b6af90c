"""The range of a result in words: the same for screen and paper, in both languages."""

from datetime import date

import pytest

from desktop_app.engine.case import BILL_AMOUNTS, Bill, Case, Institution, Member, Standard, Unknown
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Range
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.planning.unknowns import outcome_range
from desktop_app.wording.sentences import Wording
from desktop_app.wording.uncertain import RangeText, between, range_text
from tests.wording.catalogues import LANGS

MEMBER = Member("m1", date(1980, 5, 1), Standard(date(2023, 11, 2)), 1)
DAY = date(2024, 3, 2)
BILL = Bill("b1", "m1", "inpatient", DAY, DAY, Institution(3), 18_000_00)


def said(*unknowns: Unknown, lang="en") -> RangeText:
    policy = find_packs([shipped_folder()]).load("chongqing", 2024)
    case = Case(2024, (MEMBER,), (BILL,), unknowns=unknowns)
    return range_text(outcome_range(case, policy), {"m1": "M"}, {"b1": "M: stay"}, Wording(lang))


def test_an_amount_lies_between_two_or_is_one():
    wording = Wording("en")
    assert between(Range(1_00, 2_50), wording) == "between ¥1.00 and ¥2.50"
    assert between(Range(1_00, 1_00), wording) == "¥1.00"
    assert between(Range(1_00, 2_50), Wording("zh_CN")) == "1.00 元到 2.50 元之间"


def test_the_first_question_is_said_in_a_sentence():
    text = said(Unknown("bill", "b1", "fully_self_paid", 0, 3_000_00))
    # (18,000 - 800) x 50 % = 8,600 paid at best, (15,000 - 800) x 50 % = 7,100 at worst.
    assert text.label == "You pay yourself"
    assert text.statement == "between ¥9,400.00 and ¥10,900.00"
    assert text.first == (
        "Ask for this first: M: stay, Fully self-paid. Knowing it can change the result by ¥1,500.00."
    )
    assert text.questions[0].given == "¥0.00 to ¥3,000.00"
    assert text.ledgers == (("M", "9,400.00–10,900.00"),)


def test_what_changes_nothing_need_not_be_asked():
    text = said(Unknown("member", "m1", "outpatient_paid", 0, 300_00))
    assert text.statement == "¥9,400.00"
    assert text.first == "None of these amounts changes the result; there is no need to ask."
    assert text.ledgers == (("M", "9,400.00"),)


@pytest.mark.parametrize("lang", LANGS)
def test_every_amount_that_may_be_unknown_has_its_words(lang):
    of_bill = [Unknown("bill", "b1", name, 18_000_00 * (name == "total"), 20_000_00) for name in BILL_AMOUNTS]
    balances = [Unknown("member", "m1", name, 0, 1) for name in Ledger._fields]
    text = said(*of_bill, *balances, lang=lang)
    assert len({question.what for question in text.questions}) == len(of_bill) + len(balances)
    assert all(question.ask for question in text.questions)
