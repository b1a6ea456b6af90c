"""What the clerk may tick about a household, so that the next steps fit it."""

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel

from desktop_app.draft import edit
from desktop_app.draft.history import Place
from desktop_app.engine.case import SITUATIONS
from desktop_app.ui.session import Session
from desktop_app.wording.messages import Lang
from desktop_app.wording.sentences import Wording

_COLUMNS: dict[Lang, int] = {"zh_CN": 3, "en": 2}
"""As many as stand beside the contents on the smallest screen."""


class SituationTicks(QFrame):
    """One box a situation; what is ticked is kept with the case."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__()
        self._session = session
        self._boxes = {code: QCheckBox(wording.term("situation", code)) for code in SITUATIONS}
        columns = _COLUMNS[wording.lang]
        grid = QGridLayout(self)
        grid.setVerticalSpacing(4)
        grid.addWidget(QLabel(wording.text("guide.situations")), 0, 0, 1, columns)
        for number, (code, box) in enumerate(self._boxes.items()):
            box.toggled.connect(lambda holds, code=code: self._tick(code, holds=holds))
            grid.addWidget(box, 1 + number // columns, number % columns)

    def refresh(self) -> None:
        """Show what is ticked now."""
        for code, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(code in self._session.draft.situations)
            box.blockSignals(False)

    def _tick(self, code: str, *, holds: bool) -> None:
        draft = edit.set_situation(self._session.draft, code, holds=holds)
        self._session.apply(draft, Place("start", "", "situations"), "situations")
