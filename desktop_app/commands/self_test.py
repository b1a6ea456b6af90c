"""``--self-test``: what works on this computer and what does not, a line each."""

import argparse
import os
import sys

from desktop_app.commands.failure import CommandError
from desktop_app.commands.output import Output
from desktop_app.ui.self_test.finding import Check, Line, bad, perform, sum_up
from desktop_app.ui.self_test.plain import plain_checks
from desktop_app.wording.sentences import Wording


def run(args: argparse.Namespace) -> int:
    """Do all checks: 0 if nothing is wrong, else 1."""
    wording = Wording("en" if args.lang == "en" else "zh_CN")
    try:
        wording.text("self_test.title")
    except (KeyError, OSError) as error:
        raise CommandError(f"files of the program are missing or cannot be read: {error}") from error
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.stdout is None:
        return _in_a_dialog(wording)
    report = _Report(wording)
    for check in plain_checks(args.packs, wording):
        report.do(check)
    _check_what_is_seen(report)
    report.end()
    return 0 if report.passed else 1


def _in_a_dialog(wording: Wording) -> int:
    """Windows gives a program without console no standard output."""
    from desktop_app.ui.self_test import alone

    return 0 if alone.show(alone.start(lambda _reason: None), wording) else 1


def _check_what_is_seen(report: "_Report") -> None:
    try:
        from desktop_app.ui.self_test import alone
    except ImportError as error:
        reason = str(error)
        report.do(Check("window", lambda: bad("no_qt", reason=reason)))
        return
    application = alone.start(report.no_display)
    for check in alone.checks(application, report.wording):
        report.do(check)


class _Report:
    """Prints lines as they come: a check that takes the process down leaves those before it."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._lines: list[Line] = []

    @property
    def passed(self) -> bool:
        return all(line.good for line in self._lines)

    def do(self, check: Check) -> None:
        line = perform(check, self.wording.messages)
        self._lines.append(line)
        _print(line.text)

    def no_display(self, reason: str) -> None:
        self.do(Check("window", lambda: bad("no_display", reason=reason)))
        self.end()

    def end(self) -> None:
        _print(sum_up(self._lines, self.wording.messages))


def _print(line: str) -> None:
    """Print for a person in the console's own encoding, for a program in that of all commands."""
    if sys.stdout.isatty():
        print(line, flush=True)
    else:
        Output().write_line(line)
