"""Single fields: what is required, its type, its value. Each problem at its path, all of them at once."""

import pytest
from case_trees import GONE, changed, full_case, problems_of


def at(path: str) -> str:
    """Write a path as the format does: ``members.0.tier`` is ``members[0].tier``."""
    parts = path.split(".")
    return "".join(f"[{part}]" if part.isdigit() else f".{part}" for part in parts).lstrip(".")


def test_the_full_case_has_no_problem():
    assert problems_of(full_case()) == set()


def test_empty_lists_are_allowed():
    tree = {"format": "yuyisuan-case/1", "policy_year": 2024, "members": [], "bills": []}
    assert problems_of(tree) == set()


@pytest.mark.parametrize(
    "path",
    [
        *("format", "policy_year", "bills"),
        *("members.0.birth_date", "members.0.enrolment", "members.0.tier", "members.3.tier"),
        *("members.0.enrolment.kind", "members.0.enrolment.paid_on", "members.1.enrolment.paid_on"),
        "members.2.enrolment.guardian",
        *("bills.0.id", "bills.0.member", "bills.0.kind", "bills.0.service_date", "bills.0.institution"),
        *("bills.0.institution.level", "bills.0.total"),
    ],
)
def test_a_required_field_is_missing_at_the_path_it_should_have(path):
    allowed_too = {("members[0].enrolment.paid_on", "unknown_field")}
    assert problems_of(changed(path, GONE)) - allowed_too == {(at(path), "missing")}


def test_of_an_empty_document_all_required_fields_are_missing():
    assert problems_of({}) == {(name, "missing") for name in ("format", "policy_year", "members", "bills")}


def test_of_an_empty_member_and_bill_all_required_fields_are_missing():
    tree = full_case() | {"members": [{}], "bills": [{}]}
    member = {"id", "birth_date", "tier", "enrolment"}
    bill = {"id", "member", "kind", "service_date", "institution", "total"}
    assert problems_of(tree) == {(f"members[0].{name}", "missing") for name in member} | {
        (f"bills[0].{name}", "missing") for name in bill
    }


@pytest.mark.parametrize(
    "path",
    [
        *("region", "household", "household.name", "household.note", "household.situations"),
        *(
            "members.0.name",
            "members.0.id_number",
            "members.0.assistance_categories",
            "members.0.used_before",
        ),
        *("members.0.major_diseases", "members.0.used_before.basic_fund", "members.2.name"),
        "members.1.enrolment.birth_year_premium_paid",
        *("bills.0.institution.name", "bills.0.institution.type", "bills.0.settlement_date"),
        *(
            "bills.0.fully_self_paid",
            "bills.0.over_price_limit",
            "bills.0.class_b_copay",
            "bills.0.tcm_eligible",
        ),
        *("bills.0.other_payers", "bills.0.other_payers.other", "bills.0.paid_on_statement"),
        "bills.0.paid_on_statement.basic_fund",
    ],
)
def test_all_else_may_be_left_out_but_is_not_null(path):
    assert problems_of(changed(path, GONE)) == set()
    null_is_allowed = path == "members.0.id_number"
    assert problems_of(changed(path, None)) == (set() if null_is_allowed else {(at(path), "type")})


@pytest.mark.parametrize(
    ("path", "value"),
    [
        *[("policy_year", value) for value in (2024.0, "2024", True, [])],
        *[("format", value) for value in (1, None)],
        *[("bills", value) for value in ({}, "b", None)],
        *[("members.0.tier", value) for value in ("1", 1.0, True)],
        *[("members.0.enrolment", value) for value in ([], "standard")],
        *[("members.0.enrolment.kind", value) for value in (1, None, [])],
        *[("members.0.birth_date", value) for value in (19800501, None)],
        ("members.0.assistance_categories", "minimum_living_allowance"),
        ("members.0.assistance_categories.0", 1),
        ("members.0.chronic_diseases.1", None),
        ("members.0.used_before.basic_fund", 5000),
        ("members.1.enrolment.birth_year_premium_paid", "true"),
        ("members.1.enrolment.birth_year_premium_paid", 1),
        ("household.situations.0", 3),
        ("bills.0", []),
        ("bills.0.institution", 3),
        ("bills.0.institution.level", "3"),
        ("bills.0.institution.level", 3.0),
        ("bills.0.total", 35000),
        ("bills.0.total", 35000.5),
        ("bills.0.other_payers.other", 12),
        ("bills.0.paid_on_statement.basic_fund", 15000),
        ("bills.0.paid_on_statement", []),
    ],
)
def test_another_json_type(path, value):
    assert problems_of(changed(path, value)) == {(at(path), "type")}


