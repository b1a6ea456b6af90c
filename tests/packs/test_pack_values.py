"""Every value of the shipped packs against the rules, written out by hand."""

from datetime import date

import pytest
from doctored import values
from pack_files import policy_of

from desktop_app.engine.policy import AfterDays, FixedDate, NextMonth

YEARS = (2024, 2025, 2026)
LEVELS = ("level_1", "level_2", "level_3")
FULL = (
    *("rural_retired_soldier_60", "disabled_soldier_7_10", "extreme_poverty", "orphan"),
    "de_facto_unsupported_child",
)
TIER_2_ONLY = ("martyr_family", "demobilized_veteran")
SEVEN_TENTHS = (
    *("low_income_margin", "illness_poverty_patient", "severe_disability", "returned_to_poverty"),
    *("unstable_out_of_poverty", "poverty_margin", "sudden_hardship"),
)

# Table, and its figures in yuan, per cent or what the unit says, by level or tier where there are several.
ALIKE: dict[str, tuple[float, ...]] = {
    "minor.adult_age": (18,),
    "minor.points": (5,),
    "enrolment.newborn_days": (90,),
    "outpatient.rate": (60, 40, 0),
    "outpatient.deductible": (0, 200, 0),
    "outpatient.limit": (300, 500),
    "outpatient.minor_institution_level": (2,),
    "outpatient.minor_institution_rate": (40,),
    "inpatient.deductible": (100, 300, 800),
    "inpatient.rate": (80, 70, 50, 85, 75, 55),
    "inpatient.basic_cap": (80_000, 120_000),
    "tcm.deductible_level": (1, 1, 2),
    "tcm.points": (10,),
    "chronic.rate": (80, 60, 40),
    "chronic.limit": (1000,),
    "chronic.limit_per_further_disease": (200,),
    "critical_illness.ordinary.rate": (60,),
    "critical_illness.ordinary.cap": (200_000,),
    "critical_illness.assisted.rate": (65,),
    "maternity.prenatal_limit": (300,),
    "maternity.natural_delivery": (600,),
    "maternity.caesarean_minimum": (600,),
}
BY_YEAR: dict[str, dict[int, tuple[float, ...]]] = {
    "premium.base": {2024: (380, 755), 2025: (400, 775), 2026: (400, 775)},
    "premium.surcharge.july_to_september": {2024: (670,), 2025: (700,), 2026: (700,)},
    "critical_illness.ordinary.threshold": {2024: (17_833,), 2025: (18_797,), 2026: (19_856,)},
    "critical_illness.assisted.threshold": {2024: (8_916.5,), 2025: (9_398.5,), 2026: (9_928,)},
}


def figures(year: int) -> dict[str, tuple[float, ...]]:
    """All figures of a pack but the subsidies and the windows, in yuan, per cent or as the unit says."""
    tables: dict[str, tuple[float, ...]] = {}
    for value in values(policy_of(year)):
        scale = 100 if value.unit in ("yuan", "percent") else 1
        if value.basis.id != "premium.subsidy" and not value.basis.id.startswith("enrolment.window"):
            before = tables.get(value.basis.id, ())
            tables[value.basis.id] = (*before, value.figure / scale)
    return tables


@pytest.mark.parametrize("year", YEARS)
def test_every_figure(year: int):
    assert figures(year) == ALIKE | {table: by_year[year] for table, by_year in BY_YEAR.items()}


@pytest.mark.parametrize("year", YEARS)
def test_a_place_names_the_figure_of_a_table(year: int):
    policy = policy_of(year)
    assert [policy.inpatient.rate[2][level].place for level in (1, 2, 3)] == [f"tier_2.{at}" for at in LEVELS]
    assert policy.inpatient.deductible[3].place == "level_3"
    assert policy.premium.base[1].place == "tier_1"
    assert policy.premium.surcharges[0].amount.place == ""
    assert policy.inpatient.rate[2][3].figure == 5_500
    assert policy.chronic.rate[3].figure == 4_000
    assert policy.tcm.deductible_level[3].figure == 2
    places = [(value.basis.id, value.place) for value in values(policy)]
    assert len(places) == len(set(places))


@pytest.mark.parametrize(
    ("year", "full", "tier_2", "nine_tenths", "seven_tenths"),
    [(2024, 380, 755, 342, 266), (2025, 400, 775, 360, 280), (2026, 400, 775, 360, 280)],
)
def test_subsidies(year: int, full: int, tier_2: int, nine_tenths: int, seven_tenths: int):
    expected: dict[str, tuple[int | None, int]] = dict.fromkeys(FULL, (full, full))
    expected |= dict.fromkeys(TIER_2_ONLY, (None, tier_2))
    expected |= dict.fromkeys(SEVEN_TENTHS, (seven_tenths, full))
    expected["minimum_living_allowance"] = (nine_tenths, full)
    found = {
        category: tuple(amount and amount.figure // 100 for amount in row.values())
        for category, row in policy_of(year).premium.subsidy.items()
    }
    assert found == expected
    orphan = policy_of(year).premium.subsidy["orphan"][2]
    assert orphan is not None
    assert orphan.place == "orphan.tier_2"


@pytest.mark.parametrize(
    ("year", "concentrated", "new_year", "late"),
    [
        (2024, ("2023-10-11", "2023-12-31"), ("2024-01-01", "2024-02-29"), ("2024-03-01", "2024-09-30")),
        (2025, ("2024-09-13", "2024-12-31"), ("2025-01-01", "2025-02-28"), ("2025-03-01", "2025-09-30")),
        (2026, ("2025-09-13", "2025-12-31"), ("2026-01-01", "2026-02-28"), ("2026-03-01", "2026-09-30")),
    ],
)
def test_windows(year: int, concentrated: tuple[str, str], new_year: tuple[str, str], late: tuple[str, str]):
    windows = policy_of(year).enrolment.windows
    assert [(str(window.first), str(window.last)) for window in windows] == [concentrated, new_year, late]
    fixed, month, days = (window.begin for window in windows)
    assert isinstance(fixed, FixedDate)
    assert fixed.date.figure == date(year, 1, 1)
    assert isinstance(month, NextMonth)
    assert isinstance(days, AfterDays)
    assert days.days.figure == 90
    (surcharge,) = policy_of(year).premium.surcharges
    assert (surcharge.first, surcharge.last) == (date(year, 7, 1), date(year, 9, 30))


@pytest.mark.parametrize("year", YEARS)
def test_lists(year: int):
    policy = policy_of(year)
    assert policy.critical_illness.assisted.cap is None
    assert policy.critical_illness.assisted_categories == (
        *("extreme_poverty", "minimum_living_allowance", "returned_to_poverty"),
    )
    assert policy.outpatient.minor_institution_types == ("children", "maternal_child")
    assert [(disease.code, disease.name) for disease in policy.chronic_diseases] == [
        ("hypertension", "高血压"),
        ("diabetes", "糖尿病"),
        ("coronary_heart_disease", "冠心病"),
    ]
    assert [(disease.code, disease.name) for disease in policy.major_diseases] == [
        ("hemophilia", "血友病"),
        ("malignant_tumour", "恶性肿瘤放化疗"),
        ("dialysis", "肾透析"),
    ]
    assert len(policy.conflicts) == 8
    assert len(policy.not_computed) == 5
    assert [source.id for source in policy.sources] == ["S0", "S1", "S2", "S3", "P"]
