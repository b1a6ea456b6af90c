"""The same bill elsewhere: amounts worked out by hand from R11 to R16, and later bills that follow."""

from datetime import date

import pytest
from households import policy_of

from desktop_app.engine.case import Bill, Case, Institution, Member, Standard
from desktop_app.engine.ledger import Ledger
from desktop_app.planning.elsewhere import elsewhere, least

POLICY = policy_of(2024)
ADULT = Member("m1", date(1980, 5, 1), Standard(date(2023, 11, 2)), 1)
CHILD = Member("m1", date(2016, 5, 1), Standard(date(2023, 11, 2)), 1)


def bill(
    kind="inpatient", level=3, type_="general", total=20_000_00, id_="b1", day=date(2024, 3, 2), **fields
):
    return Bill(id_, "m1", kind, day, day, Institution(level, type_), total, **fields)


def places(*bills, member=ADULT):
    return elsewhere(Case(2024, (member,), bills), "b1", POLICY)


def amounts(found):
    return {
        (place.institution.level, place.institution.type): (
            place.result.deductible,
            place.result.basic_fund,
            place.result.out_of_pocket,
            place.difference,
        )
        for place in found
    }


def test_a_stay_at_each_level_general_and_tcm():
    # Tier 1, eligible 20,000. TCM institutions of level 2 and 3 have the deductible of the level below (R13).
    assert amounts(places(bill())) == {
        (1, "general"): (100_00, 15_920_00, 4_080_00, -6_320_00),
        (1, "tcm"): (100_00, 15_920_00, 4_080_00, -6_320_00),
        (2, "general"): (300_00, 13_790_00, 6_210_00, -4_190_00),
        (2, "tcm"): (100_00, 13_930_00, 6_070_00, -4_330_00),
        (3, "general"): (800_00, 9_600_00, 10_400_00, 0),
        (3, "tcm"): (300_00, 9_850_00, 10_150_00, -250_00),
    }


def test_where_the_bill_was_is_marked_once():
    found = places(bill(level=2, type_="tcm"))
    assert [place.institution for place in found if place.own] == [Institution(2, "tcm")]
    assert len(found) == 6


def test_tcm_drugs_get_their_points_at_tcm_institutions_only():
    found = amounts(places(bill(level=2, total=10_300_00, tcm_eligible=5_150_00)))
    # General: 70 % of 10,000. TCM: deductible 100, half on each part; 70 % of 5,100 and 80 % of 5,100.
    assert found[2, "general"][1] == 7_000_00
    assert found[2, "tcm"][1] == 3_570_00 + 4_080_00


def test_a_childrens_hospital_has_a_line_of_its_own():
    found = places(bill("outpatient", 3, "children", 500_00), member=CHILD)
    assert [(place.institution.level, place.institution.type) for place in found] == [
        (1, "general"), (1, "tcm"), (2, "general"), (2, "tcm"), (3, "children"), (3, "general"), (3, "tcm"),
    ]  # fmt: skip
    by_place = amounts(found)
    # As level 2: 40 % above 200. Level 1: 60 %. A general hospital of level 3 pays nothing.
    assert by_place[3, "children"] == (200_00, 120_00, 380_00, 0)
    assert by_place[1, "general"] == (0, 300_00, 200_00, -180_00)
    assert by_place[3, "general"] == (0, 0, 500_00, 120_00)
    [not_paid] = {place.result.reason for place in found if place.institution == Institution(3)}
    assert not_paid == "level_3_outpatient"


def test_a_later_bill_on_the_ledger_follows():
    # 79,000 of the basic cap of 80,000 are used; each level leaves another rest of it to the later bill.
    member = Member("m1", ADULT.birth_date, ADULT.enrolment, 1, used_before=Ledger(basic_fund=79_000_00))
    day = date(2024, 5, 2)  # this one pays 800 where there is room
    later = Bill("b2", "m1", "inpatient", day, day, Institution(1), 1_100_00)
    found = amounts(places(bill(level=3, total=1_800_00), later, member=member))
    # Level 3 pays 500 and leaves 500 of the 800; level 1 would pay 1,000 (1,360 cut) and leave nothing.
    assert found[3, "general"][1] == 500_00
    assert found[1, "general"][1] == 1_000_00
    # The bill 500 less, the later bill 500 more.
    assert found[1, "general"][3] == 0


def test_the_least_is_where_the_bill_was_if_nothing_is_gained():
    uncovered = Member("m1", ADULT.birth_date, Standard(date(2023, 1, 1)), 1)
    found = places(bill(), member=uncovered)
    assert {place.difference for place in found} == {0}
    assert least(found).own
    assert least(places(bill())).institution == Institution(1)


def test_an_unknown_bill_is_a_key_error():
    with pytest.raises(KeyError):
        elsewhere(Case(2024, (ADULT,), ()), "b1", POLICY)
