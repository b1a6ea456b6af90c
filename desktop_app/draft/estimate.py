"""The live estimate: what can be said of the draft as it stands, complete or not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from desktop_app.cases.read import HasPack, read_document
from desktop_app.draft.document import to_document
from desktop_app.draft.model import Draft, DraftBill
from desktop_app.engine.case import Case
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, MemberResult, Settlement
from desktop_app.engine.settle import ledger_owner, settle
from desktop_app.packs.find import BadPack, Catalogue, NoPack
from desktop_app.planning.corners import LOWERING, corner
from desktop_app.planning.unknowns import OutcomeRange, outcome_range, owners_of_unknowns
from desktop_app.reading import Problem

_RECORD = re.compile(r"(members|bills)\[(\d+)\]")
_COUNT_AS_ZERO = ("fully_self_paid", "over_price_limit", "class_b_copay")

_Results: TypeAlias = tuple[dict[str, BillResult], dict[str, MemberResult]]


class BillRow(NamedTuple):
    """A bill of the draft: settled, or its own problems, or neither.

    Then it waits for its member's, or it is ``uncertain``: an amount is unknown that its result depends on.
    """

    id: str
    result: BillResult | None
    problems: tuple[Problem, ...]
    uncertain: bool = False


class MemberRow(NamedTuple):
    """A member of the draft: settled, or its own problems, or neither (it waits for its guardian's)."""

    id: str
    result: MemberResult | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What can be said of a draft. ``bills`` and ``members`` stand in the draft's order.

    Not ``complete``: they were settled without those bills and members that have problems, and may change
    once these are solved; a member's coverage and premium are final, the totals are not. Then ``case`` and
    ``settlement`` are None. ``policy`` is None where no pack of the year can be loaded.

    If only unknown amounts stand between a draft and its result, ``range`` says where that lies. Bills whose
    ledger has none are settled all the same.
    """

    problems: tuple[Problem, ...]
    policy: Policy | None
    case: Case | None
    settlement: Settlement | None
    members: tuple[MemberRow, ...]
    bills: tuple[BillRow, ...]
    range: OutcomeRange | None = None

    @property
    def complete(self) -> bool:
        """Whether the whole case was settled."""
        return self.settlement is not None

    @property
    def dearest(self) -> Settlement | None:
        """The answer, while amounts are unknown that at the worst of them: what may concern the family."""
        return self.range.highest if self.range is not None else self.settlement


def estimate(draft: Draft, catalogue: Catalogue) -> Estimate:
    """Settle what can be settled of the draft."""
    policy = _policy(draft, catalogue)

    def has_pack(_region: str, _year: int) -> bool:
        return policy is not None

    tree = to_document(draft)
    answer = read_document(tree, has_pack)
    problems = tuple(answer) if isinstance(answer, list) else ()
    case = _sound_part(tree, has_pack) if isinstance(answer, list) else answer
    outcome = settlement = None
    if policy is not None and case is not None:
        # Only what is certain is taken from the settlement of a case with unknowns.
        outcome = outcome_range(case, policy) if case.unknowns and not problems else None
        known = corner(case, LOWERING) if case.unknowns else case
        settlement = outcome.lowest if outcome else settle(known, policy)
    uncertain = _uncertain(case)
    bills, members = _results(settlement, uncertain)
    own = _by_record(problems)
    whole = case is not None and not problems and not case.unknowns
    return Estimate(
        problems=problems,
        policy=policy,
        case=case if whole else None,
        settlement=settlement if whole else None,
        members=tuple(
            MemberRow(member.id, members.get(member.id), own.get(("members", row), ()))
            for row, member in enumerate(draft.members)
        ),
        bills=tuple(
            BillRow(bill.id, bills.get(bill.id), own.get(("bills", row), ()), bill.id in uncertain)
            for row, bill in enumerate(draft.bills)
        ),
        range=outcome,
    )


def assumed_zero(bill: DraftBill) -> tuple[str, ...]:
    """List the fields of a bill that were left blank and count 0: self-paid, over limit, class B copay."""
    unknown = {each.field for each in bill.unknown}
    return tuple(name for name in _COUNT_AS_ZERO if not getattr(bill, name) and name not in unknown)


def _policy(draft: Draft, catalogue: Catalogue) -> Policy | None:
    try:
        return catalogue.load(draft.region, draft.policy_year)
    except (NoPack, BadPack):
        return None


def _sound_part(tree: dict[str, object], has_pack: HasPack) -> Case | None:
    """Take out what has problems, then what depended on it, until the rest is a case; None: none is left."""
    tree = {name: value for name, value in tree.items() if name != "household"}
    while isinstance(answer := read_document(tree, has_pack), list):
        unsound = _by_record(answer)
        if not unsound:
            return None
        tree |= {name: _without(tree[name], name, unsound) for name in ("members", "bills")}
    return answer


def _without(records: object, name: str, unsound: Iterable[tuple[str, int]]) -> list[object]:
    rows = {row for kind, row in unsound if kind == name}
    return [record for row, record in enumerate(_as_list(records)) if row not in rows]


def _as_list(records: object) -> list[object]:
    return records if isinstance(records, list) else []


def _uncertain(case: Case | None) -> frozenset[str]:
    """Name the bills on whose ledger an amount is unknown."""
    if case is None or not case.unknowns:
        return frozenset()
    owners, members = set(owners_of_unknowns(case)), {member.id: member for member in case.members}
    return frozenset(bill.id for bill in case.bills if ledger_owner(members[bill.member]) in owners)


def _results(settlement: Settlement | None, uncertain: frozenset[str]) -> _Results:
    if settlement is None:
        return {}, {}
    certain = (bill for bill in settlement.bills if bill.id not in uncertain)
    return {bill.id: bill for bill in certain}, {member.id: member for member in settlement.members}


def _by_record(problems: Iterable[Problem]) -> dict[tuple[str, int], tuple[Problem, ...]]:
    """Group the problems of members and bills by record: ``("bills", 0)``."""
    grouped: dict[tuple[str, int], tuple[Problem, ...]] = {}
    for problem in problems:
        record = _RECORD.match(problem.path)
        if record:
            key = record[1], int(record[2])
            grouped[key] = (*grouped.get(key, ()), problem)
    return grouped
