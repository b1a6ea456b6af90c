"""Households to measure with: all different, and the same in every run, because they are drawn from seeds."""

import random
from datetime import date, timedelta

YEAR = 2024
MEMBERS, BILLS = 6, 60
KINDS = {
    "outpatient": 24,
    "chronic_outpatient": 12,
    "inpatient": 10,
    "major_outpatient": 6,
    "negotiated_drug": 4,
    "prenatal": 2,
    "natural_delivery": 1,
    "caesarean": 1,
}
"""How often each kind of bill comes, in 60 bills."""
LARGEST_YUAN = {
    "inpatient": 60_000,
    "caesarean": 20_000,
    "major_outpatient": 8_000,
    "negotiated_drug": 20_000,
}
"""The largest bill of a kind; of all others it is 1,500 yuan."""
INSTITUTION_TYPES = ("general", "general", "general", "tcm", "children", "maternal_child")

Document = dict[str, object]


def household_year(seed: int) -> Document:
    """Draw one household's year as a document of the case format: 6 members of all ages and 60 bills."""
    draw = random.Random(seed)
    members = [_member(draw, f"m{number}", number) for number in range(MEMBERS - 1)]
    members.append(_newborn(draw, f"m{MEMBERS - 1}"))
    kinds = draw.choices(list(KINDS), list(KINDS.values()), k=BILLS)
    bills = [
        _bill(draw, f"b{number}", f"m{draw.randrange(MEMBERS - 1)}", kind)
        for number, kind in enumerate(kinds)
    ]
    return {
        "format": "yuyisuan-case/1",
        "policy_year": YEAR,
        "household": {"name": f"household {seed}"},
        "members": members,
        "bills": bills,
    }


def _member(draw: random.Random, member_id: str, number: int) -> Document:
    born = date(YEAR - 8 - 16 * number, 1, 1) + timedelta(draw.randrange(1_000))
    return {
        "id": member_id,
        "name": f"member {number}",
        "birth_date": born.isoformat(),
        "tier": draw.choice((1, 2)),
        "assistance_categories": ["minimum_living_allowance"] if draw.random() < 0.2 else [],
        "chronic_diseases": draw.choice((["hypertension"], ["diabetes", "hypertension"])),
        "major_diseases": ["dialysis"],
        "enrolment": {"kind": "standard", "paid_on": _day(draw, date(YEAR - 1, 10, 11), 180).isoformat()},
    }


def _newborn(draw: random.Random, member_id: str) -> Document:
    return {
        "id": member_id,
        "name": "newborn",
        "birth_date": _day(draw, date(YEAR, 1, 1), 300).isoformat(),
        "enrolment": {"kind": "newborn_with_guardian", "guardian": "m2"},
    }


def _bill(draw: random.Random, bill_id: str, member_id: str, kind: str) -> Document:
    begin = _day(draw, date(YEAR, 1, 1), 340)
    total = _amount(draw, 5_000, LARGEST_YUAN.get(kind, 1_500) * 100)
    bill: Document = {
        "id": bill_id,
        "member": member_id,
        "kind": kind,
        "service_date": begin.isoformat(),
        "institution": {
            "name": f"hospital {draw.randrange(20)}",
            "level": draw.choice((1, 2, 3)),
            "type": draw.choice(INSTITUTION_TYPES),
        },
        "total": _yuan(total),
    }
    if kind in ("inpatient", "caesarean"):
        bill["settlement_date"] = _day(draw, begin, 20).isoformat()
    for field in ("fully_self_paid", "over_price_limit", "class_b_copay"):
        if draw.random() < 0.4:
            bill[field] = _yuan(draw.randrange(total // 8))
    if draw.random() < 0.15:
        bill["tcm_eligible"] = _yuan(draw.randrange(total // 2))
    if draw.random() < 0.1:
        bill["other_payers"] = {"medical_assistance": _yuan(draw.randrange(total // 3))}
    return bill


def _day(draw: random.Random, first: date, days: int) -> date:
    return first + timedelta(draw.randrange(days))


def _amount(draw: random.Random, smallest: int, largest: int) -> int:
    """Draw an amount in fen: small ones are as frequent as large ones are rare."""
    return round(smallest * (largest / smallest) ** draw.random())


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"
