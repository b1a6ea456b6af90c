"""The household's best combination of tiers and newborn routes, found exactly.

Given how its newborns are insured, a household falls into ledgers that do not touch each other: of each the
cheaper tier is the best. So only the routes of the newborns have to be tried in all combinations.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from desktop_app.engine.case import Tier
from desktop_app.engine.settle import ledger_owner
from desktop_app.planning.compare import Choice, possible_guardians
from desktop_app.planning.tier_costs import Cost, LedgerTiers, SharedLedger, TierCosts


class Combination(NamedTuple):
    """A choice for each member who has one, and what the household then pays in the year."""

    choices: Mapping[str, Choice]
    cost: Cost
    rerouted: int
    """How many newborns are insured in another way than now."""


def best_combination(costs: TierCosts) -> Combination:
    """Find the combination that costs least; between equal ones the fewest changes of newborns' routes."""
    found = (_settled(costs, routes) for routes in _all_routes(costs))
    return min(found, key=lambda each: (each.cost.sum, each.rerouted))


def all_on(ledgers: tuple[LedgerTiers, ...], tier: Tier) -> Cost:
    """What the household pays with everybody on a tier."""
    return _sum(ledger.costs[tier] for ledger in ledgers)


def as_now(ledgers: tuple[LedgerTiers, ...]) -> Cost | None:
    """What the household pays with everybody on the current tier; None: not all who may choose have one."""
    if any(ledger.offered and ledger.current is None for ledger in ledgers):
        return None
    return _sum(ledger.costs[ledger.current or ledger.cheaper] for ledger in ledgers)


def _all_routes(costs: TierCosts) -> Iterator[Mapping[str, str]]:
    """Say in all possible ways whose ledger each member's bills run on."""
    case, now = costs.case, _owners_now(costs)
    routes = {
        member.id: (member.id, *guardians)
        for member in case.members
        if (guardians := possible_guardians(case, member, costs.policy))
    }
    for taken in product(*routes.values()):
        yield now | dict(zip(routes, taken, strict=True))


def _owners_now(costs: TierCosts) -> dict[str, str]:
    return {member.id: ledger_owner(member) for member in costs.case.members}


def _settled(costs: TierCosts, owners: Mapping[str, str]) -> Combination:
    """Put each ledger on its cheaper tier."""
    ledgers = [
        SharedLedger(owner, tuple(member for member in owners if owners[member] == owner))
        for owner in dict.fromkeys(owners.values())
    ]
    compared = {ledger.owner: costs.tiers(ledger) for ledger in ledgers}
    choices = {
        member: Choice(compared[owner].cheaper) if member == owner else Choice(guardian=owner)
        for member, owner in owners.items()
        if compared[owner].offered or member != owner
    }
    cost = _sum(each.costs[each.cheaper] for each in compared.values())
    rerouted = sum(owner != owners[member] for member, owner in _owners_now(costs).items())
    return Combination(choices, cost, rerouted)


def _sum(costs: Iterator[Cost]) -> Cost:
    total = Cost()
    for cost in costs:
        total = total.plus(cost)
    return total
