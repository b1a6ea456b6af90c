"""Start the window: application, language, session; take up what a killed process left; watch for errors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from desktop_app.draft import settings as settings_file
from desktop_app.folders import Folders, user_folders
from desktop_app.packs.find import Catalogue
from desktop_app.resources import data_path
from desktop_app.ui import crash
from desktop_app.ui.first_paint import after_first_paint
from desktop_app.ui.session import Session
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.window import MainWindow
from desktop_app.wording.messages import LANGS, Lang, Messages
from desktop_app.wording.sentences import Wording

if TYPE_CHECKING:
    from desktop_app.draft.autosave import Abandoned


def run(
    case_path: Path | None,
    catalogue: Catalogue,
    language: str | None = None,
    *,
    exit_after_first_paint: bool = False,
) -> int:
    """Show the window until it is closed; gives the exit status.

    ``language`` (``zh_CN`` or ``en``) wins over the setting. With ``exit_after_first_paint`` the process ends
    as soon as the first page has painted, for measuring.
    """
    application = make_application()
    program = Program(application, catalogue, user_folders(), language, begun=False)
    crash.install(program.session.folders.logs, program.show_crash)
    program.open_window()
    if not program.session.settings.geometry:
        # A counter's screen has no room to spare until the clerk has chosen a size.
        program.window.showMaximized()

    def begin() -> None:
        if exit_after_first_paint:
            application.exit(0)
            return
        program.session.begin()
        if case_path is not None:
            program.window.files.open_given(case_path)
        program.offer_abandoned()

    after_first_paint(program.window.page_widget("start"), begin)
    return application.exec()


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Make the application with font, colours and icon, once a process."""
    application = QApplication(["yuyisuan", *arguments])
    application.setApplicationName("yuyisuan")
    application.setDesktopFileName("yuyisuan")
    apply_theme(application)
    application.setWindowIcon(QIcon(str(data_path("resources", "icons", "yuyisuan.svg"))))
    return application


class Program(QObject):
    """The session and the window that shows it; the window is built anew when the language changes."""

    def __init__(
        self,
        application: QApplication,
        catalogue: Catalogue,
        folders: Folders,
        language: str | None = None,
        *,
        begun: bool = True,
    ) -> None:
        """Load settings and make the session; of one not ``begun`` the first page stands before it is."""
        super().__init__()
        self._application = application
        self._translator = QTranslator(self)
        settings = settings_file.load(folders.settings)
        self.session = Session(catalogue, folders, settings, date.today, begun=begun)
        chosen = language or settings.language
        self._language: Lang = next((lang for lang in LANGS if lang == chosen), LANGS[0])
        self.window: MainWindow

    def open_window(self) -> None:
        """Build and show the window in the language that is set."""
        self._translate()
        self.window = MainWindow(self.session, Wording(self._language))
        self.window.language_chosen.connect(self._change_language)
        self.window.rebuild_asked.connect(lambda: self._change_language(self._language))
        self.window.show()

    def offer_abandoned(self) -> None:
        """Ask whether to go on with a draft that a killed process left; any others are offered next time."""
        from desktop_app.draft.autosave import abandoned

        taken = False
        for left in abandoned(self.session.folders.drafts):
            answer = None if taken else self._ask_abandoned(left)
            if answer == QMessageBox.StandardButton.Yes:
                self.session.take_up(left.kept)
                left.remove()
                taken = True
            elif answer == QMessageBox.StandardButton.Discard:
                left.remove()
            else:
                left.leave()

    def _ask_abandoned(self, left: Abandoned) -> int:
        text = self.window.messages.text
        button = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.Question, text("window.title"), "", parent=self.window)
        box.setText(text("window.abandoned.text"))
        members, time = len(left.kept.draft.members), f"{left.written:%Y-%m-%d %H:%M}"
        box.setInformativeText(text("window.abandoned.detail", members=members, time=time))
        box.setStandardButtons(button.Yes | button.Discard | button.Cancel)
        box.setDefaultButton(button.Yes)
        return box.exec()

    def _change_language(self, language: Lang) -> None:
        self._language = language
        old = self.window
        place = old.page_widget(old.page).place
        self.open_window()
        self.window.go_to(place)
        self.window.restoreGeometry(old.saveGeometry())
        old.hide()
        old.deleteLater()

    def _translate(self) -> None:
        """Give Qt's own buttons and dialogs the window's language."""
        QLocale.setDefault(QLocale(self._language))
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self._language}", folder):
            self._application.installTranslator(self._translator)

    def show_crash(self, log: Path | None) -> None:
        """Tell the clerk about an unexpected error; ``log`` is where it was written."""
        messages = Messages(self._language)
        box = QMessageBox(QMessageBox.Icon.Critical, messages.text("window.title"), "")
        box.setText(messages.text("window.crash.text"))
        box.setInformativeText(messages.text("window.crash.log", path=log) if log else "")
        box.exec()
