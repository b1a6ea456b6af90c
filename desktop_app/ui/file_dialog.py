"""Asking for a file to open or to save to, in the window's language."""

from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QFileDialog, QFileIconProvider, QWidget

from desktop_app.wording.messages import Messages


class _Kinds(QFileIconProvider):
    """Names the kinds of files: Qt's translation leaves them in English."""

    def __init__(self, messages: Messages) -> None:
        super().__init__()
        self._folder = messages.text("window.file.folder")
        self._file = messages.text("window.file.file")

    def type(self, info: QFileInfo) -> str:
        return self._folder if info.isDir() else self._file


def ask_to_open(parent: QWidget, messages: Messages, title: str, kinds: str, folder: str) -> Path | None:
    """Ask for an existing file; ``kinds`` is a filter of Qt's, ``folder`` where to begin."""
    dialog = QFileDialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _answer(dialog, messages)


def ask_to_save(
    parent: QWidget, messages: Messages, title: str, kinds: str, name: str, suffix: str
) -> Path | None:
    """Ask for a file to write; a name without an ending gets ``suffix``, one that exists is asked about."""
    dialog = QFileDialog(parent, title, str(Path(name).parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    return _answer(dialog, messages)


def _answer(dialog: QFileDialog, messages: Messages) -> Path | None:
    icons = _Kinds(messages)  # the dialog does not keep it alive
    dialog.setIconProvider(icons)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None
