"""The planning questions, as the window asks them."""

import time
from itertools import cycle, product

from households import BILLS, MEMBERS, YEAR, household_year
from table import median, milliseconds, row

from desktop_app.cases.read import read_document
from desktop_app.engine.case import TIERS, Case, Tier
from desktop_app.engine.policy import Policy
from desktop_app.engine.settle import settle
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.planning.coming_year import in_year
from desktop_app.planning.tiers import TierPlan
from desktop_app.planning.variants import on_tier

HOUSEHOLDS, RUNS = 20, 5


def measure() -> None:
    """Measure each question on households that all differ."""
    _measure_tiers()


def _measure_tiers() -> None:
    """Find the best of all combinations of tiers, beside settling each of them."""
    policy = find_packs([shipped_folder()]).load("chongqing", YEAR + 1)
    cases = cycle([_case(seed) for seed in range(HOUSEHOLDS)])
    ours = median(lambda: TierPlan(next(cases), policy).entered, HOUSEHOLDS, time.process_time)
    every = median(lambda: _try_all(next(cases), policy), RUNS, time.process_time)
    name = f"all tiers, {MEMBERS} members, {BILLS} bills"
    combinations = len(TIERS) ** MEMBERS
    row(name, milliseconds(ours), f"beside {combinations} settlements", ours / every)


def _try_all(case: Case, policy: Policy) -> int:
    planned = in_year(case, policy)
    return min(_cost(planned, taken, policy) for taken in product(TIERS, repeat=MEMBERS))


def _cost(case: Case, taken: tuple[Tier, ...], policy: Policy) -> int:
    for member, tier in zip(case.members, taken, strict=True):
        case = on_tier(case, member.id, tier)
    settlement = settle(case, policy)
    return settlement.premium_own_share + settlement.totals.out_of_pocket


def _case(seed: int) -> Case:
    case = read_document(household_year(seed), lambda _region, _year: True)
    if not isinstance(case, Case):
        raise SystemExit(str(case))
    return case
