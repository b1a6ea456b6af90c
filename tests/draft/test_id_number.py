from datetime import date

import pytest

from desktop_app.draft.id_number import IdCheck, check, masked

TODAY = date(2024, 11, 21)
STANDARD_EXAMPLE = "11010519491231002X"  # the example of the standard GB 11643 itself


def test_the_birth_date_is_read_from_a_sound_number():
    assert check(STANDARD_EXAMPLE, TODAY) == IdCheck(date(1949, 12, 31), None)


def test_the_second_example_of_the_standard_is_sound_too():
    assert check("440524188001010014", TODAY) == IdCheck(date(1880, 1, 1), None)


@pytest.mark.parametrize("digit", "0123456789")
def test_any_other_check_digit_is_refused(digit):
    assert check(STANDARD_EXAMPLE[:-1] + digit, TODAY) == IdCheck(None, "check_digit")


def test_two_digits_changed_places_are_noticed():
    assert check("11010519491213002X", TODAY).remark == "check_digit"


# Check digits by hand: weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, the sum modulo 11 picks from 10X98765432.
# 50010120241122001: 35+0+0+5+0+4+4+0+12+12+7+9+20+10+0+0+2 = 120, 120 mod 11 = 10 -> 2
# 50010120240230001: 35+0+0+5+0+4+4+0+12+12+0+18+30+0+0+0+2 = 122, 122 mod 11 = 1 -> 0
# 50010119900307001: 35+0+0+5+0+4+2+9+54+0+0+27+0+35+0+0+2 = 173, 173 mod 11 = 8 -> 4
# 99010119900307001: 63+81+0+5+0+4+2+9+54+0+0+27+0+35+0+0+2 = 282, 282 mod 11 = 7 -> 5
# 10010119900307001: 7+0+0+5+0+4+2+9+54+0+0+27+0+35+0+0+2 = 145, 145 mod 11 = 2 -> X
def test_a_birth_in_the_future_is_refused_and_today_is_not():
    assert check("500101202411220012", TODAY) == IdCheck(None, "born_in_future")
    assert check("500101202411220012", date(2024, 11, 22)) == IdCheck(date(2024, 11, 22), None)


def test_a_day_that_does_not_exist_is_refused():
    assert check("500101202402300010", TODAY) == IdCheck(None, "no_such_birth_date")


def test_people_of_chongqing_born_before_1997_are_accepted():
    assert check("500101199003070014", TODAY) == IdCheck(date(1990, 3, 7), None)


def test_permanent_residents_from_abroad_have_a_number_of_the_same_form():
    assert check("990101199003070015", TODAY) == IdCheck(date(1990, 3, 7), None)


def test_an_unknown_area_is_only_a_hint():
    assert check("10010119900307001X", TODAY) == IdCheck(date(1990, 3, 7), "unknown_area")


@pytest.mark.parametrize("number", ["E12345678", "110105491231002", "1101051949123100", "港澳1234"])
def test_other_documents_are_taken_as_they_are(number):
    assert check(number, TODAY) == IdCheck(None, "other_document")


def test_a_blank_number_says_nothing():
    assert check("", TODAY) == IdCheck(None, None)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (STANDARD_EXAMPLE, "110***********002X"),
        ("E12345678", "E*******8"),
        ("1234", "1**4"),
        ("123", "***"),
        ("", ""),
    ],
)
def test_the_middle_of_a_number_is_hidden(number, shown):
    assert masked(number) == shown
