"""Measure the program beside what it is held against; every figure is a median of several runs."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.cases.read import read_document
from desktop_app.engine.case import Case
from desktop_app.engine.policy import Policy
from desktop_app.engine.settle import settle
from desktop_app.packs.read import read_pack

ROOT = Path(__file__).resolve().parents[1]
MEMBERS, BILLS, YEAR = 6, 60, 2024
KINDS = ("outpatient", "inpatient", "chronic_outpatient", "major_outpatient", "negotiated_drug")
BARE_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)
window = Window()
window.show()
app.exec()
"""


def household_year() -> dict[str, object]:
    """One household's year as a case: 6 members, 60 bills of all common kinds and levels."""
    members = [
        {
            "id": f"m{number}",
            "birth_date": f"{1960 + 9 * number}-05-01",
            "tier": 1 + number % 2,
            "chronic_diseases": ["hypertension"],
            "major_diseases": ["dialysis"],
            "enrolment": {"kind": "standard", "paid_on": f"{YEAR - 1}-11-02"},
        }
        for number in range(MEMBERS)
    ]
    bills = [
        {
            "id": f"b{number}",
            "member": f"m{number % MEMBERS}",
            "kind": KINDS[number % len(KINDS)],
            "service_date": f"{YEAR}-{1 + number % 12:02d}-{1 + number % 28:02d}",
            "institution": {"level": 1 + number % 3},
            "total": f"{300 + 411 * number}.{number:02d}",
            "class_b_copay": "12.34",
        }
        for number in range(BILLS)
    ]
    return {"format": "yuyisuan-case/1", "policy_year": YEAR, "members": members, "bills": bills}


def median(action: Callable[[], object], runs: int) -> float:
    """Time an action: the median of its runs, in seconds. One run before them warms the caches."""
    action()
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        action()
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def run(*arguments: str) -> None:
    """Run Python from the repository's root, quietly; fails with it."""
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def shipped_policy() -> Policy:
    """Read the pack of the benchmark's year."""
    path = ROOT / "policy_packs" / f"chongqing-resident-{YEAR}.toml"
    policy = read_pack(path.read_bytes(), path.name)
    if not isinstance(policy, Policy):
        raise SystemExit(f"{path.name} has problems")
    return policy


def measure_start() -> None:
    """Compare the first painted page with a bare window; both are whole processes."""
    bare = median(lambda: run("-c", BARE_WINDOW), 9)
    ours = median(lambda: run("-m", "desktop_app", "--exit-after-first-paint"), 9)
    row("bare PySide6 window", f"{bare * 1000:.0f} ms", "")
    row("first page", f"{ours * 1000:.0f} ms, {ours / bare:.2f} x", "<= 1.5 x the bare window")


def measure_engine() -> None:
    """Settle a household's year with all its steps."""
    case = read_document(household_year(), lambda _region, _year: True)
    if not isinstance(case, Case):
        raise SystemExit(str(case))
    policy = shipped_policy()
    seconds = median(lambda: settle(case, policy), 200)
    row(f"household year ({MEMBERS} members, {BILLS} bills)", f"{seconds * 1000:.2f} ms", "<= 3 ms")
    row("engine", f"{BILLS / seconds:,.0f} bills/s", ">= 20,000 bills/s")


def measure_lines() -> None:
    """Calculate many cases in one process, its start included."""
    cases = 1000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.jsonl"
        path.write_text((json.dumps(household_year()) + "\n") * cases, encoding="utf-8")
        begin = time.perf_counter()
        run("-m", "desktop_app", "calculate", "--jsonl", str(path))
        seconds = time.perf_counter() - begin
    row("calculate --jsonl", f"{cases * BILLS / seconds:,.0f} bills/s", ">= 10,000 bills/s")


def row(name: str, figure: str, goal: str) -> None:
    """Print one line of the table."""
    print(f"{name:<40} {figure:>24}   {goal}", flush=True)


def main() -> None:
    """Print the table."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    row("", "median", "goal")
    measure_start()
    measure_engine()
    measure_lines()


if __name__ == "__main__":
    main()
