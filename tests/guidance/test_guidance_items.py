"""Every item of the guidance has a household that it is for, and one like it that it is not for."""

from typing import NamedTuple

import pytest
from families import NONE, WITH_M1, bill, child, family, guidance, independent, on, paid, person

from desktop_app.engine.result import Settlement
from desktop_app.guidance.facts import DERIVED_FACTS, FACTS, facts
from desktop_app.guidance.items import TOPICS, URGENCIES, applicable, split_alternatives


class Pair(NamedTuple):
    """A household and a day on which an item applies, and another household and day on which it does not."""

    yes: Settlement
    yes_on: str
    no: Settlement
    no_on: str


SETTLED = family(person())
NOT_ENROLLED = family(person(enrolment=NONE))
NEWBORN = family(person(), child("2024-03-09", NONE))
NEWBORN_PAID = family(person(), child("2024-03-09", independent("2024-04-20")))
WITH_GUARDIAN = family(person(), child("2024-03-09", WITH_M1))
CAN_STILL_PAY = Pair(NOT_ENROLLED, "2024-09-30", NOT_ENROLLED, "2024-10-01")
"""2024's last payment window ends on 30 September."""


def ticked(tick):
    """Households that differ in one tick alone."""
    return Pair(family(person(), ticks=(tick,)), "2024-02-01", SETTLED, "2024-02-01")


