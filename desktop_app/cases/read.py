"""A document of the format ``yuyisuan-case/1`` into a case, or every problem it has."""

from collections.abc import Callable
from typing import TypeAlias

from desktop_app.cases.bills import Household, read_bills
from desktop_app.cases.json_text import JsonError, parse_json
from desktop_app.cases.members import read_members
from desktop_app.cases.values import list_of, one_of, text
from desktop_app.engine.case import SITUATIONS, Case, Situation
from desktop_app.reading import Fields, Node, Problem

CASE_FORMAT = "yuyisuan-case/1"
DEFAULT_REGION = "chongqing"

HasPack: TypeAlias = Callable[[str, int], bool]
"""Whether there is a policy pack for a region and year."""

STRUCTURAL_CODES = frozenset(("syntax", "format", "unknown_field", "type", "enum", "duplicate_id"))
"""Codes of documents that no form can show; all others stand at a field that a person can correct."""

_REQUIRED = ("format", "policy_year", "members", "bills")
_OPTIONAL = ("region", "household")
_situations = list_of(one_of(SITUATIONS))


def read_case(data: bytes, has_pack: HasPack) -> Case | list[Problem]:
    """Read the bytes of a case, a leading byte order mark tolerated. Nothing that is in them raises."""
    try:
        tree = parse_json(data)
    except JsonError as error:
        return [Problem("", "syntax", str(error))]
    return read_document(tree, has_pack)


def read_document(tree: object, has_pack: HasPack) -> Case | list[Problem]:
    """Read a parsed JSON document: the case, or all its problems with codes and paths of the format."""
    problems: list[Problem] = []
    root = Node(tree, "", problems)
    fields = root.fields(_REQUIRED, _OPTIONAL)
    if fields is None:
        return problems
    fields.read("format", _check_format)
    year = _read_year(fields, root, has_pack)
    region = fields.take("region", text) or DEFAULT_REGION
    name, note, situations = fields.read("household", _read_household) or ("", "", ())
    member_nodes = fields.read("members", Node.items)
    readings, by_id = read_members(member_nodes or [], year)
    household = Household(year, None if member_nodes is None else by_id)
    bills, unknown_in_bills = read_bills(fields.read("bills", Node.items) or [], household)
    if problems or year is None:
        return problems
    members = tuple(reading.member for reading in readings if reading.member is not None)
    unknowns = (*(each for reading in readings for each in reading.unknowns()), *unknown_in_bills)
    return Case(year, members, tuple(bills), region, name, note, situations, unknowns)


def is_structural(problem: Problem) -> bool:
    """Tell whether a document with this problem cannot be shown in a form at all."""
    if problem.code == "missing":
        # Of a record any field may be blank, except the id that others refer to it by.
        return "[" not in problem.path or problem.path.endswith("].id")
    return problem.code in STRUCTURAL_CODES


def _check_format(node: Node) -> None:
    name = node.text()
    if name is not None and name != CASE_FORMAT:
        node.report("format", f"expected {CASE_FORMAT!r}")


def _read_year(fields: Fields, root: Node, has_pack: HasPack) -> int | None:
    year = fields.read("policy_year", Node.integer)
    region = fields.node("region")
    code = DEFAULT_REGION if region is None else region.raw
    if year is not None and isinstance(code, str) and not has_pack(code, year):
        root.report("no_pack", "there is no policy pack for this region and year", at="policy_year")
    return year


def _read_household(node: Node) -> tuple[str, str, tuple[Situation, ...]] | None:
    fields = node.fields((), ("name", "note", "situations"))
    if fields is None:
        return None
    return (
        fields.take("name", text) or "",
        fields.take("note", text) or "",
        fields.read("situations", _situations) or (),
    )
