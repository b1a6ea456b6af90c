"""Drafts for the tests: by hand, and generated with readable and unreadable texts alike."""

from hypothesis import strategies as st

from desktop_app.draft.model import Draft, DraftBill, DraftLedger, DraftMember, UnknownAmount
from desktop_app.engine.case import ASSISTANCE_CATEGORIES, BILL_AMOUNTS, SITUATIONS, STATEMENT_LINES
from desktop_app.engine.ledger import Ledger

ADULT = DraftMember("m1", name="户主", birth_date="1980-05-01", tier="1", paid_on="2023-11-02")
NEWBORN = DraftMember(
    "m2", name="长子", birth_date="2024-03-09", enrolment_kind="newborn_with_guardian", guardian="m1"
)
STAY = DraftBill(
    "b1",
    member="m1",
    kind="inpatient",
    service_date="2024-03-02",
    settlement_date="2024-03-12",
    level="3",
    total="25000.00",
    fully_self_paid="3000.00",
    class_b_copay="2000.00",
)
HOUSEHOLD = Draft(2024, members=(ADULT, NEWBORN), bills=(STAY,))

amounts = st.sampled_from(("", "0", "35000.00", "1.005", "约500", "1,23"))
dates = st.sampled_from(("", "2024-03-02", "2024.13.1", "三月"))
texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=8)


def unknowns(names):
    ranges = st.builds(UnknownAmount, st.sampled_from(names), amounts, amounts)
    return st.lists(ranges, max_size=2, unique_by=lambda each: each.field).map(tuple)


ledgers = st.builds(DraftLedger, **dict.fromkeys(DraftLedger.__slots__, amounts))


@st.composite
def members(draw, number):
    kind = draw(st.sampled_from(("standard", "newborn_independent", "newborn_with_guardian", "none")))
    pays = kind in ("standard", "newborn_independent")
    return DraftMember(
        id=f"m{number}",
        name=draw(texts),
        id_number=draw(texts),
        birth_date=draw(dates),
        tier=draw(st.sampled_from(("", "1", "2", "三档"))),
        assistance_categories=tuple(draw(st.lists(st.sampled_from(ASSISTANCE_CATEGORIES), max_size=2))),
        chronic_diseases=tuple(draw(st.lists(texts, max_size=2))),
        major_diseases=tuple(draw(st.lists(texts, max_size=2))),
        enrolment_kind=kind,
        paid_on=draw(dates) if pays else "",
        birth_year_premium_paid=draw(st.booleans()) if kind == "newborn_independent" else False,
        guardian=draw(st.sampled_from(("", "m1", "m9"))) if kind == "newborn_with_guardian" else "",
        used_before=draw(ledgers),
        unknown=draw(unknowns(Ledger._fields)),
    )


@st.composite
def bills(draw, number):
    lines = draw(st.lists(st.sampled_from(STATEMENT_LINES), unique=True, max_size=3))
    return DraftBill(
        id=f"b{number}",
        member=draw(st.sampled_from(("", "m1", "m2", "谁"))),
        kind=draw(st.sampled_from(("", "inpatient", "outpatient", "看病"))),
        service_date=draw(dates),
        settlement_date=draw(dates),
        institution_name=draw(texts),
        level=draw(st.sampled_from(("", "1", "2", "3", "四级"))),
        institution_type=draw(st.sampled_from(("general", "tcm", "兽医院"))),
        total=draw(amounts),
        fully_self_paid=draw(amounts),
        over_price_limit=draw(amounts),
        class_b_copay=draw(amounts),
        tcm_eligible=draw(amounts),
        medical_assistance=draw(amounts),
        other_payer=draw(amounts),
        paid_on_statement=tuple((line, draw(amounts.filter(bool))) for line in lines),
        unknown=draw(unknowns(BILL_AMOUNTS)),
    )


@st.composite
def drafts(draw):
    return Draft(
        draw(st.sampled_from((2024, 2025, 2026, 1999))),
        household_name=draw(texts),
        household_note=draw(texts),
        situations=tuple(draw(st.lists(st.sampled_from(SITUATIONS), unique=True, max_size=3))),
        members=tuple(draw(members(number)) for number in range(1, draw(st.integers(0, 3)) + 1)),
        bills=tuple(draw(bills(number)) for number in range(1, draw(st.integers(0, 4)) + 1)),
    )
