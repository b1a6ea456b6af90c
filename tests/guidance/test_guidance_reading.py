"""Reading is strict: every problem is named, at its place, all at once, and nothing half-loads."""

import pytest
from families import PACKS

from desktop_app.guidance.read import GuidanceError, read_guidance

SOURCE = """
[[sources]]
id = "S0"
title = "指南"
document = "网页"
date = "2025"
"""
ITEM = """
[[items]]
id = "papers"
topic = "registration"
title = "材料"
text = "带身份证。"
steps = ["带上。"]
source = "S0"
section = "一"
standing = "stated"
urgency = "advice"
facts = ["has_bills"]
"""


def problems(text: str) -> list[tuple[str, str]]:
    with pytest.raises(GuidanceError) as caught:
        read_guidance(text.encode(), "g.toml")
    return [(problem.path, problem.code) for problem in caught.value.problems]


def test_what_is_right_is_read_whole():
    guidance = read_guidance(b"\xef\xbb\xbf" + (SOURCE + ITEM).encode(), "g.toml")
    (item,) = guidance.items
    assert item.source == guidance.sources[0]
    assert item.source.date == "2025"
    assert (item.title, item.text, item.steps, item.section) == ("材料", "带身份证。", ("带上。",), "一")
    assert item.facts == {"has_bills"}


def test_steps_may_be_left_out():
    (item,) = read_guidance((SOURCE + ITEM.replace('steps = ["带上。"]\n', "")).encode(), "g.toml").items
    assert item.steps == ()


@pytest.mark.parametrize(
    "name", ["id", "topic", "title", "text", "source", "section", "standing", "urgency", "facts"]
)
def test_a_field_left_out_of_an_item(name):
    lines = [line for line in ITEM.splitlines() if not line.startswith(f"{name} =")]
    assert problems(SOURCE + "\n".join(lines)) == [(f"items[0].{name}", "missing")]


@pytest.mark.parametrize("name", ["title", "document", "date"])
def test_a_field_left_out_of_a_source_leaves_it_unlisted(name):
    lines = [line for line in SOURCE.splitlines() if not line.startswith(f"{name} =")]
    assert problems("\n".join(lines) + ITEM) == [
        (f"sources[0].{name}", "missing"),
        ("items[0].source", "unlisted_source"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "path", "code"),
    [
        ('["has_bills"]', '["has_bill"]', "items[0].facts[0]", "enum"),
        ('["has_bills"]', '["has_bills", "not has_bills"]', "items[0].facts[1]", "enum"),
        ('["has_bills"]', "[]", "items[0].facts", "empty"),
        ('["has_bills"]', '"has_bills"', "items[0].facts", "type"),
        ('["has_bills"]', "[1]", "items[0].facts[0]", "type"),
        ('"stated"', '"interpreted"', "items[0].standing", "enum"),
        ('"advice"', '"soon"', "items[0].urgency", "enum"),
        ('"registration"', '"papers"', "items[0].topic", "enum"),
        ('source = "S0"', 'source = "S1"', "items[0].source", "unlisted_source"),
        ('source = "S0"', "source = 0", "items[0].source", "type"),
        ('"材料"', '" "', "items[0].title", "empty"),
        ('"材料"', "7", "items[0].title", "type"),
        ('id = "papers"', "id = true", "items[0].id", "type"),
        ('["带上。"]', '["带上。", ""]', "items[0].steps[1]", "empty"),
        ('["带上。"]', "[]", "items[0].steps", "empty"),
        ('urgency = "advice"', 'urgency = "advice"\nalternative = 1', "items[0].alternative", "type"),
        ('steps = ["带上。"]', 'step = ["带上。"]', "items[0].step", "unknown_field"),
    ],
)
def test_a_mistake_in_an_item_is_named_where_it_stands(old, new, path, code):
    assert old in ITEM
    assert problems(SOURCE + ITEM.replace(old, new)) == [(path, code)]


@pytest.mark.parametrize("day", ['"2025-02-30"', '"spring"', '"25"'])
def test_a_source_s_date_is_a_year_or_a_day(day):
    assert ("sources[0].date", "date") in problems(SOURCE.replace('"2025"', day) + ITEM)


def test_a_source_s_date_is_text():
    assert ("sources[0].date", "type") in problems(SOURCE.replace('"2025"', "2025") + ITEM)


def test_ids_stand_once():
    assert problems(SOURCE + ITEM + ITEM) == [("items[1].id", "duplicate_id")]
    assert problems(SOURCE + SOURCE + ITEM) == [("sources[1].id", "duplicate_id")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("sources", "missing"), ("items", "missing")]),
        ('sources = "S0"\nitems = []', [("sources", "type"), ("items", "empty")]),
        ("sources = [1]\nitems = [2]", [("sources[0]", "type"), ("items[0]", "type")]),
    ],
)
def test_the_lists_themselves(text, expected):
    assert problems(text) == expected


@pytest.mark.parametrize("text", [SOURCE + 'date = "2025"\n', "= 1", '[items]\nx = "\x00"'])
def test_what_is_no_toml_or_gives_a_key_twice_is_one_problem(text):
    assert problems(text) == [("", "syntax")]


def test_bytes_that_are_not_utf_8_are_one_problem():
    with pytest.raises(GuidanceError, match=r"g\.toml: not a TOML file"):
        read_guidance(b"\xff\xfe", "g.toml")


def test_all_problems_are_told_at_once_with_file_and_key():
    text = SOURCE + ITEM.replace('"stated"', '"sure"').replace('"has_bills"', '"rich"') + "color = 1\n"
    with pytest.raises(GuidanceError) as caught:
        read_guidance(text.encode(), "g.toml")
    lines = caught.value.lines()
    assert len(lines) == 3
    assert all(line.startswith("g.toml: items[0].") for line in lines)


def test_what_a_year_changes_stands_in_no_item():
    # Premiums, caps and thresholds change each year: they stand in the year's pack, never here.
    text = (PACKS / "guidance.toml").read_text("utf-8")
    for figure in ("380", "755", "775", "17833", "18797", "80000", "8万", "12万", "28万", "32万"):
        assert figure not in text
