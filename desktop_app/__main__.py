"""Start the program: the window, or a command of ``python -m desktop_app COMMAND``."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_app.commands.failure import CommandError, report_failure
from desktop_app.commands.output import OUTPUT_CLOSED, hand_over_words, let_go_of_output
from desktop_app.commands.parser import parse


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window or a command: its exit status. Wrong usage leaves with 2, as ``argparse`` does."""
    if sys.stderr is None:  # closed by the caller; what is printed there would land on standard output
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    try:
        status = parse(sys.argv[1:] if argv is None else argv)()
        if sys.stdout is not None:  # a window on Windows has none
            sys.stdout.flush()
    except CommandError as error:
        return report_failure(str(error))
    except MemoryError:
        return report_failure("there is not enough memory for this input")
    except BrokenPipeError:
        let_go_of_output()
        return report_failure(OUTPUT_CLOSED)
    except OSError as error:  # before Python 3.11.3 argparse, too, fails where its words cannot be written
        return report_failure(error.strerror or str(error))
    except KeyboardInterrupt:
        return 130
    finally:
        hand_over_words()
    return status


if __name__ == "__main__":
    sys.exit(main())
