"""Ranges of what is not known: amounts by hand, and every possible one scanned."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from generated import Household
from generated import households as generated_households
from households import bill, day, fen, member, policy_of, used
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.engine.case import BILL_AMOUNTS, Bill, Case, Member, NewbornWithGuardian, Unknown
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.result import Settlement
from desktop_app.engine.settle import settle
from desktop_app.planning.unknowns import OutcomeRange, outcome_range

NEWBORN = Member("m2", day("2024-03-09"), NewbornWithGuardian("m1"))


def of_bill(field: str, low: str, high: str, id_: str = "b1") -> Unknown:
    return Unknown("bill", id_, field, fen(low), fen(high))


def of_member(field: str, low: str, high: str, id_: str = "m1") -> Unknown:
    return Unknown("member", id_, field, fen(low), fen(high))


def case_of(members: Member | Sequence[Member], bills: Sequence[Bill], *unknowns: Unknown) -> Case:
    """A case as the reader makes it: bills and members hold the lower ends."""
    people = (members,) if isinstance(members, Member) else tuple(members)
    return _with(Case(2024, people, tuple(bills), unknowns=unknowns), [each.low for each in unknowns])


def _with(case: Case, amounts: Sequence[int]) -> Case:
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for unknown, amount in zip(case.unknowns, amounts, strict=True):
        found[unknown.record, unknown.id][unknown.field] = amount
    return replace(
        case,
        members=tuple(
            replace(each, used_before=each.used_before._replace(**found.get(("member", each.id), {})))
            for each in case.members
        ),
        bills=tuple(replace(each, **found.get(("bill", each.id), {})) for each in case.bills),
    )


def possible(case: Case) -> bool:
    """Whether every bill holds together: no more excluded than the total, no more TCM than is eligible."""
    return all(
        each.fully_self_paid + each.over_price_limit + each.class_b_copay + each.tcm_eligible <= each.total
        for each in case.bills
    )


def scan(case: Case, points: Sequence[Sequence[int]]) -> Iterator[Settlement]:
    """Settle the case at all combinations of these amounts that are possible."""
    policy = policy_of(case.policy_year)
    for amounts in product(*points):
        at = _with(case, amounts)
        if possible(at):
            yield settle(at, policy)


def every_fen(case: Case) -> list[range]:
    return [range(each.low, each.high + 1) for each in case.unknowns]


def grid(case: Case, steps: int) -> list[list[int]]:
    return [
        sorted({each.low + (each.high - each.low) * step // steps for step in range(steps + 1)})
        for each in case.unknowns
    ]


def range_of(case: Case) -> OutcomeRange:
    return outcome_range(case, policy_of(case.policy_year))


def assert_holds(found: OutcomeRange, settlement: Settlement) -> None:
    """No outcome is outside, neither of the household nor of a ledger."""
    totals = settlement.totals
    assert found.out_of_pocket.low <= totals.out_of_pocket <= found.out_of_pocket.high
    assert found.left_to_pay.low <= totals.left_to_pay <= found.left_to_pay.high
    for ledger in found.ledgers:
        bills = [each for each in settlement.bills if each.member in ledger.members]
        own, left = sum(each.out_of_pocket for each in bills), sum(each.left_to_pay for each in bills)
        assert ledger.out_of_pocket.low <= own <= ledger.out_of_pocket.high
        assert ledger.left_to_pay.low <= left <= ledger.left_to_pay.high


def assert_exact(case: Case, points: Sequence[Sequence[int]], by: int = 0) -> OutcomeRange:
    """The ends are the lowest and highest outcome of the scan, to so many fen."""
    found = range_of(case)
    outcomes = []
    for settlement in scan(case, points):
        assert_holds(found, settlement)
        outcomes.append(settlement.totals.out_of_pocket)
    assert min(outcomes) - found.out_of_pocket.low <= by
    assert found.out_of_pocket.high - max(outcomes) <= by
    return found


def test_an_unknown_self_paid_part_by_hand():
    case = case_of(member(), [bill("inpatient", "18000")], of_bill("fully_self_paid", "0", "3000"))
    found = range_of(case)
    # Tier 1, level 3: (18,000 - 800) x 50 % = 8,600 paid at best, (15,000 - 800) x 50 % = 7,100 at worst.
    assert found.out_of_pocket == (fen("9400"), fen("10900"))
    assert found.left_to_pay == found.out_of_pocket
    assert found.lowest.bills[0].basic_fund == fen("8600")
    assert found.highest.bills[0].basic_fund == fen("7100")
    assert found.highest.case.bills[0].fully_self_paid == fen("3000")
    assert found.lowest.case.unknowns == ()
    assert [(each.unknown.field, each.amount) for each in found.swings] == [("fully_self_paid", fen("1500"))]


def test_the_unknown_that_moves_it_most_comes_first():
    case = case_of(
        member(),
        [bill("inpatient", "18000")],
        of_bill("class_b_copay", "0", "100"),
        of_bill("fully_self_paid", "0", "3000"),
        of_member("outpatient_paid", "0", "300"),
    )
    found = range_of(case)
    # 100 and 3,000 more that are not eligible cost half of them; no outpatient bill: its limit is no matter.
    assert [(each.unknown.field, each.amount) for each in found.swings] == [
        ("fully_self_paid", fen("1500")),
        ("class_b_copay", fen("50")),
        ("outpatient_paid", 0),
    ]
    assert found.out_of_pocket == (fen("9400"), fen("10950"))


def test_an_unknown_that_matters_only_at_the_other_end_of_another():
    # The cap of 80,000 is reached at 160,800 in total: only then it matters how much was used before.
    case = case_of(
        member(used_before=used(critical_illness_paid="200000")),
        [bill("inpatient", "0")],
        of_bill("total", "100000", "160800"),
        of_member("basic_fund", "0", "1000"),
    )
    found = range_of(case)
    assert found.out_of_pocket == (fen("50400"), fen("81800"))
    amounts = {each.unknown.field: each.amount for each in found.swings}
    assert amounts == {"total": fen("31400"), "basic_fund": fen("1000")}


def test_a_range_without_width_is_an_amount():
    case = case_of(member(), [bill("inpatient", "18000")], of_bill("fully_self_paid", "3000", "3000"))
    found = range_of(case)
    assert found.out_of_pocket == (fen("10900"), fen("10900"))
    assert found.swings[0].amount == 0


def test_each_ledger_has_its_own_range():
    case = case_of(
        [member(), NEWBORN, member(2, id_="m3")],
        [
            bill("inpatient", "18000"),
            bill("inpatient", "5000", on="2024-06-01", id_="b2", of="m2"),
            bill("inpatient", "10800", id_="b3", of="m3"),
        ],
        of_bill("fully_self_paid", "0", "3000"),
    )
    found = range_of(case)
    shared, alone = found.ledgers
    assert (shared.owner, shared.members, shared.touched) == ("m1", ("m1", "m2"), True)
    # The newborn's stay costs 800 + 2,100 whatever its guardian's was.
    assert shared.out_of_pocket == (fen("12300"), fen("13800"))
    # Tier 2: (10,800 - 800) x 55 % = 5,500 paid.
    assert (alone.members, alone.touched) == (("m3",), False)
    assert alone.out_of_pocket == alone.left_to_pay == (fen("5300"), fen("5300"))
    assert found.out_of_pocket == (fen("17600"), fen("19100"))


def test_what_others_paid_is_taken_off():
    stay = bill("inpatient", "18000", assistance="2000")
    later = bill("inpatient", "8800", on="2024-08-01", id_="b2")
    case = case_of(member(), [stay, later], of_bill("fully_self_paid", "0", "3000"))
    found = range_of(case)
    assert found.out_of_pocket == (fen("14200"), fen("15700"))
    assert found.left_to_pay == (fen("12200"), fen("13700"))


def test_what_others_paid_beyond_a_bill_helps_no_other():
    # 10,000 of assistance for a bill that may cost 9,400 only; the later one is left as it is.
    stay = bill("inpatient", "18000", assistance="10000")
    later = bill("inpatient", "8800", on="2024-08-01", id_="b2")
    case = case_of(member(), [stay, later], of_bill("fully_self_paid", "0", "3000"))
    found = assert_exact(case, grid(case, 300))
    assert found.left_to_pay.low <= fen("4800")
    assert found.left_to_pay.high >= fen("5700")


def test_every_fen_around_the_deductible():
    case = case_of(
        member(),
        [bill("inpatient", "0")],
        of_bill("total", "799.80", "800.30"),
        of_bill("fully_self_paid", "0", "0.20"),
        of_bill("class_b_copay", "0.05", "0.15"),
    )
    assert_exact(case, every_fen(case))


def test_every_fen_around_cap_and_threshold():
    case = case_of(
        member(used_before=used(basic_fund="79990", critical_illness_base="17800")),
        [bill("inpatient", "840"), bill("inpatient", "900", on="2024-06-01", id_="b2")],
        of_bill("total", "819.95", "820.10"),
        of_member("basic_fund", "79989.95", "79990.05"),
        of_member("critical_illness_base", "16990.00", "16990.10"),
    )
    assert_exact(case, every_fen(case))


def test_every_fen_of_a_tcm_part_and_its_rounding():
    case = case_of(
        member(),
        [bill("inpatient", "1000.37", 2, at="tcm")],
        of_bill("tcm_eligible", "300.00", "303.00"),
        of_bill("fully_self_paid", "0", "0.10"),
    )
    found = assert_exact(case, every_fen(case), by=2)
    assert found.out_of_pocket.high - found.out_of_pocket.low < fen("1")


def test_a_tcm_part_whose_rounding_lies_outside_of_the_corners():
    """One fen more of the part pays one fen less: the range holds it, one fen wider than the corners."""
    outside = 0
    for total in range(100_000, 100_040):
        stay = replace(bill("inpatient", "0", 2, at="tcm"), total=total)
        case = case_of(member(), [stay], of_bill("tcm_eligible", "500", "500.06"))
        found = range_of(case)
        ends = found.lowest.totals.out_of_pocket, found.highest.totals.out_of_pocket
        for settlement in scan(case, every_fen(case)):
            assert_holds(found, settlement)
            outside += not ends[0] <= settlement.totals.out_of_pocket <= ends[1]
        assert found.out_of_pocket == (ends[0] - 1, ends[1] + 1)
    assert outside > 0


def test_a_tcm_part_elsewhere_earns_no_points_and_does_not_matter():
    case = case_of(member(), [bill("inpatient", "10800")], of_bill("tcm_eligible", "0", "10800"))
    assert range_of(case).out_of_pocket == (fen("5800"), fen("5800"))


def test_more_excluded_than_the_total_and_more_tcm_than_is_eligible_are_impossible():
    case = case_of(
        member(),
        [bill("inpatient", "0", 2, at="tcm")],
        of_bill("total", "0", "900"),
        of_bill("fully_self_paid", "100", "5000"),
        of_bill("tcm_eligible", "200", "4000"),
    )
    found = range_of(case)
    best, worst = found.lowest.case.bills[0], found.highest.case.bills[0]
    assert (best.total, best.fully_self_paid, best.tcm_eligible) == (fen("300"), fen("100"), fen("200"))
    assert (worst.total, worst.fully_self_paid, worst.tcm_eligible) == (fen("900"), fen("700"), fen("200"))
    for settlement in scan(
        case, [range(0, 90_001, 5_000), range(10_000, 500_001, 7_000), range(20_000, 400_001, 9_500)]
    ):
        assert_holds(found, settlement)


def test_wide_ranges_of_many_kinds_of_bills():
    people = [
        member(chronic_diseases=("hypertension",), major_diseases=("dialysis",)),
        replace(NEWBORN, chronic_diseases=("asthma",)),
    ]
    bills = [
        bill("major_outpatient", "700", on="2024-01-05", id_="b1"),
        bill("negotiated_drug", "40000", on="2024-02-05", id_="b2"),
        bill("outpatient", "350", 2, on="2024-03-05", id_="b3"),
        bill("chronic_outpatient", "1500", on="2024-04-05", id_="b4"),
        bill("chronic_outpatient", "1500", 2, on="2024-04-06", id_="b5", of="m2"),
        bill("inpatient", "150000", on="2024-05-05", id_="b6", of="m2"),
    ]
    case = case_of(
        people,
        bills,
        of_bill("total", "0", "2000", "b1"),
        of_bill("fully_self_paid", "0", "30000", "b2"),
        of_bill("total", "0", "600", "b3"),
        of_bill("class_b_copay", "0", "1500", "b5"),
        of_member("basic_fund", "0", "20000"),
        of_member("chronic_paid", "0", "900"),
    )
    found = range_of(case)
    for settlement in scan(case, grid(case, 3)):
        assert_holds(found, settlement)


def test_a_caesarean_whose_top_up_frees_the_cap_for_the_newborn():
    """The more of the caesarean is excluded, the less of the cap it uses: the newborn's stay gains by it."""
    case = case_of(
        [member(used_before=used(basic_fund="79000", critical_illness_paid="200000")), NEWBORN],
        [
            bill("caesarean", "3000", on="2024-03-09"),
            bill("inpatient", "30000", on="2024-03-20", id_="b2", of="m2"),
        ],
        of_bill("fully_self_paid", "0", "3000"),
    )
    found = range_of(case)
    outcomes = [each.totals.out_of_pocket for each in scan(case, grid(case, 600))]
    assert max(outcomes) > found.highest.totals.out_of_pocket
    for settlement in scan(case, grid(case, 600)):
        assert_holds(found, settlement)


