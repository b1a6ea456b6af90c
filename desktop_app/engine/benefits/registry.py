"""Which benefit pays a bill of which kind, and which kinds enter critical illness insurance (R20)."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from desktop_app.engine.benefits.chronic import pay_chronic_outpatient
from desktop_app.engine.benefits.inpatient import pay_inpatient
from desktop_app.engine.benefits.major import pay_major_outpatient, pay_negotiated_drug
from desktop_app.engine.benefits.maternity import pay_caesarean, pay_natural_delivery, pay_prenatal
from desktop_app.engine.benefits.outpatient import pay_outpatient
from desktop_app.engine.benefits.payment import Payment
from desktop_app.engine.case import Bill, BillKind
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.money import Fen
from desktop_app.engine.patient import Patient
from desktop_app.engine.policy import Policy

Benefit: TypeAlias = Callable[[Bill, Fen, Patient, Ledger, Policy], Payment]

BENEFITS: Mapping[BillKind, Benefit] = {
    "outpatient": pay_outpatient,
    "inpatient": pay_inpatient,
    "chronic_outpatient": pay_chronic_outpatient,
    "major_outpatient": pay_major_outpatient,
    "negotiated_drug": pay_negotiated_drug,
    "prenatal": pay_prenatal,
    "natural_delivery": pay_natural_delivery,
    "caesarean": pay_caesarean,
}

CRITICAL_ILLNESS_KINDS: frozenset[BillKind] = frozenset(
    ("inpatient", "caesarean", "major_outpatient", "negotiated_drug")
)

FIXED_BENEFIT_KINDS: frozenset[BillKind] = frozenset(("prenatal", "natural_delivery"))
"""Kinds paid by maternity benefit alone, without deductible, rate or copayment (R22)."""
