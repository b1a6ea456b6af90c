"""The engine, and ``calculate --jsonl`` as a whole process; every household is another one.

Both are held to one core: what counts is the processor's time, whatever else the machine does.
"""

import json
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from households import BILLS, MEMBERS, YEAR, Document, household_year
from start import run
from table import median, milliseconds, of_children, row

from desktop_app.cases.read import read_document
from desktop_app.engine.case import Case
from desktop_app.engine.settle import settle
from desktop_app.packs.find import find_packs, shipped_folder

HOUSEHOLDS = 300


def measure() -> None:
    """Settle household years with all their steps, then calculate them from JSON to JSON."""
    documents = [household_year(seed) for seed in range(HOUSEHOLDS)]
    seconds = _settling(documents)
    row(f"household year ({MEMBERS} members, {BILLS} bills)", milliseconds(seconds), "<= 3 ms")
    row("engine", f"{BILLS / seconds:,.0f} bills/s", ">= 20,000 bills/s")
    seconds = _calculating(documents)
    bills = HOUSEHOLDS * BILLS
    row("calculate --jsonl", f"{bills / seconds:,.0f} bills/s", ">= 10,000 bills/s")


def _settling(documents: list[Document]) -> float:
    cases: Iterator[Case] = cycle([_case(document) for document in documents])
    policy = find_packs([shipped_folder()]).load("chongqing", YEAR)
    return median(lambda: settle(next(cases), policy), HOUSEHOLDS, time.process_time)


def _case(document: Document) -> Case:
    case = read_document(document, lambda _region, _year: True)
    if not isinstance(case, Case):
        raise SystemExit(str(case))
    return case


def _calculating(documents: list[Document]) -> float:
    """Time the process, its start included."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.jsonl"
        path.write_text("".join(f"{json.dumps(document)}\n" for document in documents), encoding="utf-8")
        return median(lambda: run("-m", "desktop_app", "calculate", "--jsonl", str(path)), 5, of_children)
