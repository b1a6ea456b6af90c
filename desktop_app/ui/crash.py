"""An unexpected error: a log without personal data, a dialog that says what to do, and the draft stays."""

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from desktop_app.atomic import write_text


def error_report(error: BaseException) -> str:
    """Where an error arose: types, files, lines and functions.

    Never its message: that may quote what was entered.
    """
    lines = [datetime.now().isoformat(timespec="seconds"), f"Python {sys.version.split()[0]} {sys.platform}"]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__)
        lines.extend(
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        )
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def write_log(folder: Path, report: str) -> Path | None:
    """Write a report to its own file in the folder of logs; None where it cannot be written."""
    path = folder / f"error-{datetime.now():%Y%m%d-%H%M%S-%f}.log"
    try:
        write_text(path, report)
    except OSError:
        return None
    return path


def install(logs: Path, show: Callable[[Path | None], None]) -> None:
    """Send every unexpected error to the log and to ``show``, which gets its path. The program goes on."""
    showing = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        path = write_log(logs, error_report(error.with_traceback(trace)))
        if not showing:  # an error while the dialog paints must not open dialogs without end
            showing = True
            try:
                show(path)
            finally:
                showing = False

    sys.excepthook = hook
