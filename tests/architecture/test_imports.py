"""Who may import what: the contracts of pyproject.toml, and what they cannot say."""

import subprocess
import sys
from pathlib import Path

import pytest
from product_sources import ROOT, imports, is_below, sources

NETWORK = (
    "_socket",
    "_ssl",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
)
WINDOW = ("PySide6", "shiboken6", "pyqtgraph", "numpy")


def test_the_import_contracts_are_kept() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_nothing_opens_a_connection() -> None:
    found = [
        f"{source.name}:{line} {name}"
        for source in sources()
        for line, name in imports(source)
        if is_below(name, NETWORK)
    ]
    assert found == []


def test_no_address_is_opened_for_the_user_either() -> None:
    found = [source.name for source in sources() if "QDesktopServices" in source.text]
    assert found == []


def test_only_the_window_knows_qt() -> None:
    found = [
        f"{source.name}:{line} {name}"
        for source in sources()
        if not source.name.startswith("desktop_app/ui/")
        for line, name in imports(source)
        if is_below(name, WINDOW)
    ]
    assert found == []


def test_no_star_imports() -> None:
    found = [
        f"{source.name}:{line}"
        for source in sources()
        for line, name in imports(source)
        if name.endswith(".*")
    ]
    assert found == []


@pytest.mark.parametrize("module", ["calculate", "packs"])
def test_commands_for_programs_start_without_qt(module: str) -> None:
    code = (
        f"import sys, desktop_app.__main__, desktop_app.commands.{module}\n"
        "sys.exit(any(name.partition('.')[0] in ('PySide6', 'pyqtgraph', 'numpy') for name in sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
