"""The bundle beside one of PySide6 and pyqtgraph with nothing in it: size, and start to the first page."""

import subprocess
from pathlib import Path

from table import median, milliseconds, row

DIST = Path(__file__).resolve().parents[2] / "dist"
OURS, BARE = DIST / "yuyisuan", DIST / "bare"
RUNS = 9


def is_built() -> bool:
    """Tell whether both are there: building them takes minutes."""
    return (OURS / "yuyisuan").exists() and (BARE / "bare").exists()


def measure() -> None:
    """Compare them."""
    bare, ours = _size(BARE), _size(OURS)
    row("bare bundle", _megabytes(bare))
    row("bundle", _megabytes(ours), "<= 1.05 x the bare bundle", ours / bare)
    bare_start = median(lambda: _run(BARE / "bare"), RUNS)
    lazy_start = median(lambda: _run(BARE / "bare", "--lazy"), RUNS)
    our_start = median(lambda: _run(OURS / "yuyisuan", "--exit-after-first-paint"), RUNS)
    row("window of the bare bundle", milliseconds(bare_start))
    row("the same before pyqtgraph is loaded", milliseconds(lazy_start))
    ratio = our_start / bare_start
    row("first page of the bundle", milliseconds(our_start), "<= 1.3 x the bare window", ratio)


def _run(program: Path, *arguments: str) -> None:
    subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
