"""What the next bill would cost, in words: which bill, where tier 2 pays off, one expense, the events."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from desktop_app.engine.benefits.registry import CRITICAL_ILLNESS_KINDS
from desktop_app.engine.case import TIERS, Tier
from desktop_app.engine.money import Fen
from desktop_app.planning.break_even import Stretch
from desktop_app.planning.curve import MOST, Event
from desktop_app.planning.linear import half_up
from desktop_app.planning.next_bill import FURTHER, NextBillPlan
from desktop_app.wording.plan_text import PlanColumn, PlanRow, PlanTable, PlanText, joined
from desktop_app.wording.sentences import Wording

_SECOND = TIERS[-1]
_FEN = 100


def next_bill_words(plan: NextBillPlan, expense: Fen, names: Mapping[str, str], wording: Wording) -> PlanText:
    """Answer the question at one expense."""
    lead = tuple(_lead(plan, names, wording))
    title = wording.text("planning.next_bill.title")
    if not plan.pays:
        return PlanText(title, lead)
    tables = (reading_table(plan, expense, wording), event_table(plan, wording))
    return PlanText(title, lead, tables, tuple(notes(plan, wording)))


def _lead(plan: NextBillPlan, names: Mapping[str, str], wording: Wording) -> Iterator[str]:
    yield verdict(plan, wording)
    yield asked(plan, names, wording)
    yield from guardian_words(plan, names, wording)
    if plan.pays:
        yield how_to_read(plan, wording)


def verdict(plan: NextBillPlan, wording: Wording) -> str:
    """Say from which expense on tier 2 is the cheaper one, or why nothing is paid."""
    if plan.reason is not None:
        return wording.reason(plan.reason)
    if not plan.pays:
        return wording.text("plan_next_bill.nothing_left")
    stretches = plan.tiers.cheaper(_SECOND)
    tier = wording.term("tier", _SECOND)
    if not stretches:
        return wording.text("plan_next_bill.cheaper.never", tier=tier)
    if stretches == (Stretch(Fraction(0), Fraction(MOST)),):
        return wording.text("plan_next_bill.cheaper.always", tier=tier)
    said = wording.text("plan_next_bill.cheaper.or").join(
        wording.text(f"plan_next_bill.cheaper.{_form(each)}", **_ends(each, wording)) for each in stretches
    )
    return wording.text("plan_next_bill.cheaper.some", stretches=said, tier=tier)


def asked(plan: NextBillPlan, names: Mapping[str, str], wording: Wording) -> str:
    """Say which bill it is."""
    bill = plan.bill
    where = wording.term("level", bill.institution.level)
    if len(plan.types) > 1:
        type_ = type_name(plan, bill.institution.type, wording)
        where = wording.text("plan_next_bill.where", level=where, type=type_)
    return wording.text(
        "plan_next_bill.asked",
        member=names[bill.member],
        kind=wording.term("bill_kind", bill.kind),
        where=where,
        day=wording.date(bill.day),
    )


def type_name(plan: NextBillPlan, type_: str, wording: Wording) -> str:
    """Name a type of institution, with those that are the same here; a general hospital by itself."""
    alike = next(each for each in plan.types if type_ in each)
    named = alike[:1] if alike == plan.types[0] else alike
    return wording.text("plan_next_bill.type_or").join(
        wording.term("institution_type", each) for each in named
    )


def guardian_words(plan: NextBillPlan, names: Mapping[str, str], wording: Wording) -> Iterator[str]:
    """Say whose tier it is where it is not the member's own (R8)."""
    if plan.shared:
        member, guardian = names[plan.bill.member], names[plan.owner.id]
        yield wording.text("plan_next_bill.guardian", member=member, guardian=guardian)


def how_to_read(plan: NextBillPlan, wording: Wording) -> str:
    """Say what the axes are, and what is shaded."""
    said = [wording.text("plan_next_bill.axes")]
    if plan.tiers.cheaper(_SECOND):
        said.append(wording.text("plan_next_bill.shade", tier=wording.term("tier", _SECOND)))
    return joined(said, wording)


def tier_name(plan: NextBillPlan, tier: Tier, wording: Wording) -> str:
    """Name a tier, the one as it is now as such."""
    name = wording.term("tier", tier)
    return wording.text("plan_next_bill.tier.now", tier=name) if tier == plan.own_tier else name


