"""The product's source files as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "desktop_app"


class Source(NamedTuple):
    """One file: its path below the repository's root, its text and its tree."""

    name: str
    text: str
    tree: ast.Module


@cache
def sources() -> tuple[Source, ...]:
    """Read every Python file of the product."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return tuple(found)


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """List what a file imports, anywhere in it: line and dotted name (``from a import b`` is ``a.b``)."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node.lineno, f"{node.module or ''}.{alias.name}"


def is_below(name: str, modules: tuple[str, ...]) -> bool:
    """Say whether a dotted name is one of the modules or lies in one."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)
