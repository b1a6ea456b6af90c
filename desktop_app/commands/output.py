"""Lines on standard output: UTF-8 and plain line ends on every system."""

import os
import sys
from typing import BinaryIO, TextIO

from desktop_app.commands.failure import CommandError, file_error

OUTPUT_CLOSED = "whoever read standard output has closed it"


class Output:
    """Standard output. ``CommandError`` if nothing can be written to it any more."""

    def __init__(self) -> None:
        if sys.stdout is None:
            raise CommandError("standard output is closed")
        self._stream: BinaryIO = sys.stdout.buffer

    def write_line(self, text: str) -> None:
        """Write a line and hand it over at once: the reader may be waiting for it."""
        # A file name may hold half a surrogate pair; as an escape it is still JSON.
        data = text.encode("utf-8", "backslashreplace") + b"\n"
        try:
            self._stream.write(data)
            self._stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            let_go_of_output()
            raise file_error("standard output", error) from error


def let_go_of_output() -> None:
    """Keep the interpreter from flushing the rest at its end, which would fail once more."""
    _let_go(sys.stdout)


def hand_over_words() -> None:
    """Flush standard error; where that fails, do not let the interpreter fail once more at its end."""
    try:
        sys.stderr.flush()
    except OSError:
        _let_go(sys.stderr)


def _let_go(stream: TextIO) -> None:
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, stream.fileno())
    os.close(sink)
