"""From when to when a resident is covered, and which bills are (R2, R5, R6)."""

from dataclasses import replace
from datetime import date

import pytest
from households import (
    bill,
    day,
    fen,
    member,
    policy_of,
    settle_all,
    settle_bills,
    settle_member,
    settle_one,
    used,
)

from desktop_app.engine.bill import settle_bill
from desktop_app.engine.case import NotEnrolled
from desktop_app.engine.ledger import UNUSED
from desktop_app.engine.patient import patient
from desktop_app.engine.policy import NextMonth, Policy
from desktop_app.engine.result import Coverage


@pytest.mark.parametrize(
    ("year", "paid", "begin"),
    [
        (2024, "2023-10-10", None),
        (2024, "2023-10-11", "2024-01-01"),
        (2024, "2023-12-31", "2024-01-01"),
        (2024, "2024-01-01", "2024-02-01"),
        (2024, "2024-01-31", "2024-02-01"),
        (2024, "2024-02-01", "2024-03-01"),
        (2024, "2024-02-28", "2024-03-01"),
        (2024, "2024-02-29", "2024-03-01"),
        (2024, "2024-03-01", "2024-05-30"),  # 30 days of March, 30 of April, 30 of May
        (2024, "2024-09-30", "2024-12-29"),  # 31 + 30 + 29
        (2024, "2024-10-01", None),
        (2025, "2024-09-12", None),
        (2025, "2024-09-13", "2025-01-01"),
        (2025, "2024-12-31", "2025-01-01"),
        (2025, "2025-01-01", "2025-02-01"),
        (2025, "2025-01-31", "2025-02-01"),
        (2025, "2025-02-28", "2025-03-01"),
        (2025, "2025-03-01", "2025-05-30"),
        (2025, "2025-09-30", "2025-12-29"),
        (2025, "2025-10-01", None),
        (2025, "2025-12-31", None),
        (2026, "2025-09-12", None),
        (2026, "2025-09-13", "2026-01-01"),
        (2026, "2025-12-31", "2026-01-01"),
        (2026, "2026-01-01", "2026-02-01"),
        (2026, "2026-02-28", "2026-03-01"),
        (2026, "2026-03-01", "2026-05-30"),
        (2026, "2026-09-30", "2026-12-29"),
        (2026, "2026-10-01", None),
    ],
)
def test_the_window_that_holds_the_payment_sets_the_beginning(year, paid, begin) -> None:
    coverage = settle_member(member(paid=paid), year=year).coverage
    if begin is None:
        assert (coverage.begin, coverage.end, coverage.reason) == (None, None, "paid_outside_windows")
    else:
        assert (coverage.begin, coverage.end, coverage.reason) == (day(begin), date(year, 12, 31), None)


def test_who_is_not_enrolled_is_not_covered() -> None:
    result = settle_all(member(enrolment=NotEnrolled()), [bill("inpatient", "1000")])
    assert result.members[0].coverage.reason == "not_enrolled"
    assert (result.bills[0].covered, result.bills[0].reason) == (False, "not_enrolled")


def until_year_end(begin: NextMonth | None = None) -> Policy:
    """The pack of 2024 with its last window open until 31 December."""
    policy = policy_of(2024)
    *before, late = policy.enrolment.windows
    late = replace(late, last=date(2024, 12, 31), begin=begin or late.begin)
    return replace(policy, enrolment=replace(policy.enrolment, windows=(*before, late)))


@pytest.mark.parametrize(
    ("paid", "begin"),
    [
        ("2024-10-01", "2024-12-30"),  # 30 + 30 + 30
        ("2024-10-02", "2024-12-31"),
        ("2024-10-03", None),  # 1 January
        ("2024-12-31", None),
    ],
)
def test_a_beginning_after_the_year_counts_as_paid_outside_the_windows(paid, begin) -> None:
    result = settle_member(member(paid=paid), until_year_end())
    assert result.coverage.begin == (begin and day(begin))
    assert result.coverage.reason == (None if begin else "paid_outside_windows")


