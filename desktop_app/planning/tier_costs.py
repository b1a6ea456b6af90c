"""What those who share a ledger pay in the year on either tier: ledgers do not touch each other."""

from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.engine.case import TIERS, Case, NotEnrolled, Tier
from desktop_app.engine.money import Fen
from desktop_app.engine.policy import Policy
from desktop_app.engine.settle import ledger_owner, settle
from desktop_app.planning.compare import Choice, choose
from desktop_app.planning.variants import member_of, only, sharers
from desktop_app.planning.years import FurtherStay, hard_year


class Cost(NamedTuple):
    """What a year costs, in fen."""

    premium_own_share: Fen = 0
    out_of_pocket: Fen = 0

    @property
    def sum(self) -> Fen:
        """Premium and out-of-pocket together."""
        return self.premium_own_share + self.out_of_pocket

    def plus(self, other: "Cost") -> "Cost":
        """Add what others pay."""
        return Cost(
            self.premium_own_share + other.premium_own_share, self.out_of_pocket + other.out_of_pocket
        )


class SharedLedger(NamedTuple):
    """A member insured in its own right and the newborns insured with it (R8), itself among them."""

    owner: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LedgerTiers:
    """Both tiers for those who share a ledger. ``current`` None: the owner is not enrolled now.

    ``offered``: whether there is a choice; who is not enrolled in the case has none, and pays the same on
    both.
    """

    ledger: SharedLedger
    current: Tier | None
    offered: bool
    costs: dict[Tier, Cost]

    @property
    def cheaper(self) -> Tier:
        """The tier that costs less; between equal ones the current, else the first."""
        return min(TIERS, key=lambda tier: (self.costs[tier].sum, tier != self.current))

    @property
    def saving(self) -> Fen:
        """By how much."""
        first, second = (self.costs[tier].sum for tier in TIERS)
        return abs(first - second)


class TierCosts:
    """Settles each ledger of a household on each tier, once, when it is first asked for."""

    def __init__(self, case: Case, policy: Policy, current: dict[str, Tier | None]) -> None:
        """``current``: the tier each member is on now (``current_tier``)."""
        self.case = case
        self.policy = policy
        self.current = current
        self._known: dict[tuple[SharedLedger, Tier], Cost] = {}

    def ledgers(self) -> tuple[SharedLedger, ...]:
        """List the ledgers of the case, in the order of their owners."""
        owners = [member.id for member in self.case.members if ledger_owner(member) == member.id]
        return tuple(SharedLedger(owner, sharers(self.case, owner)) for owner in owners)

    def tiers(self, ledger: SharedLedger) -> LedgerTiers:
        """Compare both tiers of a ledger, be it one of the case or one that its newborns could share."""
        return LedgerTiers(
            ledger,
            self.current[ledger.owner],
            not isinstance(member_of(self.case, ledger.owner).enrolment, NotEnrolled),
            {tier: self.cost(ledger, tier) for tier in TIERS},
        )

    def with_stay(self, stay: FurtherStay) -> "TierCosts":
        """Let a further stay come; what it does not touch is not settled again."""
        return _CostsWithStay(self, stay)

    def cost(self, ledger: SharedLedger, tier: Tier) -> Cost:
        """What those who share a ledger pay together on a tier."""
        key = ledger, tier
        if key not in self._known:
            self._known[key] = self._settled(ledger, tier)
        return self._known[key]

    def _settled(self, ledger: SharedLedger, tier: Tier) -> Cost:
        case = only(self.case, ledger.members)
        for member in ledger.members:
            if member != ledger.owner:
                case = choose(case, member, Choice(guardian=ledger.owner), self.policy)
        if not isinstance(member_of(case, ledger.owner).enrolment, NotEnrolled):
            case = choose(case, ledger.owner, Choice(tier), self.policy)
        settlement = settle(case, self.policy)
        return Cost(settlement.premium_own_share, settlement.totals.out_of_pocket)


class _CostsWithStay(TierCosts):
    """A household with a further stay, beside the same without it."""

    def __init__(self, without: TierCosts, stay: FurtherStay) -> None:
        super().__init__(hard_year(without.case, stay), without.policy, without.current)
        self._without = without
        self._stay = stay

    def cost(self, ledger: SharedLedger, tier: Tier) -> Cost:
        """What those who share a ledger pay together on a tier."""
        touched = self._stay.member in ledger.members
        return super().cost(ledger, tier) if touched else self._without.cost(ledger, tier)
