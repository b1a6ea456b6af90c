"""The table of figures, and how a figure is measured."""

import os
import statistics
import time
from collections.abc import Callable


def median(action: Callable[[], object], runs: int, clock: Callable[[], float] = time.perf_counter) -> float:
    """Time an action: the median of its runs, in seconds. One run before them warms the caches."""
    action()
    times = []
    for _ in range(runs):
        begin = clock()
        action()
        times.append(clock() - begin)
    return statistics.median(times)


def of_children() -> float:
    """Tell the processor's time of the processes that were started and have ended, in seconds."""
    times = os.times()
    return times.children_user + times.children_system


def row(name: str, figure: str, goal: str = "", ratio: float | None = None) -> None:
    """Print one line: what was measured, its median, the goal, and how many times the reference it is."""
    against = "" if ratio is None else f"{ratio:.2f} x"
    print(f"{name:<44} {figure:>16} {against:>8}   {goal}", flush=True)


def milliseconds(seconds: float) -> str:
    """Write a time."""
    return f"{seconds * 1000:.1f} ms"
