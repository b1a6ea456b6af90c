"""What the question of the tiers is asked of: the pack's year, and the further stay of a hard year."""

from desktop_app.planning.tiers import TierPlan
from desktop_app.planning.years import FurtherStay
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.wording.plan_tiers import TierWords


def tier_words(given: PlanInput) -> TierWords:
    """Ask of the coming year, where there is a pack and the clerk does not look back; else of this one."""
    coming = given.policy_of(given.policy.year + 1)
    policy = given.policy if coming is None or given.choices.this_year else coming
    return TierWords(TierPlan(given.case, policy), given.names, given.wording, only_this=coming is None)


def further_stay(given: PlanInput) -> FurtherStay:
    """The stay the clerk has set, else one of the first member."""
    members = [member.id for member in given.case.members]
    chosen = given.choices.hard_member
    return FurtherStay(chosen if chosen in members else members[0], given.choices.hard_expense)