def test_a_top_up_that_no_later_bill_gains_by_widens_nothing():
    """The cap is used up: the top-up pays 600 of 3,000 whatever is excluded, the stay before it nothing."""
    case = case_of(
        member(used_before=used(basic_fund="80000")),
        [bill("inpatient", "1000", id_="b2", on="2024-02-01"), bill("caesarean", "3000", on="2024-03-09")],
        of_bill("fully_self_paid", "0", "2000"),
    )
    assert range_of(case).out_of_pocket == (fen("3400"), fen("3400"))


def test_a_yearly_deductible_that_moves_between_bills_is_held_to_the_fen():
    case = case_of(
        member(
            major_diseases=("dialysis",),
            assistance_categories=("minimum_living_allowance",),
            used_before=used(critical_illness_base="9000"),
        ),
        [bill("major_outpatient", "0"), bill("negotiated_drug", "2000.33", on="2024-06-01", id_="b2")],
        of_bill("total", "300.00", "300.40"),
        of_member("major_deductible", "100.00", "100.20"),
    )
    assert_exact(case, every_fen(case), by=2)


@st.composite
def uncertain(draw: st.DrawFn) -> tuple[Household, int]:
    """A household of any kind with some of its amounts made unknown, narrowly or widely."""
    household = draw(generated_households(1, 6))
    seed = draw(st.integers(0, 2**32))
    return Household(_made_unknown(household.case, random.Random(seed)), household.policy), seed


