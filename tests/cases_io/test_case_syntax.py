"""What is not JSON, or no object, is one problem with an empty path."""

import json

import pytest
from case_trees import full_case, problems_of, problems_of_bytes

CASE = json.dumps(full_case(), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"  \n",
        CASE[:-1],
        CASE + b"{}",
        CASE.decode().encode("gb18030"),
        CASE.decode().encode("utf-16"),
        b"\xef\xbb\xbf\xef\xbb\xbf" + CASE,
        CASE.replace(b'"policy_year"', b'"format"'),
        CASE.replace(b'"level": 3', b'"level": 3, "level": 3'),
        CASE.replace(b'"tier": 2', b'"tier": NaN'),
        CASE.replace(b'"tier": 2', b'"tier": -Infinity'),
        CASE.replace(b'"tier": 2', b"'tier': 2"),
        CASE.replace(b'"tier": 2', b'"tier": 02'),
        CASE.replace(b'"m1"', b'"m\\ud800"'),
        CASE.replace(b'"m1"', b'"m\xed\xa0\x80"'),
        CASE.replace(b'"m1"', b'"m\n"'),
        b"[" * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    ],
)
def test_what_is_not_json_is_one_problem_of_syntax(data):
    assert problems_of_bytes(data) == {("", "syntax")}


@pytest.mark.parametrize("tree", [None, True, 1, 1.5, "yuyisuan-case/1", [], [full_case()]])
def test_a_document_that_is_no_object_is_one_problem_of_type(tree):
    assert problems_of(tree) == {("", "type")}


def test_a_byte_order_mark_is_tolerated():
    assert problems_of_bytes(b"\xef\xbb\xbf" + CASE) == set()


def test_escaped_characters_are_read():
    assert problems_of_bytes(json.dumps(full_case()).encode()) == set()
    assert problems_of_bytes(CASE.replace("户主".encode(), b"\\ud83d\\ude00")) == set()


@pytest.mark.parametrize("digits", [19, 4301, 50_000])
def test_a_number_of_any_length_is_a_number(digits):
    number = b"9" * digits
    assert problems_of_bytes(CASE.replace(b'"35000.00"', number)) == {("bills[0].total", "type")}
    assert ("policy_year", "no_pack") in problems_of_bytes(CASE.replace(b"2024,", number + b",", 1))
    assert problems_of_bytes(CASE.replace(b'"level": 3', b'"level": -' + number)) == {
        ("bills[0].institution.level", "enum")
    }
