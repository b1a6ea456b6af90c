from dataclasses import replace
from datetime import date

import pytest

from desktop_app.draft import edit
from desktop_app.draft.model import Draft, DraftBill, DraftMember
from desktop_app.engine.case import BILL_AMOUNTS
from tests.draft.drafts import ADULT, HOUSEHOLD, NEWBORN, STAY

TODAY = date(2024, 11, 21)


def bill_of(draft, index=0):
    return draft.bills[index]


def test_amounts_and_dates_of_a_bill_are_understood_as_they_are_set():
    draft = edit.set_bill(HOUSEHOLD, "b1", "total", "￥1，234。５")
    draft = edit.set_bill(draft, "b1", "service_date", "3.2")
    draft = edit.set_bill(draft, "b1", "institution_name", " 县医院 ")
    assert bill_of(draft).total == "1234.50"
    assert bill_of(draft).service_date == "2024-03-02"
    assert bill_of(draft).institution_name == "县医院"


def test_what_cannot_be_read_replaces_the_old_value_and_stays_as_typed():
    assert bill_of(edit.set_bill(HOUSEHOLD, "b1", "total", "1,23")).total == "1,23"


def test_several_fields_of_a_bill_are_set_at_once():
    draft = edit.set_fields_of_bill(HOUSEHOLD, "b1", {"level": "2", "other_payer": "5"})
    assert bill_of(draft) == replace(STAY, level="2", other_payer="5.00")


def test_a_line_of_the_statement_is_set_changed_and_taken_out():
    draft = edit.set_bill(HOUSEHOLD, "b1", "paid_on_statement.basic_fund", "15000")
    draft = edit.set_bill(draft, "b1", "paid_on_statement.eligible", "20000")
    assert bill_of(draft).paid_on_statement == (("basic_fund", "15000.00"), ("eligible", "20000.00"))
    draft = edit.set_bill(draft, "b1", "paid_on_statement.basic_fund", "15001")
    assert bill_of(draft).paid_on_statement == (("basic_fund", "15001.00"), ("eligible", "20000.00"))
    draft = edit.set_bill(draft, "b1", "paid_on_statement.basic_fund", "")
    assert bill_of(draft).paid_on_statement == (("eligible", "20000.00"),)


def test_fields_and_balances_of_a_member_are_set():
    draft = edit.set_member(HOUSEHOLD, "m1", "name", " 户主 ")
    draft = edit.set_member(draft, "m1", "assistance_categories", ("orphan",))
    draft = edit.set_member(draft, "m1", "birth_year_premium_paid", True)
    draft = edit.set_member(draft, "m1", "used_before.basic_fund", "5，000")
    draft = edit.set_member(draft, "m1", "id_number", "e 12345678")
    member = draft.members[0]
    assert (member.name, member.assistance_categories) == ("户主", ("orphan",))
    assert member.birth_year_premium_paid
    assert member.used_before.basic_fund == "5000.00"
    assert member.id_number == "E12345678"
    assert draft.members[1] == NEWBORN


def test_a_payment_date_needs_its_year_since_it_is_often_the_year_before():
    assert edit.set_member(HOUSEHOLD, "m1", "paid_on", "11.2").members[0].paid_on == "11.2"
    assert edit.set_member(HOUSEHOLD, "m1", "paid_on", "2023.11.2").members[0].paid_on == "2023-11-02"


def test_a_birth_date_without_year_is_one_of_the_policy_year_only_for_a_newborn():
    assert edit.set_member(HOUSEHOLD, "m2", "birth_date", "3.9").members[1].birth_date == "2024-03-09"
    assert edit.set_member(HOUSEHOLD, "m1", "birth_date", "3.9").members[0].birth_date == "3.9"


@pytest.mark.parametrize(
    "change",
    [
        lambda: edit.set_member(HOUSEHOLD, "m9", "name", ""),
        lambda: edit.set_member(HOUSEHOLD, "m1", "id", "m5"),
        lambda: edit.set_member(HOUSEHOLD, "m1", "used_before.nothing", ""),
        lambda: edit.set_bill(HOUSEHOLD, "b9", "total", ""),
        lambda: edit.set_bill(HOUSEHOLD, "b1", "id", "b5"),
    ],
)
def test_an_unknown_record_or_field_is_an_error(change):
    with pytest.raises(KeyError):
        change()


