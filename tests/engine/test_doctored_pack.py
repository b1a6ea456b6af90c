"""Settled on a pack in which every value differs, every answer follows that pack.

What is doctored: yuan become twice the figure + 11.11, rates 3 points more, days 10 more, windows lie three
days later (the fixed beginning a month), minors are under 16, levels move on by one (3 to 1). What had no
figure gets one: a subsidy not stated is 12.34.
"""

import pytest
from doctored import doctored
from households import bill, day, fen, member, policy_of, settle_bills, settle_member, settle_one, used

from desktop_app.engine.case import NewbornIndependent

POLICY = doctored(policy_of(2024))
MANY = ("a", "b", "c")
ILL = {"chronic_diseases": MANY, "major_diseases": ("d",)}
CHILD = "2010-01-01"


@pytest.mark.parametrize(
    ("tier", "level", "at", "born", "eligible", "tcm", "paid"),
    [
        # deductible 211.11, 611.11, 1,611.11; each time 1,000 above it
        (1, 1, "general", "1980-01-01", "1211.11", "0", "830"),
        (1, 2, "general", "1980-01-01", "1611.11", "0", "730"),
        (1, 3, "general", "1980-01-01", "2611.11", "0", "530"),
        (2, 1, "general", "1980-01-01", "1211.11", "0", "880"),
        (2, 2, "general", "1980-01-01", "1611.11", "0", "780"),
        (2, 3, "general", "1980-01-01", "2611.11", "0", "580"),
        # minors under 16: 8 points
        (1, 3, "general", "2008-05-07", "2611.11", "0", "610"),
        (1, 3, "general", "2008-05-06", "2611.11", "0", "530"),
        # TCM: level 1 owes the deductible of level 2, levels 2 and 3 their own; 13 points
        (1, 1, "tcm", "1980-01-01", "1611.11", "0", "830"),
        (1, 2, "tcm", "1980-01-01", "1611.11", "1611.11", "860"),
        (1, 3, "tcm", "1980-01-01", "2611.11", "2611.11", "660"),
        (2, 1, "tcm", CHILD, "1611.11", "1611.11", "1000"),  # 88 + 8 + 13 is over 100
    ],
)
@pytest.mark.parametrize("kind", ["inpatient", "major_outpatient", "negotiated_drug"])
def test_stays(kind, tier, level, at, born, eligible, tcm, paid) -> None:
    what = bill(kind, eligible, level, at=at, tcm=tcm)
    assert settle_one(member(tier, born=born, paid="2024-01-03", **ILL), what, POLICY).basic_fund == fen(paid)


@pytest.mark.parametrize(("tier", "cap"), [(1, "160011.11"), (2, "240011.11")])
def test_basic_cap(tier, cap) -> None:
    assert settle_one(member(tier), bill("inpatient", "999999", 3), POLICY).basic_fund == fen(cap)


@pytest.mark.parametrize(
    ("tier", "level", "at", "born", "eligible", "paid"),
    [
        # 63 %, 43 %, 3 % above 11.11, 411.11, 11.11
        (1, 1, "general", "1980-01-01", "111.11", "63"),
        (1, 2, "general", "1980-01-01", "511.11", "43"),
        (1, 3, "general", "1980-01-01", "111.11", "3"),
        # minors at level 3 TCM institutions, no longer at children's: 43 % above the deductible of level 3
        (1, 3, "tcm", CHILD, "111.11", "43"),
        (1, 3, "tcm", "1980-01-01", "111.11", "3"),
        (1, 3, "children", CHILD, "111.11", "3"),
        (1, 1, "general", "1980-01-01", "9999", "611.11"),
        (2, 1, "general", "1980-01-01", "9999", "1011.11"),
    ],
)
def test_outpatient(tier, level, at, born, eligible, paid) -> None:
    result = settle_one(member(tier, born=born), bill("outpatient", eligible, level, at=at), POLICY)
    assert result.basic_fund == fen(paid)