ROWS = {
    "enrol_registered_here": Pair(
        family(person(enrolment=NONE), ticks=("registered_here",)),
        "2024-02-01",
        family(person(), ticks=("registered_here",)),
        "2024-02-01",
    ),
    "enrol_residence_permit": ticked("residence_permit"),
    "enrol_at_school": ticked("school_student"),
    "enrol_pupils_included": Pair(
        family(person(born="2014-01-01", enrolment=NONE), ticks=("school_student",)),
        "2024-02-01",
        family(person(born="2014-01-01"), ticks=("school_student",)),
        "2024-02-01",
    ),
    "enrol_at_university": ticked("university_student"),
    "enrol_foreigner": ticked("foreign_resident"),
    "enrol_hk_macau_taiwan": ticked("hk_macau_taiwan_resident"),
    "registration_not_found": ticked("registration_not_found"),
    "papers_to_bring": CAN_STILL_PAY,
    "register_on_line": CAN_STILL_PAY,
    # Born on 9 March 2024: 90 days later is 7 June.
    "newborn_two_ways": Pair(NEWBORN, "2024-06-07", NEWBORN, "2024-06-08"),
    "newborn_register_here": Pair(
        NEWBORN,
        "2024-06-07",
        family(person(), child("2024-03-09", NONE), ticks=("newborn_registered_elsewhere",)),
        "2024-06-07",
    ),
    "newborn_elsewhere": Pair(
        family(person(), child("2024-03-09", NONE), ticks=("newborn_registered_elsewhere",)),
        "2024-06-07",
        family(person(), ticks=("newborn_registered_elsewhere",)),
        "2024-06-07",
    ),
    "newborn_with_guardian": Pair(WITH_GUARDIAN, "2024-06-07", NEWBORN_PAID, "2024-06-07"),
    "guardian_not_covered": Pair(
        family(person(enrolment=NONE), child("2024-03-09", WITH_M1)),
        "2024-06-07",
        WITH_GUARDIAN,
        "2024-06-07",
    ),
    # 3 October 2024 + 90 days is 1 January 2025; a day earlier it is 31 December.
    "newborn_across_new_year": Pair(
        family(child("2024-10-03", NONE)), "2024-12-01", family(child("2024-10-02", NONE)), "2024-12-01"
    ),
    "newborn_arrears": Pair(
        family(child("2024-12-20", independent("2025-01-10")), year=2025),
        "2025-01-10",
        family(child("2024-12-20", independent("2025-01-10", birth_year=True)), year=2025),
        "2025-01-10",
    ),
    "newborn_too_late": Pair(NEWBORN, "2024-06-08", NEWBORN, "2024-06-07"),
    "pay_in_window": CAN_STILL_PAY,
    "subsidy_for_assistance": Pair(
        family(person(enrolment=NONE, assistance_categories=("orphan",))),
        "2024-02-01",
        NOT_ENROLLED,
        "2024-02-01",
    ),
    "pay_tax_account": CAN_STILL_PAY,
    "pay_wechat": CAN_STILL_PAY,
    "pay_alipay": CAN_STILL_PAY,
    "pay_unionpay": CAN_STILL_PAY,
    "pay_tax_web": CAN_STILL_PAY,
    "pay_yukuaiban": CAN_STILL_PAY,
    "pay_rural_bank_app": CAN_STILL_PAY,
    "pay_counter": CAN_STILL_PAY,
    "pay_cash_village": CAN_STILL_PAY,
    "pay_relative_account": ticked("relative_employee_account"),
    "payment_windows_over": Pair(NOT_ENROLLED, "2024-10-01", NOT_ENROLLED, "2024-09-30"),
    "paid_outside_windows": Pair(
        family(person(enrolment=paid("2024-10-01"))), "2024-10-02", SETTLED, "2024-10-02"
    ),
    # Paid on 10 January 2024: from 1 February.
    "not_yet_covered": Pair(
        family(person(enrolment=paid("2024-01-10"))),
        "2024-01-31",
        family(person(enrolment=paid("2024-01-10"))),
        "2024-02-01",
    ),
    "settle_at_once": Pair(family(person(), bills=(bill(),)), "2024-06-01", SETTLED, "2024-06-01"),
    "bill_not_covered": Pair(
        family(person(enrolment=NONE), bills=(bill(),)),
        "2024-06-01",
        family(person(), bills=(bill(),)),
        "2024-06-01",
    ),
    "outpatient_at_lower_level": Pair(
        family(person(), bills=(bill("outpatient", 3),)),
        "2024-06-01",
        family(person(), bills=(bill("outpatient", 2),)),
        "2024-06-01",
    ),
    # Tier 1 at level 3 pays (x - 800) * 50 %: the cap of 80,000 cuts from 160,800 on.
    "critical_illness_automatic": Pair(
        family(person(), bills=(bill(yuan=170_000),)),
        "2024-06-01",
        family(person(), bills=(bill(yuan=160_000),)),
        "2024-06-01",
    ),
    "papers_for_reimbursement": ticked("paid_in_full_first"),
    "claim_on_line": ticked("paid_in_full_first"),
    "care_elsewhere_filing": ticked("care_elsewhere"),
    # Born on 2 June 2006: 18 on 2 June 2024.
    "family_account": Pair(
        family(person(born="2006-06-02"), bills=(bill(),)),
        "2024-06-01",
        family(person(born="2006-06-02"), bills=(bill(),)),
        "2024-06-02",
    ),
    "shared_personal_account": ticked("relative_employee_account"),
    "hotline_city": Pair(family(person(enrolment=paid("2024-10-01"))), "2024-10-02", SETTLED, "2024-10-02"),
    "hotline_dianjiang": Pair(
        family(person(id_number="500231198005010011"), ticks=("care_elsewhere",)),
        "2024-06-01",
        family(person(id_number="500101198005010011"), ticks=("care_elsewhere",)),
        "2024-06-01",
    ),
    "ask_about_assistance": Pair(
        family(person(assistance_categories=("low_income_margin",)), bills=(bill(),)),
        "2024-06-01",
        family(person(assistance_categories=("low_income_margin",)), bills=(bill(assistance=100),)),
        "2024-06-01",
    ),
}


def chosen(household: Settlement, day: str) -> list[str]:
    today = on(day)
    return [item.id for item in applicable(guidance(), facts(household, today))]


def test_the_table_has_every_item_and_no_other():
    assert list(ROWS) == [item.id for item in guidance().items]


@pytest.mark.parametrize("item", ROWS)
def test_an_item_is_for_one_household_and_not_for_another(item):
    row = ROWS[item]
    assert item in chosen(row.yes, row.yes_on)
    assert item not in chosen(row.no, row.no_on)


