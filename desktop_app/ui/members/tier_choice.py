"""The tier: two buttons, or the keys 1 and 2."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop_app.engine.case import TIERS
from desktop_app.engine.policy import Policy
from desktop_app.reading import Problem
from desktop_app.ui.widgets.note import Note
from desktop_app.wording.sentences import Wording


class TierChoice(QWidget):
    """No tier is chosen in silence: the clerk has to say which."""

    chosen = Signal(str)

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.visited = False
        self.note = Note()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        row = QHBoxLayout()
        row.setSpacing(24)
        label = QLabel(wording.text("members.tier.label"))
        for tier in TIERS:
            button = QRadioButton()
            button.clicked.connect(lambda _on, tier=tier: self.chosen.emit(str(tier)))
            button.installEventFilter(self)
            self.buttons[str(tier)] = button
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        label.setBuddy(self.buttons["1"])
        self.setFocusProxy(self.buttons["1"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addStretch(1)
        row.setContentsMargins(0, 4, 0, 4)

    def show_tier(self, tier: str, policy: Policy | None, problem: Problem | None) -> None:
        """Show what is chosen, with the premium of each tier."""
        self._group.setExclusive(False)
        for code, button in self.buttons.items():
            button.setChecked(code == tier)
            button.setText(self._name(code, policy))
            button.setAccessibleName(button.text())
        self._group.setExclusive(True)
        self.setFocusProxy(self.buttons.get(tier, self.buttons["1"]))
        if problem is not None and (self.visited or problem.code != "missing"):
            self.note.complain(self._wording.text("members.tier.missing"))
        else:
            self.note.say("" if tier else self._wording.text("members.tier.hint"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys 1 and 2, and notice that the clerk has been here."""
        if event.type() == QEvent.Type.FocusOut:
            self.visited = True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            button = self.buttons.get(event.text())
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                button.click()
                return True
        return super().eventFilter(watched, event)

    def _name(self, code: str, policy: Policy | None) -> str:
        name = self._wording.term("tier", code)
        if policy is None:
            return name
        amount = next(amount for tier, amount in policy.premium.base.items() if str(tier) == code)
        premium = self._wording.money(amount.figure)
        return self._wording.text("members.tier.name", tier=name, premium=premium)