def test_the_identity_number_fills_the_birth_date():
    draft = edit.set_identity(Draft(2024, members=(DraftMember("m1"),)), "m1", "11010519491231002x", TODAY)
    assert draft.members[0].id_number == "11010519491231002X"
    assert draft.members[0].birth_date == "1949-12-31"


def test_a_corrected_identity_number_corrects_the_birth_date_it_filled():
    draft = edit.set_identity(Draft(2024, members=(DraftMember("m1"),)), "m1", "11010519491231002x", TODAY)
    draft = edit.set_identity(draft, "m1", "440524188001010014", TODAY)
    assert draft.members[0].birth_date == "1880-01-01"
    assert edit.set_identity(draft, "m1", "", TODAY).members[0].birth_date == "1880-01-01"


def test_a_birth_date_entered_by_hand_is_never_overwritten():
    draft = edit.set_identity(HOUSEHOLD, "m1", "11010519491231002X", TODAY)
    assert draft.members[0].birth_date == "1980-05-01"


def test_the_household_and_the_year_are_set():
    draft = edit.set_year(HOUSEHOLD, 2025)
    draft = edit.set_household(draft, name=" 示例 ")
    draft = edit.set_household(draft, note="备注")
    assert (draft.policy_year, draft.household_name, draft.household_note) == (2025, "示例", "备注")
    assert draft.bills == HOUSEHOLD.bills


def test_a_situation_is_ticked_once_and_unticked():
    draft = edit.set_situation(HOUSEHOLD, "residence_permit", holds=True)
    assert edit.set_situation(draft, "residence_permit", holds=True).situations == ("residence_permit",)
    assert edit.set_situation(draft, "residence_permit", holds=False).situations == ()


def test_new_members_get_ids_that_nobody_has():
    draft = Draft(2024, members=(replace(ADULT, id="m2"),))
    draft, first = edit.add_member(draft)
    draft, second = edit.add_member(draft)
    assert (first, second) == ("m3", "m4")
    assert [member.id for member in draft.members] == ["m2", "m3", "m4"]
    assert draft.members[1] == DraftMember("m3", enrolment_kind="standard")


def test_a_newborn_is_added_in_one_step_with_its_guardian():
    draft, newborn = edit.add_newborn(Draft(2024, members=(ADULT,)), "m1", "3.9")
    assert newborn == "m2"
    assert draft.members[1] == replace(NEWBORN, name="")


def test_a_removed_member_takes_its_bills_along_and_leaves_no_dangling_guardian():
    other = replace(STAY, id="b2", member="m2")
    draft = edit.remove_member(replace(HOUSEHOLD, bills=(STAY, other)), "m1")
    assert draft.members == (replace(NEWBORN, guardian=""),)
    assert draft.bills == (other,)


def test_a_new_bill_is_of_the_only_member_or_of_the_one_before():
    draft, _ = edit.add_bill(Draft(2024, members=(ADULT,)))
    assert draft.bills == (DraftBill("b1", member="m1"),)
    draft = Draft(2024, members=(ADULT, NEWBORN))
    assert edit.add_bill(draft)[0].bills[0].member == ""
    draft, _ = edit.add_bill(draft, "m2")
    draft, second = edit.add_bill(draft)
    assert (second, bill_of(draft, 1).member) == ("b2", "m2")
    draft, third = edit.add_bill(draft, "m1", at=1)
    assert [bill.id for bill in draft.bills] == ["b1", third, "b2"]


def test_a_copy_stands_after_its_bill_with_an_id_of_its_own():
    draft = replace(HOUSEHOLD, bills=(STAY, replace(STAY, id="b2", total="1.00")))
    draft, copy = edit.copy_bill(draft, "b1")
    assert draft.bills[1] == replace(STAY, id=copy)
    assert [bill.id for bill in draft.bills] == ["b1", "b3", "b2"]


