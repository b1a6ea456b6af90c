"""A statement with each cause in it: the cause is among those offered, with the right parameter.

The amounts of these statements are worked out by hand.
"""

import pytest
from households import bill, fen, member, used
from statements import case_of, causes, reconciled, whole, with_statement

from desktop_app.engine.case import Institution, NewbornWithGuardian
from desktop_app.planning.statement_causes import (
    DeductibleTwice,
    Fitting,
    MinorTerms,
    NoDeductible,
    NoTcmPoints,
    OtherInstitution,
    OtherTier,
    PaidByOthers,
    TcmPart,
    UsedElsewhere,
)

ADULT = member(1)
CHILD = member(1, born="2015-02-03")
NEWBORN = member(id_="m2", born="2024-03-09", enrolment=NewbornWithGuardian("m1"))
STAY = bill("inpatient", "20000")  # (20,000 - 800) x 50 % = 9,600, out-of-pocket 10,400


def test_another_level():
    # Level 2: (20,000 - 300) x 70 % = 13,790.
    found = reconciled(
        with_statement(case_of(ADULT, STAY), "b1", deductible="300", basic_fund="13790", out_of_pocket="6210")
    )
    assert whole(found) == [OtherInstitution(Institution(2))]


def test_a_tcm_hospital():
    # As of the level below: deductible 300; (20,000 - 300) x 50 % = 9,850.
    found = reconciled(with_statement(case_of(ADULT, STAY), "b1", basic_fund="9850", out_of_pocket="10150"))
    assert OtherInstitution(Institution(3, "tcm")) in whole(found)


def test_a_tcm_hospital_with_the_part_entered():
    # TCM deductible 300 x 4,000/20,000 = 60; 3,940 x 60 % + (16,000 - 240) x 50 % = 2,364 + 7,880 = 10,244.
    stay = bill("inpatient", "20000", tcm="4000")
    found = reconciled(with_statement(case_of(ADULT, stay), "b1", basic_fund="10244"))
    assert OtherInstitution(Institution(3, "tcm")) in whole(found)


def test_a_childrens_hospital_is_offered_only_where_it_changes_something():
    # A minor's visit at a level 3 children's hospital: (500 - 200) x 40 % = 120; at a general one nothing.
    visit = bill("outpatient", "500")
    found = reconciled(with_statement(case_of(CHILD, visit), "b1", basic_fund="120"))
    assert OtherInstitution(Institution(3, "children")) in whole(found)
    assert OtherInstitution(Institution(3, "maternal_child")) not in whole(found)
    assert OtherInstitution(Institution(2)) in whole(found)


def test_the_other_tier():
    # Tier 2: 19,200 x 55 % = 10,560.
    found = reconciled(with_statement(case_of(ADULT, STAY), "b1", basic_fund="10560", out_of_pocket="9440"))
    assert OtherTier(2) in whole(found)


def test_the_other_tier_reaches_back_through_the_year():
    # Tier 2, a stay of 30,000 before: 29,200 x 55 % = 16,060, its base 13,940. Of this one 10,560 and a base
    # of 9,440: 13,940 + 9,440 - 17,833 = 5,547 above the threshold, 60 % of it 3,328.20.
    before = bill("inpatient", "30000", id_="b0", on="2024-02-01")
    found = reconciled(
        with_statement(case_of(ADULT, before, STAY), "b1", basic_fund="10560", critical_illness="3328.20")
    )
    assert OtherTier(2) in whole(found)


def test_the_tier_of_the_guardian_for_a_newborn():
    stay = bill("inpatient", "20000", of="m2")
    found = reconciled(with_statement(case_of((ADULT, NEWBORN), stay), "b1", basic_fund="10560"))
    assert OtherTier(2) in whole(found)


def test_a_minors_points_for_an_adult():
    # 50 % and 5 points: 10,560.
    found = reconciled(with_statement(case_of(ADULT, STAY), "b1", basic_fund="10560"))
    assert MinorTerms(given=True) in whole(found)


def test_a_minors_points_for_an_adult_in_the_years_earlier_bills_too():
    # 10,560 of each stay, base 9,440 each: 18,880 - 17,833 = 1,047, 60 % of it 628.20.
    before = bill("inpatient", "20000", id_="b0", on="2024-02-01")
    found = reconciled(
        with_statement(case_of(ADULT, before, STAY), "b1", basic_fund="10560", critical_illness="628.20")
    )
    assert MinorTerms(given=True) in whole(found)


