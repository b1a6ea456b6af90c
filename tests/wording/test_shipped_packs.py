"""Every value of the shipped packs has a name, and everything a pack says can be said in both languages."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desktop_app.engine.policy import Basis
from desktop_app.wording.sentences import Wording
from tests.wording.catalogues import LANGS, ROOT, catalogue

PACKS = sorted((ROOT / "policy_packs").glob("*-resident-*.toml"))
BESIDE_FIGURES = set("rule unit source section standing note note_en name first last begins".split())  # noqa: SIM905


def tables(table: Mapping[str, object], path: str = "") -> Iterator[tuple[str, Mapping[str, object]]]:
    """The tables that hold figures, by id."""
    for name, entry in table.items():
        if isinstance(entry, Mapping) and name != "provisions":
            below = f"{path}.{name}" if path else name
            if "standing" in entry:
                yield below, entry
            else:
                yield from tables(entry, below)


def places(entries: Mapping[str, object]) -> Iterator[str]:
    """The places of a table's figures."""
    for name, entry in entries.items():
        if name in ("figure", "begin"):
            yield ""
        elif isinstance(entry, Mapping):
            yield from (f"{name}.{place}" for place in entry)
        elif name not in BESIDE_FIGURES:
            yield name


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", LANGS)
def test_every_value_has_a_name(path: Path, lang):
    wording = Wording(lang)
    for basis_id, entries in tables(tomllib.loads(path.read_text(encoding="utf-8"))):
        for place in places(entries):
            assert wording.value_name(basis_id, place)
        basis = Basis(basis_id, entries["rule"], entries["standing"], entries["source"], entries["section"])
        assert wording.standing(basis.standing) in wording.assumption_text(basis)


def test_no_name_is_left_over():
    used = {
        basis_id for path in PACKS for basis_id, _ in tables(tomllib.loads(path.read_text(encoding="utf-8")))
    }
    names = {key.removeprefix("values.") for key in catalogue("en") if key.startswith("values.")}
    assert PACKS
    assert {name for name in names if not any(f"{basis}.".startswith(f"{name}.") for basis in used)} == set()
