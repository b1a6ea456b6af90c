"""The one accessor for shipped files."""

import tomllib

from desktop_app.resources import data_path


def test_the_font_is_an_opentype_font_with_its_licence_beside_it() -> None:
    assert data_path("resources", "fonts", "NotoSansSC-Regular.otf").read_bytes()[:4] == b"OTTO"
    assert "SIL OPEN FONT LICENSE" in data_path("resources", "fonts", "OFL.txt").read_text(encoding="utf-8")


def test_packs_are_found_by_their_place_in_the_source_tree() -> None:
    packs = sorted(data_path("policy_packs").glob("chongqing-resident-*.toml"))
    assert [tomllib.loads(pack.read_text(encoding="utf-8"))["year"] for pack in packs] == [2024, 2025, 2026]


def test_a_path_need_not_exist() -> None:
    assert not data_path("resources", "no", "such", "file").exists()
