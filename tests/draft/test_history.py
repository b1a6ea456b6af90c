from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.draft import edit
from desktop_app.draft.history import History, Place
from desktop_app.draft.model import Draft
from tests.draft.drafts import HOUSEHOLD, drafts

NAME = Place("members", "m1", "name")
TIER = Place("members", "m1", "tier")


def named(history, name):
    history.record(edit.set_member(history.draft, "m1", "name", name), NAME, "edit_member")


def test_undo_and_redo_say_where_the_change_was_and_what_it_was():
    history = History(HOUSEHOLD)
    assert (history.undo(), history.redo(), history.undo_code, history.redo_code) == (None, None, "", "")
    history.record(edit.remove_member(HOUSEHOLD, "m1"), Place("members", "m1"), "remove_member")
    assert history.undo_code == "remove_member"
    assert history.undo() == Place("members", "m1")
    assert history.draft == HOUSEHOLD
    assert history.redo_code == "remove_member"
    assert history.redo() == Place("members", "m1")
    assert [member.id for member in history.draft.members] == ["m2"]


def test_edits_of_one_field_in_a_row_are_one_change():
    history = History(HOUSEHOLD)
    named(history, "户")
    named(history, "户主一")
    assert history.undo() == NAME
    assert history.draft == HOUSEHOLD
    assert history.undo() is None


def test_another_field_in_between_keeps_the_edits_apart():
    history = History(HOUSEHOLD)
    named(history, "甲")
    history.record(edit.set_member(history.draft, "m1", "tier", "2"), TIER, "edit_member")
    named(history, "乙")
    history.undo()
    assert history.draft.members[0].name == "甲"
    history.undo()
    assert history.draft.members[0].tier == "1"
    history.undo()
    assert history.draft == HOUSEHOLD


def test_after_undo_a_new_edit_of_the_field_is_a_change_of_its_own():
    history = History(HOUSEHOLD)
    named(history, "甲")
    history.record(edit.set_member(history.draft, "m1", "tier", "2"), TIER, "edit_member")
    history.undo()
    named(history, "乙")
    assert history.redo() is None
    history.undo()
    assert history.draft.members[0].name == "甲"


def test_changes_without_a_field_are_never_joined():
    history = History(HOUSEHOLD)
    for _ in range(2):
        history.record(edit.add_bill(history.draft)[0], Place("bills"), "add_bill")
    history.undo()
    assert len(history.draft.bills) == 2


def test_a_change_that_changes_nothing_is_none():
    history = History(HOUSEHOLD)
    history.record(replace(HOUSEHOLD), NAME, "edit_member")
    assert history.undo() is None
    named(history, "甲")
    named(history, "户主")
    assert history.undo() is None
    assert not history.changed


def test_changed_is_told_against_the_file():
    history = History(HOUSEHOLD)
    named(history, "甲")
    assert history.changed
    history.mark_saved()
    assert not history.changed
    named(history, "乙")
    history.undo()
    assert not history.changed
    history.undo()
    assert history.changed


def test_the_next_family_finds_nothing_to_undo():
    history = History(HOUSEHOLD)
    named(history, "甲")
    named(history, "乙")
    history.undo()
    history.restart(Draft(2025))
    assert (history.draft, history.changed) == (Draft(2025), False)
    assert (history.undo(), history.redo()) == (None, None)


def edited(draft, choice, text):
    """One of many edits, as the pages make them; the draft itself where it does not apply."""
    member = draft.members[choice % len(draft.members)].id if draft.members else ""
    bill = draft.bills[choice % len(draft.bills)].id if draft.bills else ""
    general = [
        lambda: edit.add_member(draft)[0],
        lambda: edit.add_newborn(draft, member, text)[0],
        lambda: edit.add_bill(draft, member)[0],
        lambda: edit.set_household(draft, name=text),
        lambda: edit.set_situation(draft, "care_elsewhere", holds=choice % 2 == 0),
        lambda: edit.set_year(draft, 2024 + choice % 3),
    ]
    of_member = [
        lambda: edit.set_member(draft, member, "name", text),
        lambda: edit.set_member(draft, member, "used_before.basic_fund", text),
        lambda: edit.remove_member(draft, member),
    ]
    of_bill = [
        lambda: edit.set_bill(draft, bill, "total", text),
        lambda: edit.copy_bill(draft, bill)[0],
        lambda: edit.move_bill(draft, bill, choice % 5 - 2),
        lambda: edit.remove_bills(draft, {bill}),
    ]
    possible = general + (of_member if member else []) + (of_bill if bill else [])
    place = choice % len(possible)
    return possible[place](), Place("page", member, f"field {place}" if place % 2 else "")


@given(drafts(), st.lists(st.tuples(st.integers(0, 999), st.sampled_from(("", "5", "１，０００", "x")))))
def test_random_edits_undone_give_the_identical_draft_and_redone_the_last(start, edits):
    history = History(start)
    for choice, text in edits:
        draft, place = edited(history.draft, choice, text)
        history.record(draft, place, "edit")
    last = history.draft
    while history.undo():
        pass
    assert history.draft == start
    while history.redo():
        pass
    assert history.draft == last
