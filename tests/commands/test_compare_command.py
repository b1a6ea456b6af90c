"""``compare``: the options of every member, in the order of the format, with amounts worked out by hand."""

import json
from copy import deepcopy

import pytest

from desktop_app.__main__ import main

STAY = {
    "id": "b1",
    "member": "m1",
    "kind": "inpatient",
    "service_date": "2024-03-02",
    "settlement_date": "2024-03-10",
    "institution": {"level": 3},
    "total": "20000.00",
}
MOTHER = {
    "id": "m1",
    "birth_date": "1990-05-01",
    "tier": 1,
    "enrolment": {"kind": "standard", "paid_on": "2023-11-02"},
}
CHILD = {
    "id": "m2",
    "birth_date": "2024-03-09",
    "tier": 2,
    "enrolment": {"kind": "newborn_independent", "paid_on": "2024-04-20"},
    "used_before": {"outpatient_paid": "10.00"},
}


def household(*members, bills=()):
    case = {"format": "yuyisuan-case/1", "policy_year": 2024, "members": members, "bills": bills}
    return deepcopy(case)


@pytest.fixture
def compared(tmp_path, capfdbinary):
    def compare(case, status=0):
        path = tmp_path / "case.json"
        path.write_text(json.dumps(case), encoding="utf-8")
        assert main(["compare", str(path)]) == status
        return json.loads(capfdbinary.readouterr().out)

    return compare


def options(answer, row):
    return [option["option"] for option in answer["members"][row]["options"]]


def test_one_adult_with_one_stay(compared):
    answer = compared(household(MOTHER, bills=[STAY]))
    assert list(answer) == ["format", "policy_year", "pack", "members"]
    assert (answer["format"], answer["policy_year"]) == ("yuyisuan-comparison/1", 2024)
    assert answer["pack"]["id"] == "chongqing-resident-2024"
    # Level 3: 800 deductible; 50 % of 19,200 = 9,600 paid on tier 1, 55 % = 10,560 on tier 2; below 17,833.
    assert answer["members"] == [
        {
            "id": "m1",
            "current": "tier_1",
            "options": [
                {
                    "option": "tier_1",
                    "premium_own_share": "380.00",
                    "out_of_pocket": "10400.00",
                    "cost": "10780.00",
                },
                {
                    "option": "tier_2",
                    "premium_own_share": "755.00",
                    "out_of_pocket": "9440.00",
                    "cost": "10195.00",
                },
            ],
            "cheapest": "tier_2",
            "saving": "585.00",
        }
    ]


def test_every_amount_is_the_whole_households(compared):
    answer = compared(household(MOTHER, CHILD, bills=[STAY]))
    child = answer["members"][1]
    assert options(answer, 1) == ["tier_1", "tier_2", "with_guardian:m1"]
    # The mother's 10,400 stay; premiums 380 + 380, 380 + 755, and hers alone with a guardian.
    assert [option["cost"] for option in child["options"]] == ["11160.00", "11535.00", "10780.00"]
    assert (child["current"], child["cheapest"], child["saving"]) == ("tier_2", "with_guardian:m1", "755.00")


def test_a_dependent_newborn_is_enrolled_on_the_last_day_in_time_for_a_tier_of_its_own(compared):
    # Born on 20 November 2024: day 90 is 18 February 2025; the birth year's premium is paid as well.
    child = CHILD | {
        "birth_date": "2024-11-20",
        "enrolment": {"kind": "newborn_with_guardian", "guardian": "m1"},
    }
    del child["tier"], child["used_before"]
    stay = STAY | {"id": "b2", "member": "m2", "service_date": "2024-12-01", "settlement_date": "2024-12-05"}
    answer = compared(household(MOTHER, child, bills=[stay]))
    assert options(answer, 1) == ["tier_1", "tier_2", "with_guardian:m1"]
    first, second, guarded = answer["members"][1]["options"]
    # Minor: 55 % and 60 % of 19,200; with guardian the guardian's 50 % and no points.
    assert (first["out_of_pocket"], first["premium_own_share"]) == ("9440.00", "760.00")
    assert (second["out_of_pocket"], second["premium_own_share"]) == ("8480.00", "1135.00")
    assert (guarded["out_of_pocket"], guarded["premium_own_share"]) == ("10400.00", "380.00")
    assert answer["members"][1]["current"] == "with_guardian:m1"
    # The guardian's tier is the child's too: 45 % of 19,200 and 800.
    assert answer["members"][0]["options"][1]["out_of_pocket"] == "9440.00"


