"""Settlement statements for bills: written by hand, or made on the engine from a case that differs."""

from collections.abc import Sequence
from dataclasses import replace

from households import fen, policy_of

from desktop_app.engine.case import Bill, Case, Member, StatementLine
from desktop_app.engine.policy import Policy
from desktop_app.engine.settle import settle
from desktop_app.planning.statement import Reconciliation, reconcile
from desktop_app.planning.statement_causes import Cause

INSURERS: tuple[StatementLine, ...] = (
    "eligible",
    "deductible",
    "basic_fund",
    "maternity",
    "critical_illness",
)

Members = Member | Sequence[Member]


def case_of(members: Members, *bills: Bill, year: int = 2024) -> Case:
    household = (members,) if isinstance(members, Member) else tuple(members)
    return Case(year, household, tuple(bills))


def with_bill(case: Case, changed: Bill) -> Case:
    return replace(case, bills=tuple(changed if each.id == changed.id else each for each in case.bills))


def the_bill(case: Case, bill_id: str) -> Bill:
    return next(each for each in case.bills if each.id == bill_id)


def with_statement(case: Case, bill_id: str, **yuan: str) -> Case:
    """Give a bill a statement, in yuan."""
    lines = {line: fen(amount) for line, amount in yuan.items()}
    return with_bill(case, replace(the_bill(case, bill_id), paid_on_statement=lines))


def statement_of(
    case: Case, bill_id: str, policy: Policy | None = None, *, after_others: bool = False
) -> dict[StatementLine, int]:
    """What the statement says where the whole year is settled as this case has it."""
    result = next(
        each for each in settle(case, policy or policy_of(case.policy_year)).bills if each.id == bill_id
    )
    others = the_bill(case, bill_id).other_payers
    return {
        **{line: getattr(result, line) for line in INSURERS},
        "medical_assistance": others.medical_assistance,
        "other": others.other,
        "out_of_pocket": result.left_to_pay if after_others else result.out_of_pocket,
    }


def reconciled(case: Case, bill_id: str = "b1") -> Reconciliation:
    return reconcile(case, bill_id, policy_of(case.policy_year))


def against(case: Case, statement: dict[StatementLine, int], bill_id: str = "b1") -> Reconciliation:
    """Hold a bill of a case against a statement."""
    return reconciled(with_bill(case, replace(the_bill(case, bill_id), paid_on_statement=statement)), bill_id)


def causes(found: Reconciliation) -> list[Cause]:
    return [each.cause for each in found.explanations]


def whole(found: Reconciliation) -> list[Cause]:
    """The causes that explain the whole statement."""
    return [each.cause for each in found.explanations if each.whole]
