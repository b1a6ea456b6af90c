"""What PyInstaller would collect and the program never loads."""

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from PyInstaller.depend.bindepend import get_imports

Entry: TypeAlias = tuple[str, str, str]
"""A file of the bundle, as PyInstaller lists it: its place there, where it comes from, its kind."""

MODULES = (
    # The program opens no connection, and hashes with Python's own code: no OpenSSL.
    "_hashlib",
    "_ssl",
    "PySide6.QtNetwork",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtXml",
    "curses",
    "distutils",
    "lib2to3",
    "numpy.distutils",
    "numpy.f2py",
    "numpy.testing",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "readline",
    "setuptools",
    "sqlite3",
    "test",
    "tkinter",
    "unittest",
)

PLUGINS = {
    "iconengines": ("svg",),
    "imageformats": ("svg",),
    "platforminputcontexts": ("compose", "ibus"),
    "platforms": ("offscreen", "windows", "xcb"),
    "printsupport": ("cups", "windows"),
}
"""The Qt plug-ins that are used, by a part of their names. Wayland desktops show X11 windows, too."""

TRANSLATIONS = ("qtbase_zh_CN.qm",)


def used_data(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out Qt's translations into other languages; English is what Qt speaks without one."""
    return [
        entry for entry in entries if "translations" not in _parts(entry) or _parts(entry)[-1] in TRANSLATIONS
    ]


def used_binaries(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out plug-ins that are not used, and libraries that nothing else needs."""
    kept = [entry for entry in entries if _is_used_plugin(entry)]
    loaded = [entry for entry in kept if entry[2] == "EXTENSION" or "plugins" in _parts(entry)]
    loaded += [entry for entry in kept if _is_interpreter(entry)]
    needed = set(_needed(source for _, source, _ in loaded))
    return [entry for entry in kept if entry in loaded or _parts(entry)[-1].lower() in needed]


def stripped(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """Take the debugging symbols out of the interpreter, on Linux; Qt's libraries do not bear it."""
    return [
        (place, _without_symbols(source, folder) if place.startswith("libpython") else source, kind)
        for place, source, kind in entries
    ]


def _without_symbols(library: str, folder: Path) -> str:
    target = folder / Path(library).name
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["strip", "--strip-unneeded", "-o", target, library], check=True)
    return str(target)


def _is_used_plugin(entry: Entry) -> bool:
    parts = _parts(entry)
    if "plugins" not in parts:
        return True
    kind, name = parts[parts.index("plugins") + 1], parts[-1]
    return any(each in name for each in PLUGINS.get(kind, ()))


def _is_interpreter(entry: Entry) -> bool:
    name = _parts(entry)[-1].lower()
    return name.startswith(("libpython", "python3", "vcruntime", "ucrtbase", "api-ms-win", "msvcp"))


def _needed(files: Iterable[str]) -> Iterator[str]:
    """Name the libraries that these files load, and those that these load in turn."""
    waiting, seen = list(files), set()
    while waiting:
        for name, path in get_imports(waiting.pop()):
            base = PurePosixPath(name.replace("\\", "/")).name.lower()
            if base not in seen:
                seen.add(base)
                yield base
                if path is not None:
                    waiting.append(path)


def _parts(entry: Entry) -> tuple[str, ...]:
    return PurePosixPath(entry[0].replace("\\", "/")).parts
