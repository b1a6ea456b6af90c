"""Why the family pays, and who paid the rest."""

from typing import NamedTuple

from desktop_app.engine.money import Fen
from desktop_app.engine.result import OutOfPocketParts, Settlement
from desktop_app.wording.sentences import Wording


class Cause(NamedTuple):
    """One cause of out-of-pocket, in fen; below zero where it is taken off, so that all sum up."""

    code: str
    sentence: str
    amount: Fen


class Payer(NamedTuple):
    """One who paid a share, in fen."""

    code: str
    sentence: str
    amount: Fen


def causes(parts: OutOfPocketParts, wording: Wording) -> tuple[Cause, ...]:
    """Say why the family pays: the causes that are not zero, in the order of the settlement statement."""
    return tuple(
        Cause(code, wording.part(code), -amount if code.startswith("less_") else amount)
        for code, amount in parts._asdict().items()
        if amount
    )


def payers(settlement: Settlement, wording: Wording, member: str | None = None) -> tuple[Payer, ...]:
    """Say who paid the rest, of the whole household or of one member's bills: those who paid anything.

    Medical assistance and other payers are as entered: they are not part of the sum of R1.
    """
    results = [bill for bill in settlement.bills if member in (None, bill.member)]
    entered = [bill.other_payers for bill in settlement.case.bills if member in (None, bill.member)]
    amounts = {
        "basic_fund": sum(bill.basic_fund for bill in results),
        "critical_illness": sum(bill.critical_illness for bill in results),
        "maternity": sum(bill.maternity for bill in results),
        "medical_assistance": sum(others.medical_assistance for others in entered),
        "other": sum(others.other for others in entered),
    }
    return tuple(
        Payer(code, wording.text(f"parts.payer.{code}"), amount) for code, amount in amounts.items() if amount
    )