@pytest.mark.parametrize(("paid", "begin"), [("2024-11-30", "2024-12-01"), ("2024-12-01", None)])
def test_the_month_after_december_lies_outside_the_year(paid, begin) -> None:
    policy = until_year_end(NextMonth(policy_of(2024).enrolment.windows[1].basis))
    assert settle_member(member(paid=paid), policy).coverage.begin == (begin and day(begin))


# Bills


@pytest.mark.parametrize(
    ("on", "reason"),
    [("2024-05-29", "before_coverage"), ("2024-05-30", None), ("2024-12-31", None)],
)
def test_the_service_date_decides_whether_a_bill_is_covered(on, reason) -> None:
    who = member(paid="2024-03-01")  # covered from 30 May
    result = settle_one(who, bill("inpatient", "1800", on=on, settled="2024-12-31"))
    assert (result.covered, result.reason, result.notices) == (reason is None, reason, ())
    assert result.basic_fund == (0 if reason else fen("500.00"))


def test_a_bill_after_the_coverage_period_is_not_covered() -> None:
    # No pack of today ends coverage within the year.
    policy, who = policy_of(2024), member()
    period = Coverage(date(2024, 1, 1), date(2024, 6, 30), None)
    for on, reason in (("2024-06-30", None), ("2024-07-01", "after_coverage")):
        what = bill("inpatient", "1000", on=on)
        assert settle_bill(what, patient(who, {}, policy), period, UNUSED, policy).reason == reason


@pytest.mark.parametrize("kind", ["outpatient", "inpatient", "caesarean", "prenatal", "natural_delivery"])
def test_a_bill_that_is_not_covered_is_paid_nothing_and_leaves_the_ledger(kind) -> None:
    before = used(basic_fund="100", outpatient_paid="10", critical_illness_base="50000", prenatal_paid="1")
    who = member(paid="2024-03-01", used_before=before)
    result = settle_one(who, bill(kind, "1000", 2, self_paid="200", class_b="50", on="2024-05-29"))
    assert (result.basic_fund, result.maternity, result.critical_illness) == (0, 0, 0)
    assert (result.critical_illness_base, result.deductible, result.rate, result.tcm_rate) == (
        0,
        0,
        None,
        None,
    )
    assert (result.eligible, result.out_of_pocket, result.left_to_pay) == (75000, 100000, 100000)
    assert result.out_of_pocket_parts == (20000, 0, 5000, 75000, 0, 0, 0, 0, 0)
    assert result.ledger == before


STAY = {"on": "2024-12-25", "settled": "2025-01-31"}


@pytest.mark.parametrize(
    ("paid", "settled", "reason"),
    [
        ("2024-12-01", "2025-01-01", None),
        ("2025-01-10", "2025-01-31", "before_coverage"),  # covered from 1 February
        ("2025-01-10", "2025-02-01", None),
        ("2025-10-01", "2025-01-31", "paid_outside_windows"),
    ],
)
def test_of_a_stay_across_new_year_the_settlement_date_decides(paid, settled, reason) -> None:
    result = settle_one(
        member(paid=paid), bill("inpatient", "1800", on="2024-12-25", settled=settled), policy_of(2025)
    )
    assert (result.covered, result.reason) == (reason is None, reason)
    assert result.notices == ("stay_crosses_year",)
    assert result.basic_fund == (0 if reason else fen("500.00"))


def test_notices_of_one_bill_add_up() -> None:
    who = member(paid="2024-12-01", used_before=used(basic_fund="80000", critical_illness_paid="200000"))
    what = bill("inpatient", "50000", on="2024-12-31", settled="2025-01-01", tcm="100")
    assert set(settle_one(who, what, policy_of(2025)).notices) == {
        "stay_crosses_year",
        "tcm_uplift_not_applicable",
        "basic_cap_reached",
        "critical_illness_cap_reached",
    }


