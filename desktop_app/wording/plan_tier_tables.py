"""Both tiers of each ledger side by side, as tables."""

from collections.abc import Callable, Iterable

from desktop_app.engine.case import TIERS
from desktop_app.engine.money import Fen
from desktop_app.planning.tier_costs import Cost, LedgerTiers
from desktop_app.planning.tiers import TierYear
from desktop_app.wording.plan_text import PlanColumn, PlanRow, PlanTable
from desktop_app.wording.plan_tier_names import TierNames


def whole_table(year: TierYear, said: TierNames) -> PlanTable:
    """Put premium, out-of-pocket and sum of each tier side by side, and say which costs less by how much."""
    return _table("", ("premium", "own", "sum"), year, said, lambda cost: (*cost, cost.sum))


def sums_table(year: TierYear, title: str, said: TierNames, members: Iterable[str]) -> PlanTable:
    """Put the sums alone side by side, as paper has room for; in a quiet year they are the premiums.

    ``members``: whose ledgers are listed.
    """
    head = "premium" if year.kind == "quiet" else "tier_sum"
    shown = tuple(each for each in year.ledgers if not set(members).isdisjoint(each.ledger.members))
    return _table(title, (head,), year._replace(ledgers=shown), said, lambda cost: (cost.sum,))


def _table(
    title: str,
    heads: tuple[str, ...],
    year: TierYear,
    said: TierNames,
    amounts: Callable[[Cost], tuple[Fen, ...]],
) -> PlanTable:
    text = said.wording.text
    columns = (
        PlanColumn(text("plan_tiers.head.member"), amount=False),
        *(
            PlanColumn(text(f"plan_tiers.head.{head}", tier=said.tier(tier)))
            for tier in TIERS
            for head in heads
        ),
        PlanColumn(text("plan_tiers.head.cheaper")),
    )
    rows = tuple(
        PlanRow(
            (
                said.who(tiers),
                *(said.wording.amount(each) for tier in TIERS for each in amounts(tiers.costs[tier])),
                _cheaper(tiers, said),
            )
        )
        for tiers in year.ledgers
    )
    return PlanTable(title, columns, rows)


def _cheaper(tiers: LedgerTiers, said: TierNames) -> str:
    text = said.wording.text
    if not tiers.offered:
        return text("plan_tiers.cheaper.none")
    if not tiers.saving:
        return text("plan_tiers.cheaper.same")
    amount = said.wording.amount(tiers.saving)
    return text("plan_tiers.cheaper.tier", tier=said.tier(tiers.cheaper), amount=amount)
