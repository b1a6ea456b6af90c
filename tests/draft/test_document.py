import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from desktop_app.cases.read import read_document
from desktop_app.draft.document import from_document, to_document
from desktop_app.draft.model import Draft, DraftBill, DraftLedger, DraftMember
from tests.draft.drafts import ADULT, HOUSEHOLD, STAY, drafts

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.json"))


def problems_of(draft):
    answer = read_document(to_document(draft), lambda region, year: True)
    return {(problem.path, problem.code) for problem in answer} if isinstance(answer, list) else set()


@given(drafts())
def test_a_draft_comes_back_from_its_document_as_it_was_unreadable_texts_included(draft):
    tree = json.loads(json.dumps(to_document(draft), ensure_ascii=False))
    assert from_document(tree) == draft


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_worked_case_reads_the_same_through_a_draft(path):
    tree = json.loads(path.read_text(encoding="utf-8"))["case"]
    has_pack = lambda region, year: True  # noqa: E731
    assert read_document(to_document(from_document(tree)), has_pack) == read_document(tree, has_pack)


def test_what_is_blank_is_missing_and_what_is_unreadable_is_told_at_its_field():
    draft = Draft(
        2024,
        members=(DraftMember("m1"), replace(ADULT, id="m2", birth_date="去年")),
        bills=(
            DraftBill("b1"),
            replace(STAY, id="b2", member="m2", total="1,23", service_date="3.40", level="四级"),
        ),
    )
    assert problems_of(draft) == {
        ("members[0].birth_date", "missing"),
        ("members[0].tier", "missing"),
        ("members[0].enrolment.paid_on", "missing"),
        ("members[1].birth_date", "date"),
        ("bills[0].member", "missing"),
        ("bills[0].kind", "missing"),
        ("bills[0].service_date", "missing"),
        ("bills[0].institution.level", "missing"),
        ("bills[0].total", "missing"),
        ("bills[1].total", "amount"),
        ("bills[1].service_date", "date"),
        ("bills[1].institution.level", "type"),
    }


def test_a_household_without_a_mistake_has_no_problem():
    assert problems_of(HOUSEHOLD) == set()


def test_a_blank_settlement_date_is_left_out_and_stays_blank():
    draft = replace(HOUSEHOLD, bills=(replace(STAY, settlement_date=""),))
    tree = to_document(draft)
    assert "settlement_date" not in tree["bills"][0]
    assert from_document(tree) == draft


def test_other_payers_statement_balances_and_situations_stand_where_the_format_has_them():
    draft = Draft(
        2024,
        household_name="示例家庭",
        situations=("residence_permit",),
        members=(replace(ADULT, used_before=DraftLedger(basic_fund="5000.00")),),
        bills=(
            replace(
                STAY,
                medical_assistance="100.00",
                other_payer="20.00",
                paid_on_statement=(("out_of_pocket", "20000.00"), ("basic_fund", "15000.00")),
            ),
        ),
    )
    tree = to_document(draft)
    assert tree["household"] == {"name": "示例家庭", "situations": ["residence_permit"]}
    assert tree["members"][0]["used_before"] == {"basic_fund": "5000.00"}
    assert tree["bills"][0]["other_payers"] == {"medical_assistance": "100.00", "other": "20.00"}
    assert tree["bills"][0]["paid_on_statement"] == {"out_of_pocket": "20000.00", "basic_fund": "15000.00"}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("standard", {"kind": "standard", "paid_on": "2024-04-20"}),
        (
            "newborn_independent",
            {"kind": "newborn_independent", "paid_on": "2024-04-20", "birth_year_premium_paid": True},
        ),
        ("newborn_with_guardian", {"kind": "newborn_with_guardian", "guardian": "m9"}),
        ("none", {"kind": "none"}),
        ("", {}),
    ],
)
def test_only_the_fields_of_the_chosen_enrolment_are_written(kind, expected):
    member = replace(
        ADULT, enrolment_kind=kind, paid_on="2024-04-20", birth_year_premium_paid=True, guardian="m9"
    )
    assert to_document(Draft(2024, members=(member,)))["members"][0]["enrolment"] == expected


def test_a_document_with_the_least_that_the_format_asks_for_becomes_a_draft():
    tree = {"format": "yuyisuan-case/1", "policy_year": 2024, "members": [], "bills": []}
    assert from_document(tree) == Draft(2024)


def test_a_record_without_fields_becomes_a_blank_one():
    tree = {"policy_year": 2024, "members": [{"id": "m1", "id_number": None}], "bills": [{"id": "b1"}]}
    expected = Draft(2024, members=(DraftMember("m1", enrolment_kind=""),), bills=(DraftBill("b1"),))
    assert from_document(tree) == expected


def test_a_document_that_was_not_checked_is_no_draft():
    with pytest.raises(TypeError):
        from_document({"policy_year": "2024"})
