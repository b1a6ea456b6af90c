"""Every command has a key of its own, every field a name, and Tab goes through all of them as one reads."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QRadioButton,
    QWidget,
)

from desktop_app.draft.flow import PAGES
from desktop_app.draft.store import open_case
from desktop_app.resources import data_path
from desktop_app.wording.messages import LANGS
from tests.gui.clerk import Clerk

HELP = data_path("resources", "help")
SAMPLE = data_path("resources", "samples", "sample-household.yys")
Key = Qt.Key


@pytest.fixture(params=LANGS)
def clerk(request, qtbot, tmp_path: Path) -> Clerk:
    return Clerk(qtbot, tmp_path / "data", request.param, open_case(SAMPLE, lambda _region, _year: True))


def menu_actions(clerk: Clerk) -> list[QAction]:
    return [action for menu in menus(clerk) for action in menu.actions() if not action.isSeparator()]


def menus(clerk: Clerk) -> list[QMenu]:
    found = [menu for menu in clerk.window.menuBar().findChildren(QMenu) if menu.title()]
    assert len(found) == len(clerk.window.menuBar().actions())
    return found


def mnemonics(clerk: Clerk, page: str) -> Iterator[str]:
    """The Alt keys that work while a page is shown: of menus, labels and buttons."""
    yield from (QKeySequence.mnemonic(menu.text()).toString() for menu in clerk.window.menuBar().actions())
    for widget in clerk.window.page_widget(page).findChildren(QWidget):
        labels = isinstance(widget, QLabel) and widget.buddy() is not None
        if widget.isVisible() and (labels or isinstance(widget, QAbstractButton)):
            yield QKeySequence.mnemonic(widget.text()).toString()


def shortcuts(clerk: Clerk, page: str) -> Iterator[str]:
    widget = clerk.window.page_widget(page)
    for action in (*menu_actions(clerk), *widget.findChildren(QAction), *widget.actions()):
        yield from (keys.toString() for keys in action.shortcuts())
    for shortcut in widget.findChildren(QShortcut):
        yield shortcut.key().toString()
    for button in widget.findChildren(QAbstractButton):
        if QKeySequence.mnemonic(button.text()) != button.shortcut():
            yield button.shortcut().toString()


def test_every_command_of_the_menus_has_a_key(clerk):
    assert [action.text() for action in menu_actions(clerk) if action.shortcut().isEmpty()] == []


def test_within_a_menu_no_letter_stands_twice(clerk):
    for menu in menus(clerk):
        letters = [QKeySequence.mnemonic(action.text()).toString() for action in menu.actions()]
        doubled = [letter for letter, times in Counter(letters).items() if letter and times > 1]
        assert doubled == [], menu.title()


@pytest.mark.parametrize("page", PAGES)
def test_no_key_means_two_things_on_a_page(clerk, qtbot, page):
    clerk.window.show_page(page)
    qtbot.wait(300 if page in ("result", "summary") else 20)
    for fold in clerk.window.page_widget(page).findChildren(QAbstractButton):
        if fold.isVisible() and fold.text().startswith("▸"):
            fold.click()
    QApplication.processEvents()
    keys = Counter(key for key in (*mnemonics(clerk, page), *set(shortcuts(clerk, page))) if key)
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_field_has_a_name(clerk, qtbot, page):
    clerk.window.show_page(page)
    qtbot.wait(300 if page in ("result", "summary") else 20)
    nameless = [
        widget
        for widget in focusable(clerk.window)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


@pytest.mark.parametrize("page", PAGES)
def test_every_field_is_reached_by_tab_or_by_its_letter(clerk, qtbot, page):
    clerk.window.show_page(page)
    qtbot.wait(300 if page in ("result", "summary") else 20)
    visited = walk(clerk)
    root = clerk.window.page_widget(page)
    # Of a group of radio buttons Tab comes to one; the arrows go to the others.
    missed = [each for each in focusable(root) if not isinstance(each, QRadioButton | QLabel)]
    missed = [each for each in missed if each not in visited]
    with_letter = [
        each for each in missed if isinstance(each, QAbstractButton) and not each.shortcut().isEmpty()
    ]
    assert [each for each in missed if each not in with_letter] == []


@pytest.mark.parametrize("page", ["start", "members", "enrolment"])
def test_tab_goes_as_one_reads(clerk, page):
    clerk.window.show_page(page)
    QApplication.processEvents()
    lines = [each for each in walk(clerk) if isinstance(each, QLineEdit)]
    first = min(range(len(lines)), key=lambda number: reading_place(clerk, lines[number]))
    lines = lines[first:] + lines[:first]
    assert lines == sorted(lines, key=lambda each: reading_place(clerk, each))


def test_the_help_names_every_key_of_the_menus(clerk):
    text = (HELP / f"keyboard.{clerk.window.wording.lang}.md").read_text("utf-8")
    text = text.replace("Enter", "Return")
    for action in menu_actions(clerk):
        keys = action.shortcut().toString()
        by_range = re.fullmatch(r"(Alt|Ctrl)\+[0-9]", keys)
        assert by_range or f"`{keys}`" in text, keys


@pytest.mark.parametrize("lang", LANGS)
def test_the_pictures_of_the_help_are_there_and_small(lang):
    text = (HELP / f"keyboard.{lang}.md").read_text("utf-8")
    names = re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)
    assert len(names) == len(PAGES)
    planning = (HELP / f"planning.{lang}.md").read_text("utf-8")
    names += re.findall(r"!\[[^]]+\]\(([^)]+)\)", planning)
    assert f"pictures/next-bill.{lang}.png" in names
    for name in names:
        assert (HELP / name).stat().st_size <= 60_000


def focusable(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def walk(clerk: Clerk) -> list[QWidget]:
    """Where Tab goes until it comes round; out of a table, which keeps Tab to itself, by Ctrl+Tab."""
    visited: list[QWidget] = []
    widget = clerk.focus()
    while widget not in visited:
        visited.append(widget)
        clerk.press(Key.Key_Tab)
        if QApplication.focusWidget() is widget:
            clerk.press(Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        widget = clerk.focus()
    return visited


def reading_place(clerk: Clerk, widget: QWidget) -> tuple[int, int]:
    place = widget.mapTo(clerk.window, widget.rect().center())
    return round(place.y() / 20), place.x()
