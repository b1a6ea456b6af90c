"""Households to give guidance to, settled by the engine with the shipped packs of 2024 and 2025."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from desktop_app.engine.case import (
    Bill,
    BillKind,
    Case,
    Enrolment,
    Institution,
    Level,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    OtherPayers,
    Situation,
    Standard,
)
from desktop_app.engine.policy import Policy
from desktop_app.engine.result import Settlement
from desktop_app.engine.settle import settle
from desktop_app.guidance.items import Guidance
from desktop_app.guidance.read import read_guidance
from desktop_app.packs.read import read_pack

PACKS = Path(__file__).resolve().parents[2] / "policy_packs"


@cache
def guidance() -> Guidance:
    path = PACKS / "guidance.toml"
    return read_guidance(path.read_bytes(), path.name)


@cache
def policy(year: int) -> Policy:
    path = PACKS / f"chongqing-resident-{year}.toml"
    pack = read_pack(path.read_bytes(), path.name)
    assert isinstance(pack, Policy)
    return pack


def on(day: str) -> date:
    return date.fromisoformat(day)


def family(
    *members: Member, bills: tuple[Bill, ...] = (), ticks: tuple[Situation, ...] = (), year: int = 2024
) -> Settlement:
    return settle(Case(year, members, bills, situations=ticks), policy(year))


def person(
    of: str = "m1", born: str = "1980-05-01", enrolment: Enrolment | None = None, **more: Any
) -> Member:
    """An adult of tier 1, paid in 2024's main window unless told otherwise."""
    return Member(of, on(born), enrolment or paid("2023-11-02"), 1, **more)


def paid(day: str) -> Standard:
    return Standard(on(day))


def child(born: str, enrolment: Enrolment) -> Member:
    return Member("m2", on(born), enrolment, None if isinstance(enrolment, NewbornWithGuardian) else 1)


def independent(day: str, birth_year: bool = False) -> NewbornIndependent:
    return NewbornIndependent(on(day), birth_year)


NONE = NotEnrolled()
WITH_M1 = NewbornWithGuardian("m1")


def bill(
    kind: BillKind = "inpatient",
    level: Level = 3,
    yuan: int = 5000,
    day: str = "2024-05-06",
    of: str = "m1",
    assistance: int = 0,
) -> Bill:
    others = OtherPayers(medical_assistance=assistance * 100)
    return Bill("b1", of, kind, on(day), on(day), Institution(level), yuan * 100, other_payers=others)
