"""Why the family pays, and who paid the rest."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.engine.case import Bill, Case, Institution, Member, OtherPayers, Standard
from desktop_app.engine.result import OutOfPocketParts
from desktop_app.engine.settle import settle
from desktop_app.packs.find import find_packs
from desktop_app.wording.causes import Payer, causes, payers
from desktop_app.wording.sentences import Wording
from tests.wording.catalogues import ROOT

MEMBER = Member("m1", date(1980, 5, 1), Standard(date(2023, 11, 2)), tier=1)
STAY = Bill(
    "b1",
    "m1",
    "inpatient",
    date(2024, 3, 2),
    date(2024, 3, 12),
    Institution(3),
    total=2_500_000,
    fully_self_paid=300_000,
    class_b_copay=200_000,
    other_payers=OtherPayers(medical_assistance=100_000),
)
DELIVERY = Bill(
    "b2", "m2", "natural_delivery", date(2024, 5, 2), date(2024, 5, 4), Institution(2), total=400_000
)
CASE = Case(2024, (MEMBER, replace(MEMBER, id="m2")), (STAY, DELIVERY))


@pytest.fixture(scope="module")
def settlement():
    return settle(CASE, find_packs([ROOT / "policy_packs"]).load("chongqing", 2024))


def test_causes_that_are_nothing_are_left_out_and_what_is_taken_off_is_negative():
    parts = OutOfPocketParts(
        fully_self_paid=300_000, deductible=80_000, copayment=960_000, less_maternity=5_000
    )
    told = causes(parts, Wording("zh_CN"))
    assert [(cause.code, cause.amount) for cause in told] == [
        ("fully_self_paid", 300_000),
        ("deductible", 80_000),
        ("copayment", 960_000),
        ("less_maternity", -5_000),
    ]
    assert told[0].sentence == "医保目录以外的费用，全部自己付（全自费）"


def test_causes_sum_to_out_of_pocket(settlement):
    told = causes(settlement.out_of_pocket_parts, Wording("en"))
    # The stay 25,000 − 9,600 from the basic fund, the delivery 4,000 − 600.
    assert sum(cause.amount for cause in told) == 1_540_000 + 340_000


def test_payers_are_those_who_paid(settlement):
    told = payers(settlement, Wording("zh_CN"))
    # (20,000 − 800) × 50 %; the delivery's 600; assistance as entered. Critical illness paid nothing.
    assert told == (
        Payer("basic_fund", "基本医保付的（统筹基金支付）", 960_000),
        Payer("maternity", "生育补助付的（生育医疗费补助）", 60_000),
        Payer("medical_assistance", "医疗救助付的（照结算单填写）", 100_000),
    )


def test_payers_of_one_member(settlement):
    assert [(payer.code, payer.amount) for payer in payers(settlement, Wording("en"), "m2")] == [
        ("maternity", 60_000)
    ]
