"""Which of the further fields apply to a kind of bill."""

from desktop_app.draft.model import DraftBill, unknown_amount

FURTHER = ("settlement_date", "institution_type", "tcm_eligible", "medical_assistance", "other_payer")
"""Fields of the detail pane, in order."""

_STAYS = frozenset(("inpatient", "natural_delivery", "caesarean"))
_WITH_TCM_POINTS = frozenset(
    ("inpatient", "caesarean", "chronic_outpatient", "major_outpatient", "negotiated_drug")
)
"""R15: kinds whose TCM part can earn points; R13 lowers the deductible of the same kinds."""
_TYPE_MATTERS = _WITH_TCM_POINTS | {"outpatient"}
"""R11: children's and maternal-and-child hospitals pay minors' outpatient bills."""


def applies(field: str, bill: DraftBill) -> bool:
    """Whether a further field is shown: it applies to the kind, or something stands in it already."""
    if getattr(bill, field) not in ("", "general") or unknown_amount(bill.unknown, field):
        return True
    match field:
        case "settlement_date":
            return bill.kind in _STAYS
        case "institution_type":
            return bill.kind in _TYPE_MATTERS
        case "tcm_eligible":
            return bill.kind in _WITH_TCM_POINTS
        case _:
            return True
