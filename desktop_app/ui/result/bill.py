"""One bill: its amounts and causes, and beside them how the marked amount was made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.result.derivation_tree import DerivationTree, derivable, derived_output
from desktop_app.ui.result.remarks import bill_remarks, blank_remark
from desktop_app.ui.result.target import Answer, RuleLink, Target
from desktop_app.ui.result.view import View, card, text_label
from desktop_app.ui.widgets.line_list import Line, LineList
from desktop_app.wording.causes import causes

_AMOUNTS = (
    "eligible",
    "basic_fund",
    "critical_illness",
    "maternity",
    "out_of_pocket",
    "paid_by_others",
    "left_to_pay",
)
_ALWAYS = ("eligible", "basic_fund", "out_of_pocket")


class BillView(View):
    """Left the amounts, right the derivation of the one that is marked."""

    scrolls = False

    def __init__(self, answer: Answer, target: Target) -> None:
        super().__init__(answer)
        self._target = target
        self._entered, self._result = answer.bills[target.item]
        self._caption = QLabel()
        self._caption.setProperty("role", "subtitle")
        self.tree = DerivationTree(self.wording)
        self.tree.rule_asked.connect(lambda rule: self.opened.emit(RuleLink(rule)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._left(), 4)
        hint = text_label(self.wording.text("result.derivation_hint"), "faint")
        row.addWidget(card(self._caption, self.tree, hint), 7)
        self.focus(target)

    def focus(self, target: Target | None) -> None:
        """Go back to the question that was asked about it; else mark the amount, or what is left to pay."""
        if target in self.links:
            super().focus(target)
            return
        output = self._target.output or ("left_to_pay" if self._result.paid_by_others else "out_of_pocket")
        super().focus(Target("bill", self._target.item, output))

    def _left(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for remark in bill_remarks(self.answer, self._target.item):
            column.addWidget(text_label(remark, "remark"))
        column.addWidget(card(self._amounts()))
        title = self.wording.text("result.causes")
        column.addWidget(card(text_label(title), self._watched(title, self._causes())))
        column.addWidget(self._questions())
        if self._target.item in self.answer.blank_fields:
            column.addWidget(text_label(blank_remark(self.answer, self._target.item), "faint"))
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _questions(self) -> QWidget:
        """Lead to what can be asked about this bill."""
        frame = QWidget()
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        targets = Target("elsewhere", self._target.item), Target("statement", self._target.item)
        for target in targets:
            row.addWidget(self.link(self.wording.text(f"planning.{target.view}.link"), target))
        row.addStretch(1)
        return frame

    def _amounts(self) -> LineList:
        lines = [Line((self.wording.figure_name("total"), self.wording.amount(self._result.total)))]
        for name in _AMOUNTS:
            amount = getattr(self._result, name)
            needed = self._result.paid_by_others if name == "left_to_pay" else amount
            if needed or name in _ALWAYS:
                lines.append(self._line(self.wording.figure_name(name), name, amount))
        return self._watched(self.wording.text("result.amounts"), lines)

    def _causes(self) -> list[Line]:
        found = causes(self._result.out_of_pocket_parts, self.wording)
        steps = self._result.steps
        return [
            self._line(cause.sentence, derived_output(steps, cause.code), cause.amount) for cause in found
        ]

    def _line(self, name: str, output: str, amount: int) -> Line:
        target = Target("bill", self._target.item, output)
        return Line(
            (name, self.wording.amount(amount)), target if derivable(self._result.steps, output) else None
        )

    def _watched(self, name: str, lines: list[Line]) -> LineList:
        made = self.line_list(name, lines)
        made.marked.connect(self._derive)
        return made

    def _derive(self, target: object) -> None:
        if not isinstance(target, Target):
            self.tree.clear()
            self._caption.setText(self.wording.text("result.entered"))
            return
        name = self.wording.figure_name(target.output)
        self._caption.setText(self.wording.text("result.how", name=name))
        self.tree.show_derivation(self._result.steps, target.output)
