"""Premium, surcharge and subsidy (R9, R10)."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from households import day, fen, member, policy_of, settle_member

from desktop_app.engine.case import ASSISTANCE_CATEGORIES, Member, NewbornIndependent, NotEnrolled
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Step

TIER_1 = {
    **dict.fromkeys(
        (
            "rural_retired_soldier_60",
            "disabled_soldier_7_10",
            "extreme_poverty",
            "orphan",
            "de_facto_unsupported_child",
        ),
        ("380", "400"),
    ),
    "minimum_living_allowance": ("342", "360"),
    **dict.fromkeys(
        (
            "low_income_margin",
            "illness_poverty_patient",
            "severe_disability",
            "returned_to_poverty",
            "unstable_out_of_poverty",
            "poverty_margin",
            "sudden_hardship",
        ),
        ("266", "280"),
    ),
}
NOT_STATED_ON_TIER_1 = ("martyr_family", "demobilized_veteran")


@pytest.mark.parametrize(
    ("year", "tier", "base"),
    [
        (2024, 1, "380"),
        (2024, 2, "755"),
        (2025, 1, "400"),
        (2025, 2, "775"),
        (2026, 1, "400"),
        (2026, 2, "775"),
    ],
)
def test_base_premium(year, tier, base) -> None:
    premium = settle_member(member(tier, year=year), year=year).premium
    assert (premium.base, premium.surcharge, premium.subsidy) == (fen(base), 0, 0)
    assert (premium.own_share, premium.category, premium.notices) == (fen(base), None, ())


@pytest.mark.parametrize(
    ("year", "paid", "surcharge"),
    [
        (2024, "2024-06-30", "0"),
        (2024, "2024-07-01", "670"),
        (2024, "2024-09-30", "670"),
        (2024, "2024-10-01", "0"),  # outside every window
        (2025, "2025-06-30", "0"),
        (2025, "2025-07-01", "700"),
        (2025, "2025-09-30", "700"),
        (2025, "2025-10-01", "0"),
        (2025, "2024-09-20", "0"),  # September of the year before
        (2026, "2026-06-30", "0"),
        (2026, "2026-07-01", "700"),
        (2026, "2026-09-30", "700"),
    ],
)
@pytest.mark.parametrize("tier", [1, 2])
def test_who_pays_from_july_to_september_bears_the_public_subsidy(year, paid, surcharge, tier) -> None:
    premium = settle_member(member(tier, paid=paid), year=year).premium
    assert premium.surcharge == fen(surcharge)
    assert premium.own_share == premium.base + fen(surcharge)


@pytest.mark.parametrize(
    ("born", "paid", "surcharge"),
    [
        ("2024-06-01", "2024-07-15", "0"),
        ("2024-05-01", "2024-07-30", "0"),  # 30 + 30 + 30: day 90
        ("2024-05-01", "2024-07-31", "670"),
    ],
)
def test_a_newborn_paid_in_time_owes_the_base_premium(born, paid, surcharge) -> None:
    who = member(born=born, enrolment=NewbornIndependent(day(paid)))
    premium = settle_member(who).premium
    assert (premium.base, premium.surcharge) == (fen("380"), fen(surcharge))


def test_a_birth_year_that_was_not_paid_shows_what_is_due() -> None:
    enrolment = NewbornIndependent(day("2025-01-20"))
    who = member(born="2024-12-10", enrolment=enrolment, assistance_categories=("orphan",))
    premium = settle_member(who).premium
    assert (premium.base, premium.surcharge, premium.subsidy) == (fen("380"), 0, fen("380"))


def test_a_payment_outside_every_window_shows_the_subsidy_too() -> None:
    who = member(2, paid="2024-10-01", assistance_categories=("minimum_living_allowance",))
    premium = settle_member(who).premium
    assert (premium.base, premium.surcharge, premium.own_share) == (fen("755"), 0, fen("375"))


@pytest.mark.parametrize("category", ASSISTANCE_CATEGORIES)
@pytest.mark.parametrize(("year", "column"), [(2024, 0), (2025, 1), (2026, 1)])
def test_subsidy_by_category(category, year, column) -> None:
    on_tier = {}
    for tier in (1, 2):
        who = member(tier, year=year, assistance_categories=(category,))
        on_tier[tier] = settle_member(who, year=year).premium
    if category in NOT_STATED_ON_TIER_1:
        assert (on_tier[1].subsidy, on_tier[1].category) == (0, None)
        assert on_tier[1].notices == ("no_subsidy_stated_for_tier",)
        assert (on_tier[2].subsidy, on_tier[2].own_share) == (on_tier[2].base, 0)
    else:
        assert (on_tier[1].subsidy, on_tier[1].category) == (fen(TIER_1[category][column]), category)
        assert on_tier[1].notices == ()
        assert on_tier[2].subsidy == (fen("380"), fen("400"))[column]
        # 375 whichever the year
    assert on_tier[2].own_share == (0 if category in NOT_STATED_ON_TIER_1 else fen("375"))
    assert (on_tier[2].category, on_tier[2].notices) == (category, ())


@pytest.mark.parametrize(
    ("tier", "categories", "chosen", "subsidy"),
    [
        (1, ("low_income_margin", "extreme_poverty"), "extreme_poverty", "380"),
        (1, ("extreme_poverty", "low_income_margin"), "extreme_poverty", "380"),
        (1, ("low_income_margin", "minimum_living_allowance"), "minimum_living_allowance", "342"),
        (1, ("orphan", "extreme_poverty"), "orphan", "380"),
        (1, ("extreme_poverty", "orphan"), "extreme_poverty", "380"),
        (1, ("martyr_family", "low_income_margin"), "low_income_margin", "266"),
        (2, ("orphan", "martyr_family"), "martyr_family", "755"),
        (2, ("demobilized_veteran", "martyr_family"), "demobilized_veteran", "755"),
        (2, ("low_income_margin", "extreme_poverty"), "low_income_margin", "380"),
    ],
)
def test_the_highest_subsidy_counts_and_of_equal_ones_the_first_named(
    tier, categories, chosen, subsidy
) -> None:
    premium = settle_member(member(tier, assistance_categories=categories)).premium
    assert (premium.category, premium.subsidy, premium.notices) == (chosen, fen(subsidy), ())


def test_no_subsidy_stated_by_any_category() -> None:
    premium = settle_member(member(assistance_categories=NOT_STATED_ON_TIER_1)).premium
    assert (premium.subsidy, premium.category) == (0, None)
    assert premium.notices == ("no_subsidy_stated_for_tier",)


def test_a_late_surcharge_is_borne_in_full() -> None:
    who = member(paid="2024-07-01", assistance_categories=("minimum_living_allowance",))
    premium = settle_member(who).premium
    assert (premium.base, premium.surcharge, premium.subsidy) == (fen("380"), fen("670"), fen("342"))
    assert premium.own_share == fen("708.00")


def test_who_is_not_enrolled_owes_nothing() -> None:
    who = member(enrolment=NotEnrolled(), assistance_categories=("martyr_family",))
    premium = settle_member(who).premium
    assert (premium.base, premium.surcharge, premium.subsidy, premium.own_share) == (0, 0, 0, 0)
    assert (premium.category, premium.notices, premium.steps) == (None, (), ())


def with_surcharge_from_new_year() -> Policy:
    """The pack of 2025, with the public subsidy to be borne by who pays from December to March."""
    policy = policy_of(2025)
    (surcharge,) = policy.premium.surcharges
    early = replace(surcharge, first=day("2024-12-01"), last=day("2025-03-31"))
    return replace(policy, premium=replace(policy.premium, surcharges=(early,)))


@pytest.mark.parametrize(
    ("paid", "surcharge"),
    [
        ("2025-01-20", "0"),  # in its second year, within 90 days
        ("2025-03-10", "0"),
        ("2025-03-11", "700"),  # day 91
        ("2024-12-20", "700"),  # the year before: like any resident (R7)
    ],
)
def test_a_newborns_second_year_is_spared_the_surcharge_where_r7_covers_it(paid, surcharge) -> None:
    who = member(born="2024-12-10", enrolment=NewbornIndependent(day(paid)))
    premium = settle_member(who, with_surcharge_from_new_year()).premium
    assert premium.surcharge == fen(surcharge)


# What the steps cite


def newborn(born: str, paid: str) -> Member:
    return member(born=born, enrolment=NewbornIndependent(day(paid)))


def cited(steps: Iterable[Step]) -> set[str]:
    return {basis.id for step in steps for basis in step.provisions}


@pytest.mark.parametrize(
    ("who", "provisions"),
    [
        (member(), set()),
        (member(assistance_categories=("orphan",)), set()),
        (member(assistance_categories=("orphan", "extreme_poverty")), {"highest_subsidy"}),
        (member(paid="2024-07-01"), set()),
        (member(paid="2024-07-01", assistance_categories=("orphan",)), {"surcharge_borne_in_full"}),
        (member(paid="2024-10-01"), {"outside_windows_base_premium"}),
        (
            newborn("2024-06-01", "2024-07-15"),
            {"newborn_base_premium"},
        ),
        (newborn("2024-06-01", "2024-06-15"), set()),
    ],
)
def test_a_premium_cites_the_readings_it_rests_on(who, provisions) -> None:
    assert cited(settle_member(who).premium.steps) == provisions
