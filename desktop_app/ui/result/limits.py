"""What each limit of the year has left for a member: figures only, no drawing."""

from typing import Literal, NamedTuple, TypeAlias

from desktop_app.engine.benefits.chronic import chronic_limit
from desktop_app.engine.benefits.payment import remaining
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import patient
from desktop_app.engine.result import Settlement

LimitCode: TypeAlias = Literal["outpatient", "chronic", "basic_cap", "critical_illness", "prenatal"]
_BIRTH_KINDS = ("prenatal", "natural_delivery", "caesarean")


class LimitLeft(NamedTuple):
    """A limit of the year in fen and what has been used of it; ``limit`` None: there is no cap (R21)."""

    code: LimitCode
    limit: Fen | None
    used: Fen

    @property
    def left(self) -> Fen | None:
        """What is left; None: there is no cap."""
        return None if self.limit is None else remaining(self.limit, self.used)


def limits_left(settlement: Settlement, member: str) -> tuple[LimitLeft, ...]:
    """List a covered member's limits (R11, R16, R17, R20 to R22); with a guardian the shared ones (R8).

    Chronic outpatient only for who has a recognised chronic disease, prenatal care only where a birth shows.
    """
    members = {each.id: each for each in settlement.case.members}
    result = next(each for each in settlement.members if each.id == member)
    if not result.coverage.covered:
        return ()
    policy, ledger = settlement.policy, result.ledger
    who = patient(members[member], members, policy)
    cap = who.critical_illness.cap
    limits = [
        LimitLeft("outpatient", policy.outpatient.limit[who.tier].figure, ledger.outpatient_paid),
        LimitLeft("basic_cap", policy.inpatient.basic_cap[who.tier].figure, ledger.basic_fund),
        LimitLeft("critical_illness", None if cap is None else cap.figure, ledger.critical_illness_paid),
    ]
    if who.member.chronic_diseases:
        limits.append(LimitLeft("chronic", chronic_limit(who, policy), ledger.chronic_paid))
    births = any(bill.member == member and bill.kind in _BIRTH_KINDS for bill in settlement.case.bills)
    if births or (ledger.prenatal_paid and not who.with_guardian):
        limits.append(LimitLeft("prenatal", policy.maternity.prenatal_limit.figure, ledger.prenatal_paid))
    return tuple(limits)
