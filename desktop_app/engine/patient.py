"""Whose terms a bill is settled on: the patient's own, or the guardian's (R8)."""

from collections.abc import Mapping
from typing import NamedTuple

from desktop_app.engine.case import Member, NewbornWithGuardian, Tier
from desktop_app.engine.policy import CriticalIllnessTerms, Policy


class Patient(NamedTuple):
    """A member as a patient.

    ``insured`` gives tier, assistance categories and ledger; age and diseases stay the member's own (R8).
    """

    member: Member
    insured: Member
    tier: Tier
    critical_illness: CriticalIllnessTerms

    @property
    def with_guardian(self) -> bool:
        """Whether the patient is a newborn that shares the guardian's coverage (R8)."""
        return self.member is not self.insured

    @property
    def diseases(self) -> int:
        """Number of distinct recognised special diseases, chronic and major together (R17)."""
        return len({*self.member.chronic_diseases, *self.member.major_diseases})


def patient(member: Member, members: Mapping[str, Member], policy: Policy) -> Patient:
    """See a member as a patient; ValueError where a case was not checked and nobody has a tier."""
    enrolment = member.enrolment
    insured = members[enrolment.guardian] if isinstance(enrolment, NewbornWithGuardian) else member
    if insured.tier is None:
        raise ValueError("only a newborn with guardian may have no tier")
    assisted = not set(policy.critical_illness.assisted_categories).isdisjoint(insured.assistance_categories)
    terms = policy.critical_illness.assisted if assisted else policy.critical_illness.ordinary
    return Patient(member, insured, insured.tier, terms)
