"""How sure each value is, year by year, as the rules say it."""

import re

import pytest
from doctored import values
from pack_files import policy_of

from desktop_app.engine.policy import Basis

CARRIED_2024 = {"chronic.rate", "chronic.limit", "chronic.limit_per_further_disease"}
INTERPRETED = {"minor.adult_age", "outpatient.minor_institution_rate"}
SECONDARY_2025 = {
    *("premium.surcharge.july_to_september", "premium.subsidy", "enrolment.window.late"),
    *("critical_illness.ordinary.threshold", "critical_illness.assisted.threshold"),
}
# The table of R12 in the guide for 2025 is headed 2023, so only the leaflet for 2024 states it.
CARRIED_2025 = {
    *("inpatient.deductible", "inpatient.rate", "tcm.deductible_level", "tcm.points"),
    *("critical_illness.assisted.rate", "critical_illness.assisted.cap"),
    *("maternity.prenatal_limit", "maternity.natural_delivery", "maternity.caesarean_minimum"),
}
STATED_PROVISIONS_2024 = {
    *("newborn_from_birth", "guardian_outpatient", "newborn_base_premium", "highest_subsidy"),
    *("minor_institution_as_level_2", "shared_basic_cap"),
}
CARRIED_PROVISIONS_2024 = {
    "major_at_inpatient_rates",
    "newborn_across_new_year",
    "newborn_with_guardian",
    "no_minor_points_with_guardian",
}
CARRIED_PROVISIONS_2025 = {"guardian_outpatient", "newborn_base_premium", "highest_subsidy"}


def bases(year: int) -> dict[str, Basis]:
    policy = policy_of(year)
    found = {value.basis.id: value.basis for value in values(policy)}
    return found | {window.basis.id: window.basis for window in policy.enrolment.windows}


def standing(year: int, name: str) -> set[str]:
    return {key for key, basis in bases(year).items() if basis.standing == name}


def provisions(year: int) -> dict[str, Basis]:
    all_of_them = policy_of(year).provisions
    return {name: getattr(all_of_them, name) for name in type(all_of_them).__slots__}


def provisions_standing(year: int, name: str) -> set[str]:
    return {key for key, basis in provisions(year).items() if basis.standing == name}


def test_2024():
    assert standing(2024, "carried_over") == CARRIED_2024
    assert standing(2024, "interpreted") == INTERPRETED | {"premium.surcharge.july_to_september"}
    assert standing(2024, "secondary") == set()


def test_2025():
    assert standing(2025, "interpreted") == INTERPRETED
    assert standing(2025, "secondary") == SECONDARY_2025
    assert standing(2025, "carried_over") == CARRIED_2025 - {"critical_illness.assisted.cap"}


def test_2026_is_carried_over_but_for_the_threshold():
    thresholds = {"critical_illness.ordinary.threshold", "critical_illness.assisted.threshold"}
    assert standing(2026, "secondary") == thresholds
    assert standing(2026, "carried_over") == set(bases(2026)) - thresholds


def test_provisions():
    assert provisions_standing(2024, "stated") == STATED_PROVISIONS_2024
    assert provisions_standing(2024, "carried_over") == CARRIED_PROVISIONS_2024
    stated = STATED_PROVISIONS_2024 - CARRIED_PROVISIONS_2025 | CARRIED_PROVISIONS_2024
    assert provisions_standing(2025, "stated") == stated
    assert provisions_standing(2025, "carried_over") == CARRIED_PROVISIONS_2025
    assert provisions_standing(2026, "carried_over") == stated | CARRIED_PROVISIONS_2025
    for year in (2024, 2025, 2026):
        assert provisions_standing(year, "secondary") == set()
        assert provisions_standing(year, "interpreted") == provisions_standing(2024, "interpreted")


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_what_no_source_states_says_why_in_both_languages(year: int):
    for basis in bases(year).values():
        if basis.standing != "stated":
            assert re.search(r"[一-鿿]", basis.text)
            assert re.search(r"[a-z]", basis.text_en)
    for name, basis in provisions(year).items():
        assert basis.id == name
        assert re.search(r"[一-鿿]", basis.text)
    english = [basis.text_en for basis in (*bases(year).values(), *provisions(year).values())]
    assert not any(re.search(r"[　-鿿！-～]", text) for text in english)


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_secondary_values_name_the_weaker_material(year: int):
    for key in standing(year, "secondary"):
        assert bases(year)[key].source == ("S3" if key == "enrolment.window.late" else "P")


def test_the_last_day_of_2025_is_known_to_be_carried_over():
    late = policy_of(2025).enrolment.windows[2].basis
    assert "沿用2024年" in late.text
    assert "carried over from 2024" in late.text_en
