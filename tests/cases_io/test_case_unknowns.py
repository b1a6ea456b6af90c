"""Amounts that are not known: what is refused, at its path and at the boundary, and what is read of them."""

import pytest
from case_trees import GONE, changed, edited, has_pack, problems_of

from desktop_app.cases.read import read_document
from desktop_app.cases.unknowns import unknown_amounts
from desktop_app.engine.case import BILL_AMOUNTS, Case, Unknown
from desktop_app.engine.ledger import Ledger


def bounds(low, high):
    return {"from": low, "to": high}


def bill(unknown, gone=(), **fields):
    """The first bill, 35,000 in total with 3,500 excluded, as it is but for these amounts."""

    def change(members, bills):
        bills[0].update(fields, unknown=unknown)
        for name in gone:
            bills[0].pop(name, None)

    return edited(change)


def member(index, unknown, used_before=None):
    def change(members, bills):
        members[index]["unknown"] = unknown
        members[index].pop("used_before", None)
        if used_before is not None:
            members[index]["used_before"] = used_before

    return edited(change)


def read(tree) -> Case:
    case = read_document(tree, has_pack)
    assert isinstance(case, Case), case
    return case


@pytest.mark.parametrize("name", BILL_AMOUNTS)
def test_every_amount_of_a_bill_may_be_unknown(name):
    low = "30000" if name == "total" else "0"
    case = read(bill({name: bounds(low, "30000.50")}, gone=[name]))
    assert case.unknowns == (Unknown("bill", "b1", name, int(low) * 100, 3000050),)
    # The bill holds the lower end.
    assert getattr(case.bills[0], name) == int(low) * 100


@pytest.mark.parametrize("name", Ledger._fields)
def test_every_balance_of_a_member_may_be_unknown(name):
    case = read(member(0, {name: bounds("12.50", "200")}))
    assert case.unknowns == (Unknown("member", "m1", name, 1250, 20000),)
    assert case.members[0].used_before == Ledger()._replace(**{name: 1250})


def test_what_else_was_used_before_stands_beside_what_is_unknown():
    case = read(member(0, {"basic_fund": bounds("1", "2")}, {"outpatient_paid": "120.00"}))
    assert case.members[0].used_before == Ledger(outpatient_paid=12000, basic_fund=100)


def test_members_come_before_bills_and_amounts_in_the_order_of_the_format():
    tree = bill(
        {"tcm_eligible": bounds("0", "1"), "class_b_copay": bounds("0", "1")},
        ["class_b_copay", "tcm_eligible"],
    )
    tree["members"][1]["unknown"] = {"basic_fund": bounds("0", "1")}
    assert [(each.id, each.field) for each in read(tree).unknowns] == [
        ("m2", "basic_fund"),
        ("b1", "class_b_copay"),
        ("b1", "tcm_eligible"),
    ]


def test_no_unknown_amounts_are_none():
    assert read(bill({})).unknowns == ()
    assert read(member(0, {})).unknowns == ()


def test_an_amount_is_given_or_unknown_not_both():
    both = {("bills[0].unknown.fully_self_paid", "unknown_and_given")}
    assert problems_of(bill({"fully_self_paid": bounds("0", "1")}, fully_self_paid="0")) == both
    assert problems_of(bill({"total": bounds("0", "90000")})) == {
        ("bills[0].unknown.total", "unknown_and_given")
    }
    assert problems_of(member(0, {"basic_fund": bounds("0", "1")}, {"basic_fund": "0"})) == {
        ("members[0].unknown.basic_fund", "unknown_and_given")
    }


def test_a_range_does_not_end_before_it_begins():
    wrong = {("bills[0].unknown.class_b_copay", "unknown_range")}
    assert problems_of(bill({"class_b_copay": bounds("1.01", "1")}, ["class_b_copay"])) == wrong
    assert problems_of(bill({"class_b_copay": bounds("1.00", "1")}, ["class_b_copay"])) == set()
    assert problems_of(member(0, {"basic_fund": bounds("2", "1")})) == {
        ("members[0].unknown.basic_fund", "unknown_range")
    }