def test_no_points_for_a_minor():
    found = reconciled(with_statement(case_of(CHILD, STAY), "b1", basic_fund="9600", out_of_pocket="10400"))
    assert MinorTerms(given=False) in whole(found)


def test_a_minors_points_for_a_newborn_with_guardian():
    stay = bill("inpatient", "20000", of="m2")
    found = reconciled(with_statement(case_of((ADULT, NEWBORN), stay), "b1", basic_fund="10560"))
    assert MinorTerms(given=True) in whole(found)
    assert MinorTerms(given=False) not in causes(found)


def test_a_childrens_hospital_that_took_a_minor_for_an_adult():
    visit = bill("outpatient", "500", at="children")  # for a minor (500 - 200) x 40 % = 120
    found = reconciled(with_statement(case_of(CHILD, visit), "b1", basic_fund="0", out_of_pocket="500"))
    assert MinorTerms(given=False) in whole(found)


def test_no_tcm_points():
    # All at 50 %: (20,000 - 300) x 50 % = 9,850; with points 10,244.
    stay = bill("inpatient", "20000", at="tcm", tcm="4000")
    found = reconciled(with_statement(case_of(ADULT, stay), "b1", deductible="300", basic_fund="9850"))
    assert NoTcmPoints() in whole(found)


def test_tcm_points_on_another_part():
    # Without a part 9,850. A part p adds 10 % of what is left after its share of 300: 0.1 x p x 0.985.
    # 98.50 more: p = 1,000. The two lines are rounded apart, so a few fen beside it come to the same.
    stay = bill("inpatient", "20000", at="tcm")
    found = reconciled(with_statement(case_of(ADULT, stay), "b1", deductible="300", basic_fund="9948.50"))
    parts = [each.part for each in whole(found) if isinstance(each, TcmPart)]
    assert len(parts) == 1
    assert parts[0].high is not None
    assert fen("999.80") <= parts[0].low <= fen("1000") <= parts[0].high <= fen("1000.20")


@pytest.mark.parametrize(
    ("visit", "deductible", "fund"),
    [
        (STAY, "1600", "9200"),  # (20,000 - 1,600) x 50 %
        (bill("caesarean", "20000"), "1600", "9200"),
        (bill("outpatient", "900", 2), "400", "200"),  # (900 - 400) x 40 %
        (bill("negotiated_drug", "20000"), "1600", "9200"),
    ],
)
def test_the_deductible_twice(visit, deductible, fund):
    found = reconciled(with_statement(case_of(ADULT, visit), "b1", deductible=deductible, basic_fund=fund))
    assert DeductibleTwice() in whole(found)


def test_a_yearly_deductible_once_more():
    # Charged in full by the first visit; the second owes none, yet (5,000 - 800) x 50 % = 2,100 was paid.
    sick = member(1, major_diseases=("dialysis",))
    visits = (bill("major_outpatient", "5000", on="2024-02-01"), bill("major_outpatient", "5000", id_="b2"))
    found = reconciled(
        with_statement(case_of(sick, *visits), "b2", deductible="800", basic_fund="2100"), "b2"
    )
    assert DeductibleTwice() in whole(found)


def test_a_yearly_deductible_once_more_in_full():
    # 300 charged at level 2 before; level 3 owes 500 more, yet took 800: 4,200 x 50 % = 2,100.
    drugs = (
        bill("negotiated_drug", "5000", 2, on="2024-02-01"),
        bill("negotiated_drug", "5000", id_="b2"),
    )
    found = reconciled(
        with_statement(case_of(ADULT, *drugs), "b2", deductible="800", basic_fund="2100"), "b2"
    )
    assert DeductibleTwice() in whole(found)


@pytest.mark.parametrize(
    ("visit", "fund"),
    [
        (STAY, "10000"),  # 20,000 x 50 %
        (bill("caesarean", "20000"), "10000"),
        (bill("outpatient", "600", 2), "240"),  # 600 x 40 %
        (bill("negotiated_drug", "20000"), "10000"),
    ],
)
def test_no_deductible(visit, fund):
    found = reconciled(with_statement(case_of(ADULT, visit), "b1", deductible="0", basic_fund=fund))
    assert NoDeductible() in whole(found)


