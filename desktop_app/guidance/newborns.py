"""The newborns of a household and their last day to enrol in time (R7)."""

from datetime import date
from typing import NamedTuple

from desktop_app.engine.case import Member, NewbornIndependent, Standard
from desktop_app.engine.coverage import newborn_last_day
from desktop_app.engine.result import Settlement


class Newborn(NamedTuple):
    """A member for whom enrolment in time after the birth matters in the policy year."""

    member: Member
    last_day: date
    """The last day on which a payment counts from the birth."""

    @property
    def paid_in_time(self) -> bool:
        """Whether the child's own premium was paid by the last day."""
        enrolment = self.member.enrolment
        return isinstance(enrolment, Standard | NewbornIndependent) and enrolment.paid_on <= self.last_day

    @property
    def across_new_year(self) -> bool:
        """Whether the days to enrol in time reach into the year after the birth."""
        return self.last_day.year > self.member.birth_date.year

    @property
    def owes_birth_year(self) -> bool:
        """Whether the payment came in time but after the new year, and the birth year's is missing."""
        enrolment = self.member.enrolment
        return (
            isinstance(enrolment, NewbornIndependent)
            and self.member.birth_date.year < enrolment.paid_on.year
            and self.paid_in_time
            and not enrolment.birth_year_premium_paid
        )


def newborns(settlement: Settlement) -> tuple[Newborn, ...]:
    """Find the members born in the policy year, or so late the year before that their days reach into it."""
    year = settlement.case.policy_year
    members = settlement.case.members
    found = (Newborn(member, newborn_last_day(member.birth_date, settlement.policy)) for member in members)
    return tuple(each for each in found if each.member.birth_date.year <= year <= each.last_day.year)
