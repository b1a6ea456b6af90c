"""Every amount of a result follows from the figures in its steps alone.

The formulas here are written from the rules, apart from the engine.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Any

from generated import Household, households, owners, runs
from hypothesis import given, settings

from desktop_app.engine.case import Bill, Member
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.policy import Value
from desktop_app.engine.result import BillResult, Coverage, Premium, Settlement, Step, figure
from desktop_app.engine.steps import STEP_KINDS

Inputs = Mapping[str, Any]


def rounded(amount: Fraction) -> int:
    """Half-up to the fen."""
    return floor(amount + Fraction(1, 2))


def part(rate: int, amount: int) -> int:
    return rounded(Fraction(rate, 10_000) * amount)


def left(limit: int, used: int) -> int:
    return limit - used if used < limit else 0


def same(name: str) -> Callable[[Inputs], Any]:
    return lambda i: i[name]


def first_of_next_month(i: Inputs) -> date:
    day = i["paid_on"]
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def birthday(i: Inputs) -> date:
    born, year = i["birth_date"], i["birth_date"].year + i["adult_age"]
    if (born.month, born.day) == (2, 29):
        return date(year, 2, 28) + timedelta(days=1)  # 29 February in a leap year, else 1 March
    return date(year, born.month, born.day)


def birth_if_in_time(i: Inputs) -> date:
    assert i["paid_on"] <= i["last_day"]
    return i["birth_date"]


def new_year_if_in_time(i: Inputs) -> date:
    assert i["year_begin"] <= i["paid_on"] <= i["last_day"]
    return i["year_begin"]


def not_paid(i: Inputs) -> int:
    assert i["level_rate"] == 0
    return i["eligible"]


def up_to_100(name: str, points: str) -> Callable[[Inputs], int]:
    return lambda i: min(10_000, i[name] + i[points])


def above_threshold(i: Inputs) -> int:
    before, own, threshold = (
        i["critical_illness_base_before"],
        i["critical_illness_base"],
        i["threshold"],
    )
    return left(before + own, threshold) - left(before, threshold)


FORMULAS: dict[str, Callable[[Inputs], Any]] = {
    "adult_on": birthday,
    "begin_fixed": same("fixed_begin"),
    "begin_next_month": first_of_next_month,
    "begin_after_days": lambda i: i["paid_on"] + timedelta(days=i["waiting_days"]),
    "outside_windows": same("paid_on"),
    "newborn_last_day": lambda i: i["birth_date"] + timedelta(days=i["newborn_days"]),
    "newborn_begin": birth_if_in_time,
    "newborn_second_year_begin": new_year_if_in_time,
    "guardian_begin": lambda i: max(i["birth_date"], i["guardian_begin"]),
    "premium_base": same("base_premium"),
    "premium_surcharge": same("late_surcharge"),
    "premium_subsidy": same("category_subsidy"),
    "premium_own_share": lambda i: i["base"] + i["surcharge"] - i["subsidy"],
    "eligible": lambda i: i["total"] - i["fully_self_paid"] - i["over_price_limit"] - i["class_b_copay"],
    "covered_by_service": same("service_date"),
    "covered_by_settlement": same("settlement_date"),
    "not_covered": same("eligible"),
    "out_of_pocket": lambda i: i["total"] - i["basic_fund"] - i["maternity"] - i["critical_illness"],
    "paid_by_others": lambda i: i["medical_assistance"] + i["other"],
    "left_to_pay": lambda i: left(i["out_of_pocket"], i["paid_by_others"]),
    "payment": lambda i: part(i["rate"], i["eligible"] - i["deductible"]),
    "tcm_deductible": lambda i: rounded(Fraction(i["deductible"] * i["tcm_eligible"], i["eligible"])),
    "tcm_rate": up_to_100("rate", "tcm_points"),
    "tcm_payment": lambda i: part(i["tcm_rate"], i["tcm_eligible"] - i["tcm_deductible"]),
    "rest_payment": lambda i: part(
        i["rate"], i["eligible"] - i["tcm_eligible"] - i["deductible"] + i["tcm_deductible"]
    ),
    "payment_of_parts": lambda i: i["rest_payment"] + i["tcm_payment"],
    "copayment": lambda i: i["eligible"] - i["deductible"] - i["payment"],
    "above_limit": lambda i: i["payment"] - i["basic_fund"],
    "outpatient_level_not_paid": not_paid,
    "outpatient_table_deductible": same("outpatient_deductible"),
    "outpatient_deductible": lambda i: min(
        i["eligible"], left(i["table_deductible"], i["outpatient_deductible_before"])
    ),
    "outpatient_rate": same("base_rate"),
    "outpatient_minor_rate": same("base_rate"),
    "outpatient_fund": lambda i: min(i["payment"], left(i["outpatient_limit"], i["outpatient_paid_before"])),
    "table_deductible": same("inpatient_deductible"),
    "tcm_table_deductible": same("inpatient_deductible"),
    "admission_deductible": lambda i: min(i["eligible"], i["table_deductible"]),
    "yearly_deductible": lambda i: min(
        i["eligible"], left(i["table_deductible"], i["major_deductible_before"])
    ),
    "inpatient_rate": same("base_rate"),
    "minor_rate": up_to_100("base_rate", "minor_points"),
    "basic_fund": lambda i: min(i["payment"], left(i["basic_cap"], i["basic_fund_before"])),
    "chronic_rate": same("base_rate"),
    "chronic_limit": lambda i: i["first_limit"] + (i["diseases"] - 1) * i["limit_per_further_disease"],
    "chronic_fund": lambda i: min(i["payment"], left(i["limit"], i["chronic_paid_before"])),
    "critical_illness_base": lambda i: left(i["eligible"], i["basic_fund"] + i["maternity"]),
    "critical_illness_above": above_threshold,
    "critical_illness": lambda i: min(
        part(i["critical_illness_rate"], i["above_threshold"]),
        left(i["critical_illness_cap"], i["critical_illness_paid_before"]),
    ),
    "critical_illness_uncapped": lambda i: part(i["critical_illness_rate"], i["above_threshold"]),
    "prenatal": lambda i: min(i["eligible"], left(i["prenatal_limit"], i["prenatal_paid_before"])),
    "natural_delivery": lambda i: min(i["total"], i["delivery_benefit"]),
    "caesarean_top_up": lambda i: left(min(i["caesarean_minimum"], i["total"]), i["basic_fund"]),
    "maternity_above_limit": lambda i: i["eligible"] - i["maternity"],
    "maternity_beyond_eligible": lambda i: i["maternity"] - i["eligible"],
}
FROM_THE_PACK = {
    *("fixed_begin", "waiting_days", "newborn_days", "adult_age", "base_premium", "late_surcharge"),
    *("category_subsidy", "base_rate", "minor_points", "tcm_points", "critical_illness_rate", "level_rate"),
    *("counts_as_level", "outpatient_deductible", "outpatient_limit", "inpatient_deductible", "basic_cap"),
    *("first_limit", "limit_per_further_disease", "threshold", "critical_illness_cap", "prenatal_limit"),
    *("delivery_benefit", "caesarean_minimum"),
}
MAY_BE_ZERO_WITHOUT_A_STEP = {
    "basic_fund",
    "maternity",
    "critical_illness",
    "deductible",
    "surcharge",
    "subsidy",
}


def inputs_of(step: Step) -> dict[str, Any]:
    names = [each.name for each in step.kind.inputs]
    return {name: figure(value) for name, value in zip(names, step.inputs, strict=True)}


def check_steps(steps: tuple[Step, ...], known: Mapping[str, Any], before: Ledger | None) -> dict[str, Any]:
    """Recompute steps in turn; answer the amounts they make by name. ``known`` is what the case gives."""
    made: dict[str, Any] = {}
    for step in steps:
        inputs = inputs_of(step)
        assert FORMULAS[step.kind.code](inputs) == step.amount, step
        for (name, value), raw in zip(inputs.items(), step.inputs, strict=True):
            assert isinstance(raw, Value) == (name in FROM_THE_PACK), (step.kind.code, name)
            if name.endswith("_before"):
                assert before is not None
                assert value == getattr(before, name.removesuffix("_before")), (step.kind.code, name)
            elif name in made:
                assert value == made[name], (step.kind.code, name)
            elif name not in FROM_THE_PACK:
                assert value == known.get(name, 0 if name in MAY_BE_ZERO_WITHOUT_A_STEP else None), name
        assert step.kind.output not in made, "an output is made once"
        made[step.kind.output] = step.amount
    return made


def of_case(bill: Bill, who: Member, period: Coverage) -> dict[str, Any]:
    amounts = ("total", "fully_self_paid", "over_price_limit", "class_b_copay", "tcm_eligible")
    return {
        **{name: getattr(bill, name) for name in amounts},
        "medical_assistance": bill.other_payers.medical_assistance,
        "other": bill.other_payers.other,
        "service_date": bill.service_date,
        "settlement_date": bill.settlement_date,
        "birth_date": who.birth_date,
        "coverage_begin": period.begin,
        "coverage_end": period.end,
        "diseases": len(set(who.chronic_diseases) | set(who.major_diseases)),
    }


def check_bill(bill: Bill, result: BillResult, who: Member, period: Coverage, before: Ledger) -> None:
    made = check_steps(result.steps, of_case(bill, who, period), before)
    for name in ("eligible", "out_of_pocket", "paid_by_others", "left_to_pay"):
        assert getattr(result, name) == made[name]
    for name in ("deductible", "basic_fund", "maternity", "critical_illness_base", "critical_illness"):
        assert getattr(result, name) == made.get(name, 0), name
    for name in ("rate", "tcm_rate"):
        assert getattr(result, name) == made.get(name), name
    made.setdefault("less_critical_illness", result.critical_illness)
    if bill.kind == "caesarean":
        made.setdefault("less_maternity", result.maternity)
    entered = ("fully_self_paid", "over_price_limit", "class_b_copay")
    for name, amount in result.out_of_pocket_parts._asdict().items():
        assert amount == (getattr(bill, name) if name in entered else made.get(name, 0)), name


def check_ledger(bill: Bill, result: BillResult, before: Ledger) -> None:
    """What a bill adds to the ledger: its own payments, deductible and base, where they count."""
    fund, kind = result.basic_fund, bill.kind
    by_major = kind in ("major_outpatient", "negotiated_drug")
    added = {
        "outpatient_paid": fund if kind == "outpatient" else 0,
        "outpatient_deductible": result.deductible if kind == "outpatient" else 0,
        "chronic_paid": fund if kind == "chronic_outpatient" else 0,
        "basic_fund": fund if by_major or kind in ("inpatient", "caesarean") else 0,
        "major_deductible": result.deductible if by_major else 0,
        "prenatal_paid": result.maternity if kind == "prenatal" else 0,
        "critical_illness_base": result.critical_illness_base,
        "critical_illness_paid": result.critical_illness,
    }
    assert result.ledger == Ledger(*(getattr(before, name) + added[name] for name in Ledger._fields))


def check_member(settlement: Settlement, who: Member, period: Coverage, premium: Premium) -> None:
    periods = {each.id: each.coverage for each in settlement.members}
    owner = owners(settlement.case)[who.id]
    known = {
        "birth_date": who.birth_date,
        "paid_on": getattr(who.enrolment, "paid_on", None),
        "guardian_begin": periods[owner.id].begin,
        "year_begin": date(settlement.policy.year, 1, 1),
    }
    made = check_steps(period.steps, known, None)
    assert "begin" in made or not period.covered
    if period.covered:
        assert period.begin == made["begin"]
        assert period.end == date(settlement.policy.year, 12, 31)
    elif "begin" in made:
        assert made["begin"] > date(settlement.policy.year, 12, 31)
    made = check_steps(premium.steps, {}, None)
    for name in ("base", "surcharge", "subsidy", "own_share"):
        assert getattr(premium, name) == made.get(name, 0)


def test_every_kind_of_step_has_a_formula_and_a_code_of_its_own() -> None:
    codes = [kind.code for kind in STEP_KINDS]
    assert sorted(codes) == sorted(FORMULAS)
    assert {name.name for kind in STEP_KINDS for name in kind.inputs} >= FROM_THE_PACK


@settings(max_examples=200)
@given(households())
def test_every_amount_can_be_recomputed_from_its_steps(household: Household) -> None:
    settlement = household.settle()
    people = {each.id: each for each in household.case.members}
    periods = {each.id: each.coverage for each in settlement.members}
    for each in settlement.members:
        check_member(settlement, people[each.id], each.coverage, each.premium)
    for bill, result, before in runs(settlement):
        check_bill(bill, result, people[bill.member], periods[bill.member], before)
        check_ledger(bill, result, before)


@settings(max_examples=60)
@given(households())
def test_ends_and_sums_follow_from_the_bills(household: Household) -> None:
    settlement = household.settle()
    owner = owners(household.case)
    last = {each.id: each.used_before for each in household.case.members}
    for bill, result, _ in runs(settlement):
        last[owner[bill.member].id] = result.ledger
    for each in settlement.members:
        assert (each.ledger_owner, each.ledger) == (owner[each.id].id, last[owner[each.id].id])
        own = [result for result in settlement.bills if result.member == each.id]
        for name, amount in each.totals._asdict().items():
            assert amount == sum(getattr(result, name) for result in own)
    for name, amount in settlement.totals._asdict().items():
        assert amount == sum(getattr(result, name) for result in settlement.bills)
    for name, amount in settlement.out_of_pocket_parts._asdict().items():
        assert amount == sum(getattr(result.out_of_pocket_parts, name) for result in settlement.bills)
    assert settlement.premium_own_share == sum(each.premium.own_share for each in settlement.members)
