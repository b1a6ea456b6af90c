"""Wherever the focus goes on a form that scrolls, its field is in sight."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.draft.model import Draft, DraftMember
from tests.gui.clerk import Clerk

SIX = tuple(DraftMember(f"m{number}", birth_date="1980-05-01", tier="1") for number in range(1, 7))


def in_sight(widget: QWidget) -> bool:
    area = widget.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    corner = widget.mapTo(area.viewport(), widget.rect().topLeft())
    return area.viewport().rect().contains(QRect(corner, widget.size()))


def test_enter_goes_through_six_members_and_each_field_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = Clerk(qtbot, tmp_path, draft=Draft(2024, members=SIX))
    clerk.window.show_page("enrolment")
    for _ in SIX:
        assert in_sight(clerk.focus())
        clerk.keys("\n20231120")
        assert in_sight(clerk.focus())
        clerk.keys("\n")
    assert clerk.window.page == "bills"


def test_alt_and_a_letter_bring_a_field_back_into_sight(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = Clerk(qtbot, tmp_path, draft=Draft(2024, members=SIX[:1]))
    clerk.window.show_page("members")
    for key in (Qt.Key.Key_K, Qt.Key.Key_D, Qt.Key.Key_U):
        clerk.press(key, Qt.KeyboardModifier.AltModifier)
        qtbot.wait(150)
    QApplication.processEvents()
    clerk.press(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert in_sight(clerk.focus())
    clerk.keys("\n")
    assert in_sight(clerk.focus())
