"""Checks across fields: each code at its path, at the boundary, and made whenever it still can be."""

import pytest
from case_trees import changed, edited, problems_of


def bill(**fields):
    return edited(lambda members, bills: bills[0].update(fields))


def member(index, **fields):
    return edited(lambda members, bills: members[index].update(fields))


def test_doubled_ids():
    assert problems_of(bill(id="b2")) == {("bills[1].id", "duplicate_id")}
    assert problems_of(member(3, id="m1")) == {("members[3].id", "duplicate_id")}
    # Members and bills are named apart.
    assert problems_of(bill(id="m1")) == set()


def test_every_further_use_of_an_id_is_reported():
    tree = edited(lambda members, bills: [bills[0].update(id="b2"), bills.append(bills[1])])
    assert problems_of(tree) == {("bills[1].id", "duplicate_id"), ("bills[2].id", "duplicate_id")}


@pytest.mark.parametrize("name", ["m9", "", "M1", "m1 "])
def test_members_and_guardians_that_are_not_there(name):
    assert problems_of(bill(member=name)) == {("bills[0].member", "unknown_member")}
    tree = changed("members.2.enrolment.guardian", name)
    assert problems_of(tree) == {("members[2].enrolment.guardian", "unknown_guardian")}


def test_a_guardian_is_no_newborn_with_guardian():
    problem = {("members[2].enrolment.guardian", "guardian_is_newborn")}
    assert problems_of(changed("members.2.enrolment.guardian", "m3")) == problem
    twin = {
        "id": "m5",
        "birth_date": "2024-03-09",
        "enrolment": {"kind": "newborn_with_guardian", "guardian": "m1"},
    }
    tree = edited(lambda members, bills: members.append(twin))
    tree["members"][2]["enrolment"]["guardian"] = "m5"
    assert problems_of(tree) == problem
    # Who is not enrolled, or a newborn in its own right, may be named: it gives what it has.
    assert problems_of(changed("members.2.enrolment.guardian", "m4")) == set()
    assert problems_of(changed("members.2.enrolment.guardian", "m2")) == set()


def test_a_bill_before_birth():
    born = {"member": "m3", "settlement_date": "2024-03-10"}
    assert problems_of(bill(**born, service_date="2024-03-08")) == {
        ("bills[0].service_date", "born_after_service")
    }
    assert problems_of(bill(**born, service_date="2024-03-09")) == set()


def test_a_payment_before_birth():
    problem = {("members[1].enrolment.paid_on", "born_after_payment")}
    assert problems_of(changed("members.1.enrolment.paid_on", "2024-03-08")) == problem
    assert problems_of(changed("members.1.enrolment.paid_on", "2024-03-09")) == set()


def test_a_bill_settled_before_its_service():
    assert problems_of(bill(settlement_date="2024-03-01")) == {
        ("bills[0].settlement_date", "settled_before_service")
    }
    assert problems_of(bill(settlement_date="2024-03-02")) == set()


def test_a_bill_of_another_year():
    assert problems_of(bill(settlement_date="2025-01-01")) == {
        ("bills[0].settlement_date", "wrong_policy_year")
    }
    assert problems_of(bill(settlement_date="2024-12-31")) == set()
    assert problems_of(bill(service_date="2023-12-20", settlement_date="2024-01-01")) == set()
    assert problems_of(bill(service_date="2024-03-02", settlement_date="2023-12-31")) == {
        ("bills[0].settlement_date", "settled_before_service"),
        ("bills[0].settlement_date", "wrong_policy_year"),
    }


def test_without_a_settlement_date_the_service_date_is_in_the_wrong_year():
    tree = changed("bills.1.service_date", "2025-03-09")
    assert problems_of(tree) == {("bills[1].service_date", "wrong_policy_year")}


def test_an_unreadable_settlement_date_is_not_replaced_by_the_service_date():
    tree = bill(service_date="2023-12-30", settlement_date="tomorrow")
    assert problems_of(tree) == {("bills[0].settlement_date", "date")}


