"""The list of pages at the side: where one is, what is complete, and a way there."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.draft.flow import PAGES, Page, complete, problems_on
from desktop_app.ui.session import Session
from desktop_app.wording.messages import Messages

State: TypeAlias = Literal["complete", "wrong", "open"]
_MARKS: dict[State, str] = {"complete": "\u2713", "wrong": "\u25cf", "open": ""}


class SideList(QListWidget):
    """One row a page, numbered; a tick where it is complete, a dot where something is wrong."""

    chosen = Signal(str)

    def __init__(self, session: Session, messages: Messages) -> None:
        super().__init__(objectName="pages")
        self._session = session
        self._messages = messages
        self.setAccessibleName(messages.text("window.pages"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(176)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in PAGES:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, page)
            item.setSizeHint(QSize(160, 42))
            self.addItem(item)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Mark each page as it stands now."""
        for row, page in enumerate(PAGES):
            state = self._state(page)
            item = self.item(row)
            title = self._messages.text(f"window.page.{page}.short")
            item.setText(f"{row + 1}  {title}   {_MARKS[state]}")
            item.setToolTip(self._messages.text(f"window.state.{state}", keys=f"Alt+{row + 1}"))

    def _state(self, page: Page) -> State:
        if not self._session.begun:
            return "open"
        draft, problems = self._session.draft, self._session.estimate.problems
        if complete(page, draft, problems):
            return "complete"
        return "wrong" if problems_on(page, problems) else "open"

    def show_page(self, page: Page) -> None:
        """Mark where one is."""
        self.setCurrentRow(PAGES.index(page))
