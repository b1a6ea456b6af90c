"""Special-disease outpatient, chronic and major, and negotiated drugs (R17 to R19)."""

import pytest
from households import bill, fen, member, settle_all, settle_bills, settle_one, used

CHRONIC = {"chronic_diseases": ("hypertension",)}
MAJOR = {"major_diseases": ("dialysis",)}


# Chronic


@pytest.mark.parametrize("tier", [1, 2])
@pytest.mark.parametrize(("level", "paid"), [(1, "80.00"), (2, "60.00"), (3, "40.00")])
def test_chronic_rate_by_level_without_deductible_on_both_tiers(tier, level, paid) -> None:
    result = settle_one(member(tier, **CHRONIC), bill("chronic_outpatient", "100", level))
    assert (result.deductible, result.basic_fund) == (0, fen(paid))


@pytest.mark.parametrize("born", ["1980-01-01", "2015-01-01"])
def test_minors_get_no_points_for_chronic_diseases(born) -> None:
    assert settle_one(member(born=born, **CHRONIC), bill("chronic_outpatient", "100", 3)).rate == 4000


@pytest.mark.parametrize(
    ("chronic", "major", "limit"),
    [
        (("hypertension",), (), 1000),
        (("hypertension", "diabetes"), (), 1200),
        (("hypertension", "diabetes", "coronary_heart_disease"), (), 1400),
        (("hypertension", "hypertension"), (), 1000),
        (("hypertension", "diabetes", "hypertension"), (), 1200),
        (("hypertension",), ("dialysis",), 1200),
        (("hypertension",), ("dialysis", "hemophilia", "dialysis"), 1400),
        (("lupus",), ("lupus",), 1000),
    ],
)
def test_the_chronic_limit_grows_with_each_distinct_special_disease(chronic, major, limit) -> None:
    who = member(chronic_diseases=chronic, major_diseases=major)
    at = limit * 100 * 10 // 8  # 80 % of it is the limit
    for eligible, paid, cut in (
        (at - 1, limit * 100 - 1, 0),  # a fen less pays 0.8 fen less
        (at, limit * 100, 0),
        (at + 1, limit * 100, 1),
    ):
        result = settle_one(who, bill("chronic_outpatient", f"{eligible // 100}.{eligible % 100:02d}", 1))
        assert (result.basic_fund, result.out_of_pocket_parts.above_limit) == (paid, cut)
        assert result.notices == (("chronic_limit_reached",) if cut else ())


def test_visits_share_the_chronic_limit() -> None:
    visit = bill("chronic_outpatient", "1000", 1)
    first, second, third = settle_bills(member(**CHRONIC), visit, visit, visit)
    assert [each.basic_fund for each in (first, second, third)] == [80000, 20000, 0]


@pytest.mark.parametrize(("before", "paid"), [("999.99", "0.01"), ("1000", "0"), ("1000.01", "0")])
def test_chronic_payments_before_count_towards_the_limit(before, paid) -> None:
    who = member(used_before=used(chronic_paid=before), **CHRONIC)
    assert settle_one(who, bill("chronic_outpatient", "100", 1)).basic_fund == fen(paid)


def test_tcm_points_apply_to_chronic_diseases() -> None:
    # 30 × 50 % + 70 × 40 % = 15 + 28
    result = settle_one(member(**CHRONIC), bill("chronic_outpatient", "100", 3, at="tcm", tcm="30"))
    assert (result.rate, result.tcm_rate, result.basic_fund) == (4000, 5000, fen("43.00"))


def test_chronic_outpatient_counts_towards_neither_the_basic_cap_nor_critical_illness() -> None:
    who = member(used_before=used(basic_fund="80000", critical_illness_base="50000"), **CHRONIC)
    result = settle_one(who, bill("chronic_outpatient", "100", 1))
    assert (result.basic_fund, result.critical_illness_base, result.critical_illness) == (8000, 0, 0)
    assert result.ledger == used(basic_fund="80000", critical_illness_base="50000", chronic_paid="80")


# Major, and negotiated drugs


