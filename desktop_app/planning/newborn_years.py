"""A newborn's premium in the year after its birth, when no guardian covers it any more (R7 to R9)."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from desktop_app.engine.case import TIERS, Member, NewbornIndependent, Standard, Tier
from desktop_app.engine.coverage import coverage, newborn_last_day
from desktop_app.engine.money import Fen
from desktop_app.engine.policy import Policy
from desktop_app.engine.premium import premium
from desktop_app.planning.coming_year import first_window


class NextYear(NamedTuple):
    """The own share by tier in the year after the birth, and until when it gives coverage all year."""

    policy: Policy
    own_share: dict[Tier, Fen]
    first: date
    last: date


def next_year(child: Member, policy: Policy) -> NextYear:
    """Find what the child owes under the pack of the year after its birth.

    Paid within the newborn's days where they reach into that year, else in the year's first window.
    """
    last_day = newborn_last_day(child.birth_date, policy)
    window = first_window(policy)
    within = last_day.year == policy.year
    enrolment = NewbornIndependent(last_day) if within else Standard(window.last)
    shares = {tier: _own_share(replace(child, enrolment=enrolment, tier=tier), policy) for tier in TIERS}
    return NextYear(policy, shares, window.first, last_day if within else window.last)


def _own_share(child: Member, policy: Policy) -> Fen:
    return premium(child, coverage(child, {}, policy), policy).own_share
