"""Which tier to choose next year: the best choice first, three years to compare, both tiers side by side."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QWidget

from desktop_app.planning.tiers import TierPlan, TierYear
from desktop_app.planning.years import FurtherStay, YearKind
from desktop_app.ui.planning.choices import PlanName
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.ui.planning.stay_form import StayForm
from desktop_app.ui.planning.tier_question import further_stay, tier_words
from desktop_app.ui.planning.view import PlanView, show_table
from desktop_app.ui.planning.year_choice import YearChoice
from desktop_app.ui.result.target import Target
from desktop_app.ui.result.view import card, text_label
from desktop_app.ui.widgets.sideways import Sideways
from desktop_app.wording.plan_text import PlanText
from desktop_app.wording.plan_tier_tables import whole_table
from desktop_app.wording.plan_tiers import TierWords


class TiersView(PlanView):
    """On the terms of which year; the statement; the three years; the table; where it turns."""

    name: ClassVar[PlanName] = "tiers"

    def build(self) -> None:
        """Make the widgets."""
        text = self.wording.text
        self.words: TierWords | None = None
        self.coming, self.this = QRadioButton(), QRadioButton()
        self._switch = self._year_switch()
        self.remark = text_label("", "remark")
        self.best, self.costs = text_label("", "subtitle"), text_label("")
        self.years = YearChoice()
        self.years.chosen.connect(lambda kind: self.choose(tier_year=kind))
        self.stay = StayForm(self.wording)
        self.stay.member_chosen.connect(lambda member: self.choose(hard_member=member))
        self.stay.expense_set.connect(lambda expense: self.choose(hard_expense=expense))
        self.tiers = self.table(text("planning.tiers.title"), 8)
        self.turns, self.notes = text_label(""), text_label("", "faint")
        self._turns = card(text_label(text("plan_tiers.turns.title"), "subtitle"), self.turns)
        for widget in (
            self._switch,
            self.remark,
            card(self.best, self.costs),
            card(self.years, self.stay),
            card(Sideways(self.tiers)),
            self._turns,
            self.notes,
        ):
            self.column.addWidget(widget)

    def show_given(self, given: PlanInput) -> None:
        """Answer the question anew; what a dragged stay does not touch is not asked again."""
        words = tier_words(given)
        stays = self.words is not None and _same(self.words.plan, words.plan)
        if self.words is None or not stays:
            self.words = words
            self._show_plan(given, words)
        self._show_year(given, self.words)

    def focus(self, target: Target | None) -> None:
        """Put the keyboard on the year it is asked for, else on the one of the three."""
        switch = self.this if self.this.isChecked() else self.coming
        first = switch if self._switch.isVisibleTo(self) else self.years.buttons[self.session.plans.tier_year]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_plan(self, given: PlanInput, words: TierWords) -> None:
        """Show what does not depend on which of the three years is shown."""
        year, text = given.policy.year, self.wording.text
        self.coming.setText(text("plan_tiers.year.coming", year=year + 1))
        self.this.setText(text("plan_tiers.year.this", year=year))
        (self.this if words.plan.hindsight else self.coming).setChecked(True)
        self._switch.setVisible(given.policy_of(year + 1) is not None)
        self.remark.setText(words.remark())
        self.remark.setVisible(bool(words.remark()))
        turns = words.turns()
        self.turns.setText("\n".join(turns))
        self._turns.setVisible(bool(turns))
        self.notes.setText("\n".join(words.notes(given.today)))

    def _show_year(self, given: PlanInput, words: TierWords) -> None:
        stay = further_stay(given)
        years = _years(words.plan, stay)
        shown = years[given.choices.tier_year]
        said = words.said
        self.best.setText(words.best(shown, stay))
        self.costs.setText(words.costs(shown))
        self.years.show_years(
            {
                kind: (*said.in_list(kind, year.best, stay), self.wording.money(year.best.cost.sum))
                for kind, year in years.items()
            },
            shown.kind,
        )
        self.stay.show_stay(stay, {member.id: given.names[member.id] for member in given.case.members})
        self.stay.setVisible(shown.kind == "hard")
        show_table(self.tiers, whole_table(shown, said))

    def _year_switch(self) -> QWidget:
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(QLabel(self.wording.text("plan_tiers.year.label")))
        group = QButtonGroup(frame)
        for button, this_year in ((self.coming, False), (self.this, True)):
            button.clicked.connect(lambda _on, this_year=this_year: self.choose(this_year=this_year))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return frame


def tiers_text(given: PlanInput) -> PlanText | None:
    """Answer the question in words, for all three years."""
    return tier_words(given).text(further_stay(given), given.today)


def _years(plan: TierPlan, stay: FurtherStay) -> dict[YearKind, TierYear]:
    return {year.kind: year for year in (plan.entered, plan.quiet, plan.hard(stay))}


def _same(plan: TierPlan, other: TierPlan) -> bool:
    """Whether nothing has to be settled again; case and pack stay the same objects until they change."""
    return plan.case is other.case and plan.policy is other.policy
