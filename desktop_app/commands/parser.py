"""The command line. Only the command in use is imported, so that each starts as fast as it can."""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from desktop_app.commands.catalogue import open_catalogue
from desktop_app.commands.failure import CommandError

COMMANDS = ("calculate", "compare", "curve", "packs", "pictures", "report")
_OPTIONS_WITH_VALUE = ("--packs", "--lang")

Action: TypeAlias = Callable[[], int]
"""Does the work and answers the exit status."""


class Command(Protocol):
    """A module of a command."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's own arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Run with the parsed arguments, ``packs`` and ``lang`` among them, and answer the exit status."""


def parse(arguments: Sequence[str]) -> Action:
    """Take the arguments apart: what a command does if they name one, else the window.

    Wrong usage leaves with 2, as ``argparse`` does.
    """
    start = 0
    while start < len(arguments) and arguments[start].startswith("-"):
        start += 2 if arguments[start] in _OPTIONS_WITH_VALUE else 1
    if start >= len(arguments) or arguments[start] not in COMMANDS:
        return _parse_window(arguments)
    return _parse_command(arguments[start], arguments[:start], arguments[start + 1 :])


def _parse_command(name: str, before: Sequence[str], after: Sequence[str]) -> Action:
    common = argparse.ArgumentParser(prog="yuyisuan", allow_abbrev=False)
    _add_common(common)
    args = common.parse_args(before)
    command = _import_command(name)
    parser = argparse.ArgumentParser(prog=f"yuyisuan {name}", allow_abbrev=False)
    command.add_arguments(parser)
    return partial(command.run, parser.parse_args(after, args))


def _parse_window(arguments: Sequence[str]) -> Action:
    parser = argparse.ArgumentParser(
        prog="yuyisuan",
        allow_abbrev=False,
        description="Open the window. A command works without it.",
        epilog=f"commands: {', '.join(COMMANDS)} (COMMAND --help says more)",
    )
    _add_common(parser)
    parser.add_argument("case", nargs="?", type=Path, metavar="CASE.json", help="open this case")
    parser.add_argument(
        "--exit-after-first-paint", action="store_true", help="leave as soon as the first page has painted"
    )
    parser.add_argument(
        "--self-test",
        action="store_true",
        help="check that all works on this computer; say what does not",
    )
    args = parser.parse_args(arguments)
    return partial(_run_self_test if args.self_test else _run_window, args)


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--packs", type=Path, metavar="DIR", help="a folder of policy packs that come before the shipped ones"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="language (the default is Chinese)")


def _import_command(name: str) -> Command:
    # Plain imports, so that what bundles the program finds them.
    if name == "calculate":
        from desktop_app.commands import calculate

        return calculate
    if name == "compare":
        from desktop_app.commands import compare

        return compare
    if name == "curve":
        from desktop_app.commands import curve

        return curve
    if name == "packs":
        from desktop_app.commands import packs

        return packs
    if name == "pictures":
        from desktop_app.commands import pictures

        return pictures
    from desktop_app.commands import report

    return report


def _run_self_test(args: argparse.Namespace) -> int:
    from desktop_app.commands import self_test

    return self_test.run(args)


def _run_window(args: argparse.Namespace) -> int:
    catalogue = open_catalogue(args.packs)  # a folder that cannot be used is told here, not in a window
    if args.case is not None and not args.case.is_file():
        raise CommandError(f"{args.case}: there is no such file")
    try:
        from desktop_app.ui import app
    except ImportError as error:
        raise CommandError(f"the window cannot start: {error}") from error
    lang = {"zh": "zh_CN", "en": "en", None: None}[args.lang]
    return app.run(args.case, catalogue, lang, exit_after_first_paint=args.exit_after_first_paint)
