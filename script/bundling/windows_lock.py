"""Cut the lock for all systems down to Windows: pip judges markers by the system that it runs on."""

import sys
from collections.abc import Iterable, Iterator

from packaging.markers import Marker

WINDOWS = {
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.11.9",
    "python_version": "3.11",
    "sys_platform": "win32",
}


def lines_for_windows(lock: Iterable[str]) -> Iterator[str]:
    """Give the lines of the requirements that hold on Windows, without their markers."""
    holds = False
    for line in lock:
        if line.startswith((" ", "#")):
            if holds and "--hash" in line:
                yield line
            continue
        pin, _, marker = line.rstrip(" \\\n").partition(";")
        holds = not marker or Marker(marker.strip()).evaluate(WINDOWS)
        if holds:
            yield f"{pin.strip()} \\\n"


if __name__ == "__main__":
    sys.stdout.writelines(lines_for_windows(sys.stdin))
