"""Packs that are refused: their problems as JSON on standard output, in words on standard error."""

import json
from collections.abc import Sequence

from desktop_app.commands.failure import say
from desktop_app.commands.output import Output
from desktop_app.packs.problems import PackProblems


def refuse_packs(found: Sequence[PackProblems]) -> int:
    """Print every problem of some packs; answers the exit status."""
    errors = [
        {"file": problems.name, "path": path, "code": code, "message": message}
        for problems in found
        for path, code, message in problems.problems
    ]
    document = {"format": "yuyisuan-errors/1", "errors": errors}
    Output().write_line(json.dumps(document, ensure_ascii=False, indent=2))
    for problems in found:
        for line in problems.lines():
            say(line)
    return 1
