"""The menus: every command of the window with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from PySide6.QtGui import QAction, QKeySequence

from desktop_app.draft.flow import PAGES, Page
from desktop_app.draft.history import Place
from desktop_app.ui.planning.choices import PLANS, PlanName

if TYPE_CHECKING:
    from desktop_app.ui.window import MainWindow

Command: TypeAlias = Callable[[], object]


class Entry(NamedTuple):
    """One command: its message key below ``window.menu``, its keys, what it does."""

    key: str
    keys: QKeySequence | QKeySequence.StandardKey | str
    command: Command


def add_menus(window: MainWindow) -> dict[str, QAction]:
    """Add all menus; gives the actions of undo and redo, by message key."""
    _add_menu(window, "file", _file_entries(window))
    edits: list[Entry | None] = [
        Entry("undo", QKeySequence.StandardKey.Undo, window.undo),
        Entry("redo", "Ctrl+Y", window.redo),
    ]
    edit_actions = _add_menu(window, "edit", edits)
    _add_menu(window, "page", _page_entries(window))
    _add_menu(window, "help", _help_entries(window))
    return edit_actions


def _file_entries(window: MainWindow) -> list[Entry | None]:
    keys = QKeySequence.StandardKey
    files = window.files
    return [
        Entry("new", keys.New, _committed(window, files.new)),
        Entry("open", keys.Open, _committed(window, files.open)),
        Entry("save", keys.Save, window.save),
        Entry("save_as", "Ctrl+Shift+S", _committed(window, files.save_as)),
        None,
        Entry("print", keys.Print, lambda: window.show_page("summary")),
        Entry("finish", "Ctrl+Shift+N", window.finish),
        None,
        Entry("quit", "Ctrl+Q", window.close),
    ]


def _page_entries(window: MainWindow) -> list[Entry | None]:
    return [
        *(
            Entry(f"page_{page}", f"Alt+{number}", _page_command(window, page))
            for number, page in enumerate(PAGES, start=1)
        ),
        None,
        *(
            Entry(f"plan_{name}", f"Ctrl+{number}", _plan_command(window, name))
            for number, name in enumerate(PLANS, start=1)
        ),
        None,
        Entry("forward", "Ctrl+Return", window.go_forward),
        Entry("back", "Ctrl+Backspace", window.go_back),
    ]


def _help_entries(window: MainWindow) -> list[Entry | None]:
    return [
        Entry("guide", "F1", window.show_guide),
        Entry("keys", "Shift+F1", window.show_keys),
        Entry("self_test", "Ctrl+F1", lambda: _show_self_test(window)),
        None,
        Entry("settings", "Ctrl+,", window.show_settings),
        Entry("import_pack", "Ctrl+Shift+I", window.import_pack),
        Entry("roll_back_pack", "Ctrl+Shift+R", window.roll_back_pack),
    ]


def _show_self_test(window: MainWindow) -> None:
    from desktop_app.ui.self_test.dialog import SelfTestDialog

    SelfTestDialog(window.wording, window).exec()


def _page_command(window: MainWindow, page: Page) -> Command:
    return lambda: window.show_page(page)


def _plan_command(window: MainWindow, name: PlanName) -> Command:
    """Lead to a question behind the result; to the result itself where the question does not arise."""
    return lambda: window.go_to(Place("result", "", name))


def _committed(window: MainWindow, command: Command) -> Command:
    """Run a command after the field with the focus has handed over what was typed."""

    def run() -> None:
        window.commit_field()
        command()

    return run


def _add_menu(window: MainWindow, key: str, entries: Sequence[Entry | None]) -> dict[str, QAction]:
    """Add a menu of commands (None: a line between them); gives its actions by message key."""
    text = window.messages.text
    menu = window.menuBar().addMenu(text(f"window.menu.{key}"))
    actions: dict[str, QAction] = {}
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        action = QAction(text(f"window.menu.{entry.key}"), window)
        action.setShortcut(QKeySequence(entry.keys))
        action.triggered.connect(lambda _checked=False, command=entry.command: command())
        menu.addAction(action)
        actions[entry.key] = action
    return actions
