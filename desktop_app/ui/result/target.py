"""What a line of the result opens, and what every view of it is given."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.draft.estimate import assumed_zero
from desktop_app.draft.model import Draft
from desktop_app.engine.case import Bill
from desktop_app.engine.result import BillResult, MemberResult, Settlement
from desktop_app.planning.newborn import newborns
from desktop_app.ui.members.names import member_names
from desktop_app.wording.sentences import Wording

ViewName: TypeAlias = Literal[
    "overview",
    "member",
    "member_step",
    "bill",
    "share",
    "limits",
    "remarks",
    "basis",
    "expense_chart",
    "limits_chart",
    "tiers",
    "next_bill",
    "newborn",
    "elsewhere",
    "statement",
]


class Target(NamedTuple):
    """A view, of which member, bill or share, with which amount derived."""

    view: ViewName
    item: str = ""
    output: str = ""


OVERVIEW = Target("overview")


class RuleLink(NamedTuple):
    """The guide at a rule."""

    rule: str


class FieldLink(NamedTuple):
    """A field of the wizard."""

    page: str
    item: str
    field: str


@dataclass(frozen=True)
class Answer:
    """A settled draft with the words for it."""

    settlement: Settlement
    draft: Draft
    wording: Wording

    @cached_property
    def names(self) -> dict[str, str]:
        """What each member is called, by id."""
        return member_names(self.draft, self.wording.messages)

    @cached_property
    def bills(self) -> dict[str, tuple[Bill, BillResult]]:
        """Each bill as entered and as settled, by id, in order of settlement."""
        results = {result.id: result for result in self.settlement.bills}
        ordered = sorted(self.settlement.case.bills, key=lambda bill: bill.settlement_date)
        return {bill.id: (bill, results[bill.id]) for bill in ordered}

    @cached_property
    def blank_fields(self) -> dict[str, tuple[str, ...]]:
        """The fields that were left blank and count 0, by bill; bills without any are left out."""
        return {bill.id: blank for bill in self.draft.bills if (blank := assumed_zero(bill))}

    def member(self, member: str) -> MemberResult:
        """The result of a member."""
        return next(result for result in self.settlement.members if result.id == member)

    def has(self, target: Target) -> bool:
        """Tell whether what a view is of is still there."""
        if target.view == "bill":
            return target.item in self.bills
        if target.view == "newborn":
            return bool(newborns(self.settlement.case))
        if target.view in ("elsewhere", "statement"):
            return bool(self.bills) and (not target.item or target.item in self.bills)
        return target.view not in ("member", "member_step") or target.item in self.names

    def bill_name(self, bill: str) -> str:
        """Name a bill in a line: its day, kind and institution."""
        entered = self.bills[bill][0]
        kind = self.wording.term("bill_kind", entered.kind)
        day = self.wording.date(entered.settlement_date)
        where = entered.institution.name or self.wording.term("level", entered.institution.level)
        return self.wording.text("result.bill_name", day=day, kind=kind, where=where)
