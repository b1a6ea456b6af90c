"""The charts as views of the result; pyqtgraph is imported when the first one is built."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.result.target import Answer, Target
from desktop_app.ui.result.view import View, card, text_label
from desktop_app.ui.theme import colours


def load_charts() -> None:
    """Import what draws the charts ahead of the first one."""
    import desktop_app.ui.charts.expense_chart
    import desktop_app.ui.charts.limits_chart
    import desktop_app.ui.charts.next_bill_chart  # noqa: F401


class ChartView(View):
    """One chart with a sentence on how to read it."""

    def __init__(self, answer: Answer, target: Target) -> None:
        super().__init__(answer)
        kind = target.view.removesuffix("_chart")
        self.scrolls = kind == "limits"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        explain = text_label(self.wording.text(f"charts.{kind}.explain"), "faint")
        column.addWidget(card(explain, self._chart(kind)), 1)
        if kind == "limits":
            column.addStretch(1)

    def _chart(self, kind: str) -> QWidget:
        # The import costs as much as the rest of the start.
        if kind == "limits":
            from desktop_app.ui.charts.limits_chart import LimitsChart

            return LimitsChart(self.answer.settlement, self.answer.names, self.wording, colours())
        if not self.answer.bills:
            return text_label(self.wording.text("charts.expense.none"))
        from desktop_app.ui.charts.expense_chart import ExpenseChart

        chart = ExpenseChart(self.answer.settlement, self.wording, colours())
        chart.setMinimumHeight(160)
        return chart
