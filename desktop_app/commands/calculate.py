"""``calculate``: a case in, its result or all its errors out, as JSON; with ``--jsonl`` one case a line."""

import argparse
from typing import TypeAlias

from desktop_app.cases.result import ResultWriter
from desktop_app.commands.case_input import (
    KnownCase,
    Refusal,
    content,
    errors_text,
    known_case,
    opened,
    refuse,
    write_readably,
)
from desktop_app.commands.catalogue import open_catalogue
from desktop_app.commands.output import Output
from desktop_app.engine.result import Settlement
from desktop_app.engine.settle import settle
from desktop_app.packs.find import Catalogue
from desktop_app.wording.sentences import Wording

Answer: TypeAlias = Settlement | Refusal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments: one case, or a file of many."""
    parser.description = "Print what the insurance pays of a case, and why, as JSON."
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("case", nargs="?", metavar="CASE.json", help="a case; - for standard input")
    source.add_argument(
        "--jsonl", metavar="FILE", help="one case a line, one answer a line; - for standard input"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the sentences")


def run(args: argparse.Namespace) -> int:
    """Answer with 0, or with 1 if the case (not one of many) or its pack has errors."""
    catalogue = open_catalogue(args.packs)
    wording = Wording("en" if args.lang == "en" else "zh_CN")
    writer = ResultWriter(wording)
    output = Output()
    if args.jsonl is not None:
        with opened(args.jsonl) as stream:
            for line in stream:
                output.write_line(_text(answer(line, catalogue), writer))
        return 0
    found = answer(content(args.case), catalogue)
    if not isinstance(found, Settlement):
        return refuse(found, wording, output)
    write_readably(_text(found, writer), output)
    return 0


def answer(data: bytes, catalogue: Catalogue) -> Answer:
    """Settle the case that these bytes hold; or all problems of the case, or of the pack it needs."""
    found = known_case(data, catalogue)
    return settle(found.case, found.policy) if isinstance(found, KnownCase) else found


def _text(found: Answer, writer: ResultWriter) -> str:
    return writer.write(found) if isinstance(found, Settlement) else errors_text(found)
