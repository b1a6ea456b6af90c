"""The packs that a command works with."""

from pathlib import Path

from desktop_app.commands.failure import file_error
from desktop_app.folders import user_folders
from desktop_app.packs.find import Catalogue, find_packs, pack_folders


def open_catalogue(packs: Path | None) -> Catalogue:
    """Find the packs of ``--packs``, which come first, the imported ones and the shipped ones.

    Raises ``CommandError`` for a folder that cannot be listed.
    """
    first = [] if packs is None else [packs]
    try:
        return find_packs([*first, *pack_folders(user_folders())])
    except OSError as error:
        raise file_error(error.filename, error) from error
