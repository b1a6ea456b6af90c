"""Write a file so that a reader finds the old text or the new one, never half of it."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_PRIVATE = 0o600


def write_text(path: Path, text: str, *, private: bool = False) -> None:
    """Write text as UTF-8, as ``write_bytes`` does."""
    write_bytes(path, text.encode("utf-8"), private=private)


def write_bytes(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file through a new one beside the old one; OSError: that failed, the old one stands.

    The folder is made where there is none. ``private``: only this user may read it; otherwise an existing
    file keeps its permissions. A link is followed: what it points at is replaced.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    # What a killed process left is removed, not written over: its permissions would stay.
    temporary.unlink(missing_ok=True)
    try:
        with os.fdopen(_create(temporary), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not private:
            temporary.chmod(_public_mode(target))
        _replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _create(path: Path) -> int:
    binary: int = getattr(os, "O_BINARY", 0)  # on Windows only: line ends stay as written
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, _PRIVATE)


def _public_mode(target: Path) -> int:
    """Take the permissions of the file that is replaced, or those that a new file in its folder may have."""
    if target.exists():
        return target.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


if sys.platform == "win32":  # pragma: no cover - the other branch runs here

    def _replace(temporary: Path, target: Path) -> None:
        """Replace the file. Windows refuses while anyone reads it, a virus scanner too: wait a moment."""
        for seconds in (0.01, 0.02, 0.04, 0.08, 0.16, 0.32):
            try:
                temporary.replace(target)
            except PermissionError:
                time.sleep(seconds)
            else:
                return
        temporary.replace(target)

else:

    def _replace(temporary: Path, target: Path) -> None:
        temporary.replace(target)
