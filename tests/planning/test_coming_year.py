"""The same household a year on: what moves, what stays, and on which terms it is then settled."""

from dataclasses import replace
from datetime import date

from households import bill, day, fen, member, policy_of, used

from desktop_app.engine.case import Case, NewbornIndependent, NewbornWithGuardian, NotEnrolled, Standard
from desktop_app.engine.settle import settle
from desktop_app.planning.coming_year import current_tier, in_year

NEXT = policy_of(2025)


def moved(*members, bills=()) -> Case:
    return in_year(Case(2024, members, tuple(bills)), NEXT)


def test_in_its_own_year_a_case_stays_as_it_is():
    case = Case(2024, (member(paid="2024-05-01"),), (bill("inpatient", "9000"),))
    assert in_year(case, policy_of(2024)) is case


def test_everybody_has_paid_in_the_first_window_and_is_covered_all_year():
    case = moved(
        member(id_="m1", paid="2024-08-01"),
        member(id_="m2", paid="2024-12-01"),
        member(id_="m3", enrolment=NotEnrolled()),
        member(id_="m4", born="2024-03-09", enrolment=NewbornIndependent(day("2024-04-01"))),
        member(id_="m5", born="2024-12-31", tier=None, enrolment=NewbornWithGuardian("m1")),
    )
    assert {each.enrolment for each in case.members} == {Standard(day("2024-12-31"))}
    for result in settle(case, NEXT).members:
        assert (result.coverage.begin, result.coverage.end) == (day("2025-01-01"), day("2025-12-31"))
        # The public subsidy that m1 bore for paying in August does not come again.
        assert result.premium.own_share == fen("400")


def test_who_is_born_after_the_window_pays_on_the_day_of_birth():
    first, *others = NEXT.enrolment.windows
    windows = (replace(first, last=day("2024-11-30")), *others)
    policy = replace(NEXT, enrolment=replace(NEXT.enrolment, windows=windows))
    child = member(born="2024-12-20", enrolment=NewbornIndependent(day("2025-01-10")))
    (moved_child,) = in_year(Case(2024, (child,), ()), policy).members
    assert moved_child.enrolment == Standard(day("2024-12-20"))


def test_the_first_window_is_the_earliest_wherever_it_stands_in_the_pack():
    windows = tuple(reversed(NEXT.enrolment.windows))
    policy = replace(NEXT, enrolment=replace(NEXT.enrolment, windows=windows))
    (found,) = in_year(Case(2024, (member(),), ()), policy).members
    assert found.enrolment == Standard(day("2024-12-31"))


def test_tiers_stay_and_a_newborn_with_guardian_begins_on_the_guardians():
    guardian = member(2, id_="m1")
    child = member(None, id_="m2", born="2024-03-09", enrolment=NewbornWithGuardian("m1"))
    outsider = member(1, id_="m3", enrolment=NotEnrolled())
    case = Case(2024, (guardian, child, outsider), ())
    assert [each.tier for each in in_year(case, NEXT).members] == [2, 2, 1]
    assert [current_tier(case, each) for each in case.members] == [2, 2, None]


def test_bills_move_by_the_years_and_a_stay_across_new_year_as_a_whole():
    case = moved(
        member(),
        bills=[
            bill("inpatient", "1000", on="2023-12-20", settled="2024-01-05", id_="b1"),
            bill("inpatient", "1000", on="2024-02-29", settled="2024-03-02", id_="b2"),
            bill("outpatient", "1000", on="2024-12-31", id_="b3"),
        ],
    )
    assert [(each.service_date, each.settlement_date) for each in case.bills] == [
        (date(2024, 12, 20), date(2025, 1, 5)),
        (date(2025, 2, 28), date(2025, 3, 2)),
        (date(2025, 12, 31), date(2025, 12, 31)),
    ]
    assert case.policy_year == 2025
    assert all(each.covered for each in settle(case, NEXT).bills)


def test_on_28_february_no_bill_overtakes_another():
    bills = [
        bill("outpatient", "400", 1, on="2024-02-29", id_="later"),
        bill("outpatient", "400", 1, on="2024-02-28", id_="earlier"),
    ]
    paid = {each.id: each.basic_fund for each in settle(moved(member(), bills=bills), NEXT).bills}
    # 60 % of 400 first, then what is left of the limit of 300.
    assert paid == {"earlier": fen("240"), "later": fen("60")}


def test_a_minor_comes_of_age():
    stay = bill("inpatient", "10800", 3, on="2024-05-06")
    (result,) = settle(moved(member(born="2006-12-01"), bills=[stay]), NEXT).bills
    assert result.basic_fund == fen("5000")  # 50 % of 10,000: the 5 points are gone


def test_a_newborn_with_guardian_has_ledger_and_points_of_its_own():
    guardian = member(1, id_="m1", used_before=used(basic_fund="80000"))
    child = member(None, id_="m2", born="2024-03-09", enrolment=NewbornWithGuardian("m1"))
    stay = bill("inpatient", "10800", 3, on="2024-05-06", of="m2")
    (result,) = settle(moved(guardian, child, bills=[stay]), NEXT).bills
    assert result.basic_fund == fen("5500")  # 55 % of 10,000, however much of the guardian's cap is used


def test_what_was_used_before_is_used_again():
    before = used(outpatient_paid="250")
    case = moved(member(used_before=before), bills=[bill("outpatient", "1000", 1)])
    assert settle(case, NEXT).bills[0].basic_fund == fen("50")
