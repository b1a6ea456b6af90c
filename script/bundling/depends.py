"""Hold the list of packages that the .deb depends on against the libraries that the bundle loads."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_NEEDED = re.compile(r"NEEDED\s+(\S+)")
_C_LIBRARY = re.compile(r"GLIBC_(\d+)\.(\d+)")
_PACKAGE = re.compile(r"(\S+)(?: \(>= (\d+)\.(\d+)\))?")
_ELF = b"\x7fELF"


def main(bundle: Path, listed: Path) -> int:
    """Say which packages the list lacks, or names without need: 0 if it is right."""
    files = [path for path in bundle.rglob("*") if path.is_file() and path.read_bytes()[:4] == _ELF]
    heads = [_head(path) for path in files]
    own = {path.name for path in files}
    needed = {name for head in heads for name in _NEEDED.findall(head)} - own
    packages = {_package(name) for name in needed}
    version = max(tuple(map(int, found)) for head in heads for found in _C_LIBRARY.findall(head))
    problems = list(_differences(packages, version, listed))
    for problem in problems:
        print(f"{listed}: {problem}", file=sys.stderr)
    return 1 if problems else 0


def _differences(packages: set[str], version: tuple[int, ...], listed: Path) -> Iterator[str]:
    lines = [line for line in listed.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    names = dict(_PACKAGE.fullmatch(line).group(1, 0) for line in lines)  # type: ignore[union-attr]
    for package in sorted(packages - names.keys()):
        yield f"{package} is missing: the bundle loads a library of it"
    for name in sorted(names.keys() - packages):
        if name.startswith("lib") and not name.endswith("-data"):
            yield f"{name} is not needed: the bundle loads nothing of it"
    wanted = f"libc6 (>= {'.'.join(map(str, version))})"
    if names.get("libc6") != wanted:
        yield f"{names.get('libc6')} should be {wanted}"


def _head(path: Path) -> str:
    """Read what a library needs: others, and versions of them."""
    command = ["objdump", "-p", path]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _package(library: str) -> str:
    """Name the package of this system that holds a library."""
    paths = ["/sbin/ldconfig", "-p"]
    known = subprocess.run(paths, check=True, capture_output=True, text=True).stdout
    path = next((line.split(" => ")[1] for line in known.splitlines() if line.split()[0] == library), None)
    if path is None:
        raise SystemExit(f"{library}: the bundle loads it, and it is not on this system")
    for place in (path, str(Path(path).resolve()), f"/usr{path}", path.removeprefix("/usr")):
        owner = subprocess.run(["dpkg-query", "-S", place], capture_output=True, text=True, check=False)
        if owner.returncode == 0:
            return owner.stdout.partition(":")[0].removesuffix("t64")
    raise SystemExit(f"{path}: no package holds it")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
