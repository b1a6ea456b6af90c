"""Small households to settle, and how amounts are written in the tests."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.engine.case import (
    Bill,
    BillKind,
    Case,
    Institution,
    InstitutionType,
    Level,
    Member,
    OtherPayers,
    Standard,
)
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import BillResult, MemberResult, Settlement
from desktop_app.engine.settle import settle
from desktop_app.packs.read import read_pack

ROOT = Path(__file__).resolve().parents[2]
YEARS = (2024, 2025, 2026)


@cache
def policy_of(year: int) -> Policy:
    """The shipped pack of a year."""
    path = ROOT / "policy_packs" / f"chongqing-resident-{year}.toml"
    policy = read_pack(path.read_bytes(), path.name)
    assert isinstance(policy, Policy), policy.lines()
    return policy


def fen(yuan: str) -> int:
    """Yuan with two decimals or none as fen."""
    whole, _, part = yuan.partition(".")
    return int(whole) * 100 + int(part or "0")


def day(text: str) -> date:
    return date.fromisoformat(text)


def used(**yuan: str) -> Ledger:
    """A ledger with some amounts used up, in yuan."""
    return Ledger(**{name: fen(amount) for name, amount in yuan.items()})


def member(
    tier: int = 1,
    *,
    id_: str = "m1",
    born: str = "1980-05-01",
    paid: str | None = None,
    year: int = 2024,
    **others: Any,
) -> Member:
    """A resident, by default an adult who paid in the main window of the year before."""
    others.setdefault("enrolment", Standard(day(paid) if paid else date(year - 1, 11, 2)))
    return Member(id=id_, birth_date=day(born), tier=tier, **others)


def bill(
    kind: BillKind,
    total: str,
    level: Level = 3,
    *,
    on: str = "2024-05-06",
    settled: str | None = None,
    id_: str = "b1",
    of: str = "m1",
    at: InstitutionType = "general",
    self_paid: str = "0",
    over_limit: str = "0",
    class_b: str = "0",
    tcm: str = "0",
    assistance: str = "0",
    other: str = "0",
) -> Bill:
    """A bill, amounts in yuan."""
    return Bill(
        id=id_,
        member=of,
        kind=kind,
        service_date=day(on),
        settlement_date=day(settled or on),
        institution=Institution(level, at),
        total=fen(total),
        fully_self_paid=fen(self_paid),
        over_price_limit=fen(over_limit),
        class_b_copay=fen(class_b),
        tcm_eligible=fen(tcm),
        other_payers=OtherPayers(fen(assistance), fen(other)),
    )


def settle_all(
    members: Member | Sequence[Member], bills: Sequence[Bill], policy: Policy | None = None, year: int = 2024
) -> Settlement:
    """Settle a household, on the shipped pack of the year unless another is given."""
    policy = policy or policy_of(year)
    household = (members,) if isinstance(members, Member) else tuple(members)
    return settle(Case(policy.year, household, tuple(bills)), policy)


def settle_bills(
    members: Member | Sequence[Member], *bills: Bill, policy: Policy | None = None
) -> tuple[BillResult, ...]:
    """Settle bills, numbered b1, b2, … where they all have the same id."""
    if len({each.id for each in bills}) == 1:
        bills = tuple(_numbered(each, number) for number, each in enumerate(bills, start=1))
    return settle_all(members, bills, policy).bills


def settle_one(who: Member, what: Bill, policy: Policy | None = None) -> BillResult:
    return settle_bills(who, what, policy=policy)[0]


def settle_member(who: Member, policy: Policy | None = None, year: int = 2024) -> MemberResult:
    """Settle a member without bills."""
    return settle_all(who, (), policy, year).members[0]


def _numbered(what: Bill, number: int) -> Bill:
    values = {name: getattr(what, name) for name in Bill.__slots__}
    return Bill(**{**values, "id": f"b{number}"})
