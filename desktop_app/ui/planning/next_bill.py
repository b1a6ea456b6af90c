"""What the next bill would cost on either tier: the chart with its handle, the amounts there, the events."""

from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.cases.values import amount
from desktop_app.draft import normalise
from desktop_app.engine.money import Fen
from desktop_app.reading import RefusedError
from desktop_app.ui.planning.choices import PlanName
from desktop_app.ui.planning.next_bill_plan import shown
from desktop_app.ui.planning.next_bill_settings import NextBillSettings
from desktop_app.ui.planning.plan_input import PlanInput
from desktop_app.ui.planning.view import PlanView, show_table
from desktop_app.ui.result.target import Target
from desktop_app.ui.result.view import card, text_label
from desktop_app.ui.theme import colours
from desktop_app.ui.widgets.field import Field
from desktop_app.wording.plan_next_bill import (
    asked,
    event_table,
    guardian_words,
    how_to_read,
    next_bill_words,
    notes,
    reading_table,
    verdict,
)
from desktop_app.wording.plan_text import PlanText, joined

_PANEL_PX = 400
_BESIDE_FROM = 800
"""From this width on the amounts stand beside the chart, else below it."""


class NextBillView(PlanView):
    """Where tier 2 pays off; the chart, and beside it the amounts at the handle."""

    name: ClassVar[PlanName] = "next_bill"

    def build(self) -> None:
        """Make the widgets; pyqtgraph is imported when the first chart is built."""
        from desktop_app.ui.charts.next_bill_chart import NextBillChart

        text = self.wording.text
        self.settings = NextBillSettings(self.wording)
        self.settings.chosen.connect(self._set)
        self.verdict = text_label("", "subtitle")
        self.asked = text_label("", "faint")
        self.chart = NextBillChart(self.wording, colours())
        self.chart.moved.connect(self._follow)
        self.expense = Field(text("plan_next_bill.set.expense"))
        self.expense.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.expense.edited.connect(self._type)
        self.expense.left.connect(self._show_expense)
        self.reading = self.table(text("planning.next_bill.title"), 3)
        self.events = self.table(text("plan_next_bill.event.title"), 3)
        self.notes = text_label("", "faint")
        self._lay_out()

    def show_given(self, given: PlanInput) -> None:
        """Draw the curves anew."""
        self._shown = shown(given)
        plan, top, expense = self._shown
        wording = self.wording
        self.settings.show_plan(plan, given.names, whole=given.choices.next_whole)
        self.verdict.setText(verdict(plan, wording))
        words = (asked(plan, given.names, wording), *guardian_words(plan, given.names, wording))
        how = (how_to_read(plan, wording), wording.text("plan_next_bill.drag")) if plan.pays else ()
        self.asked.setText("\n".join((joined(words, wording), joined(how, wording))).strip())
        for widget in (self._chart_card, self._events_card, self.notes):
            widget.setVisible(plan.pays)
        if plan.pays:
            self.chart.show_plan(plan, top, expense)
            events = event_table(plan, wording)
            show_table(self.events, events)
            self._events_card.setVisible(bool(events.rows))
            self.notes.setText(joined(notes(plan, wording), wording))
            self._read(expense)

    def focus(self, target: Target | None) -> None:
        """Put the keyboard on the handle."""
        if self._shown.plan.pays:
            self.chart.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().focus(target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side where there is room."""
        super().resizeEvent(event)
        beside = event.size().width() >= _BESIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(direction)
        self._panel.setMinimumWidth(_PANEL_PX if beside else 0)

    def _lay_out(self) -> None:
        self._panel = QWidget()
        panel = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._panel)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.addWidget(self.expense)
        panel.addWidget(self.reading)
        panel.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(14)
        self._sides.addWidget(self.chart, 1)
        self._sides.addWidget(self._panel)
        beside = QWidget()
        beside.setLayout(self._sides)
        self._chart_card = card(beside)
        self._events_card = card(text_label(self.events.accessibleName(), "subtitle"), self.events)
        for widget in (
            self.settings,
            self.verdict,
            self.asked,
            self._chart_card,
            self._events_card,
            self.notes,
        ):
            self.column.addWidget(widget)

    def _set(self, name: str, code: str) -> None:
        """Take a setting; on another axis the handle keeps its place if it is still there."""
        values: dict[str, Any] = {name: int(code) if name == "level" else code}
        if name == "reach":
            values = {"whole": code == "whole"}
        self.choose(**{f"next_{key}": value for key, value in values.items()})

    def _follow(self, expense: Fen) -> None:
        """Read the amounts where the handle has been moved to."""
        self.session.plans = replace(self.session.plans, next_expense=expense)
        self._read(expense)

    def _type(self, text: str) -> None:
        """Move the handle to the amount that is typed, as soon as it is one that the axis reaches."""
        expense = _amount(text)
        problem = ""
        if expense is None:
            problem = self.wording.text("problems.amount")
        elif expense > self._shown.plan.reach:
            most = self.wording.money(self._shown.plan.reach)
            problem = self.wording.text("plan_next_bill.set.too_much", most=most)
        elif expense > self._shown.top:
            self.choose(next_expense=expense, next_whole=True)
        else:
            self.chart.set_expense(expense)
            self._follow(expense)
        self._problem = problem
        if problem:
            self.expense.show_value(text)

    def _show_expense(self) -> None:
        """Say what is wrong with what was typed; it stays, and the handle has not moved."""
        self.expense.show_note("", self._problem)

    def _read(self, expense: Fen) -> None:
        self._problem = ""
        self.expense.show_value(self.wording.amount(expense))
        self.expense.show_note("")
        show_table(self.reading, reading_table(self._shown.plan, expense, self.wording))


def next_bill_text(given: PlanInput) -> PlanText | None:
    """Answer the question in words."""
    plan, _, expense = shown(given)
    return next_bill_words(plan, expense, given.names, given.wording)


def _amount(text: str) -> Fen | None:
    try:
        return amount(normalise.amount(text))
    except RefusedError:
        return None
