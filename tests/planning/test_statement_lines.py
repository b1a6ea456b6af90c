"""The statement's lines beside ours, and which of them differs first."""

from households import bill, fen, member
from statements import against, case_of, reconciled, statement_of, with_statement

STAY = case_of(member(1), bill("inpatient", "20000", self_paid="1000", class_b="500"))
# Eligible 18,500; (18,500 - 800) x 50 % = 8,850; out-of-pocket 20,000 - 8,850 = 11,150.


def test_amounts_stand_beside_ours_in_the_statements_order():
    found = reconciled(
        with_statement(
            STAY, "b1", out_of_pocket="11150", basic_fund="8850", deductible="800", eligible="18500"
        )
    )
    assert [(each.line, each.theirs, each.ours) for each in found.lines] == [
        ("eligible", fen("18500"), fen("18500")),
        ("deductible", fen("800"), fen("800")),
        ("basic_fund", fen("8850"), fen("8850")),
        ("out_of_pocket", fen("11150"), fen("11150")),
    ]


def test_a_statement_that_agrees_to_the_fen_has_no_first_difference_and_no_causes():
    found = reconciled(with_statement(STAY, "b1", basic_fund="8850", out_of_pocket="11150"))
    assert found.first_difference is None
    assert found.explanations == ()


def test_a_fen_is_a_difference():
    found = reconciled(with_statement(STAY, "b1", basic_fund="8849.99", out_of_pocket="11150.01"))
    first = found.first_difference
    assert first is not None
    assert (first.line, first.difference) == ("basic_fund", -1)


def test_the_first_line_that_differs_is_named_not_what_follows_from_it():
    found = reconciled(with_statement(STAY, "b1", out_of_pocket="10265", basic_fund="9735", eligible="18500"))
    first = found.first_difference
    assert first is not None
    assert (first.line, first.theirs, first.ours) == ("basic_fund", fen("9735"), fen("8850"))


def test_a_bill_without_a_statement_has_no_lines():
    found = reconciled(STAY)
    assert found.lines == ()
    assert found.first_difference is None
    assert found.explanations == ()


def test_what_others_paid_stands_as_entered():
    case = case_of(member(1), bill("inpatient", "20000", assistance="1000", other="200"))
    found = reconciled(
        with_statement(case, "b1", medical_assistance="1000", other="200", out_of_pocket="10400")
    )
    assert found.first_difference is None


def test_a_difference_of_eligible_expense_has_no_cause_among_those_tried():
    found = reconciled(with_statement(STAY, "b1", eligible="19000", basic_fund="9100"))
    first = found.first_difference
    assert first is not None
    assert first.line == "eligible"
    assert found.explanations == ()


def test_what_nothing_explains_gets_no_cause():
    # More than any level, tier, or points would pay of it, and no payer is missing.
    found = reconciled(with_statement(STAY, "b1", basic_fund="18400", out_of_pocket="1600"))
    assert found.first_difference is not None
    assert found.explanations == ()


def test_out_of_pocket_above_ours_has_no_payer_to_explain_it():
    found = reconciled(with_statement(STAY, "b1", basic_fund="8850", out_of_pocket="11150.01"))
    assert found.first_difference is not None
    assert found.explanations == ()


def test_a_cause_may_not_contradict_a_line_that_agreed():
    # At level 2 the fund would pay (18,500 - 300) x 70 % = 12,740, but the deductible printed is level 3's.
    both = reconciled(with_statement(STAY, "b1", basic_fund="12740"))
    assert both.explanations
    contradicted = reconciled(with_statement(STAY, "b1", deductible="800", basic_fund="12740"))
    assert contradicted.explanations == ()


def test_a_bill_that_is_not_covered_agrees_with_a_statement_that_pays_nothing():
    case = case_of(member(1, paid="2024-12-20"), bill("inpatient", "20000"))
    statement = statement_of(case, "b1")
    assert (statement["basic_fund"], statement["out_of_pocket"]) == (0, fen("20000"))
    assert against(case, statement).first_difference is None
