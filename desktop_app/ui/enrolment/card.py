"""The card of one member's enrolment: kind and payment, the year drawn, what follows from it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.engine.result import MemberResult
from desktop_app.ui.enrolment.payment import Payment
from desktop_app.ui.enrolment.time_line import TimeLineView
from desktop_app.ui.enrolment.view import EnrolmentView
from desktop_app.ui.enrolment.words import (
    advice,
    coverage_words,
    derivations,
    joined,
    newborn_words,
    premium_words,
)
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.note import Note, mark_problem
from desktop_app.wording.sentences import Wording

_NAME_WIDTH = 136


class EnrolmentCard(QFrame):
    """Shows a member and tells what the clerk changes: a field of the draft and its value."""

    changed = Signal(str, object)
    left = Signal()
    basics_asked = Signal()
    """Something is missing on the page of members: go there."""
    rule_asked = Signal(str)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._wording = wording
        self.visited = False
        self._result: MemberResult | None = None
        self.name = QLabel()
        self.name.setProperty("role", "subtitle")
        self.name.setFixedWidth(_NAME_WIDTH)
        self.kind = Choice(wording.text("enrolment.kind.label"))
        self.guardian = Choice(wording.text("enrolment.guardian.label"))
        self.payment = Payment(wording)
        self.birth_year_premium = QCheckBox(wording.text("enrolment.birth_year_premium"))
        self.note = Note()
        self.newborn = Note()
        self.line = TimeLineView(wording)
        self.coverage = _top_label()
        self.premium = _top_label()
        self.notices = QLabel(wordWrap=True)
        self.notices.setProperty("role", "remark")
        self.derivation = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.derivation.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.fold = Fold(wording.text("enrolment.derivation"), self.derivation)
        self._lay_out()
        self._connect()

    @property
    def chain(self) -> list[QWidget]:
        """The order in which Enter goes through the card."""
        return [self.kind, self.guardian, self.payment.date, self.birth_year_premium]

    def show_view(self, view: EnrolmentView, today: date) -> None:
        """Show a member's enrolment as it is now."""
        member = view.member
        self.name.setText(
            self.name.fontMetrics().elidedText(view.name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        )
        self.name.setToolTip(view.name)
        self.setAccessibleName(view.name)
        self.kind.offer({kind: self._wording.term("enrolment", kind) for kind in view.kinds})
        self.kind.show_code(member.enrolment_kind)
        with_guardian = member.enrolment_kind == "newborn_with_guardian"
        self.guardian.offer(view.guardians)
        self.guardian.show_code(member.guardian)
        self._guardian_row.setVisible(with_guardian)
        self.payment.setVisible(member.enrolment_kind in ("standard", "newborn_independent"))
        self.payment.show_view(view)
        self.birth_year_premium.setVisible(view.asks_birth_year_premium)
        self.birth_year_premium.setChecked(member.birth_year_premium_paid)
        self._show_problem(view)
        self._show_outcome(view, today)

    def _show_problem(self, view: EnrolmentView) -> None:
        """Show what is wrong; what is only missing once the clerk has been here."""
        widgets: dict[str, QWidget] = {
            "enrolment_kind": self.kind,
            "guardian": self.guardian,
            "paid_on": self.payment.date,
        }
        said = ""
        for field, widget in widgets.items():
            problem = view.problems.get(field)
            early = problem is not None and (
                (problem.code == "missing" and not self.visited)
                or (field == "paid_on" and self.payment.date.typing)
            )
            mark_problem(widget, problem=problem is not None and not early)
            if problem is not None and not early and not said:
                key = f"enrolment.{field}.{problem.code}"
                own = self._wording.messages.has(key)
                said = self._wording.text(key) if own else self._wording.problem(problem)
        if said:
            self.note.complain(said)
        elif view.named_window is not None and self.payment.isVisibleTo(self):
            day = view.named_window.last.isoformat()
            self.note.say(
                self._wording.text("enrolment.window.last_day", window=view.named_window.name, day=day)
            )
        else:
            self.note.say("")
        self.note.setVisible(bool(self.note.text()))

    def _show_outcome(self, view: EnrolmentView, today: date) -> None:
        wording = self._wording
        covered = coverage_words(view, wording)
        self.line.show_line(
            view.line, today, wording.text("enrolment.line.name", name=view.name, words=covered)
        )
        what_next = advice(view, today, wording)
        self.coverage.setText(joined((covered, what_next), wording))
        self.coverage.setVisible(not (view.result is None and view.basics_missing))
        self._basics_link.setVisible(view.result is None and view.basics_missing)
        self.premium.setText(premium_words(view, wording))
        self.premium.setVisible(bool(self.premium.text()))
        self.newborn.say(newborn_words(view, today, wording))
        self.newborn.setVisible(bool(self.newborn.text()))
        notices = view.result.premium.notices if view.result else ()
        self.notices.setText("\n".join(wording.notice(notice) for notice in notices))
        self.notices.setVisible(bool(notices))
        self._result = view.result
        steps = view.result is not None and bool(view.result.coverage.steps or view.result.premium.steps)
        self.fold.header.setVisible(steps)
        self._show_derivation(open_=self.fold.open and steps)

    def _show_derivation(self, *, open_: bool) -> None:
        """Derive the amounts only where that is looked at."""
        if open_ and self._result is not None:
            self.derivation.setText(derivations(self._result, self._wording))
        self.fold.setVisible(open_)

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.name)
        controls.addWidget(_caption(self._wording.text("enrolment.kind.label"), self.kind))
        controls.addWidget(self.kind)
        controls.addSpacing(10)
        self._guardian_row = QWidget()
        row = QHBoxLayout(self._guardian_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_caption(self._wording.text("enrolment.guardian.label"), self.guardian))
        row.addWidget(self.guardian)
        self.guardian.setMinimumWidth(150)
        controls.addWidget(self._guardian_row)
        controls.addWidget(self.payment)
        controls.addStretch(1)
        outcome = QHBoxLayout()
        outcome.setSpacing(18)
        outcome.addWidget(self.coverage, 5)
        outcome.addWidget(self.premium, 4)
        outcome.addWidget(self.fold.header, 0, Qt.AlignmentFlag.AlignTop)
        self._basics_link = QPushButton(self._wording.text("enrolment.to_members"))
        self._basics_link.setProperty("link", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8)
        column.setSpacing(4)
        column.addLayout(controls)
        for widget in (self.note, self.birth_year_premium, self.newborn, self.line):
            column.addWidget(widget)
        column.addLayout(outcome)
        column.addWidget(self._basics_link)
        column.addWidget(self.notices)
        column.addWidget(self.fold)

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda kind: self.changed.emit("enrolment_kind", kind))
        self.guardian.chosen.connect(lambda guardian: self.changed.emit("guardian", guardian))
        self.payment.edited.connect(lambda text: self.changed.emit("paid_on", text))
        self.payment.date.left.connect(self._leave)
        self.birth_year_premium.clicked.connect(
            lambda paid: self.changed.emit("birth_year_premium_paid", paid)
        )
        self._basics_link.clicked.connect(self.basics_asked)
        self.fold.toggled.connect(lambda open_: self._show_derivation(open_=open_))
        self.derivation.linkActivated.connect(self.rule_asked)

    def _leave(self) -> None:
        self.visited = True
        self.left.emit()


def _top_label() -> QLabel:
    """A label whose first line stands beside the header of the derivation."""
    label = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setContentsMargins(0, 4, 0, 4)
    return label


def _caption(text: str, buddy: QWidget) -> QLabel:
    caption = QLabel(text)
    caption.setBuddy(buddy)
    return caption
