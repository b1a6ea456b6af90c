from dataclasses import replace

import pytest

from desktop_app.draft.model import Draft, DraftBill
from desktop_app.draft.paste import cells, paste
from desktop_app.draft.paste_words import read_words
from desktop_app.resources import data_path
from tests.draft.drafts import ADULT, HOUSEHOLD, NEWBORN, STAY

COLUMNS = ("member", "kind", "service_date", "settlement_date", "level", "", "total", "fully_self_paid")
TWO = Draft(2024, members=(ADULT, NEWBORN))


@pytest.fixture(scope="module")
def words():
    return read_words(data_path("resources", "paste_headings.toml").read_text(encoding="utf-8"))


def test_headings_in_any_order_find_their_fields(words):
    text = (
        "总费用（元）\t参保人姓名\t医院等级\t入院日期\t出院日期\t 医疗 类别 \t"
        "全自费\t超限价\t乙类先行自付\t医疗机构\t医院类型\n"
        "￥1,234.50\t户主\t三甲\t2024/3/2\t2024年3月12日\t普通住院\t100\t０\t20.5\t市中医院\t中医\n"
    )
    pasted = paste(TWO, text, words, COLUMNS)
    assert pasted.draft.bills == (
        DraftBill(
            "b1",
            member="m1",
            kind="inpatient",
            service_date="2024-03-02",
            settlement_date="2024-03-12",
            institution_name="市中医院",
            institution_type="tcm",
            level="3",
            total="1234.50",
            fully_self_paid="100.00",
            over_price_limit="0.00",
            class_b_copay="20.50",
        ),
    )
    assert (pasted.bills, pasted.unknown_headings, pasted.left_over) == (("b1",), (), ())


def test_unknown_headings_and_their_cells_are_told(words):
    pasted = paste(TWO, "金额\t科室\t费用总额\n100\t内科\t200\n300\t\t\n\t外科", words, COLUMNS)
    assert [bill.total for bill in pasted.draft.bills] == ["100.00", "300.00"]
    assert pasted.unknown_headings == ("科室", "费用总额")
    assert pasted.left_over == ("内科", "200", "外科")


def test_pasted_rows_with_headings_come_after_the_bills_there_are(words):
    pasted = paste(HOUSEHOLD, "金额\n100\n200", words, COLUMNS, row=0)
    assert [bill.total for bill in pasted.draft.bills] == ["25000.00", "100.00", "200.00"]
    assert pasted.bills == ("b2", "b3")
    assert pasted.draft.bills[0] == STAY


def test_a_member_named_once_goes_for_the_rows_below(words):
    pasted = paste(TWO, "姓名\t金额\n长子\t1\n\t2\n户主\t3", words, COLUMNS)
    assert [bill.member for bill in pasted.draft.bills] == ["m2", "m2", "m1"]


def test_what_cannot_be_read_stays_where_it_stands(words):
    pasted = paste(TWO, "姓名\t等级\t类别\t日期\t金额\n路人\t四级\t看牙\t去年\t约500", words, COLUMNS)
    bill = pasted.draft.bills[0]
    assert (bill.member, bill.level, bill.kind) == ("路人", "四级", "看牙")
    assert (bill.service_date, bill.total) == ("去年", "约500")


def test_a_name_that_two_members_share_is_not_guessed(words):
    draft = Draft(2024, members=(ADULT, replace(ADULT, id="m2")))
    assert paste(draft, "姓名\t金额\n户主\t1", words, COLUMNS).draft.bills[0].member == "户主"


def test_without_headings_cells_go_into_the_columns_from_the_current_cell_on(words):
    pasted = paste(HOUSEHOLD, "门诊\t3.5\n住院\t4-6\t\t二级", words, COLUMNS, row=0, column=1)
    first, second = pasted.draft.bills
    assert first == replace(STAY, kind="outpatient", service_date="2024-03-05")
    assert second == DraftBill("b2", member="m1", kind="inpatient", service_date="2024-04-06", level="2")
    assert pasted.bills == ("b1", "b2")


def test_a_blank_cell_leaves_what_stands_there(words):
    pasted = paste(HOUSEHOLD, "\t\t\t\t1", words, COLUMNS, row=0, column=0)
    assert pasted.draft.bills == (replace(STAY, level="1"),)


def test_cells_outside_the_columns_are_told(words):
    pasted = paste(HOUSEHOLD, "1\t2\t3\t4\t备注", words, COLUMNS, row=0, column=4)
    assert pasted.draft.bills == (replace(STAY, level="1", total="3.00", fully_self_paid="4.00"),)
    assert pasted.left_over == ("2", "备注")


def test_nothing_to_paste_changes_nothing(words):
    pasted = paste(HOUSEHOLD, " \n\t\n", words, COLUMNS)
    assert (pasted.draft, pasted.bills) == (HOUSEHOLD, ())


def test_codes_of_the_case_format_are_understood(words):
    pasted = paste(HOUSEHOLD, "chronic_outpatient", words, COLUMNS, column=1)
    assert pasted.draft.bills[0].kind == "chronic_outpatient"


def test_quoted_cells_hold_tabs_line_breaks_and_quotation_marks():
    assert cells('a\t"b\tc"\t"d\ne"\r\n"x ""y"""\tz\r\n') == [["a", "b\tc", "d\ne"], ['x "y"', "z"]]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing():
    assert cells('1\t"2\n3\t4') == [["1", '"2'], ["3", "4"]]


@pytest.mark.parametrize(
    "text",
    [
        "not toml",
        "[values]",
        "[headings]\ntotal = ['a']",
        "[headings]\ntotal = ['a']\nlevel = ['a']\n[values]",
        "[headings]\ntotal = 5\n[values]",
        "[headings]\n[values]\nlevel = 3",
    ],
)
def test_a_broken_table_of_words_is_an_error(text):
    with pytest.raises(ValueError):
        read_words(text)
