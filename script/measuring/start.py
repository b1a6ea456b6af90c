"""From starting the process to the first painted page, beside a window of PySide6 that has nothing in it."""

import subprocess
import sys
from pathlib import Path

from table import median, milliseconds, row

ROOT = Path(__file__).resolve().parents[2]
RUNS = 9
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


def run(*arguments: str) -> None:
    """Run Python from the repository's root, quietly; fails with it."""
    subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def measure() -> None:
    """Compare whole processes."""
    bare = median(lambda: run("-c", BARE_WINDOW), RUNS)
    ours = median(lambda: run("-m", "desktop_app", "--exit-after-first-paint"), RUNS)
    row("bare PySide6 window", milliseconds(bare))
    row("first page", milliseconds(ours), "<= 1.5 x the bare window", ours / bare)
