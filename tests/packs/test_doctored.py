from doctored import doctored, values
from pack_files import policy_of


def test_every_figure_and_every_day_differs_from_the_shipped_pack():
    for year in (2024, 2025, 2026):
        shipped = policy_of(year)
        other = doctored(shipped)
        before = {(value.basis.id, value.place): value.figure for value in values(shipped)}
        after = {(value.basis.id, value.place): value.figure for value in values(other)}
        assert len(before) == len(values(shipped))
        assert all(after[key] != figure for key, figure in before.items())
        for one, two in zip(shipped.enrolment.windows, other.enrolment.windows, strict=True):
            assert (one.first, one.last) != (two.first, two.last)
        assert set(shipped.critical_illness.assisted_categories).isdisjoint(
            other.critical_illness.assisted_categories
        )
        assert set(shipped.outpatient.minor_institution_types).isdisjoint(
            other.outpatient.minor_institution_types
        )


def test_what_no_source_gives_a_figure_for_has_one():
    other = doctored(policy_of(2024))
    assert other.critical_illness.assisted.cap is not None
    assert all(amount is not None for row in other.premium.subsidy.values() for amount in row.values())
    assert all(value.figure <= 100_00 for value in values(other) if value.unit == "percent")
