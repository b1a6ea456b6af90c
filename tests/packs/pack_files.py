"""The shipped packs, whole or with one thing spoilt."""

from pathlib import Path

from desktop_app.engine.policy import Policy
from desktop_app.packs.find import shipped_folder
from desktop_app.packs.problems import PackProblems
from desktop_app.packs.read import read_pack


def pack_file(year: int) -> Path:
    return shipped_folder() / f"chongqing-resident-{year}.toml"


def pack_text(year: int = 2024) -> str:
    return pack_file(year).read_text("utf-8")


def policy_of(year: int) -> Policy:
    policy = read_pack(pack_file(year).read_bytes(), pack_file(year).name)
    assert isinstance(policy, Policy), policy.lines()
    return policy


def in_table(path: str, old: str, new: str, text: str | None = None) -> str:
    """The pack's text with one replacement after the heading of a table (``""``: at the top)."""
    text = pack_text() if text is None else text
    head, found, rest = text.partition(f"\n[{path}]\n") if path else ("", "", text)
    assert path == "" or found, path
    assert old in rest, old
    return head + found + rest.replace(old, new, 1)


def without_table(path: str) -> str:
    """The pack's text without one table."""
    head, found, rest = pack_text().partition(f"\n[{path}]\n")
    assert found, path
    return head + "\n[" + rest.partition("\n[")[2]


def problems_of(text: str | bytes) -> set[tuple[str, str]]:
    """Key and code of every problem; none of such a pack is loaded."""
    data = text.encode() if isinstance(text, str) else text
    result = read_pack(data, "some.toml")
    assert isinstance(result, PackProblems)
    assert result.name == "some.toml"
    assert all(problem.message for problem in result.problems)
    assert all(line.startswith("some.toml: ") for line in result.lines())
    return {(problem.path, problem.code) for problem in result.problems}
