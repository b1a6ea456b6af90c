"""Nothing that can stand in a document makes the reader fail: it answers a case or a list of problems."""

import json

from case_trees import full_case, has_pack
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.cases.read import is_structural, read_case, read_document
from desktop_app.engine.case import Case
from desktop_app.reading import Problem

KEYS = st.sampled_from(
    ["", "id", "kind", "tier", "total", "members", "bills", "enrolment", "guardian", "institution", "level"]
)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


def places(tree, path=()):
    """Every place of a tree."""
    yield path
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, inner in entries:
        yield from places(inner, (*path, key))


PLACES = [path for path in places(full_case()) if path]


def problems(found):
    if isinstance(found, Case):
        return
    assert found
    assert all(isinstance(problem, Problem) and problem.code for problem in found)


@given(st.binary(max_size=60))
@example(b"\xff")
def test_any_bytes(data):
    problems(read_case(data, has_pack))


@given(TREES)
def test_any_tree(tree):
    problems(read_case(json.dumps(tree).encode(), has_pack))


@given(st.lists(st.tuples(st.sampled_from(PLACES), TREES), min_size=1, max_size=3))
def test_any_tree_at_any_place_of_a_case(changes):
    tree = full_case()
    for path, value in changes:
        place = tree
        try:
            for key in path[:-1]:
                place = place[key]
            place[path[-1]] = value
        except (TypeError, KeyError, IndexError):
            continue  # an earlier change has removed the place
    problems(read_document(tree, has_pack))


@given(st.data())
def test_a_case_cut_off_anywhere_is_no_json(data):
    text = json.dumps(full_case(), ensure_ascii=False).encode()
    cut = text[: data.draw(st.integers(0, len(text) - 1))]
    found = read_case(cut, has_pack)
    assert [(problem.path, problem.code) for problem in found] == [("", "syntax")]


def test_what_a_form_cannot_show_is_told_from_what_a_person_can_correct():
    def structural(path, code):
        return is_structural(Problem(path, code, ""))

    assert structural("", "syntax")
    assert structural("members[0].total", "unknown_field")
    assert structural("members", "missing")
    assert structural("bills[1].id", "missing")
    assert not structural("bills[1].total", "missing")
    assert not structural("bills[1].total", "amount")
    assert not structural("bills[1].kind", "no_chronic_disease")
    assert not structural("policy_year", "no_pack")
