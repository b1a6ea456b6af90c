"""How the years, the choices and those who share a ledger are named where tiers are compared."""

from collections.abc import Iterable, Mapping

from desktop_app.engine.case import TIERS, Tier
from desktop_app.planning.combination import Combination
from desktop_app.planning.compare import Choice
from desktop_app.planning.tier_costs import LedgerTiers
from desktop_app.planning.tiers import TierPlan
from desktop_app.planning.years import FurtherStay, YearKind
from desktop_app.wording.sentences import Wording


class TierNames:
    """Names in one language; ``names`` of the members by id."""

    def __init__(self, plan: TierPlan, names: Mapping[str, str], wording: Wording) -> None:
        self.names = names
        self.wording = wording
        self._plan = plan

    def tier(self, tier: Tier) -> str:
        """Name a tier."""
        return self.wording.term("tier", tier)

    def joined(self, members: Iterable[str]) -> str:
        """Name some members."""
        return self.wording.text("members.list_mark").join(self.names[member] for member in members)

    def who(self, tiers: LedgerTiers) -> str:
        """Name those who share a ledger, and the tier they are on now."""
        name, text = self.joined(tiers.ledger.members), self.wording.text
        if tiers.current is not None:
            return text("plan_tiers.now", name=name, tier=self.tier(tiers.current))
        return text("plan_tiers.now_none", name=name) if tiers.offered else name

    def kind(self, kind: YearKind, stay: FurtherStay) -> str:
        """Name one of the three years."""
        text = self.wording.text
        match kind:
            case "entered":
                which = "this" if self._plan.hindsight else "coming"
                return text(f"plan_tiers.kind.entered_{which}", year=self._plan.case.policy_year)
            case "quiet":
                return text("plan_tiers.kind.quiet")
            case "hard":  # pragma: no branch (mypy holds that nothing else is left)
                expense = self.wording.money(stay.expense)
                return text("plan_tiers.kind.hard", member=self.names[stay.member], expense=expense)

    def in_list(self, kind: YearKind, best: Combination, stay: FurtherStay) -> tuple[str, str]:
        """Name one of the three years in few words, and its best choice; there a stay is told in full."""
        choice, text = self.choice(best), self.wording.text
        if kind != "hard":
            return self.kind(kind, stay), choice
        fields = {"member": self.names[stay.member], "expense": self.wording.money(stay.expense)}
        return text("plan_tiers.kind.hard_alone"), text("plan_tiers.kind.hard_stay", choice=choice, **fields)

    def choice(self, best: Combination) -> str:
        """Say a combination: who is on which tier, who is insured with whom."""
        chosen, text = set(best.choices.values()), self.wording.text
        if not chosen:
            return text("plan_tiers.choice.none")
        if len(best.choices) > 1 and len(chosen) == 1 and (tier := min(chosen).tier) is not None:
            return text("plan_tiers.choice.all", tier=self.tier(tier))
        said = (self._chosen(best, each) for each in sorted(chosen, key=_order))
        return text("plan_tiers.choice.mark").join(said)

    def _chosen(self, best: Combination, choice: Choice) -> str:
        names = self.joined(member for member, each in best.choices.items() if each == choice)
        if choice.guardian is not None:
            guardian = self.names[choice.guardian]
            return self.wording.text("plan_tiers.choice.guardian", names=names, guardian=guardian)
        return self.wording.text(
            "plan_tiers.choice.tier", names=names, tier=self.tier(choice.tier or TIERS[0])
        )


def _order(choice: Choice) -> tuple[int, str]:
    """Tiers before guardians."""
    return choice.tier or len(TIERS) + 1, choice.guardian or ""
