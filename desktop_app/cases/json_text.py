"""JSON bytes into a parsed tree, strictly: what other readers let pass in silence is refused."""

import json

_LONGEST_INTEGER = 18
"""Digits. Converting longer ones takes quadratic time, and Python refuses some of them with an exception.

Cut off here they are still integers, and still beyond anything that a field allows.
"""


class JsonError(ValueError):
    """The bytes are not a JSON document; the message says why."""


def parse_json(data: bytes) -> object:
    """Parse UTF-8 JSON, a leading byte order mark tolerated.

    Raises:
        JsonError: not UTF-8, not JSON, a key given twice, NaN or Infinity, half a surrogate pair, or nested
            deeper than the interpreter goes.
    """
    try:
        text = data.decode("utf-8-sig")
        tree: object = _DECODER.decode(text)
        if "\\u" in text:
            json.dumps(tree, ensure_ascii=False).encode("utf-8")
    except JsonError:
        raise
    except RecursionError:
        raise JsonError("the document is nested too deeply") from None
    except UnicodeDecodeError:
        raise JsonError("the document is not UTF-8") from None
    except UnicodeEncodeError:
        raise JsonError("an escape stands for half a character only") from None
    except json.JSONDecodeError as error:
        raise JsonError(f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}") from None
    return tree


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    tree = dict(pairs)
    if len(tree) != len(pairs):
        raise JsonError("a key is given twice in one object")
    return tree


def _integer(digits: str) -> int:
    return int(digits[:_LONGEST_INTEGER])


def _constant(name: str) -> object:
    raise JsonError(f"{name} is not JSON")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer, parse_constant=_constant)