def test_bills_are_removed():
    draft = replace(HOUSEHOLD, bills=tuple(replace(STAY, id=name) for name in ("b1", "b2", "b3")))
    assert [bill.id for bill in edit.remove_bills(draft, {"b1", "b3"}).bills] == ["b2"]


@pytest.mark.parametrize(
    ("by", "order"), [(1, "b2 b1 b3"), (2, "b2 b3 b1"), (9, "b2 b3 b1"), (0, "b1 b2 b3"), (-1, "b1 b2 b3")]
)
def test_a_bill_moves_at_most_to_an_end(by, order):
    draft = replace(HOUSEHOLD, bills=tuple(replace(STAY, id=name) for name in ("b1", "b2", "b3")))
    assert " ".join(bill.id for bill in edit.move_bill(draft, "b1", by).bills) == order


@pytest.mark.parametrize("name", BILL_AMOUNTS[1:])
def test_a_part_that_is_not_known_lies_between_nothing_and_the_total(name):
    draft = edit.set_bill(HOUSEHOLD, "b1", name, "？")
    assert bill_of(draft).unknown == ((name, "0.00", "25000.00"),)
    assert getattr(bill_of(draft), name) == ""


def test_of_a_total_that_is_not_known_the_upper_end_must_be_entered():
    draft = edit.set_bill(HOUSEHOLD, "b1", "total", "不详")
    assert (bill_of(draft).total, bill_of(draft).unknown) == ("", (("total", "0.00", ""),))
    draft = edit.set_bill(draft, "b1", "unknown.total.to", "３0000")
    draft = edit.set_bill(draft, "b1", "unknown.total.from", "2万")
    assert bill_of(draft).unknown == (("total", "2万", "30000.00"),)


def test_a_range_is_given_changed_and_taken_back():
    draft = edit.set_bill(HOUSEHOLD, "b1", "class_b_copay", "1000-3000")
    assert bill_of(draft).unknown == (("class_b_copay", "1000.00", "3000.00"),)
    draft = edit.set_bill(draft, "b1", "fully_self_paid", "?")
    draft = edit.set_bill(draft, "b1", "class_b_copay", "500-600")
    assert [each.field for each in bill_of(draft).unknown] == ["fully_self_paid", "class_b_copay"]
    draft = edit.set_bill(draft, "b1", "class_b_copay", "")
    draft = edit.set_bill(draft, "b1", "fully_self_paid", "12")
    assert bill_of(draft) == replace(STAY, fully_self_paid="12.00", class_b_copay="")


def test_a_pasted_total_is_the_end_of_what_is_not_known_beside_it():
    draft = edit.set_fields_of_bill(HOUSEHOLD, "b1", {"fully_self_paid": "?", "total": "900"})
    assert bill_of(draft).unknown == (("fully_self_paid", "0.00", "900.00"),)


def test_what_was_used_before_may_be_unknown():
    draft = edit.set_member(HOUSEHOLD, "m1", "used_before.basic_fund", "?")
    assert draft.members[0].unknown == (("basic_fund", "0.00", ""),)
    draft = edit.set_member(draft, "m1", "unknown.basic_fund.to", "5000")
    draft = edit.set_member(draft, "m1", "used_before.outpatient_paid", "0-300")
    assert draft.members[0].unknown == (
        ("basic_fund", "0.00", "5000.00"),
        ("outpatient_paid", "0.00", "300.00"),
    )
    draft = edit.set_member(draft, "m1", "used_before.basic_fund", "77")
    assert draft.members[0].used_before.basic_fund == "77.00"
    assert [each.field for each in draft.members[0].unknown] == ["outpatient_paid"]


@pytest.mark.parametrize("name", ["unknown.total.to", "unknown.date.to", "unknown"])
def test_a_range_that_is_not_there_has_no_ends(name):
    with pytest.raises(KeyError):
        edit.set_bill(HOUSEHOLD, "b1", name, "1")
    with pytest.raises(KeyError):
        edit.set_member(HOUSEHOLD, "m1", name, "1")


def test_what_others_paid_stands_on_the_statement_and_is_never_unknown():
    assert bill_of(edit.set_bill(HOUSEHOLD, "b1", "medical_assistance", "?")).medical_assistance == "?"
