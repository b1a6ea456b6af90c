"""A case from a file or standard input with the pack it needs; or why there is none, as JSON and in words."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from desktop_app.cases.read import read_case
from desktop_app.cases.result import write_errors
from desktop_app.cases.unknowns import unknown_amounts
from desktop_app.commands.failure import CommandError, file_error, say
from desktop_app.commands.output import Output
from desktop_app.engine.case import Case
from desktop_app.engine.policy import Policy
from desktop_app.packs.find import BadPack, Catalogue
from desktop_app.packs.problems import PackProblems
from desktop_app.reading import Problem
from desktop_app.wording.sentences import Wording

Refusal: TypeAlias = list[Problem] | PackProblems
"""All problems of a case, or of the pack it needs."""


class KnownCase(NamedTuple):
    """A case all amounts of which are known, and its pack."""

    case: Case
    policy: Policy


def content(name: str) -> bytes:
    """Read a file, or standard input as ``-``; what goes wrong with it is a ``CommandError``."""
    with opened(name) as stream:
        return stream.read()


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
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


def known_case(data: bytes, catalogue: Catalogue) -> KnownCase | Refusal:
    """Read a case and load its pack; else all problems, a range in the place of an amount being one."""
    case = read_case(data, lambda region, year: bool(catalogue.serving(region, year)))
    if isinstance(case, list):
        return case
    if unknown := unknown_amounts(case):
        return unknown
    try:
        return KnownCase(case, catalogue.load(case.region, case.policy_year))
    except BadPack as error:
        return error.problems


def refuse(found: Refusal, wording: Wording, output: Output) -> int:
    """Answer a case that cannot be settled: with its problems, as JSON and in words, and exit status 1."""
    write_readably(errors_text(found), output)
    for line in _words(found, wording):
        say(line)
    return 1


def errors_text(found: Refusal) -> str:
    """Write the problems as JSON on one line; those of a pack name its file."""
    if isinstance(found, PackProblems):
        found = [each._replace(message=f"{found.name}: {each.message}") for each in found.problems]
    return write_errors(found)


def write_readably(document: str, output: Output) -> None:
    """Print a JSON document with an indentation, for a reader who may be a person."""
    output.write_line(json.dumps(json.loads(document), ensure_ascii=False, indent=2))


def _words(found: Refusal, wording: Wording) -> list[str]:
    if isinstance(found, PackProblems):
        return found.lines()
    return [": ".join(filter(None, (each.path, wording.problem(each)))) for each in found]
