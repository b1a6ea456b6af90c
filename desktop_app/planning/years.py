"""Three years to choose a tier for: as entered, a quiet one, a hard one."""

from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, get_args

from desktop_app.engine.case import Bill, Case, Institution
from desktop_app.engine.ledger import UNUSED
from desktop_app.engine.money import Fen

YearKind: TypeAlias = Literal["entered", "quiet", "hard"]
YEAR_KINDS: tuple[YearKind, ...] = get_args(YearKind)

STAY_IN = Institution(3)
"""Where the further stay of a hard year is, and the one stay of an otherwise quiet year."""
_STAY = ""
"""No bill of a checked case has an empty id."""


class FurtherStay(NamedTuple):
    """One more inpatient stay of a member, all of it eligible, in fen."""

    member: str
    expense: Fen


def quiet_year(case: Case) -> Case:
    """Take all bills away, those that are not at hand too."""
    members = tuple(replace(member, used_before=UNUSED) for member in case.members)
    return replace(case, members=members, bills=())


def hard_year(case: Case, stay: FurtherStay) -> Case:
    """Let one more stay come after all bills of the case, on the last day of the year."""
    day = last_day(case)
    bill = Bill(_STAY, stay.member, "inpatient", day, day, STAY_IN, total=stay.expense)
    return replace(case, bills=(*case.bills, bill))


def last_day(case: Case) -> date:
    """The last day of a case's policy year."""
    return date(case.policy_year, 12, 31)
