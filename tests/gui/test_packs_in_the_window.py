"""The window with packs that are missing, broken or drafts."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton

from desktop_app.draft.flow import PAGES
from desktop_app.draft.model import Draft
from desktop_app.draft.settings import Settings
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.ui.session import Session
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.window import MainWindow
from desktop_app.wording.messages import LANGS
from desktop_app.wording.sentences import Wording

TODAY = date(2025, 6, 30)
BROKEN = 'region = "chongqing"\nyear = 2025\n'


@pytest.fixture
def window_with(qtbot, qapp, tmp_path: Path):
    apply_theme(qapp)

    def make(folders: list[Path], today: date = TODAY, lang="zh_CN") -> MainWindow:
        session = Session(find_packs(folders), Folders(tmp_path / "data"), Settings(), lambda: today)
        window = MainWindow(session, Wording(lang))
        qtbot.addWidget(window, before_close_func=lambda _window: session.history.mark_saved())
        window.show()
        QApplication.processEvents()
        return window

    return make


def labels(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def choose(window: MainWindow, year: int) -> None:
    buttons = window.page_widget("start").findChildren(QRadioButton)
    next(each for each in buttons if str(year) in each.text()).click()
    QApplication.processEvents()


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "chongqing-resident-2025.toml").write_text(BROKEN, "utf-8")
    return folder


@pytest.mark.parametrize("lang", LANGS)
def test_a_broken_pack_is_named_and_the_other_years_work(window_with, broken, lang):
    window = window_with([broken, shipped_folder()], lang=lang)
    said = labels(window)
    assert "chongqing-resident-2025.toml" in said
    assert "2025" in said
    assert window.session.estimate.policy is None
    choose(window, 2024)
    assert window.session.estimate.policy.year == 2024
    assert "chongqing-resident-2025.toml" not in labels(window)


def test_every_page_and_the_guide_stand_without_a_usable_pack(window_with, broken, qtbot):
    window = window_with([broken, shipped_folder()])
    for page in PAGES:
        window.show_page(page)
        qtbot.wait(50)
        assert window.page == page
    guide = window._guide()
    guide.show_next_steps()
    assert "chongqing-resident-2025.toml" in guide._conflicts()


def test_without_any_pack_the_window_says_so_and_stands(window_with, tmp_path, qtbot):
    empty = tmp_path / "empty"
    empty.mkdir()
    window = window_with([empty])
    said = window.messages.text("start.policy.none", year=2025)
    assert said in labels(window)
    for page in PAGES:
        window.show_page(page)
        qtbot.wait(50)


def test_a_year_without_a_pack_begins_with_the_latest_before_it(window_with):
    window = window_with([shipped_folder()], date(2031, 1, 2))
    assert window.session.draft.policy_year == 2026
    assert window.session.estimate.policy.year == 2026


def test_before_all_packs_the_first_year_is_chosen(window_with):
    window = window_with([shipped_folder()], date(2019, 1, 2))
    assert window.session.draft.policy_year == 2024


def test_a_draft_pack_is_told_before_anything_is_entered(window_with):
    window = window_with([shipped_folder()], date(2026, 1, 5))
    assert window.session.draft == Draft(2026)
    banner = window.findChild(QLabel, "draftPack", Qt.FindChildOption.FindChildrenRecursively)
    assert banner.isVisible()
    assert "草案" in banner.text()
    for page in PAGES:
        window.show_page(page)
        assert banner.isVisible()
    window.show_page("start")
    choose(window, 2025)
    assert not banner.isVisible()


def test_a_folder_of_ones_own_wins_over_the_shipped_packs(window_with, tmp_path):
    folder = tmp_path / "packs"
    folder.mkdir()
    name = "chongqing-resident-2025.toml"
    text = (shipped_folder() / name).read_text("utf-8")
    assert 'version = "2025.1"' in text
    (folder / name).write_text(text.replace('version = "2025.1"', 'version = "2025.9"'), "utf-8")
    window = window_with([folder, shipped_folder()])
    assert "2025.9" in labels(window)
