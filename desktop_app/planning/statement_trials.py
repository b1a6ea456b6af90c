"""The causes without an amount to be found, each as the engine settles the bill under it.

Only what a cause names is changed: the case, the pack or the ledger; every amount is the engine's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from desktop_app.engine.age import is_minor
from desktop_app.engine.case import (
    INSTITUTION_TYPES,
    LEVELS,
    TIERS,
    Bill,
    Case,
    Institution,
    Level,
    OtherPayers,
    Standard,
)
from desktop_app.engine.policy import Amount, Policy
from desktop_app.engine.result import BillResult
from desktop_app.engine.settle import settle
from desktop_app.planning.bill_alone import BillAlone, result_of
from desktop_app.planning.statement_causes import (
    Cause,
    DeductibleTwice,
    MinorTerms,
    NoDeductible,
    NoTcmPoints,
    OtherInstitution,
    OtherTier,
    PaidByOthers,
)
from desktop_app.planning.variants import on_tier, with_member


class Trial(NamedTuple):
    """A bill settled under a cause. ``after_others``: its out-of-pocket is the one after other payers."""

    cause: Cause
    others: OtherPayers
    result: BillResult
    after_others: bool = False


def trials(case: Case, this: BillAlone) -> Iterator[Trial]:
    """Try what needs no amount to be found, the likelier first; some may change nothing."""
    others = this.bill.other_payers
    yield from _elsewhere(this)
    for tier in TIERS:
        if tier != this.patient.tier:
            year = settle(on_tier(case, this.bill.member, tier), this.policy)
            yield Trial(OtherTier(tier), others, result_of(year, this.bill.id))
    for result in _minor_terms(case, this):
        yield Trial(MinorTerms(not _on_minor_terms(this)), others, result)
    no_points = this._replace(bill=replace(this.bill, tcm_eligible=0))
    yield Trial(NoTcmPoints(), others, no_points.settle())
    yield Trial(NoDeductible(), others, this._replace(policy=_deductible_times(0, this.policy)).settle())
    twice = this._replace(policy=_deductible_times(2, this.policy))
    once_more = this._replace(ledger=this.ledger._replace(outpatient_deductible=0, major_deductible=0))
    yield Trial(DeductibleTwice(), others, twice.settle())
    yield Trial(DeductibleTwice(), others, once_more.settle())
    yield from _paid_by_others(this)


def _elsewhere(this: BillAlone) -> Iterator[Trial]:
    """Settle at every other institution; of the types of a level that make no difference only one."""
    seen = {(this.bill.institution.level, this.settle()._replace(steps=()))}
    for institution in _institutions(this.bill.institution):
        result = this._replace(bill=replace(this.bill, institution=institution)).settle()
        figures = (institution.level, result._replace(steps=()))
        if figures not in seen:
            seen.add(figures)
            yield Trial(OtherInstitution(institution), this.bill.other_payers, result)


def _institutions(entered: Institution) -> list[Institution]:
    """List all others, first those of the same type, then those of the same level."""
    others = [Institution(level, type_, entered.name) for level, type_ in product(LEVELS, INSTITUTION_TYPES)]
    others.sort(key=lambda each: (each.type != entered.type, each.level != entered.level))
    return [each for each in others if each != entered]


def _on_minor_terms(this: BillAlone) -> bool:
    minor = is_minor(this.patient.member.birth_date, this.bill.service_date, this.policy)
    return minor and not this.patient.with_guardian


def _minor_terms(case: Case, this: BillAlone) -> Iterator[BillResult]:
    """Settle on the other terms, by another birth date: this bill alone, then all bills of the member."""
    service = this.bill.service_date
    adult_born = date(service.year - this.policy.minor.adult_age.figure - 1, 1, 1)
    member = this.patient.member
    other = replace(member, birth_date=adult_born if _on_minor_terms(this) else service)
    # Insured as its own guardian would be: the guardian's tier and ledger stay, only the points come (R8).
    yield this._replace(patient=this.patient._replace(member=other, insured=other)).settle()
    # Of a newborn the birth date decides coverage as well: it stays.
    if isinstance(member.enrolment, Standard):
        yield result_of(settle(with_member(case, other), this.policy), this.bill.id)


def _deductible_times(times: int, policy: Policy) -> Policy:
    return replace(
        policy,
        inpatient=replace(policy.inpatient, deductible=_times(times, policy.inpatient.deductible)),
        outpatient=replace(policy.outpatient, deductible=_times(times, policy.outpatient.deductible)),
    )


def _times(times: int, deductible: Mapping[Level, Amount]) -> Mapping[Level, Amount]:
    return {level: value._replace(figure=value.figure * times) for level, value in deductible.items()}


def _paid_by_others(this: BillAlone) -> Iterator[Trial]:
    """Take what others paid as printed, else as entered; the statement's out-of-pocket may be after it."""
    bill = this.bill
    printed = "medical_assistance" in bill.paid_on_statement or "other" in bill.paid_on_statement
    others = others_on_statement(bill)
    amount = others.medical_assistance + others.other
    if not amount:
        return
    result = this._replace(bill=replace(bill, other_payers=others)).settle()
    cause = PaidByOthers(amount, "printed" if printed else "entered")
    yield Trial(cause, others, result, after_others=True)
    if others != bill.other_payers:
        yield Trial(cause, others, result)


def others_on_statement(bill: Bill) -> OtherPayers:
    """What others paid: as the statement prints it, as entered where it prints nothing."""
    printed, entered = bill.paid_on_statement, bill.other_payers
    return OtherPayers(
        printed.get("medical_assistance", entered.medical_assistance), printed.get("other", entered.other)
    )
