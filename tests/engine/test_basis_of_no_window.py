"""A payment in no window leaves a member uncovered: what no source states of the windows is an assumption."""

import pytest
from households import day, fen, member, settle_all

from desktop_app.engine.assumptions import assumptions
from desktop_app.engine.case import NewbornIndependent

NO_WINDOW = "outside_windows_base_premium"
WINDOWS = {f"enrolment.window.{each}" for each in ("concentrated", "new_year", "late")}


@pytest.mark.parametrize(
    ("year", "paid", "rests_on"),
    [
        (2024, "2024-10-01", set()),  # S2 states all three windows
        (2025, "2025-10-01", {"enrolment.window.late"}),  # S3's, its last day carried over
        (2025, "2024-09-12", {"enrolment.window.late"}),
        (2026, "2026-10-01", WINDOWS),  # a draft carries them all over
    ],
)
def test_no_coverage_outside_the_windows_rests_on_them(year, paid, rests_on) -> None:
    settlement = settle_all(member(year=year, paid=paid), (), year=year)
    (result,) = settlement.members
    assert (result.coverage.begin, result.coverage.reason) == (None, "paid_outside_windows")
    assert [step.kind.code for step in result.coverage.steps] == ["outside_windows"]
    found = [used.basis.id for used in assumptions(settlement)]
    assert {each for each in found if each.startswith("enrolment.")} == rests_on
    assert NO_WINDOW in found
    assert len(found) == len(set(found))
    # Tier 1, no surcharge outside the windows: 380 in 2024, 400 after.
    assert result.premium.own_share == fen("380" if year == 2024 else "400")


def test_a_newborn_paid_too_late_and_in_no_window_says_both() -> None:
    # Born on 2 July 2025, + 90 days = 30 September; paid the day after, when the last window has closed.
    child = member(born="2025-07-02", enrolment=NewbornIndependent(day("2025-10-01"), False))
    (result,) = settle_all(child, (), year=2025).members
    assert [step.kind.code for step in result.coverage.steps] == ["newborn_last_day", "outside_windows"]
    assert result.coverage.steps[0].amount == day("2025-09-30")


def test_a_payment_within_a_window_does_not_rest_on_the_others() -> None:
    # Paid on 30 September 2025, + 90 days = 29 December.
    settlement = settle_all(member(year=2025, paid="2025-09-30"), (), year=2025)
    assert settlement.members[0].coverage.begin == day("2025-12-29")
    assert "outside_windows" not in {step.kind.code for step in settlement.members[0].coverage.steps}
