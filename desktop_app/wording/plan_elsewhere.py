"""The same bill at other institutions in words; always said to be about money alone."""

from collections.abc import Iterator

from desktop_app.engine.case import Bill
from desktop_app.planning.elsewhere import Place, least
from desktop_app.wording.plan_text import PlanColumn, PlanRow, PlanTable, PlanText
from desktop_app.wording.sentences import Wording

_HEADS = ("place", "deductible", "rate", "insurance", "own", "difference")


def elsewhere_words(places: tuple[Place, ...], bill: Bill, name: str, wording: Wording) -> PlanText:
    """Say what a bill would have cost the family at each institution; ``name`` is the bill's."""
    text = wording.text
    return PlanText(
        text("planning.elsewhere.title"),
        (name, verdict(places, wording), money_only(wording)),
        (places_table(places, wording),),
        tuple(notes(places, bill, wording)),
    )


def verdict(places: tuple[Place, ...], wording: Wording) -> str:
    """Say where the family would pay least, and by how much less than where the bill was."""
    best = least(places)
    if not any(place.difference for place in places):
        return wording.text("plan_elsewhere.verdict.same")
    if best.own:
        return wording.text("plan_elsewhere.verdict.own")
    less = wording.money(-best.difference)
    return wording.text("plan_elsewhere.verdict.less", place=place_name(best, wording), less=less)


def money_only(wording: Wording) -> str:
    """Say that this is no medical advice."""
    return wording.text("plan_elsewhere.money_only")


def places_table(places: tuple[Place, ...], wording: Wording) -> PlanTable:
    """List the institutions with what each means."""
    columns = tuple(
        PlanColumn(wording.text(f"plan_elsewhere.head.{head}"), amount=head != "place") for head in _HEADS
    )
    return PlanTable("", columns, tuple(_row(place, wording) for place in places))


def notes(places: tuple[Place, ...], bill: Bill, wording: Wording) -> Iterator[str]:
    """Say what to know: why nothing is paid somewhere, TCM points, what the difference counts."""
    text = wording.text
    reasons = dict.fromkeys(place.result.reason for place in places if place.result.reason is not None)
    for reason in reasons:
        yield wording.reason(reason)
    if bill.tcm_eligible:
        yield text("plan_elsewhere.note.tcm", amount=wording.money(bill.tcm_eligible))
    yield text("plan_elsewhere.note.amounts")
    yield text("plan_elsewhere.note.difference")


def place_name(place: Place, wording: Wording) -> str:
    """Name an institution by level and type; where the bill was is marked."""
    level = wording.term("level", place.institution.level)
    kind = wording.term("institution_type", place.institution.type)
    name = wording.text("plan_elsewhere.place", level=level, type=kind)
    return wording.text("plan_elsewhere.own_place", place=name) if place.own else name


def _row(place: Place, wording: Wording) -> PlanRow:
    result = place.result
    insurance = result.basic_fund + result.maternity + result.critical_illness
    amounts = (result.deductible, insurance, result.out_of_pocket)
    deductible, paid, own = map(wording.amount, amounts)
    cells = (
        place_name(place, wording),
        deductible,
        _rate(place, wording),
        paid,
        own,
        _difference(place, wording),
    )
    return PlanRow(cells, strong=place.own)


def _rate(place: Place, wording: Wording) -> str:
    rate, tcm_rate = place.result.rate, place.result.tcm_rate
    if rate is None:
        return wording.text("plan_elsewhere.no_rate")
    if tcm_rate is None:
        return wording.percent(rate)
    return wording.text(
        "plan_elsewhere.rates", rate=wording.percent(rate), tcm_rate=wording.percent(tcm_rate)
    )


def _difference(place: Place, wording: Wording) -> str:
    if not place.difference:
        return wording.text("plan_elsewhere.no_difference")
    sign = "+" if place.difference > 0 else ""
    return f"{sign}{wording.amount(place.difference)}"
