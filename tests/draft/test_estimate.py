from dataclasses import replace
from datetime import date

import pytest

from desktop_app.draft import edit
from desktop_app.draft.estimate import assumed_zero, estimate
from desktop_app.draft.model import Draft, DraftBill, DraftMember
from desktop_app.packs.find import find_packs, shipped_folder
from tests.draft.drafts import ADULT, HOUSEHOLD, NEWBORN, STAY

# Tier 1, level 3 (R12): eligible 25,000 - 3,000 - 2,000 = 20,000; (20,000 - 800) x 50 % = 9,600.
PAID_OF_STAY = 9600_00


@pytest.fixture(scope="module")
def catalogue():
    return find_packs([shipped_folder()])


def codes(problems):
    return [(problem.path, problem.code) for problem in problems]


def test_a_draft_without_problems_is_settled_whole(catalogue):
    answer = estimate(HOUSEHOLD, catalogue)
    assert answer.complete
    assert answer.problems == ()
    assert answer.policy.year == 2024
    assert answer.case.members[0].name == "户主"
    assert answer.settlement.totals.basic_fund == PAID_OF_STAY
    assert answer.bills[0].result.basic_fund == PAID_OF_STAY
    assert [member.result.coverage.begin for member in answer.members] == [date(2024, 1, 1), date(2024, 3, 9)]


def test_the_other_bills_are_settled_while_one_cannot_be_read(catalogue):
    broken = replace(STAY, id="b0", total="1,23", service_date="2024-01-05", settlement_date="")
    answer = estimate(replace(HOUSEHOLD, bills=(broken, STAY)), catalogue)
    assert not answer.complete
    assert (answer.case, answer.settlement) == (None, None)
    assert codes(answer.problems) == [("bills[0].total", "amount")]
    assert (answer.bills[0].result, codes(answer.bills[0].problems)) == (None, [("bills[0].total", "amount")])
    assert (answer.bills[1].result.basic_fund, answer.bills[1].problems) == (PAID_OF_STAY, ())
    assert all(member.result for member in answer.members)


def test_one_bill_with_two_problems_shows_both(catalogue):
    answer = estimate(replace(HOUSEHOLD, bills=(replace(STAY, total="", kind=""),)), catalogue)
    assert sorted(codes(answer.bills[0].problems)) == [
        ("bills[0].kind", "missing"),
        ("bills[0].total", "missing"),
    ]


def test_coverage_and_premium_of_a_member_do_not_wait_for_the_others(catalogue):
    unfinished = DraftMember("m3")
    draft = replace(
        HOUSEHOLD,
        household_note="备注",
        members=(ADULT, unfinished),
        bills=(replace(STAY, id="b1", member="m3"), replace(STAY, id="b2")),
    )
    answer = estimate(draft, catalogue)
    whole, waiting = answer.members
    assert whole.result.premium.own_share == 380_00
    assert waiting.result is None
    assert {problem.path for problem in waiting.problems} == {
        "members[1].birth_date",
        "members[1].tier",
        "members[1].enrolment.paid_on",
    }
    assert (answer.bills[0].result, answer.bills[0].problems) == (None, ())
    assert answer.bills[1].result.basic_fund == PAID_OF_STAY


def test_a_newborn_waits_for_its_guardian(catalogue):
    draft = replace(HOUSEHOLD, members=(replace(ADULT, tier=""), NEWBORN), bills=())
    answer = estimate(draft, catalogue)
    assert codes(answer.members[0].problems) == [("members[0].tier", "missing")]
    assert (answer.members[1].result, answer.members[1].problems) == (None, ())


def test_a_year_without_a_pack_says_so_and_settles_nothing(catalogue):
    answer = estimate(replace(HOUSEHOLD, policy_year=1999, bills=(DraftBill("b1"),)), catalogue)
    assert ("policy_year", "no_pack") in codes(answer.problems)
    assert answer.policy is None
    assert not answer.complete
    assert [row.result for row in (*answer.members, *answer.bills)] == [None, None, None]


