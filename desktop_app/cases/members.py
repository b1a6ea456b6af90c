"""Reading the members of a case, and the checks across their fields (R7, R8)."""

from datetime import date
from typing import NamedTuple

from desktop_app.cases.unknowns import NO_RANGES, Ranges, ranges_of, report_given, unknowns_of
from desktop_app.cases.values import amount, identifier, iso_date, list_of, nullable_text, one_of, text
from desktop_app.engine.case import (
    ASSISTANCE_CATEGORIES,
    ENROLMENT_KINDS,
    TIERS,
    Enrolment,
    EnrolmentKind,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    Standard,
    Unknown,
)
from desktop_app.engine.ledger import Ledger
from desktop_app.reading import Fields, Node

_MEMBER_REQUIRED = ("id", "birth_date", "enrolment")
_MEMBER_OPTIONAL = frozenset(
    (
        "name",
        "id_number",
        "tier",
        "assistance_categories",
        "chronic_diseases",
        "major_diseases",
        "used_before",
        "unknown",
    )
)
_ENROLMENT_FIELDS: dict[EnrolmentKind | None, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "standard": (("kind", "paid_on"), ()),
    "newborn_independent": (("kind", "paid_on"), ("birth_year_premium_paid",)),
    "newborn_with_guardian": (("kind", "guardian"), ()),
    "none": (("kind",), ()),
    # Of an unknown kind no field is required, and none of any kind is out of place.
    None: (("kind",), ("paid_on", "birth_year_premium_paid", "guardian")),
}
"""Required and optional fields by enrolment kind."""

_tier = one_of(TIERS)
_enrolment_kind = one_of(ENROLMENT_KINDS)
_categories = list_of(one_of(ASSISTANCE_CATEGORIES))
_texts = list_of(text)
_ranges = ranges_of(Ledger._fields)


class EnrolmentReading(NamedTuple):
    """What could be read of an enrolment; what could not is None."""

    kind: EnrolmentKind | None = None
    paid_on: date | None = None
    guardian: str | None = None
    enrolment: Enrolment | None = None


class MemberReading(NamedTuple):
    """What could be read of a member; what could not is None. ``member`` only if all of it could."""

    node: Node
    id: str | None = None
    birth_date: date | None = None
    enrolment: EnrolmentReading = EnrolmentReading()
    chronic_diseases: tuple[str, ...] | None = None
    major_diseases: tuple[str, ...] | None = None
    member: Member | None = None
    ranges: Ranges = NO_RANGES
    """Of the ledger's unknown amounts."""

    def unknowns(self) -> tuple[Unknown, ...]:
        """The unknown amounts of the ledger."""
        return unknowns_of("member", self.id, self.ranges) if self.id is not None and self.ranges else ()


def read_members(
    nodes: list[Node], policy_year: int | None
) -> tuple[list[MemberReading], dict[str, MemberReading]]:
    """Read the members, in order and by id (of a doubled id the first). A year of None is not known."""
    readings = [_read_member(node, policy_year) for node in nodes]
    by_id: dict[str, MemberReading] = {}
    for reading in readings:
        if reading.id is None:
            continue
        if reading.id in by_id:
            reading.node.report("duplicate_id", "another member has this id", at="id")
        by_id.setdefault(reading.id, reading)
    for reading in readings:
        _check_guardian(reading, by_id)
    return readings, by_id


def _read_member(node: Node, policy_year: int | None) -> MemberReading:
    fields = node.fields(_MEMBER_REQUIRED, _MEMBER_OPTIONAL)
    if fields is None:
        return MemberReading(node)
    enrolment = fields.read("enrolment", _read_enrolment) or EnrolmentReading()
    with_guardian = enrolment.kind == "newborn_with_guardian"
    tier = None if with_guardian else fields.take("tier", _tier)
    if "tier" not in fields and not with_guardian:
        node.report("missing", "the field 'tier' is required", at="tier")
    used_before, ranges = _read_used(node, fields)
    for ledger in ("used_before", "unknown"):
        if with_guardian and ledger in fields:
            node.report("ledger_is_guardians", "this newborn shares the guardian's ledger", at=ledger)
    member_id = fields.take("id", identifier)
    birth_date = fields.take("birth_date", iso_date)
    _check_birth(node, birth_date, enrolment, policy_year)
    name = fields.take("name", text)
    id_number = fields.take("id_number", nullable_text)
    categories = fields.read("assistance_categories", _categories)
    chronic = _diseases(fields, "chronic_diseases")
    major = _diseases(fields, "major_diseases")
    member = None
    if member_id is not None and birth_date is not None and enrolment.enrolment is not None:
        member = Member(
            id=member_id,
            birth_date=birth_date,
            enrolment=enrolment.enrolment,
            tier=tier,
            name=name or "",
            id_number=id_number,
            assistance_categories=categories or (),
            chronic_diseases=chronic or (),
            major_diseases=major or (),
            used_before=used_before,
        )
    return MemberReading(node, member_id, birth_date, enrolment, chronic, major, member, ranges)


