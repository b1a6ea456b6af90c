"""1366×768 at 150 % leaves 911×512: pages scroll there, nothing is out of reach; larger ones cut nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from desktop_app.draft.flow import PAGES
from desktop_app.draft.store import open_case
from desktop_app.resources import data_path
from desktop_app.wording.messages import LANGS
from tests.gui.clerk import Clerk

SAMPLE = data_path("resources", "samples", "sample-household.yys")
SIZES = {"911x512": (911, 512), "1280x720": (1280, 690), "1366x768": (1366, 738)}


@pytest.fixture(params=LANGS)
def clerk(request, qtbot, tmp_path: Path) -> Clerk:
    return Clerk(qtbot, tmp_path / "data", request.param, open_case(SAMPLE, lambda _region, _year: True))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_out_of_reach(clerk, qtbot, page, size):
    width, height = SIZES[size]
    clerk.window.resize(width, height)
    clerk.window.show_page(page)
    qtbot.wait(300 if page in ("result", "summary") else 150)
    assert (clerk.window.width(), clerk.window.height()) == (width, height)
    hidden = [
        f"{type(each).__name__} {getattr(each, 'text', str)()[:30]!r}"
        for each in parts(clerk.window.centralWidget())
        if not reachable(each, clerk.window)
    ]
    assert hidden == []


@pytest.mark.parametrize("size", ["1280x720", "1366x768"])
@pytest.mark.parametrize("page", PAGES)
def test_no_label_or_button_is_cut(clerk, qtbot, page, size):
    clerk.window.resize(*SIZES[size])
    clerk.window.show_page(page)
    qtbot.wait(300 if page in ("result", "summary") else 150)
    cut = [
        f"{each.text()[:40]!r} {each.width()} < {needed(each)}"
        for each in parts(clerk.window.centralWidget())
        if isinstance(each, QLabel | QAbstractButton) and each.width() < needed(each) - 1
    ]
    assert cut == []


@pytest.mark.parametrize("page", PAGES)
def test_tab_leads_to_what_is_in_sight_on_the_smallest_screen(clerk, qtbot, page):
    clerk.window.resize(*SIZES["911x512"])
    clerk.window.show_page(page)
    qtbot.wait(300 if page in ("result", "summary") else 150)
    for _step in range(12):
        clerk.press(Qt.Key.Key_Tab)
        assert in_sight(clerk.focus(), clerk.window), clerk.focus()


def parts(root: QWidget) -> list[QWidget]:
    kinds = QLabel | QAbstractButton | QLineEdit | QComboBox | QAbstractItemView
    return [
        each
        for each in root.findChildren(QWidget)
        if isinstance(each, kinds) and each.isVisible() and not inside_a_view(each)
    ]


def inside_a_view(widget: QWidget) -> bool:
    """Scroll bars, headers and editors are their view's own affair."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea | QComboBox) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def reachable(widget: QWidget, window: QWidget) -> bool:
    """Whether it lies within all that holds it, up to an area that scrolls to it."""
    rect, holder = widget.rect(), widget
    while holder is not window:
        parent = holder.parentWidget()
        rect = QRect(holder.mapTo(parent, rect.topLeft()), rect.size())
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is holder:
            return True
        if isinstance(area, QScrollArea):  # its viewport: what it scrolls may stick out
            rect = QRect(QPoint(0, 0), parent.size())
        elif not parent.rect().adjusted(-1, -1, 1, 1).contains(rect):
            return False
        holder = parent
    return True


def in_sight(widget: QWidget, window: QWidget) -> bool:
    """Whether some of it is shown."""
    rect, holder = widget.rect(), widget
    while holder is not window:
        parent = holder.parentWidget()
        rect = QRect(holder.mapTo(parent, rect.topLeft()), rect.size()).intersected(parent.rect())
        holder = parent
    return not rect.isEmpty()


def needed(widget: QLabel | QAbstractButton) -> int:
    """The width below which a text is cut: of what wraps, that of its longest word."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return 0
    if isinstance(widget, QLabel):
        return widget.sizeHint().width()
    return widget.minimumSizeHint().width()