SICK = member(1, chronic_diseases=("hypertension",), major_diseases=("dialysis",))


@pytest.mark.parametrize(
    ("who", "visit", "statement", "cause"),
    [
        # 80,000 less 9,000 has been used.
        (ADULT, STAY, {"basic_fund": "9000"}, UsedElsewhere("basic_fund", Fitting(7_100_000, 7_100_000))),
        # Used up altogether: 80,000 or more.
        (ADULT, STAY, {"basic_fund": "0"}, UsedElsewhere("basic_fund", Fitting(8_000_000, None))),
        # 500 x 60 % = 300, of which 100 were left: 200 used of 300.
        (
            ADULT,
            bill("outpatient", "500", 1),
            {"basic_fund": "100"},
            UsedElsewhere("outpatient_paid", Fitting(20_000, 20_000)),
        ),
        # (500 - 150) x 40 % = 140: 50 of the 200 were charged before; to the fen, 140.00 comes from
        # 349.9875 to 350.0125 above the deductible, that is 49.99 to 50.01 charged before.
        (
            ADULT,
            bill("outpatient", "500", 2),
            {"basic_fund": "140"},
            UsedElsewhere("outpatient_deductible", Fitting(4_999, 5_001)),
        ),
        (
            ADULT,
            bill("outpatient", "500", 2),
            {"deductible": "150", "basic_fund": "140"},
            UsedElsewhere("outpatient_deductible", Fitting(5_000, 5_000)),
        ),
        # Limit 1,200 with two diseases; 2,000 x 80 % = 1,600 cut to 450: 750 used.
        (
            SICK,
            bill("chronic_outpatient", "2000", 1),
            {"basic_fund": "450"},
            UsedElsewhere("chronic_paid", Fitting(75_000, 75_000)),
        ),
        # 500 left of 800.
        (
            SICK,
            bill("major_outpatient", "5000"),
            {"deductible": "500", "basic_fund": "2250"},
            UsedElsewhere("major_deductible", Fitting(30_000, 30_000)),
        ),
        # 300 a year, 120 left.
        (
            ADULT,
            bill("prenatal", "900"),
            {"maternity": "120"},
            UsedElsewhere("prenatal_paid", Fitting(18_000, 18_000)),
        ),
        # Base 10,400; 60 % of 1,000 above the threshold: 17,833 - 10,400 + 1,000 = 8,433 accumulated before.
        # Half a fen either way at 60 %: a fen less gives 599.994 -> 599.99, a fen more 600.006 -> 600.01.
        (
            ADULT,
            STAY,
            {"basic_fund": "9600", "critical_illness": "600"},
            UsedElsewhere("critical_illness_base", Fitting(843_300, 843_300)),
        ),
    ],
)
def test_a_limit_already_used_elsewhere(who, visit, statement, cause):
    assert cause in whole(reconciled(with_statement(case_of(who, visit), "b1", **statement)))


def test_critical_illness_paid_elsewhere():
    # 400,000: the cap of 80,000 is reached, base 320,000, 60 % of 302,167 = 181,300.20. 5,000 were left.
    stay = bill("inpatient", "400000")
    found = reconciled(
        with_statement(case_of(ADULT, stay), "b1", basic_fund="80000", critical_illness="5000")
    )
    assert UsedElsewhere("critical_illness_paid", Fitting(19_500_000, 19_500_000)) in whole(found)


def test_what_was_used_elsewhere_is_beyond_what_the_case_knows():
    # 50,000 used before as entered, 9,600 by the first stay; 9,000 left: 80,000 - 59,600 - 9,000 = 11,400.
    who = member(1, used_before=used(basic_fund="50000"))
    stays = (bill("inpatient", "20000", on="2024-02-01"), bill("inpatient", "20000", id_="b2"))
    found = reconciled(with_statement(case_of(who, *stays), "b2", basic_fund="9000"), "b2")
    assert UsedElsewhere("basic_fund", Fitting(1_140_000, 1_140_000)) in whole(found)