def test_a_household_with_nothing_to_do_is_given_nothing():
    assert chosen(SETTLED, "2024-06-01") == []


def test_ways_to_pay_stand_apart_so_that_the_next_steps_stay_short():
    todo, ways = split_alternatives(applicable(guidance(), facts(NOT_ENROLLED, on("2024-02-01"))))
    assert [item.id for item in todo] == ["pay_in_window", "papers_to_bring", "register_on_line"]
    assert [item.title for item in ways[:1]] == ["微信“重庆税务”公众号"]
    assert len(ways) == 9
    assert {item.topic for item in ways} == {"payment"}


def test_no_fact_is_asked_for_by_nobody():
    assert {fact for item in guidance().items for fact in item.facts} == set(FACTS)


def test_facts_from_the_settlement_need_no_tick():
    assert not set(DERIVED_FACTS) & set(SETTLED.case.situations)
    assert facts(SETTLED, on("2024-06-01")) == frozenset()


def test_open_deadlines_come_before_passed_ones_and_those_before_advice():
    household = family(
        person(),
        child("2024-03-09", NONE),
        person("m3", enrolment=paid("2023-01-01")),
        ticks=("care_elsewhere",),
    )
    order = chosen(household, "2024-06-07")
    assert order.index("newborn_two_ways") < order.index("paid_outside_windows")
    assert order.index("paid_outside_windows") < order.index("care_elsewhere_filing")
    assert [URGENCIES.index(item.urgency) for item in applicable(guidance(), frozenset(FACTS))] == sorted(
        URGENCIES.index(item.urgency) for item in guidance().items
    )


def test_everything_can_be_browsed_by_topic():
    by_topic = [item for topic in TOPICS for item in guidance().by_topic(topic)]
    assert sorted(item.id for item in by_topic) == sorted(ROWS)
    assert all(guidance().by_topic(topic) for topic in TOPICS)


def test_only_the_uncited_article_is_secondary():
    for item in guidance().items:
        assert item.standing == ("secondary" if item.source.id == "S3" else "stated"), item.id


def test_a_newborn_after_the_last_window_is_not_told_that_the_year_is_over():
    household = family(person(), child("2024-10-15", NONE))
    given = chosen(household, "2024-11-01")
    assert "payment_windows_over" not in given
    assert "pay_tax_account" in given


def test_a_newborn_with_a_guardian_is_offered_its_own_enrolment_but_no_ways_to_pay():
    given = chosen(WITH_GUARDIAN, "2024-06-07")
    assert "newborn_two_ways" in given
    assert "pay_tax_account" not in given


def test_a_year_whose_windows_have_not_begun_asks_for_nothing():
    assert chosen(family(person(enrolment=NONE), year=2025), "2024-09-12") == []


@pytest.mark.parametrize(
    ("yuan", "applies"),
    # Tier 1 at level 3: the base is x - (x - 800) / 2 = 17,833 (2024's threshold) at x = 34,866.
    [(34_866, False), (34_867, True)],
)
def test_heavy_costs_alone_lead_to_medical_assistance(yuan, applies):
    household = family(person(), bills=(bill(yuan=yuan),))
    assert ("ask_about_assistance" in chosen(household, "2024-06-01")) is applies


def test_a_guardian_s_category_counts_for_the_newborn():
    guardian = person(assistance_categories=("orphan",))
    household = family(guardian, child("2024-03-09", WITH_M1), bills=(bill(of="m2"),))
    assert "ask_about_assistance" in chosen(household, "2024-06-01")


def test_a_category_without_a_bill_leads_nowhere():
    household = family(person(assistance_categories=("orphan",)))
    assert "ask_about_assistance" not in chosen(household, "2024-06-01")


def test_birth_on_29_february_makes_an_adult_on_1_march():
    household = family(person(born="2008-02-29"), bills=(bill(day="2025-05-06"),), year=2025)
    assert "family_account" in chosen(household, "2026-02-28")
    assert "family_account" not in chosen(household, "2026-03-01")
