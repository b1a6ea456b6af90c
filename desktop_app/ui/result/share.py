"""The bills that an amount of the first screen comes from: a cause of out-of-pocket, or who paid."""

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.engine.case import Bill
from desktop_app.engine.money import Fen
from desktop_app.engine.result import BillResult, OutOfPocketParts
from desktop_app.ui.result.derivation_tree import derived_output
from desktop_app.ui.result.target import Answer, Target
from desktop_app.ui.result.view import View, card
from desktop_app.ui.widgets.line_list import Line

_FROM_OUTSIDE = ("medical_assistance", "other")


class ShareView(View):
    """One line a bill, with its part of the amount; it leads to how that part was made."""

    def __init__(self, answer: Answer, target: Target) -> None:
        super().__init__(answer)
        code = target.item
        lines = []
        for bill, (entered, result) in answer.bills.items():
            if amount := _amount(code, entered, result):
                name = self.wording.text(
                    "result.whose_bill", member=answer.names[entered.member], bill=answer.bill_name(bill)
                )
                to_bill = Target("bill", bill, derived_output(result.steps, code))
                lines.append(Line((name, self.wording.amount(amount)), to_bill))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card(self.line_list(self.wording.text("result.bills"), lines)))
        column.addStretch(1)


def share_name(code: str, answer: Answer) -> str:
    """Name a cause or a payer."""
    kind = "cause" if code in OutOfPocketParts._fields else "payer"
    return answer.wording.text(f"parts.{kind}.{code}")


def _amount(code: str, entered: Bill, result: BillResult) -> Fen:
    if code in _FROM_OUTSIDE:
        return getattr(entered.other_payers, code)
    if code in OutOfPocketParts._fields:
        amount = getattr(result.out_of_pocket_parts, code)
        return -amount if code.startswith("less_") else amount
    return getattr(result, code)
