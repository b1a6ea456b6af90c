"""Statements of families: what was done to them is found, what is offered reproduces them."""

from dataclasses import replace

from generated import Household, households
from hypothesis import event, given, settings
from hypothesis import strategies as st
from statement_families import (
    alone,
    caused,
    charged_once_more,
    deductible_times,
    families,
    in_the_year,
    on_minor_terms,
    owner_of,
    statement_from,
    with_member,
)
from statements import against, statement_of, the_bill, with_bill

from desktop_app.engine.case import STATEMENT_LINES, Bill, OtherPayers
from desktop_app.engine.result import BillResult
from desktop_app.planning.statement_causes import (
    Cause,
    DeductibleTwice,
    MinorTerms,
    NoDeductible,
    NoTcmPoints,
    OtherInstitution,
    OtherTier,
    PaidByOthers,
    TcmPart,
    UsedElsewhere,
)

CAUSE_OF = {
    "level": OtherInstitution,
    "tier": OtherTier,
    "minor": MinorTerms,
    "no_tcm": NoTcmPoints,
    "tcm_part": TcmPart | NoTcmPoints,
    "twice": DeductibleTwice,
    "none": NoDeductible,
    "used": UsedElsewhere,
}
SOME_LINES = st.lists(st.sampled_from(STATEMENT_LINES), min_size=1, unique=True)


@given(households(least_bills=1), st.data())
def test_a_statement_made_from_our_own_result_agrees(household, data):
    bill = data.draw(st.sampled_from(household.case.bills))
    found = against(household.case, statement_of(household.case, bill.id), bill.id)
    assert len(found.lines) == len(STATEMENT_LINES)
    assert found.first_difference is None
    assert found.explanations == ()


@settings(max_examples=300)  # most causes change only some kinds of bills
@given(caused(), st.booleans())
def test_the_cause_in_a_statement_is_offered_as_explaining_it_all(made, after_others):
    household, bill_id, cause, result = made
    statement = statement_from(the_bill(household.case, bill_id), result)
    own = statement_of(household.case, bill_id)
    if statement == own:
        return
    if after_others:
        statement["out_of_pocket"] = result.left_to_pay
    event(cause)
    found = against(household.case, statement, bill_id)
    explaining = [each.cause for each in found.explanations if each.whole]
    assert any(isinstance(each, CAUSE_OF[cause]) for each in explaining)


@settings(max_examples=300)
@given(caused(), SOME_LINES, st.booleans())
def test_every_cause_offered_reproduces_the_line(made, lines, after_others):
    household, bill_id, _, result = made
    statement = statement_from(the_bill(household.case, bill_id), result)
    if after_others:
        statement["out_of_pocket"] = result.left_to_pay
    assert_all_reproduce(household, bill_id, {line: statement[line] for line in lines})


@settings(max_examples=300)
@given(families(), SOME_LINES, st.data())
def test_every_cause_offered_for_any_amounts_reproduces_the_line(household, lines, data):
    bill = data.draw(st.sampled_from(household.case.bills))
    own = statement_of(household.case, bill.id)
    off = st.one_of(st.just(0), st.integers(-200, 200), st.integers(-500_000, 500_000))
    assert_all_reproduce(household, bill.id, {line: max(0, own[line] + data.draw(off)) for line in lines})


def assert_all_reproduce(household: Household, bill_id: str, statement: dict) -> None:
    found = against(household.case, statement, bill_id)
    for each in found.explanations:
        first = found.first_difference
        event(type(each.cause).__name__)
        reached = [
            statement_from(*outcome)[first.line] for outcome in outcomes(household, found.bill, each.cause)
        ]
        assert first.theirs in reached
        if isinstance(each.cause, TcmPart | UsedElsewhere):  # both ends of the range
            assert set(reached) == {first.theirs}


def outcomes(household: Household, bill: Bill, cause: Cause) -> list[tuple[Bill, BillResult]]:
    """What the bill comes to under a cause, in each way it can be meant; of a range at both its ends."""
    case, policy = household.case, household.policy
    match cause:
        case OtherInstitution(institution):
            changed = replace(bill, institution=institution)
            return [(bill, in_the_year(household, with_bill(case, changed), bill.id))]
        case OtherTier(tier):
            changed = replace(owner_of(case, bill), tier=tier)
            return [(bill, in_the_year(household, with_member(case, changed), bill.id))]
        case MinorTerms(given=given_):
            return [(bill, each) for each in on_minor_terms(household, bill, given=given_)]
        case NoTcmPoints():
            return [(bill, alone(household, replace(bill, tcm_eligible=0)))]
        case TcmPart(part):
            ends = (part.low, part.low if part.high is None else part.high)
            return [(bill, alone(household, replace(bill, tcm_eligible=end))) for end in ends]
        case NoDeductible():
            return [(bill, alone(household, bill, deductible_times(0, policy)))]
        case DeductibleTwice():
            doubled = alone(household, bill, deductible_times(2, policy))
            return [(bill, doubled), (bill, charged_once_more(household, bill))]
        case UsedElsewhere(accumulator, amount):
            ends = (amount.low, amount.low + 10**9 if amount.high is None else amount.high)
            return [(bill, alone(household, bill, **{accumulator: end})) for end in ends]
        case PaidByOthers(amount):
            return paid_by_others(bill, alone(household, bill), amount)


def paid_by_others(bill: Bill, result: BillResult, amount: int) -> list[tuple[Bill, BillResult]]:
    """Out-of-pocket less what others paid, and what they paid as the statement prints it."""
    left = result._replace(out_of_pocket=max(0, result.out_of_pocket - amount))
    printed, entered = bill.paid_on_statement, bill.other_payers
    others = OtherPayers(
        printed.get("medical_assistance", entered.medical_assistance), printed.get("other", entered.other)
    )
    return [(replace(bill, other_payers=others), each) for each in (left, result)]
