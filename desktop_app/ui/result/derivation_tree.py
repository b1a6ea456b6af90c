"""How an amount was made: a tree of plain sentences with rule, source and standing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from desktop_app.engine.result import Step
from desktop_app.ui.theme import colours
from desktop_app.ui.widgets.wrapping_tree import WrappingTree
from desktop_app.wording.derivation import Line, derivation
from desktop_app.wording.sentences import Wording

_RULE = Qt.ItemDataRole.UserRole
_SIDE_WIDTH = 190
_OPEN_DEPTH = 2
_STANDS_IN = {
    "fully_self_paid": "eligible",
    "over_price_limit": "eligible",
    "class_b_copay": "eligible",
    "less_critical_illness": "critical_illness",
    "less_maternity": "maternity",
    "medical_assistance": "paid_by_others",
    "other": "paid_by_others",
}
"""Which amount's derivation shows a cause or payer that no step makes by its own name."""


def derivable(steps: Sequence[Step], output: str) -> bool:
    """Tell whether any of these steps made an amount."""
    return any(step.kind.output == output for step in steps)


def derived_output(steps: Sequence[Step], code: str) -> str:
    """Find the amount whose derivation shows a cause or payer."""
    return code if derivable(steps, code) else _STANDS_IN.get(code, code)


class DerivationTree(WrappingTree):
    """The first levels stand open; Enter or a click on a rule opens the guide there."""

    rule_asked = Signal(str)

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(wording.text("result.derivation"), _SIDE_WIDTH)
        self.setParent(parent)
        self._wording = wording
        self.itemActivated.connect(self._ask)
        self.itemClicked.connect(self._clicked)

    def show_derivation(self, steps: Sequence[Step], output: str) -> None:
        """Derive an amount; one that no step made leaves the tree empty."""
        self.clear()
        if derivable(steps, output):
            self._add(self.invisibleRootItem(), derivation(steps, output, self._wording), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc and Backspace to the page."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _add(self, parent: QTreeWidgetItem, line: Line, depth: int) -> None:
        marks = [line.rule, line.source]
        if line.standing is not None and line.standing != "stated":
            marks.append(self._wording.standing_mark(line.standing))
        item = QTreeWidgetItem(parent, [line.text, "  ".join(filter(None, marks))])
        item.setData(0, _RULE, line.rule)
        item.setForeground(1, QColor(colours().accent))
        if line.rule:
            item.setToolTip(1, self._wording.text("result.open_rule", rule=line.rule))
        for child in line.children:
            self._add(item, child, depth + 1)
        item.setExpanded(depth < _OPEN_DEPTH)

    def _clicked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 1:
            self._ask(item)

    def _ask(self, item: QTreeWidgetItem) -> None:
        if rule := item.data(0, _RULE):
            self.rule_asked.emit(rule)