def test_a_pack_that_cannot_be_loaded_serves_nothing(tmp_path):
    (tmp_path / "chongqing-resident-2024.toml").write_text("nonsense", encoding="utf-8")
    answer = estimate(HOUSEHOLD, find_packs([tmp_path]))
    assert ("policy_year", "no_pack") in codes(answer.problems)


def test_an_empty_draft_has_nothing_wrong_with_it(catalogue):
    answer = estimate(Draft(2024), catalogue)
    assert answer.complete
    assert answer.settlement.totals.total == 0


def test_blank_parts_of_a_bill_count_zero_and_are_told():
    assert assumed_zero(DraftBill("b1")) == ("fully_self_paid", "over_price_limit", "class_b_copay")
    assert assumed_zero(STAY) == ("over_price_limit",)
    assert assumed_zero(replace(STAY, over_price_limit="0.00")) == ()


def uncertain(draft):
    """The stay's self-paid part may be anything up to 3,000."""
    return edit.set_bill(draft, "b1", "fully_self_paid", "0-3000")


def test_with_an_unknown_amount_there_is_a_range_and_no_result(catalogue):
    answer = estimate(uncertain(HOUSEHOLD), catalogue)
    assert answer.problems == ()
    assert (answer.case, answer.settlement, answer.complete) == (None, None, False)
    # 25,000 - 2,000 = 23,000 eligible at best: 25,000 - (23,000 - 800) x 50 %; at worst as before.
    assert answer.range.out_of_pocket == (13900_00, 15400_00)
    assert (answer.bills[0].result, answer.bills[0].problems, answer.bills[0].uncertain) == (None, (), True)
    assert all(member.result.coverage.covered for member in answer.members)


def test_bills_on_another_ledger_keep_their_results(catalogue):
    other = replace(ADULT, id="m3", name="配偶")
    mine = replace(STAY, id="b2", member="m3")
    childs = replace(STAY, id="b3", member="m2", service_date="2024-04-01", settlement_date="2024-04-02")
    draft = replace(HOUSEHOLD, members=(*HOUSEHOLD.members, other), bills=(STAY, mine, childs))
    answer = estimate(uncertain(draft), catalogue)
    assert [row.uncertain for row in answer.bills] == [True, False, True]
    assert answer.bills[1].result.basic_fund == PAID_OF_STAY
    assert answer.bills[0].result is answer.bills[2].result is None
    # The newborn shares the ledger of the guardian whose limits are not known, too.
    draft = edit.set_member(draft, "m1", "used_before.basic_fund", "0-100")
    answer = estimate(draft, catalogue)
    assert [row.uncertain for row in answer.bills] == [True, False, True]


def test_with_problems_elsewhere_there_is_not_even_a_range(catalogue):
    broken = replace(STAY, id="b0", total="1,23")
    answer = estimate(uncertain(replace(HOUSEHOLD, bills=(broken, STAY))), catalogue)
    assert (answer.settlement, answer.range) == (None, None)
    assert (answer.bills[1].result, answer.bills[1].uncertain) == (None, True)


def test_an_unknown_balance_without_any_bill_is_unknown_all_the_same(catalogue):
    other = replace(ADULT, id="m3", name="配偶")
    draft = replace(HOUSEHOLD, members=(*HOUSEHOLD.members, other))
    answer = estimate(edit.set_member(draft, "m3", "used_before.basic_fund", "0-100"), catalogue)
    assert (answer.case, answer.settlement) == (None, None)
    assert answer.range.out_of_pocket == (15400_00, 15400_00)
    assert answer.bills[0].result.basic_fund == PAID_OF_STAY


def test_an_end_that_is_not_entered_is_missing_at_its_bill(catalogue):
    answer = estimate(edit.set_bill(HOUSEHOLD, "b1", "total", "?"), catalogue)
    assert codes(answer.problems) == [("bills[0].unknown.total.to", "missing")]
    assert codes(answer.bills[0].problems) == [("bills[0].unknown.total.to", "missing")]


def test_what_is_unknown_was_not_left_blank():
    blank = replace(STAY, fully_self_paid="", class_b_copay="")
    draft = edit.set_bill(replace(HOUSEHOLD, bills=(blank,)), "b1", "class_b_copay", "?")
    assert assumed_zero(draft.bills[0]) == ("fully_self_paid", "over_price_limit")
