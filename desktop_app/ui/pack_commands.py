"""The commands of the menu that take a policy pack in and back, with what is said about each."""

from pathlib import Path

from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from desktop_app.packs.added import Proposal, Refusal, added_years, propose, roll_back, take_over
from desktop_app.packs.problems import PackProblems
from desktop_app.ui.file_dialog import ask_to_open
from desktop_app.ui.pack_dialog import PackDialog
from desktop_app.ui.session import REGION, Session
from desktop_app.wording.pack_changes import refusal_text
from desktop_app.wording.sentences import Wording

_SHOWN_PROBLEMS = 8


class PackCommands:
    """Both answer whether other packs are in use now."""

    def __init__(self, session: Session, wording: Wording, parent: QWidget) -> None:
        self._session = session
        self._wording = wording
        self._text = wording.text
        self._parent = parent

    def import_pack(self) -> bool:
        """Ask for a pack, show what it changes, and put it in use."""
        messages, text = self._wording.messages, self._text
        chosen = ask_to_open(
            self._parent, messages, text("pack_changes.choose"), text("pack_changes.files"), ""
        )
        if chosen is None:
            return False
        try:
            found = propose(chosen, self._session.catalogue)
        except OSError as error:
            self._refuse(text("pack_changes.unreadable", name=chosen.name, reason=error.strerror))
            return False
        match found:
            case PackProblems():
                self._refuse(text("pack_changes.broken"), self._listed(found))
            case Refusal(code, policy, in_use):
                self._refuse(refusal_text(code, policy, in_use, self._wording))
            case Proposal() if PackDialog(found, self._wording, self._parent).exec():
                return self._take_over(found)
        return False

    def roll_back(self) -> bool:
        """Ask which year's pack is to be taken back, and use the one before it."""
        folder, text = self._session.folders.packs, self._text
        years = [str(year) for year in added_years(REGION, folder)]
        if not years:
            self._say(text("pack_changes.none_added"))
            return False
        title, question = text("pack_changes.roll_back"), text("pack_changes.roll_back_which")
        year, chosen = QInputDialog.getItem(self._parent, title, question, years, len(years) - 1, False)
        if not chosen:
            return False
        try:
            roll_back(REGION, int(year), folder)
        except OSError as error:
            self._refuse(text("pack_changes.not_written", reason=error.strerror))
            return False
        self._say(text("pack_changes.rolled_back", year=year))
        return True

    def _take_over(self, proposal: Proposal) -> bool:
        policy = proposal.policy
        try:
            take_over(proposal, self._session.folders.packs)
        except OSError as error:
            self._refuse(self._text("pack_changes.not_written", reason=error.strerror))
            return False
        self._say(self._text("pack_changes.taken_over", year=policy.year, version=policy.version))
        return True

    def _listed(self, found: PackProblems) -> str:
        """List the first problems, each at its key: whoever wrote the pack mends it."""
        lines = [line.replace(found.name, Path(found.name).name, 1) for line in found.lines()]
        more = len(lines) - _SHOWN_PROBLEMS
        shown = lines[:_SHOWN_PROBLEMS]
        return "\n".join([*shown, self._text("pack_changes.more", count=more)] if more > 0 else shown)

    def _refuse(self, why: str, detail: str = "") -> None:
        self._box(
            QMessageBox.Icon.Warning,
            why,
            "\n".join(filter(None, (detail, self._text("pack_changes.not_changed")))),
        )

    def _say(self, what: str) -> None:
        self._box(QMessageBox.Icon.Information, what, "")

    def _box(self, icon: QMessageBox.Icon, what: str, detail: str) -> None:
        box = QMessageBox(icon, self._text("pack_changes.title"), "", parent=self._parent)
        box.setText(what)
        box.setInformativeText(detail)
        box.exec()
