"""``curve``: what one more bill would cost its patient on either tier, over its eligible expense, as JSON."""

import argparse

from desktop_app.cases.planning_text import write_curve
from desktop_app.cases.values import amount, iso_date, one_of
from desktop_app.commands.case_input import KnownCase, content, known_case, refuse, write_readably
from desktop_app.commands.catalogue import open_catalogue
from desktop_app.commands.output import Output
from desktop_app.engine.case import INSTITUTION_TYPES, LEVELS, Institution, Level
from desktop_app.engine.money import Fen, format_yuan
from desktop_app.planning.break_even import tier_curves
from desktop_app.planning.curve import CURVE_KINDS, MOST, NextBill
from desktop_app.reading import Node, Problem, RefusedError
from desktop_app.wording.sentences import Wording

_MAX = format_yuan(MOST)
_REQUIRED = ("member", "kind", "level", "date")
_OPTIONAL = ("type", "max")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: the case, and the bill to come. Their values are checked like a case's."""
    parser.description = (
        "Print what one more bill would cost on either tier, over its eligible expense, as JSON."
    )
    parser.add_argument("case", metavar="CASE.json", help="a case; - for standard input")
    parser.add_argument("--member", required=True, metavar="ID", help="whose bill")
    parser.add_argument("--kind", required=True, metavar="KIND", help=", ".join(CURVE_KINDS))
    parser.add_argument("--level", required=True, metavar="N", help="level of the institution, 1 to 3")
    parser.add_argument("--type", default="general", metavar="TYPE", help=", ".join(INSTITUTION_TYPES))
    parser.add_argument("--date", required=True, metavar="DATE", help="a day of the policy year")
    parser.add_argument(
        "--max", default=_MAX, metavar="YUAN", help=f"the largest expense, {_MAX} if not given"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the words about errors")


def run(args: argparse.Namespace) -> int:
    """Answer with 0, or with 1 if the case, its pack or what is asked of it has errors."""
    output, wording = Output(), Wording("en" if args.lang == "en" else "zh_CN")
    found = known_case(content(args.case), open_catalogue(args.packs))
    if not isinstance(found, KnownCase):
        return refuse(found, wording, output)
    options = {name: getattr(args, name) for name in (*_REQUIRED, *_OPTIONAL)}
    bill = _read_bill(options, found)
    if isinstance(bill, list):
        return refuse(bill, wording, output)
    write_readably(write_curve(tier_curves(found.case, bill, found.policy), found.policy), output)
    return 0


def _read_bill(options: dict[str, str], known: KnownCase) -> NextBill | list[Problem]:
    """Read the bill to come, or all problems, each at the name of its option."""
    problems: list[Problem] = []
    node = Node(options, "", problems)
    fields = node.fields(_REQUIRED, _OPTIONAL)
    assert fields is not None
    kind = fields.take("kind", one_of(CURVE_KINDS))
    level = fields.take("level", _level)
    institution_type = fields.take("type", one_of(INSTITUTION_TYPES))
    largest = fields.take("max", _positive)
    day = fields.take("date", iso_date)
    member = next((each for each in known.case.members if each.id == options["member"]), None)
    if member is None:
        node.report("unknown_member", "no member has this id", at="member")
    elif kind == "chronic_outpatient" and not member.chronic_diseases:
        node.report("no_chronic_disease", "the member has no recognised chronic disease", at="kind")
    elif kind == "major_outpatient" and not member.major_diseases:
        node.report("no_major_disease", "the member has no recognised major disease", at="kind")
    if day is not None and day.year != known.policy.year:
        node.report("date", "the day lies outside the policy year", at="date")
    elif day is not None and member is not None and day < member.birth_date:
        node.report("date", "the day comes before the member's birth", at="date")
    if problems or not (kind and level and institution_type and largest and day and member):
        return problems
    return NextBill(member.id, kind, Institution(level, institution_type), day, largest)


_level_text = one_of(tuple(map(str, LEVELS)))


def _level(raw: object) -> Level:
    return LEVELS[int(_level_text(raw)) - 1]


def _positive(raw: object) -> Fen:
    found = amount(raw)
    if not found:
        raise RefusedError("amount", "the largest expense must be more than 0")
    return found
