import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.draft.normalise import amount, day, identity, unknown


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("1234.5", "1234.50"),
        ("1234", "1234.00"),
        ("0", "0.00"),
        ("00012.30", "12.30"),
        ("1,234.50", "1234.50"),
        ("12,345,678.9", "12345678.90"),
        ("1，234。５", "1234.50"),
        ("１２３４。５", "1234.50"),
        ("１２３４．５０", "1234.50"),
        ("￥1234", "1234.00"),
        ("¥ 1,234.00", "1234.00"),
        ("1234.5元", "1234.50"),
        ("１２３４ 元", "1234.00"),
        ("  88.8\t", "88.80"),
        ("　88.8　", "88.80"),
        ("1 234 567.89", "1234567.89"),
        ("1234.", "1234.00"),
        (".5", "0.50"),
        ("。５", "0.50"),
    ],
)
def test_an_amount_is_understood_as_people_type_it(typed, understood):
    assert amount(typed) == understood


@pytest.mark.parametrize(
    "typed",
    [
        "1,23",  # 1.23 or 123? Neither is taken.
        "1,2345",
        "12,34,567",
        "1,234 567",
        "0,123",
        "1.234.50",
        "1.234",  # more than two decimals are never rounded
        "-5",
        "+5",
        "1e3",
        "3.5万",
        "约500",
        "1 2",
        "5²",
        "①",
        ".",
        "¥",
        "元",
        "１２３４。５６７",
        "٣",
    ],
)
def test_an_amount_in_doubt_stays_as_typed(typed):
    assert amount(f" {typed} ") == typed


def test_a_blank_amount_stays_blank():
    assert amount("") == amount("  ") == amount("　") == ""


@given(st.integers(0, 10**12))
def test_an_amount_written_with_marks_of_thousands_keeps_its_value(fen):
    yuan, rest = divmod(fen, 100)
    canonical = f"{yuan}.{rest:02d}"
    assert amount(f"{yuan:,}.{rest:02d}") == canonical
    assert amount(canonical) == canonical


@pytest.mark.parametrize(
    "typed",
    [
        "20240302",
        "2024.3.2",
        "2024/3/2",
        "2024-3-2",
        "2024-03-02",
        "2024年3月2日",
        "2024 年 3 月 2 日",
        "2024年03月02号",
        "２０２４．３．２",
        "２０２４／３／２",
        "２０２４－０３－０２",
        "2024。3。2",
        "2024、3、2",
        "2024/3/2 0:00:00",
        "2024-03-02T10:30",
        " 2024.3.2 ",
        "3.2",
        "3-2",
        "3/2",
        "03/02",
        "0302",
        "3月2日",
        "３月２日",
        "3。2",
        "3、2",
    ],
)
def test_a_date_is_understood_as_people_type_it(typed):
    assert day(typed, 2024) == "2024-03-02"


@pytest.mark.parametrize(
    "typed",
    [
        "24.3.2",
        "2024-3/2",
        "2024",
        "202403",
        "302",
        "2024.13.1",
        "2024.2.30",
        "0230",
        "3.2.",
        "三月二日",
        "2.3.2024",
    ],
)
def test_a_date_in_doubt_stays_as_typed(typed):
    assert day(f" {typed} ", 2024) == typed


def test_the_29th_of_february_needs_its_year():
    assert day("2.29", 2024) == "2024-02-29"
    assert day("2.29", 2025) == "2.29"


def test_without_a_year_to_take_only_whole_dates_are_understood():
    assert day("11.2", None) == "11.2"
    assert day("2023.11.2", None) == "2023-11-02"
    assert day("", None) == ""


def test_an_identity_number_becomes_half_width_capitals():
    assert identity(" １１０１０５１９４９１２３１００２ｘ ") == "11010519491231002X"
    assert identity("110105 19491231 002x") == "11010519491231002X"


@pytest.mark.parametrize("typed", ["?", "？", " ? ", "不详", "不知道", "不清楚", "unknown", "Unknown"])
def test_it_is_understood_that_an_amount_is_not_known(typed):
    assert unknown(typed) == ("", "")


@pytest.mark.parametrize(
    "typed",
    [
        "1000-3000",
        "1,000-3,000.00",
        "1000–3000",
        "1000—3000",
        "1000——3000",
        "1000~3000",
        "1000～3000",
        "１０００－３０００",
        "1000至3000",
        "1000元到3000元",
        "1000 - 3000",
        "? 1,000–3,000",
    ],
)
def test_a_range_is_understood_as_people_type_it(typed):
    assert unknown(typed) == ("1000.00", "3000.00")


@pytest.mark.parametrize(
    "typed", ["", "1000", "1000.50", "-1000", "1000-", "1-2-3", "abc-d", "??", "1.234-2", "3.2"]
)
def test_anything_else_is_no_range(typed):
    assert unknown(typed) is None
