"""The table of figures, and how a figure is measured."""

import statistics
import time
from collections.abc import Callable


def median(action: Callable[[], object], runs: int) -> float:
    """Time an action: the median of its runs, in seconds. One run before them warms the caches."""
    action()
    return statistics.median(_times(action, runs))


def _times(action: Callable[[], object], runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        action()
        times.append(time.perf_counter() - begin)
    return times


def row(name: str, figure: str, goal: str = "", ratio: float | None = None) -> None:
    """Print one line: what was measured, its median, the goal, and how many times the reference it is."""
    against = "" if ratio is None else f"{ratio:.2f} x"
    print(f"{name:<44} {figure:>16} {against:>8}   {goal}", flush=True)


def milliseconds(seconds: float) -> str:
    """Write a time."""
    return f"{seconds * 1000:.1f} ms"
