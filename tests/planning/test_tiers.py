"""Both tiers side by side, and the household's best combination: by hand, and against trying them all."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest
from doctored import doctored
from generated import Household, bills, households, members
from households import bill, day, fen, member, policy_of, used
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.engine.case import TIERS, Case, NewbornIndependent, NewbornWithGuardian, NotEnrolled
from desktop_app.engine.policy import Policy
from desktop_app.engine.settle import settle
from desktop_app.planning.combination import Combination, best_combination
from desktop_app.planning.coming_year import current_tier, in_year
from desktop_app.planning.compare import Choice, choices, choose
from desktop_app.planning.tier_costs import TierCosts
from desktop_app.planning.tiers import TierPlan
from desktop_app.planning.years import FurtherStay, hard_year

FAMILY = Case(
    2024,
    (
        member(1, id_="m1"),
        member(2, id_="m2", assistance_categories=("minimum_living_allowance",)),
        member(1, id_="m3", assistance_categories=("martyr_family",)),
    ),
    (bill("inpatient", "10800", 3, of="m1"),),
)
COMING = TierPlan(FAMILY, policy_of(2025))


def yuan(cost) -> tuple[int, int, int]:
    return cost.premium_own_share, cost.out_of_pocket, cost.sum


def tiers_of(year) -> dict[str, tuple]:
    return {each.ledger.owner: (each.cheaper, each.saving) for each in year.ledgers}


def test_premium_out_of_pocket_and_sum_of_both_tiers():
    stay, allowance, martyr = COMING.entered.ledgers
    # 10,000 above the deductible: 50 % and 55 % are paid.
    assert yuan(stay.costs[1]) == (fen("400"), fen("5800"), fen("6200"))
    assert yuan(stay.costs[2]) == (fen("775"), fen("5300"), fen("6075"))
    assert [yuan(allowance.costs[tier])[0] for tier in TIERS] == [fen("40"), fen("375")]
    assert [yuan(martyr.costs[tier])[0] for tier in TIERS] == [fen("400"), 0]
    assert tiers_of(COMING.entered) == {
        "m1": (2, fen("125")),
        "m2": (1, fen("335")),
        "m3": (2, fen("400")),
    }


def test_the_households_best_combination_beside_everybody_on_one_tier_and_the_present_one():
    year = COMING.entered
    assert year.best.choices == {"m1": Choice(2), "m2": Choice(1), "m3": Choice(2)}
    assert yuan(year.best.cost) == (fen("815"), fen("5300"), fen("6115"))
    assert yuan(year.all_on[1]) == (fen("840"), fen("5800"), fen("6640"))
    assert yuan(year.all_on[2]) == (fen("1150"), fen("5300"), fen("6450"))
    # m1 and m3 on tier 1, m2 on tier 2: 400 + 375 + 400 + 5,800.
    assert year.as_now.sum == fen("6975")


def test_a_quiet_year_leaves_the_premiums():
    case = replace(
        FAMILY, members=tuple(replace(m, used_before=used(basic_fund="9")) for m in FAMILY.members)
    )
    quiet = TierPlan(case, policy_of(2025)).quiet
    assert quiet.best.choices == {"m1": Choice(1), "m2": Choice(1), "m3": Choice(2)}
    assert yuan(quiet.best.cost) == (fen("440"), 0, fen("440"))


def test_a_hard_year_adds_a_stay_at_the_end_of_the_year():
    hard = COMING.hard(FurtherStay("m1", fen("100000")))
    stay = hard.ledgers[0]
    # Tier 1: 99,200 × 50 % = 49,600; (5,800 + 50,400 − 18,797) × 60 % = 22,441.80; 5,800 + 27,958.20.
    assert stay.costs[1].out_of_pocket == fen("33758.20")
    # Tier 2: 99,200 × 55 % = 54,560; (5,300 + 45,440 − 18,797) × 60 % = 19,165.80; 5,300 + 26,274.20.
    assert stay.costs[2].out_of_pocket == fen("31574.20")
    assert tiers_of(hard)["m1"] == (2, fen("1809"))
    for touched_not, before in zip(hard.ledgers[1:], COMING.entered.ledgers[1:], strict=True):
        assert all(touched_not.costs[tier] is before.costs[tier] for tier in TIERS)
    assert hard.best.cost.sum == fen("32389.20")  # 32,349.20 + 40 + 0


@pytest.mark.parametrize(
    ("category", "shares", "turn"),
    [
        # The gap of the premiums over 5 points, above the deductible of 800.
        (None, ("400", "775"), "8300"),
        ("extreme_poverty", ("0", "375"), "8300"),
        ("minimum_living_allowance", ("40", "375"), "7500"),
        ("low_income_margin", ("120", "375"), "5900"),
        ("disabled_soldier_7_10", ("0", "375"), "8300"),
        ("martyr_family", ("400", "0"), "0"),
    ],
)
def test_what_the_subsidies_leave_and_where_it_turns(category, shares, turn):
    who = member(assistance_categories=(category,) if category else ())
    plan = TierPlan(Case(2024, (who,), ()), policy_of(2025))
    (quiet,) = plan.quiet.ledgers
    assert tuple(quiet.costs[tier].premium_own_share for tier in TIERS) == tuple(map(fen, shares))
    (turns,) = plan.turns
    assert turns.stretches[0].begin == fen(turn)
    assert turns.stretches[-1].end == turns.max == fen("600000")


def test_half_the_threshold_splits_where_tier_2_pays_off():
    who = member(assistance_categories=("minimum_living_allowance",))
    (turns,) = TierPlan(Case(2024, (who,), ()), policy_of(2025)).turns
    # Tier 1 meets 9,398.50 at 17,997, where tier 2 is 524.85 below; from there it loses 27.5 fen a yuan, up
    # to 19,907.78 where it meets it too; from there it gains 1.75 fen a yuan.
    first = Fraction(1_799_700) + Fraction(52_485_0, 10) / Fraction("0.275")
    met = 80_000 + Fraction(859_850) / Fraction("0.45")
    again = met + (met - first) * Fraction("0.275") / Fraction("0.0175")
    assert turns.stretches == ((fen("7500"), first), (again, fen("600000")))


def test_on_a_doctored_pack_everything_follows_the_pack():
    plan = TierPlan(Case(2024, (member(),), ()), doctored(policy_of(2025)))
    (quiet,) = plan.quiet.ledgers
    assert [quiet.costs[tier].sum for tier in TIERS] == [fen("811.11"), fen("1561.11")]
    # 750 over 5 points, above the deductible of 1,611.11.
    assert plan.turns[0].stretches[0].begin == fen("16611.11")


def test_equal_costs_keep_the_present_tier_else_the_first():
    policy = policy_of(2025)
    one_premium = dict.fromkeys(TIERS, policy.premium.base[1])
    alike = replace(policy, premium=replace(policy.premium, base=one_premium))
    for tier in TIERS:
        plan = TierPlan(Case(2024, (member(tier),), ()), alike)
        assert plan.quiet.best.choices == {"m1": Choice(tier)}
    outsider = member(2, enrolment=NotEnrolled())
    assert TierPlan(Case(2024, (outsider,), ()), alike).quiet.best.choices == {"m1": Choice(1)}


def test_where_nothing_is_paid_tier_2_never_pays_off():
    late = TierPlan(Case(2024, (member(paid="2024-12-01"),), ()), policy_of(2024))  # outside the windows
    assert late.turns[0].stretches == ()


def test_who_is_not_enrolled_is_offered_both_tiers_next_year_and_none_in_hindsight():
    case = Case(2024, (member(1), member(2, id_="m2", enrolment=NotEnrolled())), ())
    coming, this = TierPlan(case, policy_of(2025)), TierPlan(case, policy_of(2024))
    assert coming.entered.ledgers[1].offered
    assert coming.entered.ledgers[1].current is None
    assert coming.entered.as_now is None
    assert coming.entered.best.choices == {"m1": Choice(1), "m2": Choice(1)}
    assert not this.entered.ledgers[1].offered
    assert this.entered.best.choices == {"m1": Choice(1)}
    assert [each.ledger.owner for each in this.turns] == ["m1"]
    assert this.entered.as_now.sum == fen("380")


def newborn_case(total: str) -> Case:
    child = member(None, id_="m2", born="2024-03-09", enrolment=NewbornWithGuardian("m1"))
    return Case(2024, (member(1), child), (bill("inpatient", total, 3, of="m2"),))


def test_a_newborn_shares_the_guardians_choice_and_costs():
    plan = TierPlan(newborn_case("10800"), policy_of(2024))
    (shared,) = plan.entered.ledgers
    assert shared.ledger.members == ("m1", "m2")
    # No points of its own with a guardian: 50 % and 55 % of 10,000; one premium.
    assert yuan(shared.costs[1]) == (fen("380"), fen("5800"), fen("6180"))
    assert yuan(shared.costs[2]) == (fen("755"), fen("5300"), fen("6055"))


def test_in_hindsight_the_routes_of_a_newborn_belong_to_the_combination():
    # In its own right on tier 2: 60 % of 10,000; 380 + 755 + 4,800 = 5,935 is below 6,055.
    best = TierPlan(newborn_case("10800"), policy_of(2024)).entered.best
    assert best.choices == {"m1": Choice(1), "m2": Choice(2)}
    assert (yuan(best.cost), best.rerouted) == ((fen("1135"), fen("4800"), fen("5935")), 1)
    # With the guardian on tier 1: 380 + 800 + 500; in its own right 760 + 800 + 450.
    best = TierPlan(newborn_case("1800"), policy_of(2024)).entered.best
    assert best.choices == {"m1": Choice(1), "m2": Choice(guardian="m1")}
    assert (best.cost.sum, best.rerouted) == (fen("1680"), 0)


def test_next_year_the_newborn_chooses_for_itself():
    plan = TierPlan(newborn_case("10800"), policy_of(2025))
    assert [each.ledger.members for each in plan.entered.ledgers] == [("m1",), ("m2",)]
    # As a minor: 55 % on tier 1, 60 % on tier 2, of 10,000.
    assert [plan.entered.ledgers[1].costs[tier].sum for tier in TIERS] == [fen("5700"), fen("5575")]


@st.composite
def newborn_households(draw: st.DrawFn) -> Household:
    """Two adults, two newborns of the year that share a ledger or do not, perhaps one more of any kind."""
    year = 2024
    adults = [member(draw(st.sampled_from(TIERS)), id_=f"m{at}", paid=f"{year - 1}-11-02") for at in (0, 1)]
    children = []
    for at in (2, 3):
        born = day(f"{year}-0{draw(st.integers(1, 9))}-15")
        guardian = draw(st.sampled_from([None, "m0", "m1"]))
        enrolment = NewbornWithGuardian(guardian) if guardian else NewbornIndependent(born)
        tier = None if guardian else draw(st.sampled_from(TIERS))
        children.append(member(tier, id_=f"m{at}", born=born.isoformat(), enrolment=enrolment))
    others = [draw(members(year, "m4", ["m0"]))] if draw(st.booleans()) else []
    people = [*adults, *children, *others]
    entered = tuple(draw(bills(year, f"b{at}", people)) for at in range(draw(st.integers(0, 6))))
    return Household(Case(year, tuple(people), entered), policy_of(year))


def costs_of(case: Case, policy: Policy, now: Case | None = None) -> TierCosts:
    now = now or case
    return TierCosts(case, policy, {each.id: current_tier(now, each) for each in now.members})


def cost(case: Case, policy: Policy) -> int:
    settlement = settle(case, policy)
    return settlement.premium_own_share + settlement.totals.out_of_pocket


def applied(case: Case, taken: dict[str, Choice], policy: Policy) -> Case:
    for member_id, choice in taken.items():
        case = choose(case, member_id, choice, policy)
    return case


def least(case: Case, policy: Policy) -> int:
    """Settle every combination of everybody's choices."""
    offered = {each.id: found for each in case.members if (found := choices(case, each, policy))}
    return min(
        cost(applied(case, dict(zip(offered, taken, strict=True)), policy), policy)
        for taken in product(*offered.values())
    )


