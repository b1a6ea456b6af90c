"""Only S0 gives major outpatient the inpatient rates: stated for 2025, carried over in 2024 and the draft."""

import pytest
from households import bill, fen, member, settle_all

from desktop_app.engine.assumptions import assumptions, used_bases

BORN = {"an adult": "1980-05-01", "a child": "2015-01-01"}


@pytest.mark.parametrize("born", BORN.values(), ids=BORN)
@pytest.mark.parametrize("kind", ["major_outpatient", "negotiated_drug"])
@pytest.mark.parametrize(
    ("year", "standing"), [(2024, "carried_over"), (2025, "stated"), (2026, "carried_over")]
)
def test_the_inpatient_rates_of_major_outpatient_rest_on_s0(year, standing, kind, born) -> None:
    who = member(born=born, year=year, major_diseases=("dialysis",))
    settlement = settle_all(who, [bill(kind, "2300", 2, on=f"{year}-05-06")], year=year)
    # Level 2, tier 1: (2,300 − 300) × 70 % = 1,400; a minor has 75 %: 1,500.
    assert settlement.bills[0].basic_fund == fen("1400" if born == BORN["an adult"] else "1500")
    used = {each.basis.id: each.basis for each in used_bases(settlement)}
    basis = used["major_at_inpatient_rates"]
    assert (basis.rule, basis.source, basis.standing) == ("R18", "S0", standing)
    listed = [each.basis.id for each in assumptions(settlement)].count("major_at_inpatient_rates")
    assert listed == (standing != "stated")


@pytest.mark.parametrize("kind", ["inpatient", "caesarean"])
def test_a_stay_does_not_rest_on_it(kind) -> None:
    settlement = settle_all(member(), [bill(kind, "2300", 2)])
    assert "major_at_inpatient_rates" not in {each.basis.id for each in used_bases(settlement)}
