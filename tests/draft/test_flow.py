from dataclasses import replace

import pytest

from desktop_app.draft import flow
from desktop_app.draft.flow import PAGES, Spot, spot
from desktop_app.draft.model import Draft, UnknownAmount
from desktop_app.reading import Problem
from tests.draft.drafts import HOUSEHOLD


def problem(path):
    return Problem(path, "missing", "")


def test_the_pages_follow_each_other():
    assert PAGES == ("start", "members", "enrolment", "bills", "result", "summary")
    assert [flow.next_page(page) for page in PAGES] == [*PAGES[1:], None]
    assert [flow.previous_page(page) for page in PAGES] == [None, *PAGES[:-1]]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("policy_year", Spot("start", None, "policy_year")),
        ("region", Spot("start", None, "region")),
        ("household.name", Spot("members", None, "household_name")),
        ("household.note", Spot("members", None, "household_note")),
        ("household.situations[1]", Spot("members", None, "situations")),
        ("household", Spot("members", None, "")),
        ("members", Spot("members", None, "")),
        ("members[0].birth_date", Spot("members", 0, "birth_date")),
        ("members[11].assistance_categories[2]", Spot("members", 11, "assistance_categories")),
        ("members[1].used_before.basic_fund", Spot("members", 1, "used_before.basic_fund")),
        ("members[1].used_before", Spot("members", 1, "used_before")),
        ("members[1].unknown.basic_fund", Spot("members", 1, "used_before.basic_fund")),
        ("members[1].unknown.basic_fund.to", Spot("members", 1, "used_before.basic_fund")),
        ("members[1].unknown", Spot("members", 1, "used_before")),
        ("bills[3].unknown.total.from", Spot("bills", 3, "total")),
        ("bills[3].unknown.class_b_copay", Spot("bills", 3, "class_b_copay")),
        ("members[1].enrolment", Spot("enrolment", 1, "enrolment_kind")),
        ("members[1].enrolment.kind", Spot("enrolment", 1, "enrolment_kind")),
        ("members[1].enrolment.paid_on", Spot("enrolment", 1, "paid_on")),
        ("members[1].enrolment.guardian", Spot("enrolment", 1, "guardian")),
        ("bills[3].total", Spot("bills", 3, "total")),
        ("bills[3].institution", Spot("bills", 3, "level")),
        ("bills[3].institution.level", Spot("bills", 3, "level")),
        ("bills[3].institution.type", Spot("bills", 3, "institution_type")),
        ("bills[3].institution.name", Spot("bills", 3, "institution_name")),
        ("bills[3].other_payers.medical_assistance", Spot("bills", 3, "medical_assistance")),
        ("bills[3].other_payers.other", Spot("bills", 3, "other_payer")),
        ("bills[3].paid_on_statement.basic_fund", Spot("bills", 3, "paid_on_statement.basic_fund")),
    ],
)
def test_every_path_leads_to_the_field_where_it_is_entered(path, expected):
    assert spot(path) == expected


def test_problems_are_found_by_page():
    problems = [
        problem("members[0].tier"),
        problem("bills[1].total"),
        problem("members[0].enrolment.paid_on"),
    ]
    assert flow.problems_on("members", problems) == (problems[0],)
    assert flow.problems_on("enrolment", problems) == (problems[2],)
    assert flow.problems_on("bills", problems) == (problems[1],)


def test_a_whole_household_completes_every_page():
    assert all(flow.complete(page, HOUSEHOLD, []) for page in PAGES)
    assert all(flow.blocking(page, HOUSEHOLD, []) is None for page in PAGES)


def test_a_new_draft_has_only_its_start_complete():
    assert [page for page in PAGES if flow.complete(page, Draft(2024), [])] == ["start"]
    assert flow.blocking("result", Draft(2024), []) == "members"


def test_a_household_without_bills_has_a_result_though_the_bills_are_not_complete():
    draft = replace(HOUSEHOLD, bills=())
    assert not flow.complete("bills", draft, [])
    assert flow.complete("result", draft, [])


def test_the_first_page_with_a_problem_blocks_the_result_and_no_page_before_it():
    problems = [problem("bills[0].total"), problem("members[0].enrolment.paid_on")]
    assert [flow.blocking(page, HOUSEHOLD, problems) for page in PAGES] == [None] * 4 + ["enrolment"] * 2
    complete = [page for page in PAGES if flow.complete(page, HOUSEHOLD, problems)]
    assert complete == ["start", "members"]


def test_with_an_unknown_amount_the_summary_can_be_printed_but_there_is_no_whole_result():
    stay = replace(HOUSEHOLD.bills[0], unknown=(UnknownAmount("tcm_eligible", "0", "1"),))
    draft = replace(HOUSEHOLD, bills=(stay,))
    assert flow.blocking("result", draft, ()) is None
    assert flow.complete("bills", draft, ())
    assert not flow.complete("result", draft, ())
    assert flow.complete("summary", draft, ())