def test_chronic_diseases() -> None:
    for level, paid in ((1, "83"), (2, "63"), (3, "43")):
        assert settle_one(member(**ILL), bill("chronic_outpatient", "100", level), POLICY).basic_fund == fen(
            paid
        )
    # 2,011.11, and 411.11 for each of three more
    for who, limit in ((member(chronic_diseases=("a",)), "2011.11"), (member(**ILL), "3244.44")):
        assert settle_one(who, bill("chronic_outpatient", "9999", 1), POLICY).basic_fund == fen(limit)


@pytest.mark.parametrize(
    ("category", "base", "paid"),
    [
        ("severe_disability", "35777.11", "63"),
        ("minimum_living_allowance", "35777.11", "63"),
        ("severe_disability", "935677.11", "400011.11"),
        ("orphan", "17944.11", "68"),
        ("sudden_hardship", "17944.11", "68"),
        ("orphan", "517844.11", "133337.03"),  # a third of the other cap: 340,000 without it
    ],
)
def test_critical_illness(category, base, paid) -> None:
    who = member(assistance_categories=(category,), used_before=used(basic_fund="160011.11"))
    assert settle_one(who, bill("inpatient", base), POLICY).critical_illness == fen(paid)


def test_maternity() -> None:
    kinds = ("prenatal", "natural_delivery", "caesarean")
    results = settle_bills(member(), *(bill(kind, "1500", 3) for kind in kinds), policy=POLICY)
    assert [each.maternity for each in results] == [fen("611.11"), fen("1211.11"), fen("1211.11")]


@pytest.mark.parametrize(
    ("paid", "begin"),
    [
        ("2023-10-13", None),
        ("2023-10-14", "2024-02-01"),
        ("2024-01-03", "2024-02-01"),
        ("2024-01-04", "2024-02-01"),
        ("2024-02-01", "2024-03-01"),
        ("2024-03-03", "2024-04-01"),
        ("2024-03-04", "2024-06-12"),  # + 100: 27 + 30 + 31 + 12
        ("2024-09-22", "2024-12-31"),  # 8 + 31 + 30 + 31
        ("2024-09-23", None),
        ("2024-10-04", None),
    ],
)
def test_coverage(paid, begin) -> None:
    assert settle_member(member(paid=paid), POLICY).coverage.begin == (begin and day(begin))


def test_newborns_have_100_days() -> None:
    for paid, begin in (("2024-06-17", "2024-03-09"), ("2024-06-18", "2024-09-26")):  # 22 + 30 + 31 + 17
        who = member(born="2024-03-09", enrolment=NewbornIndependent(day(paid)))
        assert settle_member(who, POLICY).coverage.begin == day(begin)


@pytest.mark.parametrize(
    ("tier", "paid", "base", "surcharge"),
    [
        (1, "2024-07-03", "771.11", "0"),
        (1, "2024-07-04", "771.11", "1351.11"),
        (2, "2024-09-22", "1521.11", "1351.11"),
    ],
)
def test_premium(tier, paid, base, surcharge) -> None:
    premium = settle_member(member(tier, paid=paid), POLICY).premium
    assert (premium.base, premium.surcharge) == (fen(base), fen(surcharge))


@pytest.mark.parametrize(
    ("tier", "category", "subsidy"),
    [
        (1, "martyr_family", "12.34"),
        (1, "demobilized_veteran", "12.34"),
        (1, "orphan", "771.11"),
        (1, "minimum_living_allowance", "695.11"),
        (1, "sudden_hardship", "543.11"),
        (2, "martyr_family", "1521.11"),
        (2, "sudden_hardship", "771.11"),
    ],
)
def test_subsidy(tier, category, subsidy) -> None:
    premium = settle_member(member(tier, assistance_categories=(category,)), POLICY).premium
    assert (premium.subsidy, premium.notices) == (fen(subsidy), ())
