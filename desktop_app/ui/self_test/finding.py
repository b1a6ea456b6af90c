"""What a check found, as a code and its figures; the sentence of the code says it in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.wording.messages import Messages


@dataclass(frozen=True, slots=True)
class Finding:
    """A code of the messages ``self_test.<check>.*`` and the fields of its sentence."""

    code: str
    fields: Mapping[str, object] = field(default_factory=dict)
    good: bool = False


def good(code: str = "good", **fields: object) -> Finding:
    """Find that all is as it should be."""
    return Finding(code, fields, good=True)


def bad(code: str, **fields: object) -> Finding:
    """Find something wrong."""
    return Finding(code, fields)


@dataclass(frozen=True, slots=True)
class Check:
    """A check by the name of its messages. ``run`` may raise: that, too, is a finding."""

    name: str
    run: Callable[[], Finding]


@dataclass(frozen=True, slots=True)
class Line:
    """A check that has been done, in words."""

    text: str
    good: bool


def perform(check: Check, messages: Messages) -> Line:
    """Do a check and say what it found. Whatever it runs into is said, not raised."""
    try:
        finding = check.run()
        said = messages.text(f"self_test.{check.name}.{finding.code}", **finding.fields)
    except Exception as error:  # noqa: BLE001 - a damaged program may fail in any way, and this is to tell it
        finding, said = bad("unexpected"), messages.text("self_test.unexpected", error=in_words(error))
    return _line(check, messages, said, good=finding.good)


def sum_up(lines: Sequence[Line], messages: Messages) -> str:
    """Say how many of the checks found something wrong."""
    failed = sum(not line.good for line in lines)
    return messages.text("self_test.failed", count=failed) if failed else messages.text("self_test.passed")


def in_words(error: BaseException) -> str:
    """Say what an exception says of itself, with its kind where that is all there is."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return f"{type(error).__name__}: {error}"


def _line(check: Check, messages: Messages, said: str, *, good: bool) -> Line:
    mark = messages.text(f"self_test.mark.{'good' if good else 'bad'}")
    return Line(f"{mark} {messages.text(f'self_test.{check.name}.title')}{said}", good)
