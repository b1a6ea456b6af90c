from dataclasses import replace
from datetime import date

import pytest

from desktop_app.draft.windows import (
    Mark,
    Segment,
    payment_windows,
    time_line,
    window_named_by,
)
from desktop_app.engine.case import (
    Case,
    Member,
    NewbornIndependent,
    NewbornWithGuardian,
    NotEnrolled,
    Standard,
)
from desktop_app.engine.coverage import newborn_last_day
from desktop_app.engine.settle import settle
from desktop_app.packs.find import find_packs, shipped_folder


@pytest.fixture(scope="module")
def policy():
    return find_packs([shipped_folder()]).load("chongqing", 2024)


ADULT = Member("m1", date(1980, 5, 1), Standard(date(2023, 11, 2)), 1)
WINDOWS_OF_2024 = [
    (date(2023, 10, 11), date(2023, 12, 31)),
    (date(2024, 1, 1), date(2024, 2, 29)),
    (date(2024, 3, 1), date(2024, 9, 30)),
]


def line_of(policy, member, *others):
    result = settle(Case(2024, (member, *others), ()), policy)
    return time_line(member, result.members[0].coverage, policy)


def apart_from_windows(line):
    return [segment for segment in line.segments if segment.kind != "window"]


def test_the_windows_of_a_year_stand_in_order_with_their_names(policy):
    windows = payment_windows(policy)
    assert [(window.first, window.last) for window in windows] == WINDOWS_OF_2024
    assert all(window.name and window.id for window in windows)
    shuffled = replace(policy.enrolment, windows=policy.enrolment.windows[::-1])
    assert payment_windows(replace(policy, enrolment=shuffled)) == windows


def test_only_the_last_day_of_a_window_names_it(policy):
    assert window_named_by(date(2024, 2, 29), policy) == payment_windows(policy)[1]
    assert window_named_by(date(2024, 2, 28), policy) is None
    assert window_named_by(date(2024, 3, 1), policy) is None


def test_the_last_day_to_enrol_a_newborn_counts_the_birth_as_day_0(policy):
    # 2024-03-09 + 90 days: 22 more in March, 30 in April, 31 in May, 7 in June.
    assert newborn_last_day(date(2024, 3, 9), policy) == date(2024, 6, 7)


def test_paid_in_the_first_window_waits_until_the_new_year(policy):
    line = line_of(policy, ADULT)
    assert apart_from_windows(line) == [
        Segment("waiting", date(2023, 11, 2), date(2023, 12, 31)),
        Segment("covered", date(2024, 1, 1), date(2024, 12, 31)),
    ]
    windows = [(segment.first, segment.last) for segment in line.segments if segment.kind == "window"]
    assert windows == WINDOWS_OF_2024
    assert line.marks == (Mark("paid_on", date(2023, 11, 2)),)
    assert (line.first, line.last) == (date(2023, 10, 11), date(2024, 12, 31))


def test_paid_late_waits_90_days(policy):
    line = line_of(policy, replace(ADULT, enrolment=Standard(date(2024, 3, 1))))
    # 2024-03-01 + 90 days: 30 more in March, 30 in April, 30 in May.
    assert apart_from_windows(line) == [
        Segment("waiting", date(2024, 3, 1), date(2024, 5, 29)),
        Segment("covered", date(2024, 5, 30), date(2024, 12, 31)),
    ]


def test_a_newborn_enrolled_in_time_waits_for_nothing(policy):
    born = date(2024, 3, 9)
    line = line_of(policy, Member("m1", born, NewbornIndependent(date(2024, 4, 20)), 1))
    assert apart_from_windows(line) == [Segment("covered", born, date(2024, 12, 31))]
    assert line.marks == (
        Mark("birth_date", born),
        Mark("newborn_last_day", date(2024, 6, 7)),
        Mark("paid_on", date(2024, 4, 20)),
    )


def test_a_newborn_with_guardian_has_no_payment_of_its_own(policy):
    born = date(2024, 11, 20)
    line = line_of(policy, Member("m2", born, NewbornWithGuardian("m1")), ADULT)
    assert apart_from_windows(line) == [Segment("covered", born, date(2024, 12, 31))]
    # 2024-11-20 + 90 days: 10 more in November, 31 in December, 31 in January, 18 in February.
    assert line.marks == (Mark("birth_date", born), Mark("newborn_last_day", date(2025, 2, 18)))
    assert line.last == date(2025, 2, 18)


def test_paid_outside_all_windows_shows_the_payment_and_no_coverage(policy):
    line = line_of(policy, replace(ADULT, enrolment=Standard(date(2024, 10, 5))))
    assert apart_from_windows(line) == []
    assert line.marks == (Mark("paid_on", date(2024, 10, 5)),)


def test_who_is_not_enrolled_sees_the_windows_alone(policy):
    line = line_of(policy, replace(ADULT, enrolment=NotEnrolled()))
    assert (apart_from_windows(line), line.marks) == ([], ())
