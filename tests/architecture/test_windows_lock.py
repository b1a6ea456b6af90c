import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_lock_for_windows_pins_what_that_system_needs_with_hashes_and_no_conditions():
    with (ROOT / "requirements.lock").open("rb") as lock:
        script = ROOT / "script" / "bundling" / "windows_lock.py"
        run = subprocess.run([sys.executable, script], stdin=lock, capture_output=True, check=True)
    lines = run.stdout.decode().splitlines()
    pins = [at for at, line in enumerate(lines) if "==" in line]
    names = [lines[at].partition("==")[0] for at in pins]
    assert {"pefile", "pywin32-ctypes", "pyside6-essentials", "pyinstaller"} <= set(names)
    assert len(names) == len(set(names))
    assert all("--hash=sha256:" in lines[at + 1] for at in pins)
    assert not any(";" in line for line in lines)