def test_members_that_are_no_list_leave_only_the_checks_that_need_none():
    assert problems_of(changed("members", {})) == {("members", "type")}
    assert problems_of(changed("members", GONE)) == {("members", "missing")}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("members.0.tier", 3),
        ("members.0.assistance_categories.0", "poor"),
        ("members.0.enrolment.kind", "employee"),
        ("household.situations.0", "away"),
        ("bills.0.kind", "dental"),
        ("bills.0.kind", ""),
        ("bills.0.institution.level", 0),
        ("bills.0.institution.type", "clinic"),
    ],
)
def test_a_value_that_a_fixed_list_does_not_have(path, value):
    assert problems_of(changed(path, value)) == {(at(path), "enum")}


@pytest.mark.parametrize(
    "place",
    [
        "",
        "household.",
        "members.0.",
        "members.0.enrolment.",
        "members.0.used_before.",
        "bills.0.",
        "bills.0.institution.",
        "bills.0.other_payers.",
        "bills.0.paid_on_statement.",
    ],
)
@pytest.mark.parametrize("name", ["extra", "Total", "金额"])
def test_an_unknown_field_is_refused_by_name(place, name):
    assert problems_of(changed(place + name, "1")) == {(at(place + name), "unknown_field")}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("members.0.enrolment.guardian", "m4"),
        ("members.0.enrolment.birth_year_premium_paid", True),
        ("members.1.enrolment.guardian", 5),
        ("members.2.enrolment.paid_on", "2024-04-01"),
        ("members.2.enrolment.birth_year_premium_paid", True),
        ("members.3.enrolment.paid_on", "nonsense"),
    ],
)
def test_a_field_of_another_enrolment_kind_is_unknown(path, value):
    assert problems_of(changed(path, value)) == {(at(path), "unknown_field")}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-1",
        "+1",
        "1e3",
        "1,000",
        "1，000",
        "1.234",
        "12.",
        ".5",
        "1.2.3",
        "１２",
        "一",
        "¥5",
        "1 000",
        " 1",
        "1 ",
        "1\n",
        "NaN",
        "0x10",
        "1_000",
        "٣",
        "9" * 16,
        "9" * 10_000,
    ],
)
def test_a_badly_written_amount(text):
    assert problems_of(changed("bills.0.total", text)) == {("bills[0].total", "amount")}


@pytest.mark.parametrize("text", ["9" * 15, "99999.9", "0099999.90"])
def test_amounts_that_are_understood(text):
    assert problems_of(changed("bills.0.total", text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-3-2",
        "20240302",
        "2024-W10-1",
        "2024/03/02",
        "2024-02-30",
        "2023-02-29",
        "0000-01-01",
        "2024-13-01",
        "2024-03-02T00:00",
        "２０２４-03-02",
        "2024-03-02\n",
        " 2024-03-02",
    ],
)
def test_a_date_that_is_no_day(text):
    assert problems_of(changed("bills.0.settlement_date", text)) == {("bills[0].settlement_date", "date")}


def test_a_date_may_be_a_leap_day():
    assert problems_of(changed("members.0.birth_date", "1980-02-29")) == set()


def test_the_format_and_the_pack():
    assert problems_of(changed("format", "yuyisuan-case/2")) == {("format", "format")}
    assert problems_of(changed("region", "beijing")) == {("policy_year", "no_pack")}
    assert problems_of(changed("region", 5)) == {("region", "type")}
    assert ("policy_year", "no_pack") in problems_of(changed("policy_year", 2023))


def test_an_empty_id_is_missing():
    assert problems_of(changed("bills.0.id", "")) == {("bills[0].id", "missing")}
    assert problems_of(changed("members.3.id", "")) == {("members[3].id", "missing")}


def test_the_tier_of_a_newborn_with_guardian_is_not_read():
    assert problems_of(changed("members.2.tier", 2)) == set()
    assert problems_of(changed("members.2.tier", "none")) == set()


def test_all_problems_are_found_at_once():
    tree = changed("bills.0.total", "a lot") | {"format": "?", "policy_year": 2024, "extra": 1}
    tree["bills"] += [{"id": "b2", "total": 1}]
    tree["members"][0]["tier"] = 9
    tree["members"][3]["birth_date"] = "soon"
    assert problems_of(tree) == {
        ("format", "format"),
        ("extra", "unknown_field"),
        ("members[0].tier", "enum"),
        ("members[3].birth_date", "date"),
        ("bills[0].total", "amount"),
        ("bills[2].id", "duplicate_id"),
        ("bills[2].member", "missing"),
        ("bills[2].kind", "missing"),
        ("bills[2].service_date", "missing"),
        ("bills[2].institution", "missing"),
        ("bills[2].total", "type"),
    }
