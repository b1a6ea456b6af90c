"""Whether the program computes on this computer what was computed by hand."""

import json
from collections.abc import Iterator
from pathlib import Path

from desktop_app.cases.read import read_document
from desktop_app.cases.result import Labels, ResultWriter
from desktop_app.engine.settle import settle
from desktop_app.packs.find import Catalogue, find_packs
from desktop_app.ui.self_test.finding import Finding, bad, good


def check_worked_cases(cases: Path, packs: Path, labels: Labels) -> Finding:
    """Settle the households of a folder with the shipped packs, and hold them against their amounts."""
    files = sorted(cases.glob("*.json"))
    if not files:
        return bad("none", path=cases)
    catalogue = find_packs([packs])
    for path in files:
        document = json.loads(path.read_text(encoding="utf-8"))
        found = _result(document["case"], catalogue, labels)
        for where, expected, other in _differences(document["expected"], found, ""):
            return bad("wrong", case=path.stem, where=where, expected=expected, found=other)
    return good(count=len(files))


def _result(document: object, catalogue: Catalogue, labels: Labels) -> object:
    """Settle a case: the result as a document, or the case's problems."""
    case = read_document(document, lambda region, year: bool(catalogue.serving(region, year)))
    if isinstance(case, list):
        return [problem._asdict() for problem in case]
    settlement = settle(case, catalogue.load(case.region, case.policy_year))
    return json.loads(ResultWriter(labels).write(settlement))


def _differences(expected: object, found: object, where: str) -> Iterator[tuple[str, object, object]]:
    """Find each place where what is expected was not found; what is not expected may be anything."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for key, value in expected.items():
            yield from _differences(value, found.get(key), f"{where}.{key}" if where else key)
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, (one, other) in enumerate(zip(_ordered(expected), _ordered(found), strict=True)):
            yield from _differences(one, other, f"{where}[{index}]")
    elif expected != found:
        yield where, expected, found


def _ordered(values: list[object]) -> list[object]:
    """Notices are a set: their order says nothing."""
    return sorted(values, key=str) if all(isinstance(value, str) for value in values) else values
