"""The first screen: what the family pays itself, why, who paid the rest, the members, the way to all else."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.engine.assumptions import assumptions
from desktop_app.engine.money import Fen
from desktop_app.engine.result import MemberResult
from desktop_app.guidance.assistance import medical_assistance_may_apply
from desktop_app.ui.planning.choices import PLANS
from desktop_app.ui.planning.plans import arising
from desktop_app.ui.result.basis import used_conflicts
from desktop_app.ui.result.remarks import remark_lines
from desktop_app.ui.result.target import Answer, Target
from desktop_app.ui.result.view import View, card, text_label
from desktop_app.ui.widgets.line_list import Line, LineList
from desktop_app.wording.causes import causes, payers

_LINK_COLUMNS = 2
_LINKS = {
    "expense_chart": Target("expense_chart"),
    "limits_chart": Target("limits_chart"),
    "limits": Target("limits"),
    "assumptions": Target("basis", "assumptions"),
    "conflicts": Target("basis", "conflicts"),
    "not_computed": Target("basis", "not_computed"),
    "remarks": Target("remarks"),
}


class OverviewView(View):
    """Calm: one large number; every line leads to what it is made of."""

    in_place = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        text = self.wording.text
        self._caption = text_label("", "subtitle")
        self._amount = text_label("", "amount", wrap=False)
        self._whole, self._blank = text_label("", "faint"), text_label("", "faint")
        self._assistance = text_label(text("result.number.assistance"), "remark")
        self._causes = self.line_list(text("result.causes"), ())
        self._payers = self.line_list(text("result.payers"), ())
        self._members = self.line_list(text("result.members"), (), self.amount_heads("member"))
        number = card(self._caption, self._amount, self._whole, self._blank, self._assistance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        column.addLayout(columns)
        column.addWidget(self._plan_row())
        column.addStretch(1)
        self._why, self._who = self._titled(self._causes), self._titled(self._payers)
        columns.addLayout(_column(number, self._why), 8)
        columns.addLayout(_column(self._who, card(self._members), self._link_grid()), 6)
        self.show_answer(answer)

    def show_answer(self, answer: Answer) -> None:
        """Show another answer in the same place."""
        self.answer = answer
        settlement, wording = answer.settlement, self.wording
        self._show_number()
        self._members.name_heads(self.amount_heads("member"))
        found = causes(settlement.out_of_pocket_parts, wording)
        paid = payers(settlement, wording)
        self._causes.show_lines([self._share_line(*cause) for cause in found])
        self._payers.show_lines([self._share_line(*payer) for payer in paid])
        self._why.setVisible(bool(found))
        self._who.setVisible(bool(paid))
        self._members.show_lines([self._member_line(member) for member in settlement.members])
        self._show_links()

    def _show_number(self) -> None:
        answer, text = self.answer, self.wording.text
        totals = answer.settlement.totals
        others = totals.out_of_pocket - totals.left_to_pay
        self._caption.setText(text("result.number.left_to_pay" if others else "result.number.out_of_pocket"))
        self._amount.setText(self.wording.money(totals.left_to_pay))
        self._amount.setAccessibleName(f"{self._caption.text()} {self._amount.text()}")
        amounts = {"total": totals.total, "own": totals.out_of_pocket, "others": others}
        fields = {name: self.wording.money(amount) for name, amount in amounts.items()}
        whole = "others" if others else "total" if answer.bills else "no_bills"
        self._whole.setText(text(f"result.number.{whole}", **fields))
        self._blank.setText(text("result.number.blank", count=len(answer.blank_fields)))
        self._blank.setVisible(bool(answer.blank_fields))
        self._assistance.setVisible(medical_assistance_may_apply(answer.settlement))

    def _share_line(self, code: str, sentence: str, amount: Fen) -> Line:
        return Line((sentence, self.wording.amount(amount)), Target("share", code))

    def _member_line(self, member: MemberResult) -> Line:
        totals = member.totals
        amounts = (totals.total, totals.total - totals.left_to_pay, totals.left_to_pay)
        cells = (self.answer.names[member.id], *map(self.wording.amount, amounts))
        return Line(cells, Target("member", member.id))

    def _titled(self, lines: LineList) -> QWidget:
        return card(text_label(lines.accessibleName(), "subtitle"), lines)

    def _link_grid(self) -> QWidget:
        frame = QWidget()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        for index, target in enumerate(_LINKS.values()):
            grid.addWidget(self.link("", target), index // _LINK_COLUMNS, index % _LINK_COLUMNS)
        return frame

    def _plan_row(self) -> QWidget:
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(16, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(text_label(self.wording.text("planning.ask"), wrap=False))
        for name in PLANS:
            row.addWidget(self.link(self.wording.text(f"planning.{name}.link"), Target(name)))
        row.addStretch(1)
        return frame

    def _show_links(self) -> None:
        settlement = self.answer.settlement
        counts = {
            "remarks": len(remark_lines(self.answer)),
            "assumptions": len(assumptions(settlement)),
            "conflicts": len(used_conflicts(settlement)),
            "not_computed": len(settlement.policy.not_computed),
        }
        for key, target in _LINKS.items():
            count = counts.get(key, "")
            self.links[target].setText(self.wording.text(f"result.link.{key}", count=count))
            self.links[target].setVisible(count != 0)
        arises = arising(self.answer)
        for name in PLANS:
            self.links[Target(name)].setVisible(name in arises)


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
