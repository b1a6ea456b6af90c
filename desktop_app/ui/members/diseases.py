"""Recognised special diseases: those the pack names to tick, any other in words."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.engine.policy import Disease, Policy
from desktop_app.ui.members.view import MemberView
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.ticks import Ticks
from desktop_app.wording.sentences import Wording

_GROUPS = ("chronic_diseases", "major_diseases")
_SEPARATORS = re.compile("[,;\u3001\uff0c\uff1b]")


class Diseases(QWidget):
    """Chronic and major diseases of one member."""

    changed = Signal(str, object)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.groups: dict[str, DiseaseGroup] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 0, 8)
        self._column.setSpacing(10)

    def show_view(self, view: MemberView) -> None:
        """Show a member's diseases; the boxes are those of the policy year."""
        for name in _GROUPS:
            named = _named(view.policy, name)
            group = self.groups.get(name)
            if group is None or group.named != named:
                self._replace(name, DiseaseGroup(name, named, self._wording))
            self.groups[name].show_diseases(getattr(view.member, name))

    def summary(self, view: MemberView) -> str:
        """Name what is chosen."""
        known = {disease.code: disease.name for name in _GROUPS for disease in _named(view.policy, name)}
        chosen = (*view.member.chronic_diseases, *view.member.major_diseases)
        return self._wording.text("members.list_mark").join(known.get(code, code) for code in chosen)

    def _replace(self, name: str, group: "DiseaseGroup") -> None:
        if (old := self.groups.get(name)) is not None:
            self._column.removeWidget(old)
            old.deleteLater()
        group.changed.connect(lambda diseases: self.changed.emit(name, diseases))
        self.groups[name] = group
        self._column.insertWidget(_GROUPS.index(name), group)


class DiseaseGroup(QWidget):
    """Diseases of one kind."""

    changed = Signal(tuple)

    def __init__(self, name: str, named: tuple[Disease, ...], wording: Wording) -> None:
        super().__init__()
        self.named = named
        self._mark = wording.text("members.list_mark")
        self._diseases: tuple[str, ...] = ()
        title = QLabel(wording.text(f"members.{name}.title"))
        self.ticks = Ticks({disease.code: disease.name for disease in named}, 3)
        self.others = Field(wording.text(f"members.{name}.others"))
        self.others.edit.setPlaceholderText(wording.text("members.others_hint"))
        self.others.setMaximumWidth(460)
        self.ticks.changed.connect(self.changed)
        self.others.edited.connect(self._type_others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for widget in (title, self.ticks, self.others):
            column.addWidget(widget)

    def show_diseases(self, diseases: Sequence[str]) -> None:
        """Tick those with a box, write the others out."""
        self._diseases = tuple(diseases)
        self.ticks.show_ticked(diseases)
        self.others.show_value(self._mark.join(code for code in diseases if code not in self._codes))

    @property
    def _codes(self) -> set[str]:
        return {disease.code for disease in self.named}

    def _type_others(self, text: str) -> None:
        """Take the words apart; a named disease written out is the one with the box."""
        by_name = {disease.name: disease.code for disease in self.named}
        words = [word.strip() for word in _SEPARATORS.split(text)]
        ticked = [code for code in self._diseases if code in self._codes]
        others = [by_name.get(word, word) for word in words if word]
        self.changed.emit(tuple(dict.fromkeys((*ticked, *others))))


def _named(policy: Policy | None, group: str) -> tuple[Disease, ...]:
    return getattr(policy, group) if policy is not None else ()
