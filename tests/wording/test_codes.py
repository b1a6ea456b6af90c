"""Every code of the case and the result has its words, in both languages."""

from typing import get_args

import pytest

from desktop_app.engine import case, result
from desktop_app.engine.ledger import Ledger
from desktop_app.engine.policy import STANDINGS, UNITS
from desktop_app.engine.result import OutOfPocketParts
from desktop_app.engine.steps import STEP_KINDS
from desktop_app.reading import Problem
from desktop_app.wording.sentences import Wording
from tests.wording.catalogues import LANGS, catalogue, fields

PROBLEM_CODES = [
    "syntax",
    "format",
    "unknown_field",
    "missing",
    "type",
    "amount",
    "date",
    "enum",
    "duplicate_id",
    "unknown_member",
    "unknown_guardian",
    "guardian_is_newborn",
    "born_after_service",
    "born_after_payment",
    "settled_before_service",
    "wrong_policy_year",
    "exclusions_exceed_total",
    "tcm_exceeds_eligible",
    "no_chronic_disease",
    "no_major_disease",
    "newborn_not_born_this_year",
    "ledger_is_guardians",
    "no_pack",
    "unknown_and_given",
    "unknown_range",
    "unknown_amount",
]
LISTS = {
    "terms.tier": case.TIERS,
    "terms.level": case.LEVELS,
    "terms.institution_type": case.INSTITUTION_TYPES,
    "terms.bill_kind": case.BILL_KINDS,
    "terms.enrolment": case.ENROLMENT_KINDS,
    "terms.category": case.ASSISTANCE_CATEGORIES,
    "terms.situation": case.SITUATIONS,
    "terms.statement": case.STATEMENT_LINES,
    "terms.ledger": Ledger._fields,
    "parts.cause": OutOfPocketParts._fields,
    "reasons": get_args(result.Reason),
    "notices": get_args(result.BillNotice) + get_args(result.MemberNotice),
    "standing.short": STANDINGS,
    "standing.long": STANDINGS,
    "problems": PROBLEM_CODES,
    "steps": [kind.code for kind in STEP_KINDS],
    "figures": {entry.name for kind in STEP_KINDS for entry in kind.inputs}
    | {kind.output for kind in STEP_KINDS},
}


@pytest.fixture(params=LANGS)
def wording(request):
    return Wording(request.param)


@pytest.mark.parametrize("area", LISTS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_list_has_exactly_its_codes(lang, area):
    prefix = f"{area}."
    named = {key.removeprefix(prefix) for key in catalogue(lang) if key.startswith(prefix)}
    assert named == {str(code) for code in LISTS[area]}


@pytest.mark.parametrize("kind", STEP_KINDS, ids=lambda kind: kind.code)
@pytest.mark.parametrize("lang", LANGS)
def test_a_step_shows_every_figure_it_works_with(lang, kind):
    shown = fields(catalogue(lang)[f"steps.{kind.code}"])
    assert shown == {entry.name for entry in kind.inputs} | {kind.output}


def test_every_unit_can_be_written(wording):
    for unit in set(UNITS) - {"date"}:
        assert "2" in wording.figure(unit, 2) or wording.term("level", 2) == wording.figure(unit, 2)


def test_problems_say_what_to_do_in_the_language(wording):
    sentence = wording.problem(Problem("bills[0].total", "amount", "bad"))
    assert sentence == wording.text("problems.amount") != "bad"


def test_a_problem_of_another_document_keeps_its_message(wording):
    assert wording.problem(Problem("inpatient.rate", "unlisted_source", "no source 'S9'")) == "no source 'S9'"


def test_words_for_codes_come_from_the_language():
    chinese, english = Wording("zh_CN"), Wording("en")
    assert chinese.term("bill_kind", "caesarean") == "剖宫产（含并发症）"
    assert english.term("tier", 2) == "tier 2"
    assert chinese.reason("level_3_outpatient") == "三级医院的普通门诊不报销。"
    assert "basic cap" in english.notice("basic_cap_reached")
    assert chinese.part("fully_self_paid").endswith("（全自费）")
    assert chinese.standing("carried_over") == "政策材料写的是相邻年度，本年度沿用，尚未确认"
    assert english.standing_mark("carried_over") == "carried over"
    assert chinese.figure_name("threshold") == "大病起付线"
