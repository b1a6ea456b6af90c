"""Entries of a fixed list to tick."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget


class Ticks(QWidget):
    """Boxes by code; ticked ones are given in the order in which they were ticked."""

    changed = Signal(tuple)

    def __init__(self, names: Mapping[str, str], columns: int) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self._ticked: tuple[str, ...] = ()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for number, (code, name) in enumerate(names.items()):
            box = self.boxes[code] = QCheckBox(name)
            box.clicked.connect(lambda on, code=code: self._tick(code, on=on))
            grid.addWidget(box, number // columns, number % columns)
        grid.setColumnStretch(columns, 1)

    def show_ticked(self, codes: Sequence[str]) -> None:
        """Tick these; codes without a box are kept as they are."""
        self._ticked = tuple(codes)
        for code, box in self.boxes.items():
            box.setChecked(code in self._ticked)

    def _tick(self, code: str, *, on: bool) -> None:
        others = tuple(each for each in self._ticked if each != code)
        self._ticked = (*others, code) if on else others
        self.changed.emit(self._ticked)
