"""What the clerk has set in the planning views: kept while the family sits there, part of no case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    # The session holds the choices from the start; the engine is imported when it is first asked.
    from desktop_app.engine.case import InstitutionType, Level
    from desktop_app.engine.money import Fen
    from desktop_app.planning.curve import CurveKind
    from desktop_app.planning.years import YearKind

PlanName: TypeAlias = Literal["tiers", "next_bill", "newborn", "elsewhere", "statement"]
PLANS: tuple[PlanName, ...] = get_args(PlanName)
"""In the order in which they are offered and printed."""


@dataclass(frozen=True, slots=True)
class PlanChoices:
    """Ids are empty until somebody has chosen: then the view takes the likeliest."""

    printed: frozenset[PlanName] = frozenset()
    """What goes on the printed summary too."""
    this_year: bool = False
    """The tiers in the policy year of the case, as hindsight, instead of the coming year."""
    tier_year: YearKind = "entered"
    """Which of the three years is shown in full."""
    hard_member: str = ""
    hard_expense: Fen = 10_000_000
    """Eligible expense of the further stay of a hard year, in fen."""
    next_member: str = ""
    next_kind: CurveKind = "inpatient"
    next_level: Level = 3
    next_type: InstitutionType = "general"
    next_expense: Fen = 5_000_000
    """Where the handle of the chart stands, in fen of eligible expense."""
    next_whole: bool = False
    """Whether the chart shows expenses of any size, not only everyday ones."""
    newborn: str = ""
    elsewhere_bill: str = ""
    statement_bill: str = ""
