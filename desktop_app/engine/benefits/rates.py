"""Inpatient rates and table deductibles, which other benefits use as well (R12 to R15)."""

from desktop_app.engine.age import adult_on_step, is_minor
from desktop_app.engine.case import LEVELS, Bill
from desktop_app.engine.money import WHOLE, BasisPoints, Fen
from desktop_app.engine.patient import Patient
from desktop_app.engine.policy import Basis, Policy
from desktop_app.engine.result import Step
from desktop_app.engine.steps import INPATIENT_RATE, MINOR_RATE, TABLE_DEDUCTIBLE, TCM_TABLE_DEDUCTIBLE


def inpatient_rate(
    bill: Bill,
    patient: Patient,
    policy: Policy,
    why: tuple[Basis, ...] = (),
    for_minor: tuple[Basis, ...] = (),
) -> tuple[BasisPoints, tuple[Step, ...]]:
    """Rate of tier and level, with a minor's points (R12, R14).

    ``why`` is cited with it, and ``for_minor`` besides where the points are given.
    """
    base = policy.inpatient.rate[patient.tier][bill.institution.level]
    if not is_minor(patient.member.birth_date, bill.service_date, policy):
        return base.figure, (Step(INPATIENT_RATE, base.figure, (base,), why),)
    if patient.with_guardian:
        provisions = (*why, policy.provisions.no_minor_points_with_guardian)
        return base.figure, (Step(INPATIENT_RATE, base.figure, (base,), provisions),)
    points = policy.minor.points
    rate = min(WHOLE, base.figure + points.figure)
    steps = (
        adult_on_step(patient.member.birth_date, policy),
        Step(MINOR_RATE, rate, (base, points), (*why, *for_minor)),
    )
    return rate, steps


def table_deductible(bill: Bill, policy: Policy) -> tuple[Fen, Step]:
    """Deductible of the level, at a TCM institution of the level it counts as (R12, R13)."""
    level = bill.institution.level
    if bill.institution.type == "tcm":
        counts_as = policy.tcm.deductible_level[level]
        if counts_as.figure != level:
            value = policy.inpatient.deductible[LEVELS[counts_as.figure - 1]]
            return value.figure, Step(TCM_TABLE_DEDUCTIBLE, value.figure, (counts_as, value))
    value = policy.inpatient.deductible[level]
    return value.figure, Step(TABLE_DEDUCTIBLE, value.figure, (value,))