def test_of_the_amounts_that_fit_one_line_those_that_fit_the_others_too():
    # Above the threshold already; 9,000.01 of the cap left: base 10,999.99, 60 % = 6,599.994, out-of-pocket
    # 20,000 - 9,000.01 - 6,599.99 = 4,400.00. With 9,000.02 left 6,599.988 would be 6,599.99, too, but
    # out-of-pocket 4,399.99.
    who = member(1, used_before=used(critical_illness_base="17833"))
    found = reconciled(
        with_statement(case_of(who, STAY), "b1", critical_illness="6599.99", out_of_pocket="4400")
    )
    assert UsedElsewhere("basic_fund", Fitting(7_099_999, 7_099_999)) in whole(found)


def test_a_newborns_statement_with_the_guardians_limit_used_elsewhere():
    stay = bill("inpatient", "20000", of="m2")
    found = reconciled(with_statement(case_of((ADULT, NEWBORN), stay), "b1", basic_fund="9000"))
    assert UsedElsewhere("basic_fund", Fitting(7_100_000, 7_100_000)) in whole(found)


@pytest.mark.parametrize(
    ("entered", "statement", "cause"),
    [
        # Printed, not entered; out-of-pocket after it, or before it.
        ({}, {"medical_assistance": "3000", "out_of_pocket": "7400"}, PaidByOthers(fen("3000"), "printed")),
        ({}, {"medical_assistance": "3000", "out_of_pocket": "10400"}, PaidByOthers(fen("3000"), "printed")),
        # Entered as printed, out-of-pocket after it.
        (
            {"assistance": "3000", "other": "100"},
            {"medical_assistance": "3000", "other": "100", "out_of_pocket": "7300"},
            PaidByOthers(fen("3100"), "printed"),
        ),
        # Entered, not printed.
        ({"assistance": "3000"}, {"out_of_pocket": "7400"}, PaidByOthers(fen("3000"), "entered")),
        # Neither: everything above agrees, the rest was paid by somebody.
        ({}, {"basic_fund": "9600", "out_of_pocket": "8000"}, PaidByOthers(fen("2400"), "missing")),
        (
            {},
            {"basic_fund": "9600", "medical_assistance": "0", "out_of_pocket": "8000"},
            PaidByOthers(fen("2400"), "missing"),
        ),
    ],
)
def test_medical_assistance(entered, statement, cause):
    stay = bill("inpatient", "20000", **entered)
    found = reconciled(with_statement(case_of(ADULT, stay), "b1", **statement))
    assert cause in whole(found)


def test_nobody_else_paid_where_the_statement_prints_all_payers():
    found = reconciled(
        with_statement(
            case_of(ADULT, STAY),
            "b1",
            basic_fund="9600",
            medical_assistance="0",
            other="0",
            out_of_pocket="8000",
        )
    )
    assert found.first_difference is not None
    assert not any(isinstance(each, PaidByOthers) for each in causes(found))


def test_a_cause_explains_the_whole_statement_with_out_of_pocket_after_others():
    # Level 2, 13,790; 1,000 of the remaining 6,210 came from medical assistance.
    stay = bill("inpatient", "20000", assistance="1000")
    found = reconciled(
        with_statement(
            case_of(ADULT, stay), "b1", basic_fund="13790", medical_assistance="1000", out_of_pocket="5210"
        )
    )
    assert OtherInstitution(Institution(2)) in whole(found)


def test_causes_of_the_whole_statement_come_first_and_fitted_amounts_last():
    # 9,850: a TCM hospital, or 500 fewer of the deductible. Printed as 300, only the former explains it all.
    found = reconciled(
        with_statement(case_of(ADULT, STAY), "b1", deductible="300", basic_fund="9850", out_of_pocket="10150")
    )
    assert [each.whole for each in found.explanations] == [True, False]
    assert causes(found) == [OtherInstitution(Institution(3, "tcm")), OtherInstitution(Institution(2))]
    fitted = reconciled(with_statement(case_of(SICK, bill("major_outpatient", "5000")), "b1", deductible="0"))
    kinds = [type(each) for each in causes(fitted)]
    assert kinds.index(NoDeductible) < kinds.index(UsedElsewhere)


def test_a_cause_is_offered_once():
    # Doubled or charged once more comes to the same here.
    visits = (bill("negotiated_drug", "5000", on="2024-02-01"), bill("negotiated_drug", "5000", id_="b2"))
    found = reconciled(with_statement(case_of(ADULT, *visits), "b2", deductible="800"), "b2")
    assert causes(found).count(DeductibleTwice()) == 1
