"""Which next bill: whose, of what kind, at which institution, and how far the chart goes."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.engine.case import LEVELS
from desktop_app.planning.next_bill import NextBillPlan
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.wording.plan_next_bill import type_name
from desktop_app.wording.sentences import Wording

SETTINGS = ("member", "kind", "level", "type", "reach")


class NextBillSettings(QWidget):
    """A list each; what leaves nothing to choose is not shown."""

    chosen = Signal(str, str)
    """Which setting, and the code that was chosen."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self.lists: dict[str, Choice] = {}
        self._holders: dict[str, QWidget] = {}
        row = FlowLayout(spacing=14)
        self.setLayout(row)
        for name in SETTINGS:
            row.addWidget(self._add(name))

    def show_plan(self, plan: NextBillPlan, names: Mapping[str, str], *, whole: bool) -> None:
        """Offer what there is to choose, and show what is chosen."""
        term = self._wording.term
        money = self._wording.money
        bill = plan.bill
        offers: dict[str, tuple[dict[str, str], str]] = {
            "member": (dict(names), bill.member),
            "kind": ({kind: term("bill_kind", kind) for kind in plan.kinds}, bill.kind),
            "level": ({str(level): term("level", level) for level in LEVELS}, str(bill.institution.level)),
            "type": (
                {alike[0]: type_name(plan, alike[0], self._wording) for alike in plan.types},
                bill.institution.type,
            ),
            "reach": ({"near": money(plan.near), "whole": money(plan.reach)}, "whole" if whole else "near"),
        }
        for name, (offered, code) in offers.items():
            self.lists[name].offer(offered)
            self.lists[name].show_code(code)
            self._holders[name].setVisible(len(offered) > 1)
        self._holders["reach"].setVisible(plan.pays and plan.near < plan.reach)

    def _add(self, name: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        label = QLabel(self._wording.text(f"plan_next_bill.set.{name}"))
        choice = self.lists[name] = Choice(label.text().replace("&", ""))
        label.setBuddy(choice)
        choice.chosen.connect(lambda code: self.chosen.emit(name, code))
        column.addWidget(label)
        column.addWidget(choice)
        self._holders[name] = holder
        return holder
