"""The ledger: what a person has used up of the year's deductibles, limits and caps.

It goes into every benefit and comes out of it as a value. A newborn with guardian shares the guardian's (R8).
The field names are those of ``used_before`` in the interchange format.
"""

from typing import NamedTuple

from desktop_app.engine.money import Fen


class Ledger(NamedTuple):
    """Accumulators of one policy year, in fen."""

    outpatient_paid: Fen = 0
    outpatient_deductible: Fen = 0
    chronic_paid: Fen = 0
    basic_fund: Fen = 0
    major_deductible: Fen = 0
    prenatal_paid: Fen = 0
    critical_illness_base: Fen = 0
    critical_illness_paid: Fen = 0


UNUSED = Ledger()
