"""A bill's settlement statement, entered line by line and held against our amounts."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.engine.case import STATEMENT_LINES
from desktop_app.engine.settle import ledger_owner
from desktop_app.planning.statement import Reconciliation, reconcile
from desktop_app.planning.statement_lines import our_amount
from desktop_app.planning.variants import member_of
from desktop_app.ui.planning.choices import PlanName
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.ui.planning.statement_causes import CauseLines
from desktop_app.ui.planning.statement_form import StatementForm
from desktop_app.ui.planning.view import PlanView
from desktop_app.ui.result.target import Target
from desktop_app.ui.result.view import card, text_label
from desktop_app.ui.widgets.choice import Choice
from desktop_app.wording.plan_causes import Insured
from desktop_app.wording.plan_statement import cause_tables, difference_text, notes, statement_words, verdict
from desktop_app.wording.plan_text import PlanText

STATEMENT_FIELD = "paid_on_statement."
"""A field of a bill's statement is this and the line."""
_BESIDE_FROM = 860
"""From this width on the causes stand beside the form, else below it."""


class StatementView(PlanView):
    """Whether it agrees; below that the form, and beside it the causes."""

    name: ClassVar[PlanName] = "statement"

    def build(self) -> None:
        """Make the widgets."""
        if self.target.item:
            self.session.plans = replace(self.session.plans, statement_bill=self.target.item)
        text = self.wording.text
        label = QLabel(text("plan_statement.which"))
        self.which = Choice(label.text().replace("&", ""), at_least=20)
        label.setBuddy(self.which)
        self._chooser = _row(label, self.which)
        self.which.chosen.connect(lambda bill: self.choose(statement_bill=bill))
        self.verdict = text_label("", "subtitle")
        self.causes = CauseLines()
        self._beside = card(self.causes)
        self.form = StatementForm(self.wording)
        self.form.edited.connect(self._write)
        self.form.ended.connect(lambda: self.printed.setFocus(Qt.FocusReason.TabFocusReason))
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._sides.setSpacing(14)
        self._sides.addWidget(card(self.form), 5, Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self._beside, 6, Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(self._chooser)
        self.column.addWidget(self.verdict)
        self.column.addLayout(self._sides)
        self._bill = ""

    def show_given(self, given: PlanInput) -> None:
        """Hold the statement against the amounts as they are now."""
        found = _reconciliation(given)
        self._show_bill(given, found.bill.id)
        entered = next(dict(bill.paid_on_statement) for bill in given.draft.bills if bill.id == self._bill)
        first = found.first_difference
        self.form.show_amounts(
            entered,
            {line: our_amount(line, found.bill.other_payers, found.result) for line in STATEMENT_LINES},
            {line.line: difference_text(line, self.wording) for line in found.lines},
            None if first is None else first.line,
        )
        self.verdict.setText(verdict(found, self.wording))
        tables = tuple(cause_tables(found, _insured(given, found), self.wording))
        said = tuple(notes(found, self.wording))
        self.causes.show_causes(tables, said)
        self._beside.setVisible(bool(tables or said))

    def focus(self, target: Target | None) -> None:
        """Put the keyboard on the line that is asked for, else on the first that is blank."""
        asked = [field for line, field in self.form.fields.items() if line == self.target.output]
        blank = [field for field in self.form.fields.values() if not field.text()]
        field = next(iter((*asked, *blank, *self.form.fields.values())))
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)

    def _show_bill(self, given: PlanInput, bill_id: str) -> None:
        self.which.offer({bill: given.bill_name(bill) for bill in given.answer.bills})
        self.which.show_code(bill_id)
        self._chooser.setVisible(len(given.answer.bills) > 1)
        if bill_id != self._bill:
            self._bill = bill_id
            self.form.show_bill()

    def _write(self, line: str, amount: str) -> None:
        """Keep a line with the bill in the document."""
        before = self.session.draft
        changed = edit.set_bill(before, self._bill, STATEMENT_FIELD + line, amount)
        self.session.apply(changed, Place("result", self._bill, STATEMENT_FIELD + line), "edit")
        if changed == before:
            self.show_given(self.given)


def statement_text(given: PlanInput) -> PlanText | None:
    """Answer the question in words; None: no statement has been entered."""
    if not given.answer.bills:
        return None
    found = _reconciliation(given)
    if not found.lines:
        return None
    return statement_words(found, given.bill_name(found.bill.id), _insured(given, found), given.wording)


def _reconciliation(given: PlanInput) -> Reconciliation:
    """Reconcile the chosen bill, else the first that has a statement, else the first."""
    bills = given.answer.bills
    with_statement = (id_ for id_, (bill, _) in bills.items() if bill.paid_on_statement)
    chosen = given.choices.statement_bill
    bill = chosen if chosen in bills else next(with_statement, next(iter(bills)))
    return reconcile(given.case, bill, given.policy)


def _insured(given: PlanInput, found: Reconciliation) -> Insured:
    owner = ledger_owner(member_of(given.case, found.bill.member))
    return Insured(given.names[owner], owner != found.bill.member)


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row
