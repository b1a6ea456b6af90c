"""The program as pip installs it, away from its source."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from product_sources import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, *offline, "--target", folder, ROOT], check=True)
    return folder


def test_the_command_finds_packs_and_resources_from_any_folder(installed: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [installed / "bin" / "yuyisuan", "packs", "list"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert str(installed) in run.stdout
    for pack in (ROOT / "policy_packs").glob("chongqing-resident-*.toml"):
        assert hashlib.sha256(pack.read_bytes()).hexdigest() in run.stdout


def test_every_shipped_file_is_installed(installed: Path) -> None:
    def files(folder: Path) -> set[Path]:
        return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}

    for name in ("policy_packs", "resources", "tests/cases"):
        assert files(ROOT / name) == files(installed / "desktop_app" / "_data" / name)


def test_the_installed_program_tests_itself(installed: Path, tmp_path: Path) -> None:
    run = subprocess.run(
        [installed / "bin" / "yuyisuan", "--self-test"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
