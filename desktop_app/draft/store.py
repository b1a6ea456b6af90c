"""Case files (``.yys``, the case format): open as a draft and save, unreadable texts included."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

from desktop_app.atomic import write_text
from desktop_app.cases.json_text import JsonError, parse_json
from desktop_app.cases.read import HasPack, is_structural, read_document
from desktop_app.draft.document import from_document, to_document
from desktop_app.draft.model import Draft
from desktop_app.reading import Problem

SUFFIX = ".yys"

_TEXT_FOR_CHOICE = re.compile(r"members\[\d+\]\.tier|bills\[\d+\]\.(kind|institution\.(level|type))")
"""Fields of fixed lists that can hold a pasted text nobody could read: the form shows it, to be corrected."""


def open_case(path: Path, has_pack: HasPack) -> Draft | tuple[Problem, ...]:
    """Read a file as a draft, or say why it is none: problems of structure. What is wrong with values stays.

    Raises OSError where the file cannot be read.
    """
    data = path.read_bytes()
    try:
        tree = parse_json(data)
    except JsonError as error:
        return (Problem("", "syntax", str(error)),)
    return read_tree(tree, has_pack)


def read_tree(tree: object, has_pack: HasPack) -> Draft | tuple[Problem, ...]:
    """Read a parsed case file as ``open_case`` does."""
    answer = read_document(tree, has_pack)
    problems = answer if isinstance(answer, list) else []
    refused = tuple(problem for problem in problems if _refuses(problem))
    if refused or not isinstance(tree, Mapping):
        return refused
    return from_document(tree)


def save_case(path: Path, draft: Draft) -> None:
    """Write the draft; raise OSError, the old file untouched, if that fails."""
    write_text(path, json.dumps(to_document(draft), ensure_ascii=False, indent=1) + "\n")


def _refuses(problem: Problem) -> bool:
    return is_structural(problem) and not _TEXT_FOR_CHOICE.fullmatch(problem.path)
