"""Which tier to choose, in words: the household's best choice in three years, and what it rests on."""

from collections.abc import Iterator, Mapping
from datetime import date

from desktop_app.engine.case import TIERS
from desktop_app.planning.tiers import TierPlan, TierYear
from desktop_app.planning.years import FurtherStay
from desktop_app.wording.plan_text import PlanText, joined
from desktop_app.wording.plan_tier_names import TierNames
from desktop_app.wording.plan_tier_notes import tier_notes
from desktop_app.wording.plan_tier_tables import sums_table
from desktop_app.wording.plan_tier_turns import turn_sentences
from desktop_app.wording.sentences import Wording


class TierWords:
    """The words of one plan; ``names`` of the members by id.

    ``only_this``: there is no pack of the coming year, so that the plan can only be of the case's own.
    """

    def __init__(
        self, plan: TierPlan, names: Mapping[str, str], wording: Wording, *, only_this: bool = False
    ) -> None:
        self.plan = plan
        self.said = TierNames(plan, names, wording)
        self._only_this = only_this
        self._names = names
        self._wording = wording

    def best(self, year: TierYear, stay: FurtherStay) -> str:
        """State the household's best choice in a year."""
        of = self.plan.policy.year
        if not year.best.choices:
            return self._wording.text("plan_tiers.lead.nobody", year=of)
        fields = {"kind": self.said.kind(year.kind, stay), "choice": self.said.choice(year.best)}
        return self._wording.text("plan_tiers.lead.best", year=of, **fields)

    def costs(self, year: TierYear) -> str:
        """Say what the best choice costs and what it saves; nothing where there is no choice."""
        if not year.best.choices:
            return ""
        cost, money, text = year.best.cost, self._wording.money, self._wording.text
        premium, own = map(money, cost)
        total = text("plan_tiers.lead.total", premium=premium, own=own, cost=money(cost.sum))
        sentences = [total, *self._savings(year)]
        if year.best.rerouted:
            sentences.append(text("plan_tiers.lead.routes"))
        return joined(sentences, self._wording)

    def remark(self) -> str:
        """Say that the year's policy is a draft, or that there is none of the coming year; else nothing."""
        policy, text = self.plan.policy, self._wording.text
        if self._only_this:
            return text("plan_tiers.year.only_this", coming=policy.year + 1, year=policy.year)
        return text("plan_tiers.note.draft", year=policy.year) if policy.draft else ""

    def turns(self) -> tuple[str, ...]:
        """Say of one stay in an otherwise quiet year from which expense on tier 2 pays off."""
        return tuple(turn_sentences(self.plan.turns, self._names, self._wording))

    def notes(self, today: date) -> tuple[str, ...]:
        """Say what was assumed."""
        return tuple(tier_notes(self.plan, self._names, today, self._wording))

    def text(self, stay: FurtherStay, today: date) -> PlanText:
        """Write the answer for paper: all three years, of the hard one only what its stay touches."""
        plan, hard = self.plan, self.plan.hard(stay)
        everybody = list(self._names)
        both = self._wording.text("plan_tiers.head.both", kind=self.said.kind("entered", stay))
        tables = (
            sums_table(plan.entered, both, self.said, everybody),
            sums_table(plan.quiet, self._outcome(plan.quiet, stay), self.said, everybody),
            sums_table(hard, self._outcome(hard, stay), self.said, [stay.member]),
        )
        lead = (self.best(plan.entered, stay), self.costs(plan.entered), self.remark())
        return PlanText(
            self._wording.text("planning.tiers.title"),
            tuple(sentence for sentence in lead if sentence),
            tables,
            (*self.turns(), joined(self.notes(today), self._wording)),
        )

    def _savings(self, year: TierYear) -> Iterator[str]:
        """Hold the best choice against the present one, and against everybody on one tier."""
        best, now, text = year.best.cost.sum, year.as_now, self._wording.text
        if now is not None:
            below = text("plan_tiers.lead.below_now", amount=self._wording.money(now.sum - best))
            yield below if now.sum > best else text("plan_tiers.lead.as_now")
        dearer = (tier for tier in TIERS if year.all_on[tier].sum > best)
        tier = next(dearer, None)
        if tier is not None and year.all_on[tier] != now:
            gap = self._wording.money(year.all_on[tier].sum - best)
            yield text("plan_tiers.lead.below_all", tier=self.said.tier(tier), amount=gap)

    def _outcome(self, year: TierYear, stay: FurtherStay) -> str:
        """Name a year and its best choice."""
        kind = self.said.kind(year.kind, stay)
        if not year.best.choices:
            return kind
        choice, cost = self.said.choice(year.best), self._wording.money(year.best.cost.sum)
        return self._wording.text("plan_tiers.lead.other", kind=kind, choice=choice, cost=cost)
