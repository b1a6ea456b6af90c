"""Write a file so that a reader finds the old text or the new one, never half of it."""

import os
from contextlib import suppress
from pathlib import Path


def write_text(path: Path, text: str, *, private: bool = False) -> None:
    """Write text as UTF-8 through a new file beside the old one; raise OSError and leave the old one if that fails.

    The folder is made where there is none. ``private``: only this user may read it; otherwise an existing
    file keeps its permissions. A link is followed: what it points at is replaced.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700 if private else 0o777)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with open(_create(temporary, private), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if not private and target.exists():
            os.chmod(temporary, target.stat().st_mode & 0o777)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _create(path: Path, private: bool) -> int:
    """Make the file anew, removing what a killed process may have left, so that no permissions are inherited."""
    with suppress(FileNotFoundError):
        path.unlink()
    binary = getattr(os, "O_BINARY", 0)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600 if private else 0o666)
