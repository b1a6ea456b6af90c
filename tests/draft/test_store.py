import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from desktop_app.draft.model import Draft, DraftMember
from desktop_app.draft.store import open_case, save_case
from tests.draft.drafts import ADULT, HOUSEHOLD, STAY, drafts


def has_pack(_region, year):
    return year in (2024, 2025, 2026)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draft=drafts())
def test_every_draft_comes_back_from_its_file_unreadable_texts_included(tmp_path, draft):
    save_case(tmp_path / "family.yys", draft)
    assert open_case(tmp_path / "family.yys", has_pack) == draft


def test_a_saved_case_is_the_case_format_for_other_programs(tmp_path):
    save_case(tmp_path / "family.yys", replace(HOUSEHOLD, bills=(replace(STAY, total="约500"),)))
    tree = json.loads((tmp_path / "family.yys").read_text(encoding="utf-8"))
    assert tree["format"] == "yuyisuan-case/1"
    assert tree["bills"][0]["total"] == "约500"
    assert "约500" in (tmp_path / "family.yys").read_text(encoding="utf-8")


def test_a_file_of_a_year_without_a_pack_can_be_opened_and_corrected(tmp_path):
    save_case(tmp_path / "family.yys", replace(HOUSEHOLD, policy_year=2031))
    assert open_case(tmp_path / "family.yys", has_pack) == replace(HOUSEHOLD, policy_year=2031)


CASE = {"format": "yuyisuan-case/1", "policy_year": 2024, "members": [], "bills": []}


@pytest.mark.parametrize(
    ("text", "path", "code"),
    [
        ("", "", "syntax"),
        ("{", "", "syntax"),
        ('{"a":1,"a":2}', "", "syntax"),
        ("[]", "", "type"),
        (json.dumps(CASE | {"format": "other"}), "format", "format"),
        (json.dumps({key: CASE[key] for key in CASE if key != "policy_year"}), "policy_year", "missing"),
        (json.dumps(CASE | {"colour": "red"}), "colour", "unknown_field"),
        (json.dumps(CASE | {"bills": [{"id": "b1", "total": 5}]}), "bills[0].total", "type"),
        (json.dumps(CASE | {"bills": [{"member": "m1"}]}), "bills[0].id", "missing"),
        (json.dumps(CASE | {"members": [{"id": "m1"}, {"id": "m1"}]}), "members[1].id", "duplicate_id"),
        (
            json.dumps(CASE | {"members": [{"id": "m1", "assistance_categories": ["x"]}]}),
            "members[0].assistance_categories[0]",
            "enum",
        ),
    ],
)
def test_a_file_that_no_form_can_show_is_refused_with_the_reason(tmp_path, text, path, code):
    (tmp_path / "family.yys").write_text(text, encoding="utf-8")
    problems = open_case(tmp_path / "family.yys", has_pack)
    assert (path, code) in [(problem.path, problem.code) for problem in problems]


def test_a_refusal_names_only_what_is_in_the_way(tmp_path):
    tree = CASE | {"colour": "red", "members": [{"id": "m1", "tier": 4}]}
    (tmp_path / "family.yys").write_text(json.dumps(tree), encoding="utf-8")
    assert [problem.code for problem in open_case(tmp_path / "family.yys", has_pack)] == ["unknown_field"]


def test_a_tier_or_level_beyond_the_list_is_shown_to_be_corrected(tmp_path):
    tree = CASE | {"members": [{"id": "m1", "tier": 4}]}
    (tmp_path / "family.yys").write_text(json.dumps(tree), encoding="utf-8")
    expected = Draft(2024, members=(DraftMember("m1", tier="4", enrolment_kind=""),))
    assert open_case(tmp_path / "family.yys", has_pack) == expected


def test_a_file_that_cannot_be_read_is_an_error_of_the_system(tmp_path):
    with pytest.raises(OSError):
        open_case(tmp_path / "none.yys", has_pack)


def test_a_byte_order_mark_is_tolerated(tmp_path):
    path = tmp_path / "family.yys"
    save_case(path, Draft(2024, members=(ADULT,)))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert open_case(path, has_pack) == Draft(2024, members=(ADULT,))