def holds(best: Combination, case: Case, policy: Policy) -> None:
    assert best.cost.sum == least(case, policy)
    assert cost(applied(case, dict(best.choices), policy), policy) == best.cost.sum


@settings(max_examples=60)
@given(households(most_bills=5))
def test_the_best_combination_is_the_least_of_all(household):
    holds(best_combination(costs_of(household.case, household.policy)), household.case, household.policy)


@settings(max_examples=40)
@given(newborn_households())
def test_it_is_with_two_newborns_too(household):
    holds(best_combination(costs_of(household.case, household.policy)), household.case, household.policy)


@settings(max_examples=40)
@given(newborn_households())
def test_next_year_it_is_the_least_of_all_tiers(household):
    policy = policy_of(2025)
    planned = in_year(household.case, policy)
    holds(best_combination(costs_of(planned, policy, household.case)), planned, policy)


@settings(max_examples=40)
@given(newborn_households(), st.sampled_from(["m0", "m1", "m2", "m3"]), st.integers(0, 60_000_000))
def test_a_further_stay_settled_alone_is_as_the_whole_year_settled_again(household, who, expense):
    stay = FurtherStay(who, expense)
    kept = costs_of(household.case, household.policy)
    best_combination(kept)
    anew = costs_of(hard_year(household.case, stay), household.policy)
    hard = kept.with_stay(stay)
    assert best_combination(hard) == best_combination(anew)
    assert [hard.tiers(each) for each in hard.ledgers()] == [anew.tiers(each) for each in anew.ledgers()]
