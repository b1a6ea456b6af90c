"""Which view shows which target, and its title."""

from collections.abc import Callable, Mapping

from desktop_app.ui.planning.choices import PLANS, PlanName
from desktop_app.ui.planning.elsewhere import ElsewhereView
from desktop_app.ui.planning.newborn import NewbornView
from desktop_app.ui.planning.next_bill import NextBillView
from desktop_app.ui.planning.statement import StatementView
from desktop_app.ui.planning.tiers import TiersView
from desktop_app.ui.planning.view import PlanView
from desktop_app.ui.result.basis import BasisView
from desktop_app.ui.result.bill import BillView
from desktop_app.ui.result.charts import ChartView
from desktop_app.ui.result.limit_lines import LimitsView
from desktop_app.ui.result.member import MemberStepView, MemberView
from desktop_app.ui.result.overview import OverviewView
from desktop_app.ui.result.remarks import RemarksView
from desktop_app.ui.result.share import ShareView, share_name
from desktop_app.ui.result.target import Answer, Target, ViewName
from desktop_app.ui.result.view import View
from desktop_app.ui.session import Session

_PLANS: Mapping[PlanName, type[PlanView]] = {
    "tiers": TiersView,
    "next_bill": NextBillView,
    "newborn": NewbornView,
    "elsewhere": ElsewhereView,
    "statement": StatementView,
}
_VIEWS: dict[ViewName, Callable[[Answer, Target], View]] = {
    "overview": lambda answer, _target: OverviewView(answer),
    "member": MemberView,
    "member_step": MemberStepView,
    "bill": BillView,
    "share": ShareView,
    "limits": lambda answer, _target: LimitsView(answer),
    "remarks": lambda answer, _target: RemarksView(answer),
    "basis": BasisView,
    "expense_chart": ChartView,
    "limits_chart": ChartView,
}


def build_view(target: Target, answer: Answer, session: Session) -> View:
    """Build the view of a target."""
    for name in PLANS:
        if target.view == name:
            return _PLANS[name](answer, target, session)
    return _VIEWS[target.view](answer, target)


def target_title(target: Target, answer: Answer) -> str:
    """Say what a view shows; nothing of the first screen."""
    text = answer.wording.text
    match target.view:
        case "overview":
            return ""
        case "member" | "member_step":
            what = "enrolment" if target.view == "member_step" else "member"
            return text(f"result.view.{what}", member=answer.names[target.item])
        case "bill":
            member = answer.names[answer.bills[target.item][0].member]
            return text("result.whose_bill", member=member, bill=answer.bill_name(target.item))
        case "share":
            return share_name(target.item, answer)
        case "basis":
            return text(f"result.view.{target.item}")
        case "tiers" | "next_bill" | "newborn" | "elsewhere" | "statement":
            return text(f"planning.{target.view}.title")
        case "expense_chart" | "limits_chart":
            return text(f"charts.{target.view.removesuffix('_chart')}.title")
        case _:
            return text(f"result.view.{target.view}")
