"""The first screen: what the family pays itself, why, who paid the rest, the members, the way to all else."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.engine.assumptions import assumptions
from desktop_app.engine.money import Fen
from desktop_app.guidance.assistance import medical_assistance_may_apply
from desktop_app.ui.result.basis import used_conflicts
from desktop_app.ui.result.remarks import remark_lines
from desktop_app.ui.result.target import Answer, Target
from desktop_app.ui.result.view import View, card, text_label
from desktop_app.ui.widgets.line_list import Line
from desktop_app.wording.causes import causes, payers

_LINK_COLUMNS = 2
_LINKS = (
    ("expense_chart", Target("expense_chart")),
    ("limits_chart", Target("limits_chart")),
    ("limits", Target("limits")),
    ("remarks", Target("remarks")),
    ("assumptions", Target("basis", "assumptions")),
    ("conflicts", Target("basis", "conflicts")),
    ("not_computed", Target("basis", "not_computed")),
)


class OverviewView(View):
    """Calm: one large number; every line leads to what it is made of."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addLayout(_column(self._number(), self._causes()), 8)
        columns.addLayout(_column(self._payers(), self._members(), self._links()), 6)

    def _number(self) -> QWidget:
        totals, text = self.answer.settlement.totals, self.wording.text
        others = totals.out_of_pocket - totals.left_to_pay
        key = "left_to_pay" if others else "out_of_pocket"
        labels = [
            text_label(text(f"result.number.{key}"), "subtitle"),
            text_label(self.wording.money(totals.left_to_pay), "amount", wrap=False),
            text_label(self._whole(others), "faint"),
        ]
        labels[1].setAccessibleName(f"{labels[0].text()} {labels[1].text()}")
        if not self.answer.bills:
            labels.append(text_label(text("result.number.no_bills"), "faint"))
        if self.answer.blank_fields:
            labels.append(
                text_label(text("result.number.blank", count=len(self.answer.blank_fields)), "faint")
            )
        if medical_assistance_may_apply(self.answer.settlement):
            labels.append(text_label(text("result.number.assistance"), "remark"))
        return card(*labels)

    def _whole(self, others: Fen) -> str:
        totals = self.answer.settlement.totals
        amounts = {"total": totals.total, "own": totals.out_of_pocket, "others": others}
        fields = {name: self.wording.money(amount) for name, amount in amounts.items()}
        return self.wording.text("result.number.others" if others else "result.number.total", **fields)

    def _causes(self) -> QWidget:
        found = causes(self.answer.settlement.out_of_pocket_parts, self.wording)
        lines = [
            Line((cause.sentence, self.wording.amount(cause.amount)), Target("share", cause.code))
            for cause in found
        ]
        title = self.wording.text("result.causes")
        return self._list_card(title, lines)

    def _payers(self) -> QWidget:
        found = payers(self.answer.settlement, self.wording)
        lines = [
            Line((payer.sentence, self.wording.amount(payer.amount)), Target("share", payer.code))
            for payer in found
        ]
        return self._list_card(self.wording.text("result.payers"), lines)

    def _members(self) -> QWidget:
        title = self.wording.text("result.members")
        lines = []
        for member in self.answer.settlement.members:
            totals = member.totals
            amounts = (totals.total, totals.total - totals.left_to_pay, totals.left_to_pay)
            cells = (self.answer.names[member.id], *map(self.wording.amount, amounts))
            lines.append(Line(cells, Target("member", member.id)))
        heads = self.amount_heads("member")
        return card(self.line_list(title, lines, heads))

    def _list_card(self, title: str, lines: list[Line]) -> QWidget:
        heading = text_label(title, "subtitle")
        if not lines:
            return card(heading, text_label(self.wording.text("result.none"), "faint"))
        return card(heading, self.line_list(title, lines))

    def _links(self) -> QWidget:
        settlement = self.answer.settlement
        counts = {
            "remarks": len(remark_lines(self.answer)),
            "assumptions": len(assumptions(settlement)),
            "conflicts": len(used_conflicts(settlement)),
            "not_computed": len(settlement.policy.not_computed),
        }
        frame = QWidget()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        shown = [(key, target) for key, target in _LINKS if counts.get(key, 1)]
        for index, (key, target) in enumerate(shown):
            button = self.link(self.wording.text(f"result.link.{key}", count=counts.get(key, "")), target)
            grid.addWidget(button, index // _LINK_COLUMNS, index % _LINK_COLUMNS)
        return frame


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
