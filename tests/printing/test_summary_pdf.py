"""What can be read out of the PDF: the figures, the marks, nothing that must not stand there."""

import re

import pytest
from pypdf import PdfReader

from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.printing.summary_input import Parts
from tests.printing.paper import ID_NUMBER, adult, case, document, pages_of, printed_pages, stay

WARNING = "测算，以实际结算为准"
BLANK = "未填，按0计"


def test_the_family_reads_what_it_pays_and_why(tmp_path):
    # Case 01: eligible 25,000 - 3,000 - 2,000 = 20,000; the fund pays (20,000 - 800) x 50 % = 9,600.
    family = printed_pages(case(), tmp_path)[0]
    assert "您自己付的（个人负担）15,400.00元" in family
    for cause in (
        "（全自费）3,000.00",
        "（乙类先行自付）2,000.00",
        "（起付线）800.00",
        "（按比例自付）9,600.00",
    ):
        assert cause in family
    assert "基本医保付的（统筹基金支付）9,600.00" in family
    assert "看病一共花的（总费用）25,000.00" in family


def test_the_family_reads_what_is_left_where_others_paid(tmp_path):
    bill = stay(other_payers={"medical_assistance": "4000.00", "other": "400.00"})
    family = printed_pages(case(bills=[bill]), tmp_path)[0]
    assert "您还要付的11,000.00元" in family
    assert "自己付15,400.00元，其中别的方面已付4,400.00元" in family
    assert "医疗救助付的（照结算单填写）4,000.00" in family


@pytest.mark.parametrize(("categories", "said"), [(["low_income_margin"], True), ([], False)])
def test_that_assistance_may_lower_it_stands_beside_the_number(tmp_path, categories, said):
    family = printed_pages(case([adult(assistance_categories=categories)]), tmp_path)[0]
    assert ("这个数还可能减少：医疗救助没有算进来" in family) is said


def test_the_family_reads_its_deadlines(tmp_path):
    child = {"id": "m2", "name": "次子", "birth_date": "2024-05-20", "tier": 1, "enrolment": {"kind": "none"}}
    family = printed_pages(case([adult(), child]), tmp_path)[0]
    assert "最晚2024年8月18日：给次子登记参保并缴费" in family  # 90 days after 20 May


def test_a_household_without_bills_reads_its_premium(tmp_path):
    family = printed_pages(case(bills=[]), tmp_path)[0]
    assert "自己要缴的钱（个人缴费）380.00元" in family


def test_the_clerk_reads_every_amount_and_which_were_blank(tmp_path):
    entered = stay(over_price_limit="0.00")
    del entered["class_b_copay"]
    clerk = "".join(printed_pages(case(bills=[entered]), tmp_path)[1:])
    assert f"25,000.003,000.000.00{BLANK}" in clerk
    assert clerk.count(BLANK) == 1


def test_the_clerk_reads_the_derivation_with_rule_and_source(tmp_path):
    clerk = "".join(printed_pages(case(), tmp_path)[1:])
    assert "（政策范围内费用20,000.00−起付线800.00）×50%=9,600.00元R16" in clerk
    assert re.search(r"扣800\.00元R12S\d", clerk)


def test_the_clerk_reads_what_the_result_rests_on(tmp_path):
    given = document(case(), office="测试大厅", clerk="经办甲")
    write_pdf(given, tmp_path / "summary.pdf")
    clerk = "".join(pages_of(tmp_path / "summary.pdf")[1:])
    for text in (
        "chongqing-resident-2024",
        "SHA-256",
        "没有计算的内容：医疗救助",
        "测试大厅",
        "经办甲",
        "2024-06-0109:30",
    ):
        assert text in clerk
    assert "16901" in clerk  # the conflict about the critical illness threshold touches every stay
    assert "门诊提高到60%" not in clerk  # the one about outpatient rates does not


def test_balances_and_the_statement_stand_as_entered(tmp_path):
    member = adult(used_before={"basic_fund": "5000.00"})
    bill = stay(paid_on_statement={"basic_fund": "9000.00"})
    clerk = "".join(printed_pages(case([member], [bill]), tmp_path)[1:])
    assert "基本医保已报（计入封顶线）5,000.00元" in clerk
    assert "统筹基金支付9,000.00元" in clerk
    assert "80,000.0014,600.0065,400.00" in clerk  # basic cap: 5,000 + 9,600 used


def test_an_id_number_is_masked(tmp_path):
    text = "".join(printed_pages(case([adult(id_number=ID_NUMBER)]), tmp_path))
    assert ID_NUMBER not in text
    assert f"500{'*' * 11}0010" in text


def test_the_file_names_no_person(tmp_path):
    printed_pages(case([adult(name="独一无二")], household={"name": "某某家"}), tmp_path)
    described = str(PdfReader(tmp_path / "summary.pdf").metadata)
    assert "医疗费用测算" in described
    assert "独一无二" not in described
    assert "某某家" not in described


@pytest.mark.parametrize("year", [2024, 2026])
def test_every_page_bears_its_marks(tmp_path, year):
    member = adult(enrolment={"kind": "standard", "paid_on": f"{year - 1}-11-02"})
    bill = stay(service_date=f"{year}-03-02", settlement_date=f"{year}-03-12")
    pages = printed_pages(case([member], [bill], year=year), tmp_path)
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert WARNING in text
        assert f"第{number}页，共{len(pages)}页" in text
        assert "2024-06-0109:30" in text
        assert ("草案：本年度政策尚未确认" in text) is (year == 2026)


def test_chinese_comes_out_as_ordinary_characters(tmp_path):
    text = "".join(printed_pages(case([adult(name="喆民老")]), tmp_path))
    assert "喆民老" in text
    assert not re.search("[\u2e80-\u2fdf\uf900-\ufaff]", text)


def test_english_paper_speaks_english_digits_included(tmp_path):
    pages = printed_pages(case([adult(name="m1")]), tmp_path, lang="en")
    assert "Yuyisuan·medicalexpenses2024" in pages[0]
    assert "Whatyoupayyourself(out-of-pocket)¥15,400.00" in pages[0]
    assert f"Page1of{len(pages)}" in pages[0]
    clerk = "".join(pages[1:])
    assert "=9,600.00yuanR16" in clerk or "=¥9,600.00R16" in clerk


@pytest.mark.parametrize(
    ("parts", "family", "clerk"),
    [(Parts(), True, True), (Parts(clerk=False), True, False), (Parts(family=False), False, True)],
)
def test_only_the_parts_asked_for_are_printed(tmp_path, parts, family, clerk):
    text = "".join(printed_pages(case(), tmp_path, parts=parts))
    assert ("为什么要自己付" in text) is family
    assert ("测算明细" in text) is clerk


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path):
    target = tmp_path / "summary.pdf"
    target.mkdir()
    with pytest.raises(OSError, match="directory"):
        write_pdf(document(case()), target)
    assert list(tmp_path.iterdir()) == [target]
