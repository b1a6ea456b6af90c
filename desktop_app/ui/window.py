"""The main window: the list of pages, the page, the bar, the menus."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.draft.flow import PAGES, Page, next_page, previous_page
from desktop_app.draft.history import Place
from desktop_app.ui.bar import Bar
from desktop_app.ui.files import Files
from desktop_app.ui.menus import add_menus
from desktop_app.ui.page import WizardPage
from desktop_app.ui.reveal import reveal
from desktop_app.ui.session import Session
from desktop_app.ui.side_list import SideList
from desktop_app.ui.wizard.pages import build_page
from desktop_app.ui.wizard.start import StartPage
from desktop_app.wording.sentences import Wording

if TYPE_CHECKING:
    from desktop_app.ui.guide.window import GuideWindow
    from desktop_app.ui.pack_commands import PackCommands

WIDTH, HEIGHT = 1240, 690
MINIMUM = (900, 480)
"""1366×768 at 150 % leaves this many logical pixels; below that pages scroll."""


class MainWindow(QMainWindow):
    """The wizard's frame. What is typed lives in the session; the window can be built anew at any time."""

    language_chosen = Signal(str)
    rebuild_asked = Signal()
    """Other packs are in use: what the pages were built with has changed."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__()
        self.session = session
        self.wording = wording
        self.messages = wording.messages
        self.files = Files(session, wording, self)
        self._pages: dict[Page, WizardPage] = {}
        self._guide_window: GuideWindow | None = None
        self._page: Page = "start"
        self._build()
        self._edit_actions = add_menus(self)
        session.changed.connect(self._refresh_frame)
        session.replaced.connect(self._document_replaced)
        session.autosave_failed.connect(self._autosave_failed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)
        self.show_page("start")
        self._draft_pack.hide()
        if session.begun:
            self._refresh_frame()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._page

    def page_widget(self, page: Page) -> WizardPage:
        """The widget of a page, built when it is first asked for."""
        if page not in self._pages:
            widget = build_page(page, self.session, self.wording)
            widget.go_on.connect(self.go_forward)
            widget.go_to.connect(lambda name, item, field: self.go_to(Place(name, item, field)))
            widget.rule_asked.connect(self.show_rule)
            widget.settings_asked.connect(self.show_settings)
            if isinstance(widget, StartPage):
                widget.file_asked.connect(self._open_asked)
                widget.sample_asked.connect(self._open_sample)
            self._pages[page] = widget
            self._stack.addWidget(widget)
        return self._pages[page]

    def show_page(self, page: Page) -> None:
        """Show a page with the focus on its first field."""
        self.go_to(Place(page))

    def go_to(self, place: Place) -> None:
        """Show the page of a place with the focus on its field."""
        page: Page = next(page for page in PAGES if page == place.page)
        widget = self.page_widget(page)
        self._page = page
        self._stack.setCurrentWidget(widget)
        self._side.show_page(page)
        self._bar.show_page(page)
        widget.show_place(place.id, place.field)

    def go_forward(self) -> None:
        """Show the next page."""
        if (page := next_page(self._page)) is not None:
            self.show_page(page)

    def go_back(self) -> None:
        """Show the page before."""
        if (page := previous_page(self._page)) is not None:
            self.show_page(page)

    def undo(self) -> None:
        """Take the last change back and show where it was."""
        self.commit_field()
        if (place := self.session.undo()) is not None:
            self.go_to(place)

    def redo(self) -> None:
        """Do again what was taken back and show where it was."""
        if (place := self.session.redo()) is not None:
            self.go_to(place)

    def finish(self) -> None:
        """Clear everything for the next family."""
        self.commit_field()
        if self.files.finish():
            self._say("window.status.finished")

    def show_guide(self) -> None:
        """Open the guide at the next steps of this household."""
        self._guide().show_next_steps()

    def show_rule(self, rule: str) -> None:
        """Open the guide at a rule."""
        self._guide().show_rule(rule)

    def show_keys(self) -> None:
        """Open the guide at the walk by keyboard."""
        self._guide().show_help()

    def show_settings(self) -> None:
        """Ask for office, clerk and language."""
        from desktop_app.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.session.settings, self.wording, self)
        if dialog.exec():
            before = self.session.settings
            self.session.change_settings(dialog.settings())
            if self.session.settings.language != before.language:
                self.language_chosen.emit(self.session.settings.language)

    def import_pack(self) -> None:
        """Take a policy pack in from a file."""
        self._change_packs(lambda commands: commands.import_pack())

    def roll_back_pack(self) -> None:
        """Use the policy pack before an imported one again."""
        self._change_packs(lambda commands: commands.roll_back())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost."""
        self.commit_field()
        if not self.files.may_leave():
            event.ignore()
            return
        size = {"width": self.width(), "height": self.height(), "maximized": int(self.isMaximized())}
        self.session.change_settings(replace(self.session.settings, geometry=size))
        self.session.close()
        event.accept()

    def _guide(self) -> "GuideWindow":
        if self._guide_window is None:
            from desktop_app.ui.guide.window import GuideWindow

            self._guide_window = GuideWindow(self.session, self.wording, self)
        return self._guide_window

    def _build(self) -> None:
        self._side = SideList(self.session, self.messages)
        self._side.chosen.connect(self.show_page)
        self._stack = QStackedWidget()
        self._bar = Bar(self.messages)
        self._bar.back.connect(self.go_back)
        self._bar.forward.connect(self.go_forward)
        self._draft_pack = QLabel(self.messages.text("window.draft_pack"), objectName="draftPack")
        self._draft_pack.setWordWrap(True)
        side = QVBoxLayout()
        side.setContentsMargins(10, 14, 0, 10)
        side.addWidget(self._side)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._draft_pack)
        right.addWidget(self._stack, 1)
        right.addWidget(self._bar)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(side)
        row.addWidget(_line())
        row.addLayout(right, 1)
        self.setCentralWidget(central)
        self.setMinimumSize(*MINIMUM)
        size = self.session.settings.geometry
        self.resize(size.get("width", WIDTH), size.get("height", HEIGHT))
        if size.get("maximized"):
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _change_packs(self, command: Callable[["PackCommands"], bool]) -> None:
        from desktop_app.ui.pack_commands import PackCommands

        self.commit_field()
        if command(PackCommands(self.session, self.wording, self)):
            self.session.reload_packs()
            self.rebuild_asked.emit()

    def commit_field(self) -> None:
        """Take the focus away for a moment, so that a field being typed in hands over its text."""
        widget = QApplication.focusWidget()
        if widget is not None and self._stack.isAncestorOf(widget):
            widget.clearFocus()
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_asked(self, path: str) -> None:
        if not path:
            self.files.open()
        elif self.files.may_leave():
            self.files.open_path(Path(path))

    def _open_sample(self, path: str) -> None:
        if self.files.may_leave():
            self.files.open_path(Path(path), as_copy=True)

    def save(self) -> None:
        """Save to the document's file."""
        self.commit_field()
        if self.files.save():
            self._say("window.status.saved")

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._stack.isAncestorOf(new):
            reveal(new)

    def _autosave_failed(self) -> None:
        self._say("window.status.autosave_failed")

    def _say(self, key: str) -> None:
        """Say something in the bar for a few seconds."""
        self._bar.status.setText(self.messages.text(key))
        QTimer.singleShot(6000, self, lambda: self._bar.status.clear())

    def _document_replaced(self) -> None:
        self.show_page("start" if not self.session.draft.members else "members")

    def _refresh_frame(self) -> None:
        history, policy = self.session.history, self.session.estimate.policy
        self._draft_pack.setVisible(policy is not None and policy.draft)
        for name, code in (("undo", history.undo_code), ("redo", history.redo_code)):
            action = self._edit_actions[name]
            action.setEnabled(bool(code))
            what = self.messages.text(f"window.done.{code}") if code else ""
            action.setText(f"{self.messages.text(f'window.menu.{name}')} {what}".rstrip())
        name = self.session.path.name if self.session.path else self.messages.text("window.unsaved")
        mark = "*" if self.session.unsaved else ""
        self.setWindowTitle(f"{name}{mark} - {self.messages.text('window.title')}")


def _line() -> QFrame:
    line = QFrame(objectName="line")
    line.setFixedWidth(1)
    return line
