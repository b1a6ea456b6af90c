"""What an answer rests on: every value and provision it used, each once."""

from datetime import date

import pytest
from households import bill, fen, member, settle_all, settle_one

from desktop_app.engine.assumptions import assumptions, used_bases

ADULT, CHILD = "1980-05-01", "2015-01-01"


def test_an_adult_without_bills_rests_on_what_sources_state() -> None:
    settlement = settle_all(member(), ())
    assert assumptions(settlement) == ()
    rules = {used.basis.rule: [each.figure for each in used.values] for used in used_bases(settlement)}
    assert rules == {"R5": [date(2024, 1, 1)], "R9": [fen("380")]}


def test_a_stay_rests_on_the_readings_it_needed_each_once() -> None:
    stays = [bill("inpatient", "1800", id_="b1"), bill("inpatient", "1800", id_="b2")]
    found = assumptions(settle_all(member(), stays))
    assert sorted(used.basis.rule for used in found) == ["R12", "R2", "R20", "R4", "R6"]
    assert all(used.basis.standing == "interpreted" and used.values == () for used in found)


def test_values_of_a_table_are_listed_once_with_their_basis() -> None:
    stays = [bill("inpatient", "1800", level, id_=f"b{at}") for at, level in enumerate((3, 2, 2))]
    used = {each.basis.id: each for each in used_bases(settle_all(member(), stays))}
    assert [each.figure for each in used["inpatient.deductible"].values] == [80000, 30000]
    assert [each.place for each in used["inpatient.rate"].values] == ["tier_1.level_3", "tier_1.level_2"]


def test_carried_over_and_secondary_values_of_another_year_are_assumptions() -> None:
    stay = bill("inpatient", "1800", 3, on="2025-05-06", at="tcm")
    found = {used.basis.id: used for used in assumptions(settle_all(member(year=2025), [stay], year=2025))}
    # Only the leaflet of 2024 says R13; the threshold of 2025 is no source's.
    assert found["tcm.deductible_level"].basis.standing == "carried_over"
    assert [each.figure for each in found["critical_illness.ordinary.threshold"].values] == [1879700]
    assert found["critical_illness.ordinary.threshold"].basis.standing == "secondary"


ALWAYS = {"settlement_year", "covered_on_service_date", "eligible_expense"}
SHARED = {*ALWAYS, "critical_illness_base", "shared_basic_cap"}
STAY = {*SHARED, "deductible_each_admission"}
MAJOR = {*SHARED, "major_at_inpatient_rates", "major_deductible_once_a_year"}
MINOR = "minor_on_service_date"
ONE = {"chronic_diseases": ("a",), "major_diseases": ("a",)}
TWO = {"chronic_diseases": ("a",), "major_diseases": ("b",)}


@pytest.mark.parametrize(
    ("born", "diseases", "what", "provisions"),
    [
        (ADULT, ONE, bill("inpatient", "1800"), STAY),
        (
            CHILD,
            ONE,
            bill("inpatient", "1800"),
            {*STAY, MINOR},
        ),
        (
            ADULT,
            ONE,
            bill("inpatient", "1800", at="tcm", tcm="1"),
            {*STAY, "tcm_parts"},
        ),
        (ADULT, ONE, bill("caesarean", "1800"), {*STAY, "caesarean_top_up"}),
        (ADULT, ONE, bill("major_outpatient", "1800"), MAJOR),
        (
            CHILD,
            ONE,
            bill("major_outpatient", "1800"),
            {*MAJOR, MINOR, "minor_points_for_major"},
        ),
        (ADULT, ONE, bill("negotiated_drug", "1800"), {*MAJOR, "negotiated_drug_as_major"}),
        (ADULT, ONE, bill("chronic_outpatient", "100"), ALWAYS),
        (ADULT, TWO, bill("chronic_outpatient", "100"), {*ALWAYS, "every_special_disease_counts"}),
        (CHILD, ONE, bill("chronic_outpatient", "100"), {*ALWAYS, "no_minor_points_for_chronic"}),
        (ADULT, ONE, bill("outpatient", "100", 1), ALWAYS),
        (ADULT, ONE, bill("outpatient", "100", 3, at="children"), ALWAYS),
        (
            CHILD,
            ONE,
            bill("outpatient", "100", 3, at="children"),
            {*ALWAYS, "minor_institution_as_level_2", MINOR},
        ),
        (ADULT, ONE, bill("prenatal", "100"), {*ALWAYS, "prenatal_per_year"}),
        (ADULT, ONE, bill("natural_delivery", "100"), {*ALWAYS, "delivery_at_most_total"}),
    ],
)
def test_a_bill_cites_the_readings_it_rests_on(born, diseases, what, provisions) -> None:
    steps = settle_one(member(born=born, **diseases), what).steps
    assert {basis.id for step in steps for basis in step.provisions} == provisions
