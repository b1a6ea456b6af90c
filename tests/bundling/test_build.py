"""What goes into a bundle, and what keeps one from being built."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage, QImageReader

ROOT = Path(__file__).resolve().parents[2]
DRAWING = ROOT / "resources" / "icons" / "yuyisuan.svg"


def bundling(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "script" / "bundling" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("desktop_app", "policy_packs", "script/bundling"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.spec", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def build(checkout: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "PyInstaller", "build.spec"],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_bundle_is_built_with_a_broken_pack(checkout: Path) -> None:
    pack = checkout / "policy_packs" / "chongqing-resident-2025.toml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("rule =", "rulle =", 1), encoding="utf-8")
    run = build(checkout)
    assert run.returncode != 0
    assert "No bundle is made with these policy packs" in run.stderr
    assert "chongqing-resident-2025.toml" in run.stderr
    assert not (checkout / "dist" / "yuyisuan").exists()


def test_no_bundle_is_built_without_a_pack(checkout: Path) -> None:
    for pack in (checkout / "policy_packs").glob("chongqing-*.toml"):
        pack.unlink()
    run = build(checkout)
    assert run.returncode != 0
    assert "there is none" in run.stderr


def test_the_icon_of_windows_has_every_size(qapp, tmp_path: Path) -> None:
    target = tmp_path / "made" / "yuyisuan.ico"
    icons = bundling("icons")
    icons.write_ico(DRAWING, target)
    reader = QImageReader(str(target))
    assert reader.imageCount() == len(icons.WINDOWS_SIZES)
    for number, size in enumerate(icons.WINDOWS_SIZES):
        assert reader.jumpToImage(number)
        image = reader.read()
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 2).alpha() > 0


def test_the_icons_of_linux_have_their_sizes(qapp, tmp_path: Path) -> None:
    bundling("icons").write_pngs(DRAWING, tmp_path, "yuyisuan.png")
    assert QImage(str(tmp_path / "48x48" / "apps" / "yuyisuan.png")).width() == 48


def test_every_part_of_the_bundle_has_its_licence() -> None:
    folders = {folder for _, folder in bundling("licences").licence_files(ROOT)}
    parts = ("Noto-Sans-SC", "Python", "Qt-PySide6", "numpy", "platformdirs", "pyqtgraph", "yuyisuan")
    assert folders == {f"licences/{part}" for part in parts}


def test_the_overview_names_versions_licences_and_sources(tmp_path: Path) -> None:
    text = bundling("licences").write_overview(tmp_path / "README.txt").read_text(encoding="utf-8")
    lines = [line.split("  ") for line in text.splitlines() if "https://" in line]
    assert [line[0] for line in lines] == [
        "Python",
        "numpy",
        "platformdirs",
        "pyqtgraph",
        "PySide6-Essentials",
        "shiboken6",
    ]
    assert all(all(line) and len(line) == 4 for line in lines)


@pytest.mark.parametrize(
    ("place", "used"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqwayland-egl.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
    ],
)
def test_plugins_that_are_not_used_are_left_out(place: str, used: bool) -> None:
    unused = bundling("unused")
    entries = [(place, sys.executable, "BINARY")]
    assert unused.used_binaries(entries) == (entries if used else [])


def test_of_qt_s_translations_only_chinese_is_kept() -> None:
    entries = [
        (f"PySide6/Qt/translations/{name}.qm", name, "DATA")
        for name in ("qtbase_zh_CN", "qtbase_zh_TW", "qt_de")
    ]
    assert bundling("unused").used_data([*entries, ("resources/x.toml", "x", "DATA")]) == [
        entries[0],
        ("resources/x.toml", "x", "DATA"),
    ]
