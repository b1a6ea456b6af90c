"""Premium and subsidy of a member (R9, R10)."""

from datetime import date

from desktop_app.engine.case import AssistanceCategory, Member, NewbornIndependent, Standard, Tier
from desktop_app.engine.coverage import paid_as_newborn
from desktop_app.engine.policy import Amount, Basis, Policy, Surcharge
from desktop_app.engine.result import Coverage, Premium, Step
from desktop_app.engine.steps import PREMIUM_BASE, PREMIUM_OWN_SHARE, PREMIUM_SUBSIDY, PREMIUM_SURCHARGE


def premium(member: Member, coverage: Coverage, policy: Policy) -> Premium:
    """Find what is due for a member's year: nothing for one not enrolled or with guardian (R8)."""
    enrolment = member.enrolment
    if member.tier is None or not isinstance(enrolment, Standard | NewbornIndependent):
        return Premium()
    base = policy.premium.base[member.tier]
    surcharge, provisions = _surcharge(member, enrolment.paid_on, coverage, policy)
    category, subsidy = _highest_subsidy(member, member.tier, policy)
    steps = [Step(PREMIUM_BASE, base.figure, (base,), provisions)]
    if surcharge is not None:
        steps.append(Step(PREMIUM_SURCHARGE, surcharge.figure, (surcharge,)))
    if subsidy is not None:
        cited = _subsidy_provisions(member, surcharge, policy)
        steps.append(Step(PREMIUM_SUBSIDY, subsidy.figure, (subsidy,), cited))
    amounts = (base.figure, surcharge.figure if surcharge else 0, subsidy.figure if subsidy else 0)
    due, late, subsidised = amounts
    steps.append(Step(PREMIUM_OWN_SHARE, due + late - subsidised, amounts))
    unstated = subsidy is None and any(
        policy.premium.subsidy[each][member.tier] is None for each in member.assistance_categories
    )
    return Premium(*amounts, category, ("no_subsidy_stated_for_tier",) if unstated else (), tuple(steps))


def _surcharge(
    member: Member, paid_on: date, coverage: Coverage, policy: Policy
) -> tuple[Amount | None, tuple[Basis, ...]]:
    """Find the public subsidy to be borne for a late payment, or the provisions that spare it (R9)."""
    due = _surcharge_on(paid_on, policy)
    if not coverage.covered:
        return None, (policy.provisions.outside_windows_base_premium,)
    if due is None:
        return None, ()
    if paid_as_newborn(member, policy):
        return None, (policy.provisions.newborn_base_premium,)
    return due.amount, ()


def _surcharge_on(paid_on: date, policy: Policy) -> Surcharge | None:
    return next((each for each in policy.premium.surcharges if each.first <= paid_on <= each.last), None)


def _highest_subsidy(
    member: Member, tier: Tier, policy: Policy
) -> tuple[AssistanceCategory | None, Amount | None]:
    """Choose the category with the highest subsidy; between equal ones the first named (R10)."""
    best: tuple[AssistanceCategory | None, Amount | None] = (None, None)
    for category in member.assistance_categories:
        subsidy = policy.premium.subsidy[category][tier]
        if subsidy is not None and (best[1] is None or subsidy.figure > best[1].figure):
            best = (category, subsidy)
    return best


def _subsidy_provisions(member: Member, surcharge: Amount | None, policy: Policy) -> tuple[Basis, ...]:
    several = (policy.provisions.highest_subsidy,) if len(member.assistance_categories) > 1 else ()
    late = (policy.provisions.surcharge_borne_in_full,) if surcharge is not None else ()
    return several + late
