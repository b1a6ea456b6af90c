"""What the product's code must not hold."""

import ast
import re

from product_sources import Source, sources

LONGEST_FILE = 350
CHINESE = re.compile(r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")

# Numbers of three digits and more that no year can change.
UNIVERSAL = {
    "desktop_app/engine/money.py": {
        100,  # fen in a yuan; basis points in a per cent
        10_000,  # basis points in the whole
    },
}


def below_the_window() -> list[Source]:
    return [source for source in sources() if not source.name.startswith("desktop_app/ui/")]


def engine() -> list[Source]:
    return [source for source in sources() if source.name.startswith("desktop_app/engine/")]


def test_chinese_stands_in_the_catalogues_and_packs_alone() -> None:
    found = [
        f"{source.name}:{number} {line.strip()}"
        for source in sources()
        for number, line in enumerate(source.text.splitlines(), start=1)
        if CHINESE.search(line)
    ]
    assert found == []


def test_no_file_is_too_long_to_hold_in_mind() -> None:
    lengths = {source.name: len(source.text.splitlines()) for source in sources()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_what_a_year_may_change_stands_in_packs() -> None:
    found = [
        f"{source.name}:{node.lineno} {node.value}"
        for source in engine()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant)
        and type(node.value) is int
        and abs(node.value) >= 100
        and node.value not in UNIVERSAL.get(source.name, set())
    ]
    assert found == []


def test_money_never_meets_floating_point() -> None:
    found = [
        f"{source.name}:{node.lineno}"
        for source in engine()
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.Constant) and type(node.value) is float)
        or (isinstance(node, ast.Name) and node.id == "float")
        or isinstance(node, ast.Div)
    ]
    assert found == []


def test_the_engine_neither_prints_nor_reads_the_clock() -> None:
    calls = ("print", "input", "open")
    clocks = ("today", "now", "utcnow")
    found = [
        f"{source.name}:{node.lineno}"
        for source in engine()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in calls)
            or (isinstance(node.func, ast.Attribute) and node.func.attr in clocks)
        )
    ]
    assert found == []


def test_nothing_below_the_window_keeps_global_state() -> None:
    found = [
        f"{source.name}:{node.lineno}"
        for source in below_the_window()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Global)
    ]
    assert found == []