@pytest.mark.parametrize(
    ("visits", "deductibles"),
    [
        ([(3, "799.99"), (3, "0.01"), (3, "10")], ["799.99", "0.01", "0"]),
        ([(3, "800"), (3, "10")], ["800", "0"]),
        ([(3, "800.01"), (3, "10")], ["800", "0"]),
        ([(2, "1000"), (3, "1000"), (3, "1000")], ["300", "500", "0"]),  # topped up at the higher level
        ([(3, "1000"), (2, "1000"), (1, "1000")], ["800", "0", "0"]),
        ([(1, "50"), (2, "100"), (3, "1000")], ["50", "100", "650"]),
        ([(1, "1000"), (1, "1000"), (2, "100"), (2, "1000")], ["100", "0", "100", "100"]),
    ],
)
@pytest.mark.parametrize("kind", ["major_outpatient", "negotiated_drug"])
def test_the_deductible_is_charged_once_a_year(kind, visits, deductibles) -> None:
    results = settle_bills(member(**MAJOR), *(bill(kind, amount, level) for level, amount in visits))
    assert [each.deductible for each in results] == [fen(each) for each in deductibles]


def test_negotiated_drugs_share_it_with_major_outpatient() -> None:
    results = settle_bills(
        member(**MAJOR),
        bill("negotiated_drug", "200", 2),
        bill("major_outpatient", "200", 2),
        bill("inpatient", "1000", 2),
        bill("negotiated_drug", "1000", 3),
    )
    # A stay has its own. 800 − 300 charged so far = 500.
    assert [each.deductible for each in results] == [20000, 10000, 30000, 50000]


def test_a_tcm_institution_owes_the_deductible_of_the_level_below() -> None:
    results = settle_bills(
        member(**MAJOR), bill("major_outpatient", "1000", 3, at="tcm"), bill("negotiated_drug", "1000", 3)
    )
    assert [each.deductible for each in results] == [30000, 50000]


@pytest.mark.parametrize(
    ("before", "charged"), [("0", "800"), ("799.99", "0.01"), ("800", "0"), ("1000", "0")]
)
def test_what_was_charged_before_is_not_charged_again(before, charged) -> None:
    who = member(used_before=used(major_deductible=before), **MAJOR)
    assert settle_one(who, bill("major_outpatient", "1000", 3)).deductible == fen(charged)


@pytest.mark.parametrize("kind", ["major_outpatient", "negotiated_drug"])
@pytest.mark.parametrize(
    ("tier", "born", "level", "paid"),
    [
        (1, "1980-01-01", 3, "500"),
        (2, "1980-01-01", 3, "550"),
        (1, "1980-01-01", 1, "800"),
        (1, "2015-01-01", 3, "550"),  # minor's points
        (2, "2015-01-01", 2, "800"),
    ],
)
def test_major_outpatient_and_negotiated_drugs_have_the_inpatient_rates(
    kind, tier, born, level, paid
) -> None:
    who = member(tier, born=born, used_before=used(major_deductible="800"), **MAJOR)
    assert settle_one(who, bill(kind, "1000", level)).basic_fund == fen(paid)


def test_tcm_points_apply_to_major_outpatient() -> None:
    # Level 3 TCM: deductible 300 of 1,000, of which 300 TCM: 90 and 210. 210 × 60 % + 490 × 50 % = 126 + 245
    for kind in ("major_outpatient", "negotiated_drug"):
        result = settle_one(member(**MAJOR), bill(kind, "1000", 3, at="tcm", tcm="300"))
        assert result.basic_fund == fen("371.00")


def test_a_negotiated_drug_needs_no_disease() -> None:
    assert settle_one(member(), bill("negotiated_drug", "1800", 3)).basic_fund == fen("500.00")


@pytest.mark.parametrize("kind", ["major_outpatient", "negotiated_drug"])
def test_both_count_towards_critical_illness_insurance(kind) -> None:
    who = member(used_before=used(critical_illness_base="17833", major_deductible="800"), **MAJOR)
    result = settle_one(who, bill(kind, "1000", 3))
    # base 1,000 − 500, all above the threshold: × 60 %
    assert (result.critical_illness_base, result.critical_illness) == (50000, 30000)
    assert settle_all(who, [bill(kind, "1000", 3)]).members[0].ledger == used(
        critical_illness_base="18333", critical_illness_paid="300", major_deductible="800", basic_fund="500"
    )
