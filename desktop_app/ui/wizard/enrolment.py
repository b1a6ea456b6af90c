"""The page of enrolment: how and when each member was enrolled, and what follows from it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop_app.draft import edit
from desktop_app.draft.edit import FieldValue
from desktop_app.draft.history import Place
from desktop_app.ui.enrolment.card import EnrolmentCard
from desktop_app.ui.enrolment.legend import Legend
from desktop_app.ui.enrolment.view import enrolment_view
from desktop_app.ui.members.names import member_names
from desktop_app.ui.page import WizardPage
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.enter_chain import EnterChain
from desktop_app.ui.widgets.form_area import FormArea
from desktop_app.wording.sentences import Wording


class EnrolmentPage(WizardPage):
    """One card a member, all of them in one column."""

    name = "enrolment"

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self.cards: dict[str, EnrolmentCard] = {}
        self._visited: set[str] = set()
        self._chain = EnterChain(self)
        self._chain.ended.connect(self.go_on)
        self._nobody = QPushButton(self.messages.text("enrolment.nobody"))
        self._nobody.setProperty("link", True)
        self._nobody.clicked.connect(lambda: self.go_to.emit("members", "", ""))
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)
        self._legend = Legend(wording)
        self._column.addWidget(self._legend)
        self._column.addStretch(1)
        self._area = FormArea(content)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self._area, 1)
        session.replaced.connect(self._document_replaced)

    def refresh(self) -> None:
        """Show each member's enrolment; a card keeps its member while it is edited."""
        draft, today = self.session.draft, self.session.today()
        ids = [member.id for member in draft.members]
        if list(self.cards) != ids:
            self._rebuild(ids)
        names = member_names(draft, self.messages)
        for member in draft.members:
            view = enrolment_view(draft, self.session.estimate, member, names)
            self.cards[member.id].show_view(view, today)
        self._nobody.setVisible(not ids)
        self._legend.setVisible(bool(ids))

    def show_place(self, item: str, field: str) -> None:
        """Put the focus on a field of a member, or on the first one that still lacks something."""
        self.refresh()
        if not self.cards:
            self._nobody.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        card = self.cards.get(item) or self._first_open()
        targets: dict[str, QWidget] = {
            "paid_on": card.payment.date,
            "guardian": card.guardian,
            "birth_year_premium_paid": card.birth_year_premium,
        }
        targets.get(field, card.kind).setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(card, 0)

    def hideEvent(self, event: QHideEvent) -> None:
        """From now on it may be said what is missing."""
        for member, card in self.cards.items():
            card.visited = True
            self._visited.add(member)
        super().hideEvent(event)

    def _first_open(self) -> EnrolmentCard:
        """The card of the first member that lacks something; where nothing is lacking the first of all."""
        rows = self.session.estimate.members
        member = next((row.id for row in rows if row.problems), rows[0].id)
        return self.cards[member]

    def _rebuild(self, ids: list[str]) -> None:
        for card in self.cards.values():
            self._column.removeWidget(card)
            card.deleteLater()
        self.cards = {member: self._card(member) for member in ids}
        for row, card in enumerate(self.cards.values(), start=1):
            self._column.insertWidget(row, card)
            card.show()  # at once, so that it can take the focus
        self._chain.follow([field for card in self.cards.values() for field in card.chain])

    def _card(self, member: str) -> EnrolmentCard:
        card = EnrolmentCard(self.wording)
        card.visited = member in self._visited
        card.changed.connect(lambda field, value: self._change(member, field, value))
        card.left.connect(self._field_left)
        card.basics_asked.connect(lambda: self.go_to.emit("members", member, "birth_date"))
        card.rule_asked.connect(self.rule_asked)
        return card

    def _change(self, member: str, field: str, value: FieldValue) -> None:
        draft = edit.set_member(self.session.draft, member, field, value)
        self.session.apply(draft, Place("enrolment", member, field), "edit")

    def _field_left(self) -> None:
        if self.isVisible():
            self.refresh()

    def _document_replaced(self) -> None:
        self._visited = {member.id for member in self.session.draft.members}
        self._rebuild([])
