"""The days to keep: one day before, on the day, one day after, and across the new year."""

import tomllib
from pathlib import Path

import pytest
from families import NONE, WITH_M1, child, family, independent, on, paid, person

from desktop_app.guidance.deadlines import DEADLINE_CODES, Deadline, deadlines
from desktop_app.guidance.items import TOPICS, URGENCIES

MESSAGES = Path(__file__).resolve().parents[2] / "resources" / "messages"


@pytest.mark.parametrize(
    ("today", "passed"), [("2024-06-06", False), ("2024-06-07", False), ("2024-06-08", True)]
)
@pytest.mark.parametrize("enrolment", [WITH_M1, independent("2024-06-08")])
def test_the_last_day_for_a_newborn(enrolment, today, passed):
    household = family(person(), child("2024-03-09", enrolment))
    found = [each for each in deadlines(household, on(today)) if each.code == "newborn_enrolment"]
    assert found == [Deadline("newborn_enrolment", "m2", on("2024-06-07"), passed)]


@pytest.mark.parametrize("enrolment", [independent("2024-06-07"), paid("2024-06-07")])
def test_a_newborn_paid_on_the_last_day_has_none(enrolment):
    household = family(person(), child("2024-03-09", enrolment))
    codes = [each.code for each in deadlines(household, on("2024-12-01"))]
    assert "newborn_enrolment" not in codes


@pytest.mark.parametrize(
    ("today", "day", "passed"),
    [
        ("2023-10-11", "2023-12-31", False),
        ("2023-12-31", "2023-12-31", False),
        ("2024-01-01", "2024-02-29", False),
        ("2024-02-29", "2024-02-29", False),
        ("2024-03-01", "2024-09-30", False),
        ("2024-09-30", "2024-09-30", False),
        ("2024-10-01", "2024-09-30", True),
        ("2026-01-01", "2024-09-30", True),
    ],
)
def test_the_end_of_the_payment_window_for_who_is_not_enrolled(today, day, passed):
    household = family(person(), person("m2", enrolment=NONE))
    found = [each for each in deadlines(household, on(today)) if each.code == "payment_window"]
    assert found == [Deadline("payment_window", "m2", on(day), passed)]


def test_before_the_first_window_there_is_no_day_to_keep():
    assert deadlines(family(person(enrolment=NONE)), on("2023-10-10")) == ()


def test_a_newborn_still_in_time_is_not_bound_to_the_windows():
    household = family(child("2024-03-09", NONE))
    assert [each.code for each in deadlines(household, on("2024-06-07"))] == ["newborn_enrolment"]
    assert deadlines(household, on("2024-06-08")) == (
        Deadline("payment_window", "m2", on("2024-09-30"), False),
        Deadline("newborn_enrolment", "m2", on("2024-06-07"), True),
    )


@pytest.mark.parametrize(("today", "waits"), [("2024-01-31", True), ("2024-02-01", False)])
def test_the_day_on_which_coverage_begins_while_somebody_waits(today, waits):
    household = family(person(enrolment=paid("2024-01-10")))
    begins = (Deadline("coverage_begins", "m1", on("2024-02-01"), False),)
    assert deadlines(household, on(today)) == (begins if waits else ())


@pytest.mark.parametrize(
    ("today", "passed"), [("2025-03-19", False), ("2025-03-20", False), ("2025-03-21", True)]
)
@pytest.mark.parametrize("year", [2024, 2025])
def test_the_birth_year_s_premium_is_due_by_the_last_day_in_either_year(year, today, passed):
    # 20 December 2024 + 90 days: 11 days of December, 31 of January, 28 of February, 20 of March 2025.
    household = family(child("2024-12-20", independent("2025-01-10")), year=year)
    assert deadlines(household, on(today)) == (
        Deadline("birth_year_premium", "m2", on("2025-03-20"), passed),
    )


@pytest.mark.parametrize(
    "enrolment", [independent("2025-01-10", birth_year=True), independent("2024-12-31"), paid("2025-01-10")]
)
def test_no_arrears_without_a_payment_in_the_next_year_that_lacks_the_birth_year(enrolment):
    household = family(child("2024-12-20", enrolment), year=2025)
    codes = [each.code for each in deadlines(household, on("2025-03-01"))]
    assert "birth_year_premium" not in codes


def test_days_that_end_with_the_birth_year_do_not_reach_into_the_next():
    # 2 October 2024 + 90 days is 31 December; 3 October's are over on 1 January 2025.
    last_year = family(child("2024-10-02", NONE), year=2025)
    assert [each.code for each in deadlines(last_year, on("2025-01-01"))] == ["payment_window"]
    this_year = family(child("2024-10-03", NONE), year=2025)
    assert [each.code for each in deadlines(this_year, on("2025-01-01"))] == ["newborn_enrolment"]


def test_the_soonest_day_comes_first_and_passed_ones_last():
    household = family(
        person(enrolment=NONE),
        child("2024-03-09", NONE),
        person("m3", enrolment=paid("2024-05-02")),
    )
    assert [(each.member, each.passed) for each in deadlines(household, on("2024-06-01"))] == [
        ("m2", False),  # 7 June
        ("m3", False),  # 2 May + 90 days: 31 July
        ("m1", False),  # 30 September
    ]
    assert [each.passed for each in deadlines(household, on("2024-07-01"))] == [False, False, False, True]


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_day_topic_and_urgency_has_its_words(language):
    words = tomllib.loads((MESSAGES / language / "guidance.toml").read_text("utf-8"))
    assert set(words["deadline"]) == set(DEADLINE_CODES)
    # Who waits is told the day; once it has come there is nothing left to keep.
    assert set(words["deadline_passed"]) == set(DEADLINE_CODES) - {"coverage_begins"}
    assert "{titles}" in words["ways_to_pay"]
    assert set(words["topic"]) == set(TOPICS)
    assert set(words["urgency"]) == set(URGENCIES)
    for sentence in (*words["deadline"].values(), *words["deadline_passed"].values()):
        assert sentence.format(name="N", day="D").count("D") >= 1
        assert "{name}" in sentence
