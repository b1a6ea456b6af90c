"""How to insure a newborn: where it is registered, the routes with their money, what is shared and lost."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.planning.newborn import NewbornPlan, newborn_plan, newborns
from desktop_app.ui.planning.choices import PlanName
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.ui.planning.registration import RegistrationQuestion
from desktop_app.ui.planning.view import PlanView, show_table
from desktop_app.ui.result.target import Target
from desktop_app.ui.result.view import card, text_label
from desktop_app.ui.widgets.choice import Choice
from desktop_app.wording.plan_newborn import newborn_words
from desktop_app.wording.plan_text import PlanTable, PlanText


class NewbornView(PlanView):
    """The statement, the countdown and the routes first; shared and lost, then notes below."""

    name: ClassVar[PlanName] = "newborn"

    def build(self) -> None:
        """Make the widgets."""
        text = self.wording.text
        self.child = Choice(text("plan_newborn.ask.child").replace("&", ""))
        self.child.chosen.connect(lambda child: self.choose(newborn=child))
        self.registration = RegistrationQuestion(self.session, self.wording)
        self.best, self.countdown = text_label("", "subtitle"), text_label("")
        self.routes = self.table(text("planning.newborn.title"), 4)
        self.years = self.table(text("plan_newborn.years.title"), 4)
        self.own, self.guardian, self.notes = text_label(""), text_label(""), text_label("", "faint")
        self.own_title, self.guardian_title = text_label("", "subtitle"), text_label("", "subtitle")
        self._years_card = card(text_label(text("plan_newborn.years.title")), self.years)
        own_card = card(self.own_title, self.own)
        self._guardian_card = card(self.guardian_title, self.guardian)
        self.column.addWidget(self._questions())
        self.column.addWidget(card(self.best, self.countdown, self.routes))
        self.column.addWidget(self._years_card)
        sides = QHBoxLayout()
        sides.setSpacing(14)
        for side in (own_card, self._guardian_card):
            sides.addWidget(side, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(sides)
        self.column.addWidget(self.notes)

    def show_given(self, given: PlanInput) -> None:
        """Answer the question anew."""
        plan = _plan(given, self.target.item)
        children = {member.id: given.names[member.id] for member in newborns(given.case)}
        self.child.offer(children)
        self.child.show_code(plan.child.id)
        self._child_row.setVisible(len(children) > 1)
        self.registration.show_situations(given.case.situations)
        words = newborn_words(plan, given.names, given.wording)
        self.best.setText(words.best)
        self.countdown.setText(words.countdown)
        show_table(self.routes, words.routes)
        self._years_card.setVisible(words.years is not None)
        if words.years is not None:
            show_table(self.years, words.years)
        _show_facts(self.own_title, self.own, words.own)
        _show_facts(self.guardian_title, self.guardian, words.guardian)
        self._guardian_card.setVisible(bool(words.guardian.rows))
        self.notes.setText("\n".join(words.notes))

    def focus(self, target: Target | None) -> None:
        """Put the keyboard on the child to choose where there are several, else on the answer that is set."""
        several = self.child.isVisibleTo(self)
        (self.child if several else self.registration.answer).setFocus(Qt.FocusReason.OtherFocusReason)

    def _questions(self) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 0, 0, 0)
        self._child_row = QWidget()
        row = QHBoxLayout(self._child_row)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(self.wording.text("plan_newborn.ask.child"))
        label.setBuddy(self.child)
        row.addWidget(label)
        row.addWidget(self.child)
        row.addStretch(1)
        column.addWidget(self._child_row)
        column.addWidget(self.registration)
        return frame


def newborn_text(given: PlanInput) -> PlanText | None:
    """Answer the question in words; None: it does not arise."""
    if not newborns(given.case):
        return None
    return newborn_words(_plan(given), given.names, given.wording).text


def _plan(given: PlanInput, likeliest: str = "") -> NewbornPlan:
    """Plan for the child chosen, else the one the view was opened for, else the first."""
    children = {member.id: member for member in newborns(given.case)}
    chosen = next((each for each in (given.choices.newborn, likeliest) if each in children), "")
    child = children[chosen] if chosen else next(iter(children.values()))
    next_policy = given.policy_of(given.policy.year + 1)
    return newborn_plan(given.case, child, given.policy, next_policy, given.today)


def _show_facts(title: QLabel, label: QLabel, table: PlanTable) -> None:
    title.setText(table.columns[0].head)
    label.setText("\n".join(row.cells[0] for row in table.rows))
