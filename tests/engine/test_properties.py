"""What holds of every household, whatever its members and bills (R1, R2, R6, R8, R11, R16 to R23)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from generated import Household, households, owners, runs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop_app.engine.case import Bill, NewbornWithGuardian
from desktop_app.engine.result import BillResult

MANY = settings(max_examples=60)
STAY_KINDS = ("inpatient", "caesarean", "major_outpatient", "negotiated_drug")


def paid(result: BillResult) -> int:
    return result.basic_fund + result.maternity + result.critical_illness


@MANY
@given(households())
def test_the_parts_sum_to_the_bill(household: Household) -> None:
    for bill, result in zip(household.case.bills, household.settle().bills, strict=True):
        assert bill.total == paid(result) + result.out_of_pocket
        *causes, less_maternity, less_critical_illness = result.out_of_pocket_parts
        assert sum(causes) - less_maternity - less_critical_illness == result.out_of_pocket
        assert min(result.out_of_pocket_parts) >= 0
        assert min(result.out_of_pocket, result.left_to_pay, result.basic_fund, result.maternity) >= 0
        assert 0 <= result.deductible <= result.eligible <= result.total
        assert 0 <= result.critical_illness <= result.critical_illness_base


@MANY
@given(households())
def test_no_limit_is_passed(household: Household) -> None:
    policy, people = household.policy, {each.id: each for each in household.case.members}
    owner = owners(household.case)
    spent: dict[tuple[str, str], int] = defaultdict(int)
    chronic_limit: dict[str, int] = defaultdict(int)
    for bill, result, _ in runs(household.settle()):
        who, name = people[bill.member], owner[bill.member].id
        fund = "basic_fund" if bill.kind in STAY_KINDS else bill.kind
        spent[name, fund] += result.basic_fund
        spent[name, "critical_illness"] += result.critical_illness
        spent[name, "prenatal"] += result.maternity if bill.kind == "prenatal" else 0
        diseases = len({*who.chronic_diseases, *who.major_diseases})
        limit = policy.chronic.limit.figure + policy.chronic.limit_per_further_disease.figure * (diseases - 1)
        chronic_limit[name] = max(chronic_limit[name], limit)
    for (name, fund), amount in spent.items():
        who = people[name]
        before = who.used_before
        assisted = {*who.assistance_categories} & {*policy.critical_illness.assisted_categories}
        limits = {
            "basic_fund": (policy.inpatient.basic_cap[who.tier].figure, before.basic_fund),
            "outpatient": (policy.outpatient.limit[who.tier].figure, before.outpatient_paid),
            "chronic_outpatient": (chronic_limit[name], before.chronic_paid),
            "prenatal": (policy.maternity.prenatal_limit.figure, before.prenatal_paid),
            "critical_illness": (
                amount if assisted else policy.critical_illness.ordinary.cap.figure,
                0 if assisted else before.critical_illness_paid,
            ),
        }
        limit, used = limits.get(fund, (0, 0))  # other kinds: nothing from the basic fund
        assert amount <= max(0, limit - used), fund


@MANY
@given(households(least_bills=1), st.data(), st.one_of(st.integers(1, 300), st.integers(1, 50_000_000)))
def test_more_expense_is_never_paid_less_nor_leaves_less_to_the_family(household, data, more) -> None:
    index = data.draw(st.integers(0, len(household.case.bills) - 1))
    bills = list(household.case.bills)
    bills[index] = replace(bills[index], total=bills[index].total + more)
    before, after = household.settle().bills, household.with_bills(bills).settle().bills
    assert paid(after[index]) >= paid(before[index])
    assert after[index].out_of_pocket >= before[index].out_of_pocket - 2
    # Over the year each bill may round once a line, the other way.
    rounding = 3 * len(bills)
    assert sum(map(paid, after)) >= sum(map(paid, before)) - rounding
    assert out_of_pocket(after) >= out_of_pocket(before) - rounding


def out_of_pocket(results: Iterable[BillResult]) -> int:
    return sum(each.out_of_pocket for each in results)


@MANY
@given(households(least_bills=2), st.data())
def test_a_bill_touches_nobody_with_another_ledger(household: Household, data: st.DataObject) -> None:
    left_out = data.draw(st.sampled_from(household.case.bills))
    owner = owners(household.case)
    others = [each for each in household.case.bills if each is not left_out]
    full, reduced = household.settle(), household.with_bills(others).settle()
    by_id = {each.id: each for each in full.bills}
    for each in reduced.bills:
        if owner[each.member] is not owner[left_out.member]:
            assert by_id[each.id] == each
    for one, other in zip(full.members, reduced.members, strict=True):
        assert (one.coverage, one.premium) == (other.coverage, other.premium)
        if owner[one.id] is not owner[left_out.member]:
            assert one == other


@MANY
@given(households(least_bills=2))
def test_members_settle_alone_as_they_do_together(household: Household) -> None:
    together = {each.id: each for each in household.settle().bills}
    owner = owners(household.case)
    for member in household.case.members:
        if isinstance(member.enrolment, NewbornWithGuardian):
            continue
        family = tuple(each for each in household.case.members if owner[each.id] is member)
        own = tuple(each for each in household.case.bills if owner[each.member] is member)
        alone = Household(replace(household.case, members=family, bills=own), household.policy).settle()
        assert all(together[each.id] == each for each in alone.bills)


@MANY
@given(households())
def test_a_bill_that_is_not_covered_is_paid_nothing_and_changes_no_ledger(household: Household) -> None:
    for _, result, before in runs(household.settle()):
        assert result.covered == (result.reason in (None, "level_3_outpatient"))
        if result.reason is not None:
            assert paid(result) == result.deductible == result.critical_illness_base == 0
            assert (result.rate, result.tcm_rate) == (None, None)
            assert result.out_of_pocket_parts.not_covered == result.eligible
            assert result.ledger == before


@MANY
@given(households(least_bills=1), st.data())
def test_a_bill_of_zero_changes_nothing(household: Household, data: st.DataObject) -> None:
    model = data.draw(st.sampled_from(household.case.bills))
    place = data.draw(st.integers(0, len(household.case.bills)))
    nothing = replace(
        model, id="zero", total=0, fully_self_paid=0, over_price_limit=0, class_b_copay=0, tcm_eligible=0
    )
    bills = list(household.case.bills)
    bills.insert(place, nothing)
    before, after = household.settle(), household.with_bills(bills).settle()
    results = {each.id: each for each in after.bills}
    zero = results.pop("zero")
    assert (zero.out_of_pocket, paid(zero), zero.deductible) == (0, 0, 0)
    assert list(results.values()) == list(before.bills)
    assert [each.ledger for each in after.members] == [each.ledger for each in before.members]


@MANY
@given(households(least_bills=2), st.randoms(use_true_random=False))
def test_the_order_of_entering_bills_of_different_days_is_irrelevant(household, random) -> None:
    bills = list(household.case.bills)
    assume(len({each.settlement_date for each in bills}) == len(bills))
    shuffled: list[Bill] = bills[:]
    random.shuffle(shuffled)
    entered, other = household.settle(), household.with_bills(shuffled).settle()
    assert [each.id for each in other.bills] == [each.id for each in shuffled]
    assert sorted(other.bills) == sorted(entered.bills)
    assert (other.members, other.totals) == (entered.members, entered.totals)


@MANY
@given(households())
def test_what_others_paid_and_the_statement_change_no_other_amount(household: Household) -> None:
    plain = [
        replace(each, other_payers=type(each.other_payers)(), paid_on_statement={"basic_fund": 1})
        for each in household.case.bills
    ]
    for one, other in zip(household.settle().bills, household.with_bills(plain).settle().bills, strict=True):
        assert one[: one._fields.index("paid_by_others")] == other[: one._fields.index("paid_by_others")]
        assert one.ledger == other.ledger
        assert other.left_to_pay == other.out_of_pocket
        assert one.left_to_pay == max(0, one.out_of_pocket - one.paid_by_others)


@MANY
@given(households())
def test_settling_is_repeatable_and_keeps_the_order_of_the_case(household: Household) -> None:
    settlement = household.settle()
    assert settlement == household.settle()
    assert [each.id for each in settlement.members] == [each.id for each in household.case.members]
    assert [each.id for each in settlement.bills] == [each.id for each in household.case.bills]