def test_a_stay_within_the_year_is_not_one_across_new_year() -> None:
    for on, settled in (("2025-01-01", "2025-01-01"), ("2025-01-31", "2025-02-01")):
        result = settle_one(
            member(paid="2025-01-10"), bill("inpatient", "1800", on=on, settled=settled), policy_of(2025)
        )
        assert (result.reason, result.notices) == ("before_coverage", ())


def test_somebody_not_enrolled_may_have_a_stay_across_new_year() -> None:
    result = settle_one(member(enrolment=NotEnrolled()), bill("inpatient", "100", **STAY), policy_of(2025))
    assert (result.reason, result.notices) == ("not_enrolled", ("stay_crosses_year",))


# The order of bills


def test_bills_run_in_order_of_settlement_whatever_the_order_entered() -> None:
    late = bill("outpatient", "150", 2, on="2024-03-01", settled="2024-06-01", id_="late")
    early = bill("outpatient", "150", 2, on="2024-04-01", settled="2024-04-01", id_="early")
    for entered in ((late, early), (early, late)):
        results = {each.id: each for each in settle_bills(member(), *entered)}
        assert (results["early"].deductible, results["late"].deductible) == (15000, 5000)
        assert [each.id for each in settle_bills(member(), *entered)] == [each.id for each in entered]


def test_bills_settled_on_one_day_run_in_the_order_entered() -> None:
    one = bill("outpatient", "150", 2, on="2024-06-01", id_="one")
    other = bill("outpatient", "190", 2, on="2024-05-01", settled="2024-06-01", id_="other")
    for first, second in ((one, other), (other, one)):
        results = settle_bills(member(), first, second)
        assert results[0].deductible == first.total
        assert results[1].deductible == fen("200") - first.total


def test_other_payers_lower_what_is_left_to_pay_but_not_the_out_of_pocket() -> None:
    for assistance, other, left in (("600", "699.99", "0.01"), ("600", "700", "0"), ("2000", "0", "0")):
        result = settle_one(member(), bill("inpatient", "1800", assistance=assistance, other=other))
        assert result.out_of_pocket == fen("1300.00")
        assert result.paid_by_others == fen(assistance) + fen(other)
        assert result.left_to_pay == fen(left)


def test_totals_are_sums_of_the_bills() -> None:
    members = (member(id_="m1"), member(2, id_="m2"), member(id_="m3"))
    bills = (
        bill("inpatient", "1800", id_="a", of="m1", self_paid="10", other="1400"),
        bill("inpatient", "1800", id_="b", of="m2", assistance="20"),
        bill("prenatal", "100", id_="c", of="m2"),
    )
    result = settle_all(members, bills)
    # m1: (1,790 − 800) × 50 % = 495, out-of-pocket 1,305, all paid by others. m2: 550 and 1,250, 1,230 left.
    assert result.members[0].totals == (180000, 179000, 80000, 49500, 0, 0, 130500, 140000, 0)
    assert result.members[1].totals == (190000, 190000, 80000, 55000, 10000, 0, 125000, 2000, 123000)
    assert result.members[2].totals == (0,) * 9
    assert result.totals == (370000, 369000, 160000, 104500, 10000, 0, 255500, 142000, 123000)
    assert result.out_of_pocket_parts == (1000, 0, 0, 0, 160000, 94500, 0, 0, 0)
    assert result.premium_own_share == fen("1515.00")  # 380 + 755 + 380


def test_a_household_without_bills_or_members() -> None:
    assert settle_all(member(), ()).totals == (0,) * 9
    empty = settle_all((), ())
    assert (empty.members, empty.bills, empty.totals, empty.premium_own_share) == ((), (), (0,) * 9, 0)
    assert empty.out_of_pocket_parts == (0,) * 9
