"""The card of name, identity number, birth date and tier (of a dependent newborn: the guardian)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.members.tier_choice import TierChoice
from desktop_app.ui.members.view import MISTYPED, MemberView
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.masked_edit import MaskedEdit
from desktop_app.ui.widgets.note import Note
from desktop_app.wording.sentences import Wording

_DATE_WIDTH = 130


class Basics(QFrame):
    """What is needed of everybody."""

    changed = Signal(str, object)
    """A field's name and its text."""
    left = Signal()
    """A field was left: it may be spoken of what is missing."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._wording = wording
        self.name = Field(wording.text("members.name.label"))
        self.id_number = Field(wording.text("members.id_number.label"), MaskedEdit())
        self.birth_date = Field(wording.text("members.birth_date.label"))
        self.tier = TierChoice(wording)
        self.guardian = _Guardian(wording)
        self.id_number.edit.setPlaceholderText(wording.text("members.id_number.hint"))
        self.birth_date.edit.setPlaceholderText(wording.text("members.birth_date.hint"))
        self.birth_date.setMinimumWidth(_DATE_WIDTH)
        for name, field in self.fields.items():
            field.edited.connect(lambda text, name=name: self.changed.emit(name, text))
            field.left.connect(self.left)
        self.tier.chosen.connect(lambda tier: self.changed.emit("tier", tier))
        self.guardian.choice.chosen.connect(lambda guardian: self.changed.emit("guardian", guardian))
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 14, 18, 10)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(self.id_number, 0, 1)
        grid.addWidget(self.birth_date, 1, 0)
        grid.addWidget(self.tier, 1, 1)
        grid.addWidget(self.guardian, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    @property
    def fields(self) -> dict[str, Field]:
        """Fields of text by the draft's name."""
        return {"name": self.name, "id_number": self.id_number, "birth_date": self.birth_date}

    @property
    def chain(self) -> list[QWidget]:
        """The order in which Enter goes through the card."""
        return [self.name.edit, self.id_number.edit, self.birth_date.edit, self.guardian.choice, self.tier]

    def show_view(self, view: MemberView) -> None:
        """Show a member."""
        member = view.member
        self.name.show_value(member.name)
        self.id_number.show_value(member.id_number)
        self.birth_date.show_value(member.birth_date)
        self._show_notes(view)
        self.tier.setVisible(not view.dependent)
        self.guardian.setVisible(view.dependent)
        if view.dependent:
            self.guardian.show_view(view)
        else:
            self.tier.show_tier(member.tier, view.policy, view.problems.get("tier"))

    def _show_notes(self, view: MemberView) -> None:
        problem = view.problems.get("name")
        self.name.show_note("", self._wording.problem(problem) if problem else "")
        remark = view.identity.remark
        said = self._wording.text(f"members.identity.{remark}") if remark else ""
        wrong = view.problems.get("id_number")
        complaint = said if remark in MISTYPED else self._wording.problem(wrong) if wrong else ""
        if not said and view.identity.birth_date and view.member.birth_date:
            differs = view.identity.birth_date.isoformat() != view.member.birth_date
            said = self._wording.text("members.identity." + ("differs" if differs else "fine"))
        hint = "" if self.id_number.edit.typing and remark == "other_document" else said
        self.id_number.show_note(hint, complaint)
        problem = view.problems.get("birth_date")
        age = "" if view.age is None else self._wording.text("members.age", age=view.age)
        complaint = self._birth_problem(view)
        self.birth_date.show_note(age, complaint, missing=problem is not None and problem.code == "missing")

    def _birth_problem(self, view: MemberView) -> str:
        problem = view.problems.get("birth_date")
        if problem is None:
            return ""
        if problem.code in ("missing", "date"):
            return self._wording.text(f"members.birth_date.{problem.code}")
        return self._wording.problem(problem)


class _Guardian(QWidget):
    """Whose tier, categories and limits a dependent newborn shares."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        name = wording.text("members.guardian.label")
        label = QLabel(name)
        self.choice = Choice(name.replace("&", ""))
        label.setBuddy(self.choice)
        self.note = Note()
        self.setFocusProxy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (label, self.choice, self.note):
            column.addWidget(widget)
        column.addStretch(1)

    def show_view(self, view: MemberView) -> None:
        """Show who is the guardian and who may be."""
        self.choice.offer(view.guardians)
        self.choice.show_code(view.member.guardian)
        if not view.guardians:
            self.note.complain(self._wording.text("members.guardian.none"))
        elif "guardian" in view.problems:
            self.note.say(self._wording.text("members.guardian.missing"))
        else:
            self.note.say(self._wording.text("members.guardian.hint"))
