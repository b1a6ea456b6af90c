"""What has been paid for each member against the caps of both tiers: figures only, no drawing."""

from typing import Literal, NamedTuple

from desktop_app.engine.case import TIERS, Tier
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import patient
from desktop_app.engine.policy import CriticalIllnessTerms, Policy
from desktop_app.engine.result import Settlement


class CapLevel(NamedTuple):
    """A level of payments, in fen: basic cap (R16), or annual limit, critical illness insurance included."""

    kind: Literal["basic_cap", "annual_limit"]
    tier: Tier
    amount: Fen
    own: bool
    """Whether it is the level of the members' own tier."""


class LedgerBars(NamedTuple):
    """One ledger's year in fen: payments that count towards the caps, payments that do not, out-of-pocket.

    Payments towards the caps include ``used_before``; the others are of the bills alone.
    """

    owner: str
    members: tuple[str, ...]
    """Who shares the ledger, the owner first (R8)."""
    basic_fund: Fen
    critical_illness: Fen
    outside_caps: Fen
    """Outpatient, chronic outpatient and maternity benefit (R11, R17, R22)."""
    out_of_pocket: Fen
    levels: tuple[CapLevel, ...]
    uncapped: bool
    """Whether critical illness insurance has no cap for them (R21)."""


def ledger_bars(settlement: Settlement) -> tuple[LedgerBars, ...]:
    """Add up each ledger's year, in the case's order of owners. Without coverage: no levels."""
    case = settlement.case
    members = {member.id: member for member in case.members}
    results = {result.id: result for result in settlement.members}
    owners = dict.fromkeys(result.ledger_owner for result in settlement.members)
    rows = []
    for owner in (member.id for member in case.members if member.id in owners):
        sharing = (owner, *(r.id for r in settlement.members if r.ledger_owner == owner and r.id != owner))
        own_terms = patient(members[owner], members, settlement.policy)
        ledger = results[owner].ledger
        bills = [bill for bill in settlement.bills if bill.member in sharing]
        paid = sum(bill.basic_fund + bill.maternity for bill in bills)
        counted = ledger.basic_fund - members[owner].used_before.basic_fund
        covered = results[owner].coverage.covered
        terms = own_terms.critical_illness
        rows.append(
            LedgerBars(
                owner=owner,
                members=sharing,
                basic_fund=ledger.basic_fund,
                critical_illness=ledger.critical_illness_paid,
                outside_caps=paid - counted,
                out_of_pocket=sum(bill.out_of_pocket for bill in bills),
                levels=_levels(settlement.policy, terms, own_terms.tier) if covered else (),
                uncapped=covered and terms.cap is None,
            )
        )
    return tuple(rows)


def _levels(policy: Policy, terms: CriticalIllnessTerms, own_tier: Tier) -> tuple[CapLevel, ...]:
    caps = [
        CapLevel("basic_cap", tier, policy.inpatient.basic_cap[tier].figure, tier == own_tier)
        for tier in TIERS
    ]
    if terms.cap is None:
        return tuple(caps)
    extra = terms.cap.figure
    return (*caps, *(level._replace(kind="annual_limit", amount=level.amount + extra) for level in caps))
