"""Opening, saving, closing: the dialogs around the document's file. Nothing is lost without being asked."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop_app.draft.store import SUFFIX
from desktop_app.reading import Problem
from desktop_app.resources import data_path
from desktop_app.ui.file_dialog import ask_to_open, ask_to_save
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording

SHOWN_PROBLEMS = 8
"""More do not fit a dialog at 1366×768; the file has to be mended elsewhere anyway."""


class Files:
    """The file commands of one window."""

    def __init__(self, session: Session, wording: Wording, parent: QWidget) -> None:
        self._session = session
        self._wording = wording
        self._messages = wording.messages
        self._parent = parent

    def new(self) -> None:
        """Begin with an empty household of the same year."""
        if self.may_leave():
            self._session.new_case(self._session.draft.policy_year)

    def open(self) -> None:
        """Ask for a case file and open it."""
        if not self.may_leave():
            return
        folder = str(Path(self._session.settings.recent[0]).parent) if self._session.settings.recent else ""
        title = self._messages.text("window.open.title")
        chosen = ask_to_open(self._parent, self._messages, title, self._filter(), folder)
        if chosen is not None:
            self.open_path(chosen)

    def open_given(self, path: Path) -> bool:
        """Open the file that the program was started with; the shipped sample as a copy, not to save over."""
        return self.open_path(path, as_copy=path.resolve().is_relative_to(data_path("resources")))

    def open_path(self, path: Path, *, as_copy: bool = False) -> bool:
        """Open a file, or say why that cannot be; whether it was opened."""
        try:
            problems = (self._session.open_copy if as_copy else self._session.open)(path)
        except OSError:
            self._warn("window.open.unreadable", path)
            return False
        if problems:
            self._warn("window.open.no_case", path, self._listed(problems))
        return not problems

    def save(self) -> bool:
        """Save to the document's file, asking for one where it has none; whether it was saved."""
        return self.save_to(self._session.path) if self._session.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it; whether it was saved."""
        text = self._messages.text
        proposal = str(self._session.path or text("window.save.name") + SUFFIX)
        title, suffix = text("window.save.title"), SUFFIX.removeprefix(".")
        chosen = ask_to_save(self._parent, self._messages, title, self._filter(), proposal, suffix)
        return chosen is not None and self.save_to(chosen)

    def save_to(self, path: Path) -> bool:
        """Save to a file, or say why that cannot be; whether it was saved."""
        try:
            self._session.save(path)
        except OSError:
            self._warn("window.save.failed", path)
            return False
        return True

    def finish(self) -> bool:
        """Clear everything for the next family; whether that was wanted."""
        if not self.may_leave():
            return False
        QApplication.clipboard().clear()
        self._session.finish()
        return True

    def may_leave(self) -> bool:
        """Ask what to do with changes that were not saved; whether the document may be left."""
        if not self._session.unsaved:
            return True
        button = QMessageBox.StandardButton
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self._messages.text("window.leave.title"))
        box.setText(self._messages.text("window.leave.text"))
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answer = box.exec()
        return self.save() if answer == button.Save else answer == button.Discard

    def _filter(self) -> str:
        return f"{self._messages.text('window.file_kind')} (*{SUFFIX} *.json)"

    def _listed(self, problems: tuple[Problem, ...]) -> str:
        lines = [
            ": ".join(filter(None, (problem.path, self._wording.problem(problem))))
            for problem in problems[:SHOWN_PROBLEMS]
        ]
        if len(problems) > SHOWN_PROBLEMS:
            lines.append(self._messages.text("window.open.more", count=len(problems) - SHOWN_PROBLEMS))
        return "\n".join(lines)

    def _warn(self, key: str, path: Path, detail: str = "") -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning, self._messages.text("window.title"), "", parent=self._parent
        )
        box.setText(self._messages.text(key, name=path.name))
        box.setInformativeText(detail)
        box.exec()
