"""The page of members: who is in the household."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop_app.draft import edit
from desktop_app.draft.edit import FieldValue
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft, DraftMember
from desktop_app.ui.enrolment.guardians import only_guardian
from desktop_app.ui.members.form import MemberForm
from desktop_app.ui.members.identity import IdentityEntry
from desktop_app.ui.members.member_list import MemberList
from desktop_app.ui.members.names import member_names
from desktop_app.ui.members.view import MemberView, member_view
from desktop_app.ui.page import WizardPage
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.form_area import FormArea
from desktop_app.ui.widgets.note import Note
from desktop_app.wording.sentences import Wording

_NEW = ""
"""Stands for the member that is being begun: it is stored with the first thing that is typed."""
_LIST_WIDTH = 216


class MembersPage(WizardPage):
    """The list of members and the form of the chosen one."""

    name = "members"

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self.list = MemberList(wording)
        self.form = MemberForm(wording)
        self.removed = Note()
        self._chosen = _NEW
        self._adding = False
        self._removed = ""
        self._begun = Place("")
        self._identity = IdentityEntry()
        self._build()
        self.list.chosen.connect(self._choose)
        self.form.changed.connect(self._change)
        self.form.left.connect(self._field_left)
        self.form.ended.connect(self._form_ended)
        session.replaced.connect(self._document_replaced)
        self._speak_of_all()

    def refresh(self) -> None:
        """Show the members and the form of the chosen one."""
        draft = self.session.draft
        ids = [member.id for member in draft.members]
        if not ids:
            self._adding = True
        if self._adding:
            self._chosen = _NEW
        elif self._chosen not in ids:
            self._chosen = ids[0]
        shown = [*draft.members, *([DraftMember(_NEW)] if self._adding else [])]
        names = member_names(draft, self.messages)
        views = [self._view(member, names) for member in shown]
        called = [names.get(member.id, self.messages.text("members.new")) for member in shown]
        self.list.show_members(views, called, self._chosen)
        self.form.show_view(next(view for view in views if view.member.id == self._chosen))
        self.remove_button.setEnabled(bool(ids))
        if self._removed in ids:
            self.removed.say("")

    def show_place(self, item: str, field: str) -> None:
        """Choose a member and put the focus on one of its fields."""
        if any(member.id == item for member in self.session.draft.members):
            self._adding, self._chosen = False, item
        self.refresh()
        self._focus(field)

    def add_member(self) -> None:
        """Begin another member; nothing is stored before something is typed."""
        self._adding = True
        self.removed.say("")
        self.refresh()
        self._focus("name")

    def add_newborn(self) -> None:
        """Add a newborn with its guardian in one step; only the birth date is left to type."""
        guardian = only_guardian(self.session.draft, self.session.estimate.policy)
        draft, child = edit.add_newborn(self.session.draft, guardian)
        self._adding, self._chosen = False, child
        self.removed.say("")
        self.session.apply(draft, Place("members", child), "add_newborn")
        self.refresh()
        self._focus("birth_date")

    def remove_member(self) -> None:
        """Remove the chosen member with its bills, or give up the one being begun."""
        draft, member = self.session.draft, self._chosen
        if member == _NEW:
            self._adding = not draft.members
        else:
            bills = sum(bill.member == member for bill in draft.bills)
            name = member_names(draft, self.messages)[member]
            self.removed.say(self.messages.text("members.removed", name=name, bills=bills))
            self._removed = member
            row = [each.id for each in draft.members].index(member)
            others = [each.id for each in draft.members if each.id != member]
            self._chosen = others[min(row, len(others) - 1)] if others else _NEW
            self.session.apply(edit.remove_member(draft, member), Place("members", member), "remove_member")
        self.refresh()
        self._focus("name")

    def hideEvent(self, event: QHideEvent) -> None:
        """Give up a blank form; from now on it may be said what is missing."""
        self._adding = False
        self.removed.say("")
        self._speak_of_all()
        super().hideEvent(event)

    def _build(self) -> None:
        self.add_button = self._button("members.add", "Insert", self.add_member)
        self.newborn_button = self._button("members.add_newborn", "Alt+Insert", self.add_newborn)
        self.remove_button = self._button("members.remove", "Alt+Delete", self.remove_member)
        for keys, step in (("PgUp", -1), ("PgDown", 1)):
            QShortcut(QKeySequence(keys), self, lambda step=step: self._turn(step))
        left = QVBoxLayout()
        left.setSpacing(6)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.removed.setFixedWidth(_LIST_WIDTH)
        for widget in (self.list, self.removed, self.add_button, self.newborn_button, self.remove_button):
            left.addWidget(widget)
        area = FormArea(self.form)
        for fold in self.form.folds:
            fold.toggled.connect(
                lambda _open, fold=fold: QTimer.singleShot(0, fold, lambda: self._reveal(fold))
            )
        self._area = area
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left)
        row.addWidget(area, 1)
        self.body.addLayout(row, 1)

    def _button(self, key: str, keys: str, command: object) -> QPushButton:
        button = QPushButton(self.messages.text(key))
        button.setToolTip(keys)
        button.clicked.connect(command)
        QShortcut(QKeySequence(keys), self, command)
        return button

    def _view(self, member: DraftMember, names: dict[str, str]) -> MemberView:
        return member_view(self.session.draft, self.session.estimate, member, names, self.session.today())

    def _choose(self, member: str) -> None:
        self._adding = self._adding and member == _NEW
        self._chosen = member
        self._identity.left()
        self.refresh()

    def _turn(self, step: int) -> None:
        """Go to the member before or after, with the focus on the name."""
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)
            self._focus("name")

    def _change(self, field: str, value: FieldValue) -> None:
        """Take what was typed; the first of it stores the member."""
        draft, member = self.session.draft, self._chosen
        if member == _NEW:
            if value in ("", ()):
                return
            draft, member = edit.add_member(draft)
            self._begun = Place("members", member, field)
            self._adding, self._chosen = False, member
        place = Place("members", member, field)
        # What follows in the same field is part of the same step of undo.
        self._begun = self._begun if place == self._begun else Place("")
        code = "add_member" if place == self._begun else "edit"
        self.session.apply(self._changed(draft, member, field, value), place, code)

    def _changed(self, draft: Draft, member: str, field: str, value: FieldValue) -> Draft:
        if field == "id_number":
            return self._identity.typed(draft, member, str(value), self.session.today())
        return edit.set_member(draft, member, field, value)

    def _field_left(self) -> None:
        if not self.form.basics.id_number.edit.typing:
            self._identity.left()
        if self.isVisible():
            self.refresh()

    def _form_ended(self) -> None:
        """Enter in the last field: the next member of the list, or the next page."""
        if self.list.currentRow() + 1 < self.list.count():
            self._turn(1)
        else:
            self.go_on.emit()

    def _focus(self, field: str) -> None:
        self.form.target(field).setFocus(Qt.FocusReason.TabFocusReason)

    def _reveal(self, fold: Fold) -> None:
        """Scroll to what was just opened, its header included."""
        if fold.open:
            self._area.ensureWidgetVisible(fold.content)
            self._area.ensureWidgetVisible(fold.header)

    def _document_replaced(self) -> None:
        self._adding, self._chosen = False, _NEW
        self.form.forget()
        self._identity.left()
        self._speak_of_all()

    def _speak_of_all(self) -> None:
        for member in self.session.draft.members:
            self.form.speak_of_all(member.id)
