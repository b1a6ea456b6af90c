"""What is said of a bill at other institutions: the verdict, each place, why nothing is paid, money only."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.engine.case import Bill, Case, Institution, Member, Standard
from desktop_app.packs.find import find_packs
from desktop_app.planning.elsewhere import Place, elsewhere
from desktop_app.wording.plan_elsewhere import elsewhere_words, notes, place_name, verdict
from desktop_app.wording.sentences import Wording
from tests.wording.catalogues import LANGS, ROOT

POLICY = find_packs([ROOT / "policy_packs"]).load("chongqing", 2024)
MEMBER = Member("m1", date(1980, 5, 1), Standard(date(2023, 11, 2)), tier=1)
DAY = date(2024, 3, 2)
STAY = Bill("b1", "m1", "inpatient", DAY, DAY, Institution(3), total=2_000_000)
VISIT = Bill("b1", "m1", "outpatient", DAY, DAY, Institution(3, "children"), total=50_000)


def places(bill: Bill, member: Member = MEMBER) -> tuple[Place, ...]:
    return elsewhere(Case(2024, (member,), (bill,)), "b1", POLICY)


@pytest.fixture(params=LANGS)
def wording(request):
    return Wording(request.param)


def test_the_words_hold_the_bill_the_verdict_and_that_it_is_money_only(wording):
    words = elsewhere_words(places(STAY), STAY, "the bill", wording)
    assert words.lead == (
        "the bill",
        verdict(places(STAY), wording),
        wording.text("plan_elsewhere.money_only"),
    )
    (table,) = words.tables
    assert [column.amount for column in table.columns] == [False, True, True, True, True, True]
    assert {len(row.cells) for row in table.rows} == {len(table.columns)}
    assert [row.strong for row in table.rows] == [place.own for place in places(STAY)]
    assert "{" not in "".join(
        (*words.lead, *words.notes, *(cell for row in table.rows for cell in row.cells))
    )


def test_the_verdict_names_the_place_and_what_is_spared_there():
    # (20,000 - 100) x 80 % = 15,920 at level 1 in place of (20,000 - 800) x 50 % = 9,600.
    assert verdict(places(STAY), Wording("en")) == (
        "For the same expense your family would pay ¥6,320.00 less in the year at: "
        "level 1 and below, general hospital."
    )
    at_best = replace(STAY, institution=Institution(1))
    assert verdict(places(at_best), Wording("en")).endswith("pays least where this bill was made.")
    uncovered = replace(MEMBER, enrolment=Standard(date(2023, 1, 1)))
    assert verdict(places(STAY, uncovered), Wording("en")).endswith("pays the same at every level.")


def test_where_the_bill_was_is_marked_in_its_name(wording):
    names = [place_name(place, wording) for place in places(VISIT)]
    mark = wording.text("plan_elsewhere.own_place", place="")
    assert [name.endswith(mark) for name in names].count(True) == 1
    assert len(set(names)) == len(names) == 7


def test_why_nothing_is_paid_is_said_once_and_only_where_it_holds(wording):
    reason = wording.reason("level_3_outpatient")
    assert list(notes(places(VISIT), VISIT, wording)).count(reason) == 1
    assert reason not in list(notes(places(STAY), STAY, wording))
    late = replace(MEMBER, enrolment=Standard(date(2024, 9, 1)))
    assert wording.reason("before_coverage") in list(notes(places(STAY, late), STAY, wording))


def test_without_a_payment_there_is_no_rate(wording):
    table = elsewhere_words(places(VISIT), VISIT, "", wording).tables[0]
    nothing = wording.text("plan_elsewhere.no_rate")
    rates = [row.cells[2] for row in table.rows]
    assert rates[:4] == ["60%", "60%", "40%", "40%"]
    assert rates[5:] == [nothing, nothing]


def test_tcm_drugs_are_said_by_rate_and_note():
    bill = replace(STAY, tcm_eligible=500_000)
    words = elsewhere_words(places(bill), bill, "", Wording("en"))
    assert words.tables[0].rows[3].cells[2] == "70%, TCM drugs 80%"
    assert words.notes[0] == "The TCM drugs of ¥5,000.00 get the higher rate at TCM institutions only."
    assert len(words.notes) == 3


def test_a_difference_has_its_sign_and_none_is_no_zero():
    rows = elsewhere_words(places(STAY), STAY, "", Wording("en")).tables[0].rows
    assert [row.cells[5] for row in rows] == [
        "-6,320.00",
        "-6,320.00",
        "-4,190.00",
        "-4,330.00",
        "–",
        "-250.00",
    ]