@pytest.mark.parametrize(
    ("ends", "problem"),
    [
        ({"from": "0"}, ("bills[0].unknown.tcm_eligible.to", "missing")),
        ({"to": "1"}, ("bills[0].unknown.tcm_eligible.from", "missing")),
        ({"from": 0, "to": "1"}, ("bills[0].unknown.tcm_eligible.from", "type")),
        ({"from": "0", "to": "1,000"}, ("bills[0].unknown.tcm_eligible.to", "amount")),
        ({"from": "0", "to": "1", "likely": "1"}, ("bills[0].unknown.tcm_eligible.likely", "unknown_field")),
        (["0", "1"], ("bills[0].unknown.tcm_eligible", "type")),
        (None, ("bills[0].unknown.tcm_eligible", "type")),
    ],
)
def test_both_ends_are_amounts_and_required(ends, problem):
    assert problems_of(bill({"tcm_eligible": ends}, ["tcm_eligible"])) == {problem}


@pytest.mark.parametrize("unknown", [[], "total", 3, None])
def test_unknown_is_an_object(unknown):
    assert problems_of(changed("bills.0.unknown", unknown)) == {("bills[0].unknown", "type")}
    assert problems_of(changed("members.0.unknown", unknown)) == {("members[0].unknown", "type")}


def test_only_amounts_that_change_the_result_may_be_unknown():
    for name in ("service_date", "eligible", "medical_assistance", "basic_fund"):
        assert problems_of(bill({name: bounds("0", "1")})) == {(f"bills[0].unknown.{name}", "unknown_field")}
    assert problems_of(member(0, {"total": bounds("0", "1")})) == {
        ("members[0].unknown.total", "unknown_field")
    }


def test_the_total_is_missing_only_where_it_is_not_unknown_either():
    assert problems_of(bill({"total": bounds("3500", "40000")}, ["total"])) == set()
    assert problems_of(bill({}, ["total"])) == {("bills[0].total", "missing")}
    # Its range cannot be read: that is what is wrong.
    assert problems_of(bill({"total": {"from": "1"}}, ["total"])) == {
        ("bills[0].unknown.total.to", "missing")
    }


def test_a_newborn_with_guardian_has_no_ledger_that_could_be_unknown():
    assert problems_of(member(2, {"basic_fund": bounds("0", "1")})) == {
        ("members[2].unknown", "ledger_is_guardians")
    }


def test_exclusions_exceed_the_total_only_if_they_must():
    # 2,000 fully self-paid and 1,500 class B copay stand in the bill.
    exceeded = {("bills[0].total", "exclusions_exceed_total")}
    assert problems_of(bill({"total": bounds("0", "3499.99")}, ["total"])) == exceeded
    assert problems_of(bill({"total": bounds("0", "3500")}, ["total"])) == set()
    lowest = {"fully_self_paid": bounds("33500.01", "40000")}
    assert problems_of(bill(lowest, ["fully_self_paid"])) == exceeded
    lowest = {"fully_self_paid": bounds("33500", "40000")}
    assert problems_of(bill(lowest, ["fully_self_paid"])) == set()


def test_the_tcm_part_exceeds_the_eligible_expense_only_if_it_must():
    exceeded = {("bills[0].tcm_eligible", "tcm_exceeds_eligible")}
    assert problems_of(bill({"tcm_eligible": bounds("31500.01", "40000")}, ["tcm_eligible"])) == exceeded
    assert problems_of(bill({"tcm_eligible": bounds("31500", "40000")}, ["tcm_eligible"])) == set()
    total = {"total": bounds("0", "4500")}
    assert problems_of(bill(total, ["total"], tcm_eligible="1000.01")) == exceeded
    assert problems_of(bill(total, ["total"], tcm_eligible="1000.00")) == set()


def test_one_result_needs_every_unknown_amount():
    tree = bill({"fully_self_paid": bounds("0", "3000")}, ["fully_self_paid"])
    tree["members"][1]["unknown"] = {"basic_fund": bounds("0", "1"), "chronic_paid": bounds("0", "1")}
    found = unknown_amounts(read(tree))
    assert [(problem.path, problem.code) for problem in found] == [
        ("members[1].unknown.chronic_paid", "unknown_amount"),
        ("members[1].unknown.basic_fund", "unknown_amount"),
        ("bills[0].unknown.fully_self_paid", "unknown_amount"),
    ]
    assert "0.00" in found[2].message
    assert "3000.00" in found[2].message
    assert unknown_amounts(read(changed("region", "chongqing"))) == []


def test_a_total_that_is_gone_is_missing():
    assert problems_of(changed("bills.0.total", GONE)) == {("bills[0].total", "missing")}
