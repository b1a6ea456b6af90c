"""Where a newborn is registered: elsewhere, a residence permit comes first (S0). Kept with the case."""

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording

_PLACES = ("here", "elsewhere", "unknown")
_HERE, _ELSEWHERE, _PERMIT = "registered_here", "newborn_registered_elsewhere", "residence_permit"


class RegistrationQuestion(QWidget):
    """One of three answers, elsewhere with a tick for the permit: situations that the guidance reads too."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__()
        self._session = session
        question = wording.text("plan_newborn.ask.registration")
        self._group = QButtonGroup(self)
        self.places = {place: QRadioButton(wording.text(f"plan_newborn.ask.{place}")) for place in _PLACES}
        self.permit = QCheckBox(wording.text("plan_newborn.ask.permit"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(QLabel(question))
        for place, button in self.places.items():
            button.setAccessibleName(f"{question} {button.text()}")
            button.toggled.connect(lambda chosen, place=place: self._answer(place) if chosen else None)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.permit.toggled.connect(self._set_permit)
        column.addLayout(row)
        column.addWidget(self.permit)

    @property
    def answer(self) -> QRadioButton:
        """The answer that is set."""
        return next(button for button in self.places.values() if button.isChecked())

    def show_situations(self, situations: Sequence[str]) -> None:
        """Show what the case says now."""
        place = "elsewhere" if _ELSEWHERE in situations else "here" if _HERE in situations else "unknown"
        for button in (*self.places.values(), self.permit):
            button.blockSignals(True)
        self.places[place].setChecked(True)
        self.permit.setChecked(_PERMIT in situations)
        for button in (*self.places.values(), self.permit):
            button.blockSignals(False)
        self.permit.setVisible(place == "elsewhere")

    def _answer(self, place: str) -> None:
        draft = edit.set_situation(self._session.draft, _ELSEWHERE, holds=place == "elsewhere")
        # A child registered elsewhere says nothing of the family: what was ticked for it stays.
        if place != "elsewhere":
            draft = edit.set_situation(draft, _HERE, holds=place == "here")
        self._apply(draft)

    def _set_permit(self, holds: bool) -> None:
        self._apply(edit.set_situation(self._session.draft, _PERMIT, holds=holds))

    def _apply(self, draft: Draft) -> None:
        self._session.apply(draft, Place("result", "", "newborn"), "situations")
