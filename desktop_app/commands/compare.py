"""``compare``: what the household would cost with each member's choice changed, as JSON."""

import argparse

from desktop_app.cases.planning_text import write_comparison
from desktop_app.commands.case_input import KnownCase, content, known_case, refuse, write_readably
from desktop_app.commands.catalogue import open_catalogue
from desktop_app.commands.output import Output
from desktop_app.planning.compare import compare
from desktop_app.wording.sentences import Wording


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: the case."""
    parser.description = "Print what a household would cost on the other tier or newborn route, as JSON."
    parser.add_argument("case", metavar="CASE.json", help="a case; - for standard input")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the words about errors")


def run(args: argparse.Namespace) -> int:
    """Answer with 0, or with 1 if the case or its pack has errors."""
    output = Output()
    found = known_case(content(args.case), open_catalogue(args.packs))
    if not isinstance(found, KnownCase):
        return refuse(found, Wording("en" if args.lang == "en" else "zh_CN"), output)
    write_readably(write_comparison(compare(found.case, found.policy), found.policy), output)
    return 0
