"""The same bill at other institutions, side by side. Money only."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.planning.elsewhere import Place, elsewhere
from desktop_app.ui.planning.choices import PlanName
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.ui.planning.view import PlanView, show_table
from desktop_app.ui.result.view import card, text_label
from desktop_app.ui.widgets.choice import Choice
from desktop_app.wording.plan_elsewhere import elsewhere_words, money_only, notes, places_table, verdict
from desktop_app.wording.plan_text import PlanText


class ElsewhereView(PlanView):
    """The bill, the statement, the table of institutions, the notes."""

    name: ClassVar[PlanName] = "elsewhere"

    def build(self) -> None:
        """Make the widgets."""
        if self.target.item:
            self.session.plans = replace(self.session.plans, elsewhere_bill=self.target.item)
        label = QLabel(self.wording.text("plan_elsewhere.which"))
        self.which = Choice(label.text().replace("&", ""), at_least=20)
        self.which.chosen.connect(lambda bill: self.choose(elsewhere_bill=bill))
        label.setBuddy(self.which)
        self._chooser = QWidget()
        row = QHBoxLayout(self._chooser)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(self.which)
        row.addStretch(1)
        self.verdict = text_label("", "subtitle")
        self.places = self.table(self.wording.text("planning.elsewhere.title"), 6)
        self.notes = text_label("", "faint")
        self.column.addWidget(self._chooser)
        self.column.addWidget(self.verdict)
        self.column.addWidget(text_label(money_only(self.wording), "remark"))
        self.column.addWidget(card(self.places))
        self.column.addWidget(self.notes)

    def show_given(self, given: PlanInput) -> None:
        """Settle the chosen bill everywhere."""
        bill = _bill(given)
        places = _places(given)
        self.which.offer({each: given.bill_name(each) for each in given.answer.bills})
        self.which.show_code(bill)
        self._chooser.setVisible(len(given.answer.bills) > 1)
        self.verdict.setText(verdict(places, self.wording))
        show_table(self.places, places_table(places, self.wording))
        self.notes.setText("\n".join(notes(places, given.bill(bill), self.wording)))


def elsewhere_text(given: PlanInput) -> PlanText | None:
    """Answer the question in words; None: there is no bill."""
    if not given.answer.bills:
        return None
    bill = _bill(given)
    return elsewhere_words(_places(given), given.bill(bill), given.bill_name(bill), given.wording)


def _places(given: PlanInput) -> tuple[Place, ...]:
    return elsewhere(given.case, _bill(given), given.policy)


def _bill(given: PlanInput) -> str:
    """The chosen bill, else the covered one with most eligible expense: there another place matters most."""
    bills = given.answer.bills
    if given.choices.elsewhere_bill in bills:
        return given.choices.elsewhere_bill
    return max(bills, key=lambda bill: (bills[bill][1].covered, bills[bill][1].eligible))
