"""The household's members at the left: name, age, tier, a mark where something is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.ui.members.view import MemberView, has_problem
from desktop_app.wording.sentences import Wording

_DOT = "\u25cf"


class MemberList(QListWidget):
    """Two lines a member; chosen by its id, which is blank for one yet to be entered."""

    chosen = Signal(str)

    def __init__(self, wording: Wording) -> None:
        super().__init__(objectName="pages")
        self._wording = wording
        self.setAccessibleName(wording.text("members.list"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._choose)

    def show_members(self, views: Sequence[MemberView], names: Sequence[str], current: str) -> None:
        """List the members with one of them chosen."""
        self.blockSignals(True)
        while self.count() > len(views):
            self.takeItem(self.count() - 1)
        while self.count() < len(views):
            item = QListWidgetItem()
            item.setSizeHint(QSize(160, 62))
            self.addItem(item)
        for row, (view, name) in enumerate(zip(views, names, strict=True)):
            item = self.item(row)
            wrong = has_problem(view)
            item.setText(f"{_DOT + ' ' if wrong else ''}{name}\n{self._about(view)}")
            item.setToolTip(self._wording.text("members.wrong") if wrong else "")
            item.setData(Qt.ItemDataRole.UserRole, view.member.id)
            if view.member.id == current:
                self.setCurrentRow(row)
        self.blockSignals(False)

    def _about(self, view: MemberView) -> str:
        age = "" if view.age is None else self._wording.text("members.age", age=view.age)
        tier = view.member.tier
        if view.dependent:
            enrolled = self._wording.text("members.dependent")
        else:
            enrolled = self._wording.term("tier", tier) if tier else ""
        about = [text for text in (age, enrolled) if text]
        return self._wording.text("members.about_mark").join(about) or self._wording.text(
            "members.nothing_yet"
        )

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
