"""The three years to compare the tiers in: the best choice of each and its cost; one is shown in full."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from desktop_app.planning.years import YEAR_KINDS, YearKind
from desktop_app.ui.result.view import text_label


class YearChoice(QWidget):
    """A radio button a year; beside it the household's best choice and its cost."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[YearKind, QRadioButton] = {}
        self._choices: dict[YearKind, QLabel] = {}
        self._costs: dict[YearKind, QLabel] = {}
        group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, kind in enumerate(YEAR_KINDS):
            button = self.buttons[kind] = QRadioButton()
            button.clicked.connect(lambda _on, kind=kind: self.chosen.emit(kind))
            group.addButton(button)
            choice, cost = text_label("", "faint"), text_label("", wrap=False)
            self._choices[kind], self._costs[kind] = choice, cost
            grid.addWidget(button, row, 0)
            grid.addWidget(choice, row, 1)
            grid.addWidget(cost, row, 2, Qt.AlignmentFlag.AlignRight)

    def show_years(self, years: Mapping[YearKind, tuple[str, str, str]], shown: YearKind) -> None:
        """Name each year, its best choice and its cost; mark the one shown in full."""
        for kind, (name, choice, cost) in years.items():
            self.buttons[kind].setText(name)
            self.buttons[kind].setAccessibleDescription(f"{choice} {cost}")
            self._choices[kind].setText(choice)
            self._costs[kind].setText(cost)
        self.buttons[shown].setChecked(True)
