"""The packs that a command works with."""

from pathlib import Path

from desktop_app.commands.failure import file_error
from desktop_app.packs.find import Catalogue, find_packs, shipped_folder


def open_catalogue(packs: Path | None) -> Catalogue:
    """Find the packs of ``--packs``, which come first, and the shipped ones.

    Raises ``CommandError`` for a folder that cannot be listed.
    """
    folders = [shipped_folder()] if packs is None else [packs, shipped_folder()]
    try:
        return find_packs(folders)
    except OSError as error:
        raise file_error(error.filename, error) from error
