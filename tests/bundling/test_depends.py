"""The list of packages that the .deb depends on is held against what the bundle loads."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
LISTED = ROOT / "packaging" / "linux" / "depends.txt"
LOADED = {"libc6", "libegl1", "libgl1", "libxcb1"}


@pytest.fixture(scope="module")
def depends() -> ModuleType:
    spec = importlib.util.spec_from_file_location("depends", ROOT / "script" / "bundling" / "depends.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_list_is_right_for_debian_12(depends: ModuleType) -> None:
    assert list(depends._differences(LOADED, (2, 36), LISTED)) == []


def test_a_package_that_is_not_listed(depends: ModuleType) -> None:
    found = list(depends._differences({*LOADED, "libcups2"}, (2, 36), LISTED))
    assert found == ["libcups2 is missing: the bundle loads a library of it"]


def test_a_package_that_is_listed_without_need(depends: ModuleType) -> None:
    found = list(depends._differences(LOADED - {"libgl1"}, (2, 36), LISTED))
    assert found == ["libgl1 is not needed: the bundle loads nothing of it"]


def test_a_newer_c_library(depends: ModuleType) -> None:
    found = list(depends._differences(LOADED, (2, 39), LISTED))
    assert found == ["libc6 (>= 2.36) should be libc6 (>= 2.39)"]
