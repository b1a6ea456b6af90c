"""Whether the program can keep its own files on this computer."""

import os
from pathlib import Path

from desktop_app.atomic import write_text
from desktop_app.folders import Folders
from desktop_app.ui.self_test.finding import Finding, bad, good

_WORD = "self-test"


def check_data_folder(folders: Folders) -> Finding:
    """Write a private file into each folder that is there, read it again and remove it."""
    used = [folders.root, *(each for each in (folders.drafts, folders.packs, folders.logs) if each.exists())]
    made = [each for each in (folders.root, *folders.root.parents) if not each.exists()]
    for folder in used:
        try:
            _try(folder / f".{_WORD}.{os.getpid()}")
        except OSError as error:
            return bad("unwritable", path=folder, reason=error.strerror or error)
    for folder in made:  # nothing is left of a test but what was there
        folder.rmdir()
    return good(folders.place, path=folders.root)


def _try(path: Path) -> None:
    write_text(path, _WORD, private=True)
    try:
        if path.read_text(encoding="utf-8") != _WORD:
            raise OSError(str(path))
    finally:
        path.unlink()
