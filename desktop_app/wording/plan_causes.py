"""What a cause behind a statement's difference means, and what to ask or check."""

from typing import NamedTuple

from desktop_app.engine.case import TIERS, Institution
from desktop_app.planning.statement import Reconciliation
from desktop_app.planning.statement_causes import (
    Cause,
    DeductibleTwice,
    Fitting,
    MinorTerms,
    NoDeductible,
    NoTcmPoints,
    OtherInstitution,
    OtherTier,
    PaidByOthers,
    TcmPart,
    UsedElsewhere,
)
from desktop_app.wording.sentences import Wording

_WITHOUT_FIGURES: dict[type[Cause], str] = {
    NoTcmPoints: "no_tcm",
    DeductibleTwice: "deductible_twice",
    NoDeductible: "no_deductible",
}
_OTHERS = ("medical_assistance", "other")


class Insured(NamedTuple):
    """Whose tier and ledger a bill runs on: the name, and whether it is the guardian's (R8)."""

    name: str
    guardian: bool


class CauseWords(NamedTuple):
    """A cause in a sentence, and in another what to do about it."""

    said: str
    ask: str


def cause_words(cause: Cause, found: Reconciliation, insured: Insured, wording: Wording) -> CauseWords:
    """Say a cause of a bill's difference."""
    code, fields = _said(cause, found, insured, wording)
    key = f"plan_statement.cause.{code}"
    return CauseWords(wording.text(f"{key}.said", **fields), wording.text(f"{key}.ask"))


def _said(
    cause: Cause, found: Reconciliation, insured: Insured, wording: Wording
) -> tuple[str, dict[str, str]]:
    """Give the sentence's code and its fields."""
    match cause:
        case OtherInstitution(institution):
            return _institution(institution, found.bill.institution, wording)
        case OtherTier(tier):
            entered = next(each for each in TIERS if each != tier)
            names = {"tier": wording.term("tier", tier), "entered": wording.term("tier", entered)}
            return "tier", {"member": insured.name, **names}
        case MinorTerms(given):
            if not given:
                return "no_minor", {}
            return ("minor_newborn" if insured.guardian else "minor"), {}
        case TcmPart(part):
            entered_part = wording.money(found.bill.tcm_eligible)
            return "tcm_part", {"amount": fitting_text(part, wording), "entered": entered_part}
        case UsedElsewhere(accumulator, amount):
            ledger = wording.term("ledger", accumulator)
            return "used", {"ledger": ledger, "amount": fitting_text(amount, wording)}
        case PaidByOthers(amount=paid):
            return _others(cause, found), {"amount": wording.money(paid)}
    return _WITHOUT_FIGURES[type(cause)], {}


def fitting_text(amount: Fitting, wording: Wording) -> str:
    """Write an amount, or from which to which it may be."""
    low = wording.money(amount.low)
    if amount.high is None:
        return wording.text("plan_statement.or_more", low=low)
    if amount.high == amount.low:
        return low
    bare = wording.amount(amount.low)
    return wording.text("plan_statement.from", low=bare, high=wording.money(amount.high))


def _institution(other: Institution, entered: Institution, wording: Wording) -> tuple[str, dict[str, str]]:
    level, entered_level = (wording.term("level", each.level) for each in (other, entered))
    type_, entered_type = (wording.term("institution_type", each.type) for each in (other, entered))
    if other.type == entered.type:
        return "level", {"level": level, "entered": entered_level}
    if other.level == entered.level:
        return "type", {"type": type_, "entered": entered_type}
    fields = {"level": level, "type": type_, "entered_level": entered_level, "entered": entered_type}
    return "level_and_type", fields


def _others(cause: PaidByOthers, found: Reconciliation) -> str:
    first = found.first_difference
    if first is not None and first.line in _OTHERS:
        return "others_differ"
    return "others_missing" if cause.known_from == "missing" else "others_deducted"