def test_exclusions_and_the_total():
    exact = {"total": "100.00", "fully_self_paid": "50", "over_price_limit": "30", "class_b_copay": "20.00"}
    assert problems_of(bill(**exact)) == set()
    assert problems_of(bill(**exact | {"total": "99.99"})) == {("bills[0].total", "exclusions_exceed_total")}
    # With it there is no tcm_exceeds_eligible.
    assert problems_of(bill(**exact | {"total": "99.99", "tcm_eligible": "1"})) == {
        ("bills[0].total", "exclusions_exceed_total")
    }


def test_the_tcm_part_and_the_eligible_expense():
    amounts = {"total": "100", "fully_self_paid": "40", "class_b_copay": "0"}
    assert problems_of(bill(**amounts, tcm_eligible="60.00")) == set()
    assert problems_of(bill(**amounts, tcm_eligible="60.01")) == {
        ("bills[0].tcm_eligible", "tcm_exceeds_eligible")
    }


def test_what_exceeds_already_is_reported_beside_an_unreadable_amount():
    amounts = {"total": "100", "fully_self_paid": "?", "class_b_copay": "100.01"}
    assert problems_of(bill(**amounts)) == {
        ("bills[0].fully_self_paid", "amount"),
        ("bills[0].total", "exclusions_exceed_total"),
    }


@pytest.mark.parametrize(
    ("kind", "own", "other", "code"),
    [
        ("chronic_outpatient", "chronic_diseases", "major_diseases", "no_chronic_disease"),
        ("major_outpatient", "major_diseases", "chronic_diseases", "no_major_disease"),
    ],
)
def test_a_special_disease_bill_needs_the_patients_own_disease(kind, own, other, code):
    tree = bill(kind=kind)
    assert problems_of(tree) == set()
    tree["members"][0][own] = []
    assert tree["members"][0][other]
    assert problems_of(tree) == {("bills[0].kind", code)}
    del tree["members"][0][own]
    assert problems_of(tree) == {("bills[0].kind", code)}
    # What cannot be read may be a disease.
    tree["members"][0][own] = [1]
    assert problems_of(tree) == {(f"members[0].{own}[0]", "type")}


def test_the_guardians_diseases_are_not_the_childs():
    tree = changed("bills.1.kind", "chronic_outpatient")
    assert problems_of(tree) == {("bills[1].kind", "no_chronic_disease")}
    tree["members"][2]["chronic_diseases"] = ["asthma"]
    assert problems_of(tree) == set()


@pytest.mark.parametrize(
    ("index", "birth_date", "accepted"),
    [
        (1, "2022-12-31", False),
        (1, "2023-01-01", True),
        (1, "2024-04-20", True),
        (1, "2025-01-01", False),
        (2, "2023-12-31", False),
        (2, "2024-01-01", True),
        (2, "2025-01-01", False),
    ],
)
def test_newborns_are_born_this_year(index, birth_date, accepted):
    tree = member(index, birth_date=birth_date)
    del tree["bills"][1]
    found = {pair for pair in problems_of(tree) if pair[1] != "born_after_payment"}
    problem = (f"members[{index}].birth_date", "newborn_not_born_this_year")
    assert found == (set() if accepted else {problem})


@pytest.mark.parametrize("ledger", [{}, {"basic_fund": "1.00"}])
def test_a_newborn_with_guardian_has_no_ledger_of_its_own(ledger):
    assert problems_of(member(2, used_before=ledger)) == {("members[2].used_before", "ledger_is_guardians")}


def test_checks_are_made_on_members_that_have_other_problems():
    tree = bill(kind="chronic_outpatient", service_date="1979-01-01")
    tree["members"][0] |= {"chronic_diseases": [], "tier": 7}
    assert problems_of(tree) == {
        ("members[0].tier", "enum"),
        ("bills[0].service_date", "born_after_service"),
        ("bills[0].kind", "no_chronic_disease"),
    }


def test_without_a_year_the_checks_that_need_none_are_made():
    tree = bill(settlement_date="2023-01-01") | {"policy_year": "2024"}
    assert problems_of(tree) == {
        ("policy_year", "type"),
        ("bills[0].settlement_date", "settled_before_service"),
    }
