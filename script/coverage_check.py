"""Fail unless engine and packs are fully covered by branch; run after pytest --cov."""

import subprocess
import sys

FULLY_COVERED = ("desktop_app/engine/*", "desktop_app/packs/*")


def main() -> int:
    """Report the whole program, then hold the parts that must be complete to 100 %."""
    report = [sys.executable, "-m", "coverage", "report"]
    whole = subprocess.run([*report, "--format=total"], check=True, capture_output=True, text=True)
    print(f"The whole program is covered to {whole.stdout.strip()} %; engine and packs:", flush=True)
    return subprocess.run(
        [*report, f"--include={','.join(FULLY_COVERED)}", "--fail-under=100"], check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
