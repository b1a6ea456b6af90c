"""Write a file so that a reader finds the old text or the new one, never half of it."""

import os
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
        temporary.replace(target)
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
