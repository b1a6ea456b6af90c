"""A case that has every field, and ways to change one place of it."""

import copy
import json
from collections.abc import Callable

from desktop_app.cases.read import read_case
from desktop_app.engine.case import Case

Tree = dict[str, object]

GONE = object()


def full_case() -> Tree:
    """Every field of the format, as in its description."""
    return {
        "format": "yuyisuan-case/1",
        "policy_year": 2024,
        "region": "chongqing",
        "household": {"name": "示例家庭", "note": "", "situations": ["registered_here"]},
        "members": [
            {
                "id": "m1",
                "name": "户主",
                "birth_date": "1980-05-01",
                "id_number": None,
                "tier": 1,
                "assistance_categories": ["minimum_living_allowance"],
                "chronic_diseases": ["hypertension", "diabetes"],
                "major_diseases": ["dialysis"],
                "enrolment": {"kind": "standard", "paid_on": "2023-11-02"},
                "used_before": {"outpatient_paid": "120.00", "basic_fund": "5000"},
            },
            {
                "id": "m2",
                "name": "长子",
                "birth_date": "2024-03-09",
                "tier": 2,
                "enrolment": {
                    "kind": "newborn_independent",
                    "paid_on": "2024-04-20",
                    "birth_year_premium_paid": False,
                },
            },
            {
                "id": "m3",
                "name": "次子",
                "birth_date": "2024-03-09",
                "enrolment": {"kind": "newborn_with_guardian", "guardian": "m1"},
            },
            {"id": "m4", "birth_date": "1950-01-01", "tier": 1, "enrolment": {"kind": "none"}},
        ],
        "bills": [
            {
                "id": "b1",
                "member": "m1",
                "kind": "inpatient",
                "service_date": "2024-03-02",
                "settlement_date": "2024-03-10",
                "institution": {"name": "", "level": 3, "type": "general"},
                "total": "35000.00",
                "fully_self_paid": "2000.00",
                "over_price_limit": "0",
                "class_b_copay": "1500.0",
                "tcm_eligible": "0",
                "other_payers": {"medical_assistance": "0", "other": "12.3"},
                "paid_on_statement": {"basic_fund": "15000.00", "critical_illness": "0"},
            },
            {
                "id": "b2",
                "member": "m3",
                "kind": "outpatient",
                "service_date": "2024-03-09",
                "institution": {"level": 1},
                "total": "80",
            },
        ],
    }


def changed(path: str, value: object) -> Tree:
    """Take the full case with one place set, or removed with ``GONE``: ``members.0.tier``."""
    tree: Tree = full_case()
    place: object = tree
    *steps, last = path.split(".")
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place[step]  # type: ignore[index]
    if value is GONE:
        del place[last]  # type: ignore[attr-defined]
    elif isinstance(place, list):
        place[int(last)] = value
    else:
        place[last] = value  # type: ignore[index]
    return tree


def edited(edit: Callable[[list[Tree], list[Tree]], None]) -> Tree:
    """Take the full case as a function of its members and bills has changed it."""
    tree = copy.deepcopy(full_case())
    edit(tree["members"], tree["bills"])  # type: ignore[arg-type]
    return tree


def has_pack(region: str, year: int) -> bool:
    """The packs that the tests of reading take for granted."""
    return region == "chongqing" and year in (2024, 2025)


def problems_of(tree: object) -> set[tuple[str, str]]:
    """Read a tree as JSON bytes: paths and codes of its problems."""
    return problems_of_bytes(json.dumps(tree, ensure_ascii=False).encode())


def problems_of_bytes(data: bytes) -> set[tuple[str, str]]:
    """Read bytes: paths and codes of their problems; every one is reported once, with a message."""
    found = read_case(data, has_pack)
    if isinstance(found, Case):
        return set()
    assert found
    assert all(problem.message for problem in found)
    pairs = [(problem.path, problem.code) for problem in found]
    assert len(set(pairs)) == len(pairs)
    return set(pairs)
