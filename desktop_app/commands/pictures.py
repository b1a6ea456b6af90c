"""``pictures CASE -o FOLDER``: a picture of each page of the wizard, also where there is no display."""

import argparse
import os
import sys
from pathlib import Path

from desktop_app.commands.catalogue import open_catalogue
from desktop_app.commands.failure import CommandError, file_error
from desktop_app.wording.messages import Lang


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's own arguments."""
    parser.add_argument("case", type=Path, metavar="CASE.json", help="the case that the pages show")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help="where pictures go"
    )


def run(args: argparse.Namespace) -> int:
    """Write the pictures and name them."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop_app.ui.pictures import take_pictures

    try:
        args.output.mkdir(parents=True, exist_ok=True)
        language: Lang = "en" if args.lang == "en" else "zh_CN"
        for path in take_pictures(args.case, args.output, open_catalogue(args.packs), language):
            print(path)
    except OSError as error:
        raise file_error(error.filename or args.case, error) from error
    except ValueError as error:
        raise CommandError(str(error)) from error
    return 0
