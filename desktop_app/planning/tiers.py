"""Which tier each member should choose: both tiers side by side in three years, and where it turns."""

from dataclasses import dataclass
from functools import cached_property, reduce
from typing import NamedTuple

from desktop_app.engine.case import TIERS, Case, Tier
from desktop_app.engine.money import Fen
from desktop_app.engine.policy import Policy
from desktop_app.engine.settle import ledger_owner, settle
from desktop_app.planning.break_even import Stretch, tier_curves
from desktop_app.planning.combination import Combination, all_on, as_now, best_combination
from desktop_app.planning.coming_year import current_tier, in_year
from desktop_app.planning.curve import MOST, NextBill
from desktop_app.planning.tier_costs import Cost, LedgerTiers, SharedLedger, TierCosts
from desktop_app.planning.variants import on_tier
from desktop_app.planning.years import STAY_IN, FurtherStay, YearKind, last_day, quiet_year


class TierYear(NamedTuple):
    """One of the three years: each ledger of the case, and the household as a whole."""

    kind: YearKind
    ledgers: tuple[LedgerTiers, ...]
    best: Combination
    all_on: dict[Tier, Cost]
    as_now: Cost | None
    """With the choices as they are now; None: not everybody has one."""


class TurnsAt(NamedTuple):
    """For which expense of one stay in an otherwise quiet year the second tier is the cheaper one, in fen."""

    ledger: SharedLedger
    stretches: tuple[Stretch, ...]
    max: Fen


@dataclass(frozen=True)
class TierPlan:
    """The question of the tiers for a checked case, in the year of a pack: its own or the coming one.

    ``case`` is the one as entered. Each year is settled when it is first asked for.
    """

    case: Case
    policy: Policy

    @cached_property
    def planned(self) -> Case:
        """The case in the year of the pack."""
        return in_year(self.case, self.policy)

    @property
    def hindsight(self) -> bool:
        """Whether the year is the case's own."""
        return self.case.policy_year == self.policy.year

    @cached_property
    def entered(self) -> TierYear:
        """The year as entered."""
        return _tier_year("entered", self._entered)

    @cached_property
    def quiet(self) -> TierYear:
        """The year without any bill."""
        return _tier_year("quiet", TierCosts(quiet_year(self.planned), self.policy, self._current))

    def hard(self, stay: FurtherStay) -> TierYear:
        """The year with a further stay: only the ledgers it touches are settled again."""
        return _tier_year("hard", self._entered.with_stay(stay))

    @cached_property
    def turns(self) -> tuple[TurnsAt, ...]:
        """Where it turns, for each ledger whose owner has the choice."""
        return tuple(self._turns(each.ledger) for each in self.quiet.ledgers if each.offered)

    @cached_property
    def unstated(self) -> tuple[str, ...]:
        """Members for whom no source states a subsidy on one of the tiers (R10)."""
        quiet = quiet_year(self.planned)
        results = (each for tier in TIERS for each in settle(_all_on(quiet, tier), self.policy).members)
        return tuple(dict.fromkeys(each.id for each in results if each.premium.notices))

    @cached_property
    def _current(self) -> dict[str, Tier | None]:
        return {member.id: current_tier(self.case, member) for member in self.case.members}

    @cached_property
    def _entered(self) -> TierCosts:
        return TierCosts(self.planned, self.policy, self._current)

    def _turns(self, ledger: SharedLedger) -> TurnsAt:
        case = quiet_year(self.planned)
        bill = NextBill(ledger.owner, "inpatient", STAY_IN, last_day(case), MOST)
        return TurnsAt(ledger, tier_curves(case, bill, self.policy).cheaper(TIERS[1]), MOST)


def _all_on(case: Case, tier: Tier) -> Case:
    owners = [member.id for member in case.members if ledger_owner(member) == member.id]
    return reduce(lambda changed, owner: on_tier(changed, owner, tier), owners, case)


def _tier_year(kind: YearKind, costs: TierCosts) -> TierYear:
    ledgers = tuple(map(costs.tiers, costs.ledgers()))
    return TierYear(
        kind,
        ledgers,
        best_combination(costs),
        {tier: all_on(ledgers, tier) for tier in TIERS},
        as_now(ledgers),
    )
