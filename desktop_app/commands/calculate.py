"""``calculate``: a case in, its result or all its errors out, as JSON; with ``--jsonl`` one case a line."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias

from desktop_app.cases.read import read_case
from desktop_app.cases.result import ResultWriter, write_errors
from desktop_app.cases.unknowns import unknown_amounts
from desktop_app.commands.catalogue import open_catalogue
from desktop_app.commands.failure import CommandError, file_error, say
from desktop_app.commands.output import Output
from desktop_app.engine.case import Case
from desktop_app.engine.result import Settlement
from desktop_app.engine.settle import settle
from desktop_app.packs.find import BadPack, Catalogue
from desktop_app.packs.problems import PackProblems
from desktop_app.reading import Problem
from desktop_app.wording.sentences import Wording

Refusal: TypeAlias = list[Problem] | PackProblems
"""All problems of a case, or of the pack it needs."""
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
        for line in _lines(args.jsonl):
            output.write_line(_text(answer(line, catalogue), writer))
        return 0
    found = answer(content(args.case), catalogue)
    if not isinstance(found, Settlement):
        return refuse(found, wording, output)
    _write_readably(_text(found, writer), output)
    return 0


def answer(data: bytes, catalogue: Catalogue) -> Answer:
    """Settle the case that these bytes hold; or all problems of the case, or of the pack it needs."""
    case = known_case(data, catalogue)
    if isinstance(case, list):
        return case
    try:
        return settle(case, catalogue.load(case.region, case.policy_year))
    except BadPack as error:
        return error.problems


def known_case(data: bytes, catalogue: Catalogue) -> Case | list[Problem]:
    """Read a case all amounts of which are known; else all its problems, a range for an amount being one."""
    case = read_case(data, lambda region, year: bool(catalogue.serving(region, year)))
    if isinstance(case, list):
        return case
    return unknown_amounts(case) or case


def refuse(found: Refusal, wording: Wording, output: Output) -> int:
    """Answer a case that cannot be settled: with its problems, as JSON and in words, and exit status 1."""
    _write_readably(write_errors(_problems(found)), output)
    for line in _words(found, wording):
        say(line)
    return 1


def _problems(found: Refusal) -> list[Problem]:
    """List the problems; those of a pack name its file."""
    if isinstance(found, list):
        return found
    return [each._replace(message=f"{found.name}: {each.message}") for each in found.problems]


def _words(found: Refusal, wording: Wording) -> list[str]:
    if isinstance(found, PackProblems):
        return found.lines()
    return [": ".join(filter(None, (each.path, wording.problem(each)))) for each in found]


def _write_readably(document: str, output: Output) -> None:
    output.write_line(json.dumps(json.loads(document), ensure_ascii=False, indent=2))


def _text(found: Answer, writer: ResultWriter) -> str:
    return writer.write(found) if isinstance(found, Settlement) else write_errors(_problems(found))


def content(name: str) -> bytes:
    """Read a file, or standard input as ``-``; what goes wrong with it is a ``CommandError``."""
    with _opened(name) as stream:
        return stream.read()


def _lines(name: str) -> Iterator[bytes]:
    with _opened(name) as stream:
        yield from stream


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input as ``-``; what goes wrong with it is a ``CommandError``."""
    try:
        if name == "-":
            if sys.stdin is None:
                raise CommandError("standard input is closed")
            yield sys.stdin.buffer
        else:
            with Path(name).open("rb") as stream:
                yield stream
    except OSError as error:
        raise file_error(name, error) from error
    except ValueError as error:
        raise CommandError(f"{name!r} is no file name: {error}") from error
