"""What ends a command before it has an answer: wrong usage, unreadable files. The exit status is 2."""

import sys
from contextlib import suppress

UNUSABLE = 2


class CommandError(Exception):
    """The command cannot do its work; the message says why, in words."""


def file_error(name: object, error: OSError) -> CommandError:
    """Put a file or folder that cannot be used into words."""
    return CommandError(f"{name}: {error.strerror or error}")


def report_failure(message: str) -> int:
    """Say on standard error why the command failed, and answer its exit status."""
    say(f"yuyisuan: {message}")
    return UNUSABLE


def say(line: str) -> None:
    """Write a line of words on standard error; a full disk behind it must not change the exit status."""
    with suppress(OSError):
        print(line, file=sys.stderr)
