"""Instead of the first screen while amounts are unknown: the result's range, and what would settle it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.planning.unknowns import OutcomeRange
from desktop_app.ui.result.target import Answer, FieldLink
from desktop_app.ui.result.view import View, card, text_label
from desktop_app.ui.widgets.line_list import Line
from desktop_app.wording.uncertain import Question, range_text


def names_of_bills(answer: Answer) -> dict[str, str]:
    """Name each bill by its member, day, kind and institution."""
    return {
        bill: answer.wording.text(
            "result.whose_bill", member=answer.names[entered.member], bill=answer.bill_name(bill)
        )
        for bill, (entered, _result) in answer.bills.items()
    }


class RangeView(View):
    """One statement, then the unknown amounts: each line leads to its field. Nothing stands here as certain.

    ``answer`` is the one at the best amounts; it names members and bills.
    """

    def __init__(self, found: OutcomeRange, answer: Answer) -> None:
        super().__init__(answer)
        text = self.wording.text
        said = range_text(found, answer.names, names_of_bills(answer), self.wording)
        statement = text_label(said.statement, "amount")
        statement.setAccessibleName(f"{said.label} {said.statement}")
        notes = [text_label(note, "faint") for note in said.notes]
        if answer.blank_fields:
            notes.append(text_label(text("result.number.blank", count=len(answer.blank_fields)), "faint"))
        heads = [text(f"unknowns.question.{name}") for name in ("what", "given", "effect")]
        self.questions = self.line_list(
            text("unknowns.question.title"), [self._line(each) for each in said.questions], heads
        )
        share = "left" if found.left_to_pay != found.out_of_pocket else "own"
        self.ledgers = self.line_list(
            text("unknowns.ledger.title"),
            [Line(names) for names in said.ledgers],
            (text("unknowns.ledger.title"), text(f"unknowns.ledger.{share}")),
        )
        title = text_label(text("unknowns.question.title"), "subtitle")
        how = text_label(text("unknowns.question.open"), "faint")
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(card(text_label(said.label, "subtitle"), statement, *notes), 8)
        top.addWidget(card(self.ledgers), 5, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(card(title, text_label(said.first), self.questions, how))
        column.addStretch(1)
        # Its lines open nothing: the keyboard goes to the questions.
        self.ledgers.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _line(self, question: Question) -> Line:
        unknown = question.unknown
        if unknown.record == "bill":
            link = FieldLink("bills", unknown.id, unknown.field)
        else:
            link = FieldLink("members", unknown.id, f"used_before.{unknown.field}")
        none = self.wording.text("unknowns.question.none")
        effect = self.wording.amount(question.amount) if question.amount else none
        return Line((question.what, question.given, effect), link)