def reading_table(plan: NextBillPlan, expense: Fen, wording: Wording) -> PlanTable:
    """Put what is paid at one expense side by side, exact to the fen."""
    readings = [plan.read(tier, expense) for tier in TIERS]
    results = [each.result for each in readings]
    lines = {"out_of_pocket": [each.out_of_pocket for each in results]}
    lines["basic_fund"] = [each.basic_fund for each in results]
    if plan.bill.kind == "caesarean":
        lines["maternity"] = [each.maternity for each in results]
    if plan.bill.kind in CRITICAL_ILLNESS_KINDS:
        lines["critical_illness"] = [each.critical_illness for each in results]
    rows = [
        PlanRow(
            (wording.text(f"plan_next_bill.read.{line}"), *map(wording.amount, amounts)),
            strong=line == "out_of_pocket",
        )
        for line, amounts in lines.items()
    ]
    further = wording.text("plan_next_bill.read.further", further=FURTHER // _FEN)
    rows.append(PlanRow((further, *(wording.amount(each.further) for each in readings))))
    head = wording.text("plan_next_bill.read.head", expense=wording.money(expense))
    return PlanTable("", _columns(plan, head, wording), tuple(rows))


def event_table(plan: NextBillPlan, wording: Wording) -> PlanTable:
    """List what happens on the lines, in order of expense, with the expense at which it does."""
    at: dict[str, dict[Tier, Fraction]] = {}
    for tier in TIERS:
        for event in plan.tiers.curves[tier].events:
            at.setdefault(event.code, {})[tier] = event.at
    none = wording.text("plan_next_bill.event.none")
    rows = tuple(
        PlanRow(
            (
                wording.text(f"plan_next_bill.event.{code}"),
                *(wording.amount(half_up(found[tier])) if tier in found else none for tier in TIERS),
            )
        )
        for code, found in sorted(at.items(), key=lambda each: min(each[1].values()))
    )
    head = wording.text("plan_next_bill.event.head")
    return PlanTable(wording.text("plan_next_bill.event.title"), _columns(plan, head, wording), rows)


def event_words(tier: Tier, event: Event, wording: Wording) -> str:
    """Say one point on a line."""
    return wording.text(
        "plan_next_bill.event.hover",
        tier=wording.term("tier", tier),
        event=wording.text(f"plan_next_bill.event.{event.code}"),
        at=wording.money(half_up(event.at)),
    )


def border_words(stretch: Stretch, wording: Wording) -> str:
    """Name where tier 2 begins to be the cheaper one, or ends."""
    tier = wording.term("tier", _SECOND)
    return wording.text(f"plan_next_bill.border.{_form(stretch)}", tier=tier, **_ends(stretch, wording))


def summary(plan: NextBillPlan, expense: Fen, wording: Wording) -> str:
    """Say the chart at one expense, for who cannot see it."""
    tiers = "; ".join(
        wording.text(
            "plan_next_bill.chart.summary_tier",
            tier=wording.term("tier", tier),
            amount=wording.money(plan.read(tier, expense).result.out_of_pocket),
        )
        for tier in TIERS
    )
    return wording.text("plan_next_bill.chart.summary", expense=wording.money(expense), tiers=tiers)


def notes(plan: NextBillPlan, wording: Wording) -> Iterator[str]:
    """Say what the chart leaves out."""
    if plan.bill.institution.type == "tcm":
        yield wording.text("plan_next_bill.tcm")
    yield wording.text("plan_next_bill.exact", most=wording.money(MOST))


def _columns(plan: NextBillPlan, head: str, wording: Wording) -> tuple[PlanColumn, ...]:
    tiers = (PlanColumn(tier_name(plan, tier, wording)) for tier in TIERS)
    return (PlanColumn(head, amount=False), *tiers)


def _form(stretch: Stretch) -> str:
    if stretch.end == MOST:
        return "above"
    return "between" if stretch.begin else "below"


def _ends(stretch: Stretch, wording: Wording) -> dict[str, str]:
    return {"low": wording.money(half_up(stretch.begin)), "high": wording.money(half_up(stretch.end))}
