"""What a result rests on beyond its sources, where these contradict each other, what is left out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.engine.assumptions import assumptions, used_bases
from desktop_app.engine.policy import Conflict
from desktop_app.engine.result import Settlement
from desktop_app.ui.result.target import Answer, RuleLink, Target
from desktop_app.ui.result.view import View, card, text_label
from desktop_app.ui.widgets.line_list import Line


class BasisView(View):
    """Assumptions, conflicts or what is not computed, by the target's item; a line leads to its rule."""

    def __init__(self, answer: Answer, target: Target) -> None:
        super().__init__(answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(text_label(self.wording.text(f"result.basis.{target.item}"), "faint"))
        column.addWidget(self._content(target.item))
        column.addStretch(1)

    def _content(self, item: str) -> QWidget:
        title = self.wording.text(f"result.view.{item}")
        if item == "assumptions":
            return card(self.line_list(title, self._assumptions(), ("", "", ""), text_columns=3))
        if item == "conflicts":
            return card(self.line_list(title, self._conflicts(), ("", "", ""), text_columns=3))
        not_computed = self.answer.settlement.policy.not_computed
        return card(self.line_list(title, [Line((each,)) for each in not_computed], ("",)))

    def _assumptions(self) -> list[Line]:
        return [
            Line(
                (
                    self.wording.assumption_text(used.basis, used.values),
                    self.wording.standing_mark(used.basis.standing),
                    used.basis.rule,
                ),
                RuleLink(used.basis.rule),
            )
            for used in assumptions(self.answer.settlement)
        ]

    def _conflicts(self) -> list[Line]:
        return [
            Line(
                (f"{conflict.text}\n{conflict.adopted}", " ".join(conflict.sources), conflict.rule),
                RuleLink(conflict.rule),
            )
            for conflict in used_conflicts(self.answer.settlement)
        ]


def used_conflicts(settlement: Settlement) -> tuple[Conflict, ...]:
    """List the contradictions between sources on rules that the result's steps or values cite."""
    steps = [
        step for member in settlement.members for step in (*member.coverage.steps, *member.premium.steps)
    ]
    steps += [step for bill in settlement.bills for step in bill.steps]
    rules = {step.kind.rule for step in steps} | {used.basis.rule for used in used_bases(settlement)}
    return tuple(conflict for conflict in settlement.policy.conflicts if conflict.rule in rules)
