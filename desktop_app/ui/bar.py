"""The bar below the pages: back, what is happening, next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desktop_app.draft.flow import Page, next_page, previous_page
from desktop_app.wording.messages import Messages


class Bar(QFrame):
    """Back and next, named by where they lead."""

    back = Signal()
    forward = Signal()

    def __init__(self, messages: Messages) -> None:
        super().__init__(objectName="bar")
        self._messages = messages
        self.back_button = QPushButton()
        self.back_button.clicked.connect(self.back)
        self.next_button = QPushButton()
        self.next_button.clicked.connect(self.forward)
        self.next_button.setProperty("primary", True)
        self.status = QLabel()
        self.status.setProperty("role", "faint")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.addWidget(self.back_button)
        row.addWidget(self.status, 1)
        row.addWidget(self.next_button)
        row.setSpacing(14)

    def show_page(self, page: Page) -> None:
        """Name the buttons by the pages beside this one."""
        before, after = previous_page(page), next_page(page)
        self.back_button.setVisible(before is not None)
        self.next_button.setVisible(after is not None)
        if before is not None:
            self.back_button.setText(self._messages.text("window.back", page=self._short(before)))
        if after is not None:
            self.next_button.setText(self._messages.text("window.next", page=self._short(after)))

    def _short(self, page: Page) -> str:
        return self._messages.text(f"window.page.{page}.short")
