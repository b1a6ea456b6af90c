"""Households at every edge of a pack, and every pack that differs from one in a single figure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from households import bill, member

from desktop_app.engine.case import (
    ASSISTANCE_CATEGORIES,
    LEVELS,
    TIERS,
    Bill,
    Case,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    Standard,
)
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.policy import Policy, Surcharge, Value, Window
from desktop_app.engine.result import Settlement

DAY = timedelta(days=1)
ON = "06-15"
DISEASES = {"chronic_diseases": ("a", "b"), "major_diseases": ("c",)}


def edge_case(policy: Policy) -> Case:
    """One household whose members stand, each alone, at the edges of every value of the pack."""
    people = [
        *(each for tier in TIERS for each in _patients(policy, tier)),
        *_categories(policy),
        *_payers(policy),
        *_newborns(policy),
    ]
    members = [replace(each, id=each.id or f"m{number}") for number, (each, _) in enumerate(people)]
    bills: list[Bill] = []
    for each, (_, own) in zip(members, people, strict=True):
        bills += (replace(what, id=f"b{len(bills) + at}", member=each.id) for at, what in enumerate(own))
    return Case(policy.year, tuple(members), tuple(bills))


Patient = tuple[Member, tuple[Bill, ...]]


def _covered(policy: Policy, tier: int, **others: Any) -> Member:
    """A member who paid in the first window."""
    others.setdefault("enrolment", Standard(policy.enrolment.windows[0].last))
    return member(tier, id_="", **others)


def _patients(policy: Policy, tier: int) -> Iterator[Patient]:
    on = f"{policy.year}-{ON}"
    adult_on = date(policy.year - policy.minor.adult_age.figure, 6, 15)
    ages = (date(1980, 1, 1), adult_on, adult_on + DAY)
    for kind in ("outpatient", "inpatient", "chronic_outpatient", "major_outpatient"):
        for level in LEVELS:
            for at in ("general", "tcm", "children"):
                for born in ages if level == LEVELS[-1] and at != "general" else ages[:1]:
                    who = _covered(policy, tier, born=born.isoformat(), **DISEASES)
                    yield who, (bill(kind, "2345.67", level, on=on, at=at, tcm="1000"),)
    for kind in ("outpatient", "inpatient", "chronic_outpatient", "negotiated_drug"):
        yield _covered(policy, tier, **DISEASES), (bill(kind, "1000000", 2, on=on),)
    for kind in ("prenatal", "natural_delivery", "caesarean"):
        yield _covered(policy, tier), (bill(kind, "1900", 3, on=on),)
    for categories in ((), policy.critical_illness.assisted_categories[:1]):
        before = Ledger(basic_fund=policy.inpatient.basic_cap[tier].figure)
        for amount in ("50000", "1000000"):
            who = _covered(policy, tier, assistance_categories=categories, used_before=before)
            yield who, (bill("inpatient", amount, 3, on=on),)


def _categories(policy: Policy) -> Iterator[Patient]:
    for tier in TIERS:
        for category in ASSISTANCE_CATEGORIES:
            yield _covered(policy, tier, assistance_categories=(category,)), ()
        yield _covered(policy, tier, assistance_categories=ASSISTANCE_CATEGORIES[:3]), ()


def _payers(policy: Policy) -> Iterator[Patient]:
    spans = (*policy.enrolment.windows, *policy.premium.surcharges)
    for paid_on in {
        each for span in spans for each in (span.first - DAY, span.first, span.last, span.last + DAY)
    }:
        who = _covered(policy, 1, enrolment=Standard(paid_on), assistance_categories=("orphan",))
        yield who, (bill("inpatient", "2000", on=f"{policy.year}-{ON}"),)


def _newborns(policy: Policy) -> Iterator[Patient]:
    days = timedelta(days=policy.enrolment.newborn_days.figure)
    new_year = date(policy.year, 1, 1)
    stay = bill("inpatient", "2000", on=f"{policy.year - 1}-12-28", settled=f"{policy.year}-03-01")
    for born in (date(policy.year, 5, 1), date(policy.year, 12, 15), new_year - 20 * DAY):
        for paid_on in (born + 10 * DAY, born + 30 * DAY, born + days, born + days + DAY):
            for birth_year_paid in (True, False):
                enrolment = NewbornIndependent(paid_on, birth_year_paid)
                own = (stay,) if born < new_year else ()
                yield _covered(policy, 1, born=born.isoformat(), enrolment=enrolment), own
    yield replace(_covered(policy, 1), id="guardian"), ()
    visits = (
        bill("outpatient", "500", 1, on=f"{policy.year}-{ON}"),
        bill("inpatient", "9000", on=f"{policy.year}-{ON}"),
    )
    child = member(None, id_="", born=f"{policy.year}-05-01", enrolment=NewbornWithGuardian("guardian"))
    yield child, visits


def amounts(settlement: Settlement) -> list[object]:
    """All that a settlement says, without steps."""
    found: list[object] = []
    for each in settlement.members:
        premium = each.premium
        found += [each.coverage.begin, each.coverage.end, each.coverage.reason, each.ledger]
        found += [premium.base, premium.surcharge, premium.subsidy, premium.category, premium.notices]
    return found + [each._replace(steps=()) for each in settlement.bills]


def variants(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Each way to change one figure or one end of a span of days, with its path."""
    if isinstance(part, Value):
        yield path, part._replace(figure=_other(part))
        return
    for name, child, put in _children(part):
        for place, changed in variants(child, path + name):
            yield place, put(changed)
    if isinstance(part, Window | Surcharge):
        yield f"{path}.first", replace(part, first=part.first + DAY)
        yield f"{path}.last", replace(part, last=part.last - DAY)


def _children(part: Any) -> list[tuple[str, Any, Callable[[Any], Any]]]:
    """The parts of a part: how each is named, the child, and what puts another in its place."""
    if isinstance(part, Mapping):
        return [(f".{key}", part[key], lambda new, key=key: {**part, key: new}) for key in part]
    if isinstance(part, tuple) and hasattr(part, "_fields"):
        return [
            (f".{name}", getattr(part, name), lambda new, name=name: part._replace(**{name: new}))
            for name in part._fields
        ]
    if isinstance(part, tuple):
        return [
            (f"[{at}]", child, lambda new, at=at: (*part[:at], new, *part[at + 1 :]))
            for at, child in enumerate(part)
        ]
    if is_dataclass(part):
        names = [field.name for field in fields(part)]
        return [
            (f".{name}", getattr(part, name), lambda new, name=name: replace(part, **{name: new}))
            for name in names
        ]
    return []


def _other(value: Value[Any]) -> Any:
    if isinstance(value.figure, date):
        return value.figure + DAY
    return value.figure % 3 + 1 if value.unit == "level" else value.figure + 1
