"""Where the files that ship with the program lie: the one place that knows how it was installed."""

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def data_path(*parts: str) -> Path:
    """Find a shipped file or folder by its place in the source tree.

    ``data_path("policy_packs")`` and ``data_path("resources", "fonts", "NotoSansSC-Regular.otf")`` hold in a
    source checkout, an installed wheel and a frozen program alike. The path need not exist.
    """
    return _data_root().joinpath(*parts)


def program_folder() -> Path:
    """The folder that the program lies in: of a frozen one its executable's, of a checkout its root."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else _PACKAGE.parent


def _data_root() -> Path:
    """Find the folder that holds ``policy_packs`` and ``resources``."""
    if getattr(sys, "frozen", False):
        return _PACKAGE.parent
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent
