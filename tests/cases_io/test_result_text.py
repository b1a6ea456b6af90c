"""Every case that can be read has a result, in both languages, that is JSON."""

import itertools
import json

import pytest
from hypothesis import given
from test_case_round_trip import cases

from desktop_app.cases.read import read_document
from desktop_app.cases.result import ResultWriter
from desktop_app.engine.case import Case
from desktop_app.engine.settle import settle
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.wording.sentences import Wording

PACKS = find_packs([shipped_folder()])
WRITERS = [ResultWriter(Wording("zh_CN")), ResultWriter(Wording("en"))]


def results(case):
    settlement = settle(case, PACKS.load(case.region, case.policy_year))
    return [json.loads(writer.write(settlement)) for writer in WRITERS]


@given(cases())
def test_any_case_has_a_result(case):
    for result in results(case):
        assert [member["id"] for member in result["members"]] == [member.id for member in case.members]
        assert [bill["id"] for bill in result["bills"]] == [bill.id for bill in case.bills]


@given(cases())
def test_what_was_kept_is_what_would_be_written(case):
    settlement = settle(case, PACKS.load(case.region, case.policy_year))
    assert WRITERS[0].write(settlement) == ResultWriter(Wording("zh_CN")).write(settlement)


def test_what_was_kept_of_one_year_is_not_said_of_another():
    writer = ResultWriter(Wording("zh_CN"))
    for year in (2024, 2025, 2024):
        settlement = settle(Case(year, (), ()), PACKS.load("chongqing", year))
        assert json.loads(writer.write(settlement))["pack"]["id"] == f"chongqing-resident-{year}"


@pytest.mark.parametrize("year", PACKS.years("chongqing"))
def test_the_ends_of_the_calendar_have_a_result(year):
    births = ("0001-01-01", "9999-12-31", "2004-02-29", f"{year - 1}-12-31", f"{year}-01-01", f"{year}-12-31")
    payments = ("0001-01-01", "9999-12-31", f"{year}-10-01", f"{year}-12-31", f"{year + 1}-03-30")
    answered = 0
    for birth, kind, paid in itertools.product(births, ("standard", "newborn_independent"), payments):
        guardian = {"id": "m1", "tier": 1, "birth_date": birth, "enrolment": {"kind": kind, "paid_on": paid}}
        child = {"kind": "newborn_with_guardian", "guardian": "m1"}
        tree = {
            "format": "yuyisuan-case/1",
            "policy_year": year,
            "members": [guardian, {"id": "m2", "birth_date": f"{year}-12-31", "enrolment": child}],
            "bills": [],
        }
        case = read_document(tree, lambda region, year: True)
        if isinstance(case, Case):
            answered += len(results(case))
    assert answered > 20