def _made_unknown(case: Case, choose: random.Random) -> Case:
    widths = (0, 1, 3, 50, 20_000, 500_000, 9_000_000)
    unknowns = []

    def add(record: str, id_: str, field: str, amount: int) -> None:
        low = max(0, amount - choose.choice(widths))
        unknowns.append(Unknown(record, id_, field, low, amount + choose.choice(widths)))

    for each in case.members:
        if not isinstance(each.enrolment, NewbornWithGuardian):
            for name in Ledger._fields:
                if choose.random() < 0.1:
                    add("member", each.id, name, getattr(each.used_before, name))
    for entered in case.bills:
        for name in BILL_AMOUNTS:
            if choose.random() < 0.3:
                add("bill", entered.id, name, getattr(entered, name))
    case = replace(case, unknowns=tuple(unknowns))
    return _with(case, [each.low for each in unknowns])


@settings(deadline=None, max_examples=60)
@given(uncertain())
def test_no_possible_outcome_is_outside(drawn):
    household, seed = drawn
    case, choose = household.case, random.Random(seed)
    found = outcome_range(case, household.policy)
    for _ in range(15):
        at = _with(case, [_some_amount(each, choose) for each in case.unknowns])
        if possible(at):
            assert_holds(found, settle(at, household.policy))


@settings(deadline=None, max_examples=30)
@given(uncertain())
def test_the_ends_are_settlements_of_possible_amounts(drawn):
    household, _seed = drawn
    case = household.case
    found = outcome_range(case, household.policy)
    for end in (found.lowest, found.highest):
        assert possible(end.case)
        for unknown in case.unknowns:
            records = end.case.bills if unknown.record == "bill" else end.case.members
            record = next(each for each in records if each.id == unknown.id)
            holder = record if unknown.record == "bill" else record.used_before
            assert unknown.low <= getattr(holder, unknown.field) <= unknown.high
        assert_holds(found, end)
    swings = [each.amount for each in found.swings]
    assert swings == sorted(swings, reverse=True)
    assert {each.unknown for each in found.swings} == set(case.unknowns)


def _some_amount(unknown: Unknown, choose: random.Random) -> int:
    low, high = unknown.low, unknown.high
    near = choose.randint(0, 30)
    return choose.choice((low, high, min(high, low + near), max(low, high - near), choose.randint(low, high)))
