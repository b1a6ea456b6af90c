"""What every page of the wizard is: a view of the session's draft that sends it changes."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.draft.flow import Page
from desktop_app.draft.history import Place
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording


class WizardPage(QWidget):
    """A page. ``refresh`` runs when the session changed while the page is shown, and before it is shown.

    Title and hint come from the catalogue: ``window.page.<name>.title`` and ``.hint``.
    """

    name: ClassVar[Page]

    go_on = Signal()
    """The clerk pressed Enter in the last field: to the next page."""
    go_to = Signal(str, str, str)
    """Show a page, the id of a member or bill, a field: a link was followed."""

    rule_asked = Signal(str)
    """Open the guide at a rule (``R12``)."""

    settings_asked = Signal()
    """Open the settings; they are changed once this returns."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__()
        self.session = session
        self.wording = wording
        self.messages = wording.messages
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 14, 20, 10)
        self.body.setSpacing(10)
        self.body.addWidget(_label(self.messages.text(f"window.page.{self.name}.title"), "title"))
        self.hint = _label(self.messages.text(f"window.page.{self.name}.hint"), "faint")
        self.body.addWidget(self.hint)
        session.changed.connect(self._session_changed)

    @property
    def place(self) -> Place:
        """Where to come back to, when the window is built anew."""
        return Place(self.name)

    def refresh(self) -> None:
        """Show the session's draft and estimate as they are now."""
        raise NotImplementedError

    def show_place(self, item: str, field: str) -> None:
        """Put the focus on a field of a member or bill; both may be empty: on the first field."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another page was shown."""
        if self.session.begun:
            self.refresh()
        super().showEvent(event)

    def _session_changed(self) -> None:
        if self.isVisible():
            self.refresh()


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(role != "title")
    return label
