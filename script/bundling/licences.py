"""The licences of the program and of everything that is in the bundle, in one folder."""

import importlib.metadata
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

FOLDER = "licences"
BUNDLED = ("numpy", "platformdirs", "pyqtgraph")
QT = ("PySide6-Essentials", "shiboken6")
_SOURCE = ("source", "source code", "repository")
_LICENCE_FILES = ("licen", "copying")


def licence_files(root: Path) -> list[tuple[str, str]]:
    """List each licence as source and folder of the bundle. One that is missing ends the build."""
    found = [(root / "LICENSE", "yuyisuan"), (root / "resources" / "fonts" / "OFL.txt", "Noto-Sans-SC")]
    found += [(path, "Qt-PySide6") for path in sorted((root / "packaging" / "licences").iterdir())]
    found.append((_of_python(), "Python"))
    for name in BUNDLED:
        found += [(path, name) for path in _of_package(name)]
    return [(str(path), f"{FOLDER}/{folder}") for path, folder in found]


def licences_of_libraries(libraries: Iterable[str]) -> list[tuple[str, str]]:
    """List the licences of libraries that come from this Debian system; of others there are none here."""
    found: dict[str, list[str]] = {}
    for library in libraries:
        # A library's package may know it by the place it had before /lib became a link to /usr/lib.
        for place in (library, library.removeprefix("/usr")):
            owner = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False)
            if owner.returncode == 0:
                package = owner.stdout.partition(":")[0]
                # Packages of one source have the same licence: it is there once.
                text = Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8")
                found.setdefault(text, []).append(package)
    return [
        (f"/usr/share/doc/{names[0]}/copyright", f"{FOLDER}/Debian/{'+'.join(sorted(set(names)))}")
        for names in found.values()
    ]


def write_overview(target: Path) -> Path:
    """Write which parts there are, in which version, under which licence, and where their source is."""
    parts = [("Python", sys.version.split()[0], "PSF-2.0", "https://www.python.org")]
    for name in (*BUNDLED, *QT):
        about = importlib.metadata.metadata(name)
        parts.append((name, about["Version"], _licence(about), _address(about)))
    lines = ["  ".join(part) for part in parts]
    words = (
        "Yuyisuan is under the MIT licence (yuyisuan/LICENSE). Qt and PySide6 are used under the LGPL,\n"
        "version 3, as libraries of their own: others of the same names may be put in their place.\n"
        "\nParts, versions, licences, and where their source is:\n\n"
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(words + "\n".join(lines) + "\n", encoding="utf-8")
    return target


def _address(about: importlib.metadata.PackageMetadata) -> str:
    addresses = dict(each.split(", ", 1) for each in about.get_all("Project-URL") or ())
    named = (address for name, address in addresses.items() if name.lower() in _SOURCE)
    return next(named, "") or _first(about, "Home-page")


def _licence(about: importlib.metadata.PackageMetadata) -> str:
    kinds = [each for each in about.get_all("Classifier") or () if each.startswith("License ::")]
    kind = ", ".join(each.rpartition(" :: ")[2] for each in kinds)
    # The field License may hold the whole text; some packages name theirs nowhere else.
    return _first(about, "License-Expression") or kind or _first(about, "License").partition("\n")[0]


def _first(about: importlib.metadata.PackageMetadata, name: str) -> str:
    return next(iter(about.get_all(name) or ()), "")


def _of_package(name: str) -> list[Path]:
    files = importlib.metadata.distribution(name).files or []
    paths = [
        Path(str(file.locate()))
        for file in files
        if file.parent.name.endswith((".dist-info", "licenses")) and _is_licence(file.name)
    ]
    if not paths:
        raise SystemExit(f"{name}: no licence was found")
    return paths


def _of_python() -> Path:
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        base / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
        Path("/usr/share/doc") / f"{version}-minimal" / "copyright",
    ]
    for place in places:
        if place.is_file():
            return place
    raise SystemExit("Python: no licence was found")


def _is_licence(name: str) -> bool:
    return name.lower().startswith(_LICENCE_FILES)
