"""One member: the bills, coverage and premium, and what the year's limits have left."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.result.derivation_tree import DerivationTree, derivable
from desktop_app.ui.result.limit_lines import limit_list
from desktop_app.ui.result.target import Answer, RuleLink, Target
from desktop_app.ui.result.view import View, card, text_label
from desktop_app.ui.widgets.line_list import Line


class MemberView(View):
    """Bills in order of settlement, then limits, coverage and premium."""

    def __init__(self, answer: Answer, target: Target) -> None:
        super().__init__(answer)
        self._id = target.item
        self._result = answer.member(target.item)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for code in self._result.premium.notices:
            column.addWidget(text_label(self.wording.notice(code), "remark"))
        column.addWidget(self._bills())
        column.addWidget(limit_list(self, self._id))
        column.addWidget(self._enrolment())
        column.addStretch(1)

    def _bills(self) -> QWidget:
        lines = []
        for bill, (entered, result) in self.answer.bills.items():
            if entered.member == self._id:
                paid = result.total - result.left_to_pay
                amounts = map(self.wording.amount, (result.total, paid, result.left_to_pay))
                lines.append(Line((self.answer.bill_name(bill), *amounts), Target("bill", bill)))
        title = self.wording.text("result.bills")
        if not lines:
            return card(text_label(title, "subtitle"), text_label(self.wording.text("result.none"), "faint"))
        return card(self.line_list(title, lines, self.amount_heads("bill")))

    def _enrolment(self) -> QWidget:
        coverage, premium = self._result.coverage, self._result.premium
        if coverage.begin is not None and coverage.end is not None:
            period = self.wording.text(
                "result.covered", begin=self.wording.date(coverage.begin), end=self.wording.date(coverage.end)
            )
        else:
            period = self.wording.reason(coverage.reason or "not_enrolled")
        begin = Target("member_step", self._id, "begin") if derivable(coverage.steps, "begin") else None
        own = Target("member_step", self._id, "own_share") if premium.steps else None
        lines = [Line((period, ""), begin)]
        if premium.steps:
            amount = self.wording.amount(premium.own_share)
            lines.append(Line((self.wording.text("result.premium"), amount), own))
        return card(self.line_list(self.wording.text("result.enrolment"), lines))


class MemberStepView(View):
    """How the beginning of coverage or the premium was found."""

    scrolls = False

    def __init__(self, answer: Answer, target: Target) -> None:
        super().__init__(answer)
        self.tree = DerivationTree(self.wording)
        self.tree.rule_asked.connect(lambda rule: self.opened.emit(RuleLink(rule)))
        result = answer.member(target.item)
        steps = result.coverage.steps if target.output == "begin" else result.premium.steps
        self.tree.show_derivation(steps, target.output)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        hint = text_label(self.wording.text("result.derivation_hint"), "faint")
        column.addWidget(card(self.tree, hint))

    def focus(self, target: Target | None) -> None:
        """Put the keyboard into the tree."""
        self.tree.setFocus()