def test_who_may_be_a_guardian(compared):
    minor = MOTHER | {"id": "minor", "birth_date": "2006-03-10"}
    just_adult = MOTHER | {"id": "adult", "birth_date": "2006-03-09"}
    late = MOTHER | {"id": "late", "enrolment": {"kind": "standard", "paid_on": "2024-12-30"}}
    nobody = MOTHER | {"id": "nobody", "enrolment": {"kind": "none"}}
    twin = {
        "id": "twin",
        "birth_date": "2024-03-09",
        "enrolment": {"kind": "newborn_with_guardian", "guardian": "m1"},
    }
    answer = compared(household(nobody, just_adult, CHILD, late, minor, twin, MOTHER))
    assert options(answer, 2) == ["tier_1", "tier_2", "with_guardian:adult", "with_guardian:m1"]
    assert options(answer, 0) == []
    assert (answer["members"][0]["current"], answer["members"][0]["cheapest"]) == (None, None)
    assert answer["members"][0]["saving"] == "0.00"
    assert options(answer, 1) == ["tier_1", "tier_2"]


def test_the_current_guardian_is_listed_in_any_case(compared):
    uninsured = MOTHER | {"enrolment": {"kind": "none"}}
    child = {
        "id": "m2",
        "birth_date": "2024-03-09",
        "enrolment": {"kind": "newborn_with_guardian", "guardian": "m1"},
    }
    assert options(compared(household(uninsured, child)), 1) == ["tier_1", "tier_2", "with_guardian:m1"]


def test_a_child_who_is_itself_a_guardian_is_offered_none(compared):
    other = {
        "id": "m3",
        "birth_date": "2024-06-09",
        "enrolment": {"kind": "newborn_with_guardian", "guardian": "m2"},
    }
    answer = compared(household(MOTHER, CHILD, other))
    assert options(answer, 1) == ["tier_1", "tier_2"]
    assert options(answer, 2) == ["tier_1", "tier_2", "with_guardian:m1", "with_guardian:m2"]


def test_a_child_of_the_year_before_chooses_a_tier_only(compared):
    child = CHILD | {"birth_date": "2023-12-20", "enrolment": CHILD["enrolment"] | {"paid_on": "2024-02-01"}}
    assert options(compared(household(MOTHER, child)), 1) == ["tier_1", "tier_2"]


def test_between_equal_costs_the_current_option_is_the_cheapest(compared):
    # 三属: all of tier 2 subsidised; 孤儿: all of tier 1.
    free = MOTHER | {"tier": 2, "assistance_categories": ["martyr_family", "orphan"]}
    answer = compared(household(free))
    assert [option["cost"] for option in answer["members"][0]["options"]] == ["0.00", "0.00"]
    assert (answer["members"][0]["cheapest"], answer["members"][0]["saving"]) == ("tier_2", "0.00")


def test_a_case_with_errors_is_refused(compared):
    answer = compared(household(MOTHER, MOTHER), status=1)
    assert answer["format"] == "yuyisuan-errors/1"
    assert [(error["path"], error["code"]) for error in answer["errors"]] == [
        ("members[1].id", "duplicate_id")
    ]


def test_a_case_with_unknown_amounts_is_refused(compared):
    stay = STAY | {"unknown": {"fully_self_paid": {"from": "0", "to": "100"}}}
    errors = compared(household(MOTHER, bills=[stay]), status=1)["errors"]
    assert [(error["path"], error["code"]) for error in errors] == [
        ("bills[0].unknown.fully_self_paid", "unknown_amount")
    ]
