"""The menus: every command of the window with its key."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.wording.messages import Messages

Command = Callable[[], object]


class Entry(NamedTuple):
    """One command: its message key below ``window.menu``, its keys, what it does."""

    key: str
    keys: QKeySequence | QKeySequence.StandardKey | str
    command: Command


def add_menu(
    window: QMainWindow, messages: Messages, key: str, entries: list[Entry | None]
) -> dict[str, QAction]:
    """Add a menu of commands (None: a line between them); gives its actions by message key."""
    menu: QMenu = window.menuBar().addMenu(messages.text(f"window.menu.{key}"))
    actions: dict[str, QAction] = {}
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        action = QAction(messages.text(f"window.menu.{entry.key}"), window)
        action.setShortcut(QKeySequence(entry.keys))
        action.triggered.connect(lambda _checked=False, command=entry.command: command())
        menu.addAction(action)
        actions[entry.key] = action
    return actions
