"""What can be done with the summary: print, save, choose its parts; whose names stand on it."""

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.draft.settings import Settings
from desktop_app.ui.planning.choices import PLANS, PlanName
from desktop_app.ui.printing.summary_input import Parts
from desktop_app.ui.widgets.fold import Fold
from desktop_app.wording.sentences import Wording

_WIDTH = 240


class PrintPanel(QFrame):
    """The card beside the preview."""

    print_asked = Signal()
    pdf_asked = Signal()
    parts_changed = Signal()
    plans_changed = Signal()
    """Other answers to planning questions are wanted: see ``plans``."""
    settings_asked = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.setProperty("card", True)
        self.setFixedWidth(_WIDTH)
        self.print_button = self._button("summary.print", self.print_asked)
        self.print_button.setProperty("primary", True)
        self.pdf_button = self._button("summary.save_pdf", self.pdf_asked)
        self.family = QCheckBox(wording.text("summary.part.family"), checked=True)
        self.clerk = QCheckBox(wording.text("summary.part.clerk"), checked=True)
        self._said = _faint()
        self._names = _faint()
        change = self._button("summary.change_names", self.settings_asked)
        change.setProperty("link", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for widget in (self.print_button, self.pdf_button, self._said):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(QLabel(wording.text("summary.parts")))
        column.addWidget(self.family)
        column.addWidget(self.clerk)
        column.addWidget(self._plan_fold())
        column.addSpacing(8)
        column.addWidget(self._names)
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.family.toggled.connect(lambda chosen: self._part_toggled(self.clerk, chosen=chosen))
        self.clerk.toggled.connect(lambda chosen: self._part_toggled(self.family, chosen=chosen))

    def parts(self) -> Parts:
        """The parts that are ticked."""
        return Parts(self.family.isChecked(), self.clerk.isChecked())

    def plans(self) -> frozenset[PlanName]:
        """The answers to planning questions that are ticked."""
        return frozenset(name for name, box in self._plans.items() if box.isChecked())

    def show_plans(self, arising: Collection[PlanName], printed: Collection[PlanName]) -> None:
        """Offer the questions that arise; ticked are those that will be printed."""
        for name, box in self._plans.items():
            box.setVisible(name in arising)
            with QSignalBlocker(box):
                box.setChecked(name in printed)
        self.plan_fold.setVisible(bool(arising))
        if set(printed) & set(arising):
            self.plan_fold.set_open(open_=True)

    def say(self, text: str) -> None:
        """Say what has been done."""
        self._said.setText(text)

    def show_names(self, settings: Settings) -> None:
        """Show whose names stand on paper; what was said before is over."""
        self._said.clear()
        blank = self._wording.text("summary.no_name")
        names = {"office": settings.office or blank, "clerk": settings.clerk or blank}
        self._names.setText(self._wording.text("summary.names", **names))

    def _plan_fold(self) -> Fold:
        """Keep the answers to planning questions folded: few families take them home."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        self._plans = {name: QCheckBox(self._wording.text(f"planning.{name}.title")) for name in PLANS}
        for box in self._plans.values():
            box.toggled.connect(self.plans_changed)
            column.addWidget(box)
        self.plan_fold = Fold(self._wording.text("planning.on_paper"), content)
        self.plan_fold.header.setAutoDefault(True)  # Enter presses it
        return self.plan_fold

    def _part_toggled(self, other: QCheckBox, *, chosen: bool) -> None:
        """Keep at least one part: without the last one the other comes back."""
        if not chosen and not other.isChecked():
            other.setChecked(True)
        else:
            self.parts_changed.emit()

    def _button(self, key: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(self._wording.text(key))
        button.clicked.connect(asked)
        button.setAutoDefault(True)  # Enter presses it
        return button


def _faint() -> QLabel:
    label = QLabel()
    label.setProperty("role", "faint")
    label.setWordWrap(True)
    return label
