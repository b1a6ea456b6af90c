"""The form of one member: basics in a card, the rest folded below it."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.engine.case import ASSISTANCE_CATEGORIES
from desktop_app.ui.members.balances import Balances, any_balance
from desktop_app.ui.members.basics import Basics
from desktop_app.ui.members.diseases import Diseases
from desktop_app.ui.members.tier_choice import TierChoice
from desktop_app.ui.members.view import MemberView
from desktop_app.ui.widgets.enter_chain import EnterChain
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.note import Note
from desktop_app.ui.widgets.ticks import Ticks
from desktop_app.wording.sentences import Wording


class MemberForm(QWidget):
    """Shows a member and tells what the clerk changes: a field of the draft and its value."""

    changed = Signal(str, object)
    left = Signal()
    ended = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._shown: str | None = None
        self._visited: set[tuple[str, str]] = set()
        self.setMaximumWidth(860)
        self.basics = Basics(wording)
        self.categories = Ticks({code: wording.term("category", code) for code in ASSISTANCE_CATEGORIES}, 2)
        self.categories.setContentsMargins(24, 0, 0, 8)
        self.diseases = Diseases(wording)
        self.balances = Balances(wording)
        self.category_fold = Fold(wording.text("members.categories.title"), self.categories)
        self.disease_fold = Fold(wording.text("members.diseases.title"), self.diseases)
        self.balance_fold = Fold(wording.text("members.balances.title"), self.balances)
        self.balance_note = Note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(6)
        for widget in (self.basics, *self.folds, self.balance_note):
            column.addWidget(widget)
        column.addStretch(1)
        self.chain = EnterChain(self, self.basics.chain)
        self._connect()

    @property
    def folds(self) -> tuple[Fold, Fold, Fold]:
        """The folded sections in order."""
        return self.category_fold, self.disease_fold, self.balance_fold

    def show_view(self, view: MemberView) -> None:
        """Show a member; another one than before begins with its sections folded."""
        if view.member.id != self._shown:
            self._turn_to(view.member.id)
        self.basics.show_view(view)
        self.categories.show_ticked(view.member.assistance_categories)
        self.diseases.show_view(view)
        self.balances.show_view(view)
        names = (self._wording.term("category", code) for code in view.member.assistance_categories)
        none = self._wording.text("members.none_chosen")
        self.category_fold.show_summary(self._wording.text("members.list_mark").join(names) or none)
        self.disease_fold.show_summary(self.diseases.summary(view) or none)
        self.balance_fold.show_summary(self.balances.summary(view) or none)
        self._show_shared(view)

    def speak_of_all(self, member_id: str) -> None:
        """The page was left: from now on it may be said what is missing of this member."""
        self._visited |= {(member_id, name) for name in self._visitable}
        if member_id == self._shown:
            self._restore_visits()

    def forget(self) -> None:
        """Begin with another household."""
        self._shown = None
        self._visited.clear()

    def target(self, field: str) -> QWidget:
        """The widget of a field, its section opened."""
        if field.startswith("used_before"):
            self.balance_fold.set_open(open_=True)
            name = field.removeprefix("used_before").removeprefix(".")
            return self.balances.fields.get(name) or next(iter(self.balances.fields.values()))
        if field == "assistance_categories":
            self.category_fold.set_open(open_=True)
            return self.category_fold.header
        if field in self.diseases.groups:
            self.disease_fold.set_open(open_=True)
            return self.disease_fold.header
        places: dict[str, QWidget] = {"tier": self.basics.tier, "guardian": self.basics.guardian}
        return self.basics.fields.get(field) or places.get(field, self.basics.name)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the tab order that of the eye."""
        super().showEvent(event)
        self._order_tabs()

    def _order_tabs(self) -> None:
        order = [*self.basics.chain]
        for fold in self.folds:
            inside = fold.content.findChildren(QWidget)
            order += [fold.header, *(each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus)]
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.basics.changed.connect(self.changed)
        self.basics.left.connect(self.left)
        self.balances.changed.connect(self.changed)
        self.balances.left.connect(self.left)
        self.diseases.changed.connect(self.changed)
        self.categories.changed.connect(lambda codes: self.changed.emit("assistance_categories", codes))
        self.chain.ended.connect(self.ended)
        for fold in self.folds:
            # What is in a section may be built only when a member is shown.
            fold.toggled.connect(self._order_tabs)

    def _turn_to(self, member_id: str) -> None:
        grown = self._shown == "" and member_id != ""
        for name, field in self._visitable.items():
            if self._shown and field.visited:
                self._visited.add((self._shown, name))
        self._shown = member_id
        # Whoever was just begun as a blank form keeps what the clerk has opened and where he has been.
        if not grown:
            for fold in self.folds:
                fold.set_open(open_=False)
            for edit in self.findChildren(LineEdit):
                edit.end_typing()
            self._restore_visits()

    @property
    def _visitable(self) -> dict[str, Field | TierChoice]:
        return {**self.basics.fields, **self.balances.fields, "tier": self.basics.tier}

    def _restore_visits(self) -> None:
        for name, field in self._visitable.items():
            field.visited = (self._shown, name) in self._visited

    def _show_shared(self, view: MemberView) -> None:
        """A dependent newborn has no categories and balances of its own, unless some were left behind."""
        member = view.member
        self.category_fold.setVisible(not view.dependent)
        self.balance_fold.setVisible(not view.dependent or any_balance(member))
        problem = view.problems.get("used_before")
        self.balance_note.complain(self._wording.problem(problem) if problem else "")
        self.balance_note.setVisible(problem is not None)
        if problem is not None:
            self.balance_fold.set_open(open_=True)