def _read_used(node: Node, fields: Fields) -> tuple[Ledger, Ranges]:
    """Read what has been used before, of unknown amounts the lowest, and their ranges."""
    used_before = fields.read("used_before", _read_ledger) or Ledger()
    if "unknown" not in fields:
        return used_before, NO_RANGES
    ranges = fields.read("unknown", _ranges) or NO_RANGES
    report_given(node, fields.node("used_before"), Ledger._fields)
    return used_before._replace(**{name: ends.low for name, ends in ranges.items()}), ranges


def _diseases(fields: Fields, name: str) -> tuple[str, ...] | None:
    return fields.read(name, _texts) if name in fields else ()


def _read_ledger(node: Node) -> Ledger | None:
    fields = node.fields((), Ledger._fields)
    if fields is None:
        return None
    return Ledger(*[fields.take(name, amount) or 0 for name in Ledger._fields])


def _read_enrolment(node: Node) -> EnrolmentReading:
    raw_kind = node.raw.get("kind") if isinstance(node.raw, dict) else None
    known = raw_kind if raw_kind in ENROLMENT_KINDS else None
    required, optional = _ENROLMENT_FIELDS[known]
    fields = node.fields(required, optional)
    if fields is None:
        return EnrolmentReading()
    in_place = (*required, *optional)
    kind = fields.take("kind", _enrolment_kind)
    paid_on = fields.take("paid_on", iso_date) if "paid_on" in in_place else None
    guardian = fields.take("guardian", text) if "guardian" in in_place else None
    premium_paid = None
    if "birth_year_premium_paid" in in_place:
        premium_paid = fields.read("birth_year_premium_paid", Node.boolean)
    enrolment: Enrolment | None = None
    if kind == "none":
        enrolment = NotEnrolled()
    elif kind == "standard" and paid_on is not None:
        enrolment = Standard(paid_on)
    elif kind == "newborn_independent" and paid_on is not None:
        enrolment = NewbornIndependent(paid_on, premium_paid or False)
    elif kind == "newborn_with_guardian" and guardian is not None:
        enrolment = NewbornWithGuardian(guardian)
    return EnrolmentReading(kind, paid_on, guardian, enrolment)


def _check_birth(
    node: Node, birth_date: date | None, enrolment: EnrolmentReading, policy_year: int | None
) -> None:
    if birth_date is None:
        return
    if enrolment.paid_on is not None and enrolment.paid_on < birth_date:
        node.report("born_after_payment", "the payment comes before the birth", at="enrolment.paid_on")
    if policy_year is None:
        return
    age_years = policy_year - birth_date.year
    if enrolment.kind == "newborn_with_guardian" and age_years != 0:
        message = "a newborn with guardian is born in the policy year"
    elif enrolment.kind == "newborn_independent" and age_years not in (0, 1):
        message = "an independent newborn is born in the policy year or the year before"
    else:
        return
    node.report("newborn_not_born_this_year", message, at="birth_date")


def _check_guardian(reading: MemberReading, by_id: dict[str, MemberReading]) -> None:
    guardian_id = reading.enrolment.guardian
    if guardian_id is None or reading.enrolment.kind != "newborn_with_guardian":
        return
    guardian = by_id.get(guardian_id)
    if guardian is None:
        reading.node.report("unknown_guardian", "no member has this id", at="enrolment.guardian")
    elif guardian.enrolment.kind == "newborn_with_guardian":
        reading.node.report(
            "guardian_is_newborn", "the guardian is itself a newborn with guardian", at="enrolment.guardian"
        )
