"""Whether the charts paint: they are drawn by other libraries than the pages."""

from pathlib import Path

from desktop_app.ui.members.names import member_names
from desktop_app.ui.self_test.finding import Finding, bad, good
from desktop_app.ui.self_test.painting import is_blank
from desktop_app.ui.self_test.sample import settled_sample
from desktop_app.ui.theme import colours
from desktop_app.wording.sentences import Wording


def check_charts(sample: Path, wording: Wording) -> Finding:
    """Draw the charts of the sample's result."""
    found = settled_sample(sample)
    if found is None:
        return bad("sample", path=sample)
    try:
        from desktop_app.ui.charts.expense_chart import ExpenseChart
        from desktop_app.ui.charts.limits_chart import LimitsChart
    except ImportError as error:
        return bad("missing", reason=error)
    names = member_names(found.draft, wording.messages)
    charts = [
        ExpenseChart(found.settlement, wording, colours()),
        LimitsChart(found.settlement, names, wording, colours()),
    ]
    return bad("blank") if any(map(is_blank, charts)) else good(count=len(charts))
