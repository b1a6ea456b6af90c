"""The first page: the policy year, a new household, an old file, the sample."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.draft import edit
from desktop_app.draft.flow import Page
from desktop_app.draft.history import Place
from desktop_app.resources import data_path
from desktop_app.ui.missing_pack import missing_pack
from desktop_app.ui.page import WizardPage
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.enter_chain import EnterChain
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.sentences import Wording


class StartPage(WizardPage):
    """What each household begins with. Recent files stay hidden until asked for: others see the screen."""

    name: ClassVar[Page] = "start"

    file_asked = Signal(str)
    """Open a file; empty: ask for one."""
    sample_asked = Signal(str)
    """Open a file as a new document."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self._years = QButtonGroup(self)
        self._year_row = QWidget()
        self._policy = QLabel()
        self._policy.setProperty("role", "faint")
        self._policy.setWordWrap(True)
        self._household = self._line_edit("household")
        self._household.textEdited.connect(self._name_household)
        self._note = self._line_edit("note")
        self._note.textEdited.connect(self._note_household)
        self._recent = QWidget(visible=False)
        QVBoxLayout(self._recent).setContentsMargins(0, 0, 0, 0)
        self._show_recent = _link(self.messages.text("start.recent.show"))
        self._show_recent.clicked.connect(self._toggle_recent)
        self.body.addWidget(self._year_card())
        self.body.addWidget(self._case_card())
        if session.folders.place != "system":
            self.body.addWidget(self._kept_where())
        self.body.addStretch(1)
        self._chain = EnterChain(self, (self._household, self._note))
        self._chain.ended.connect(self.go_on)
        for button in self._years.buttons():
            EnterChain(button, (button,)).ended.connect(self._household.setFocus)

    def refresh(self) -> None:
        """Show the chosen year, its pack and the household's name."""
        draft, policy = self.session.draft, self.session.estimate.policy
        for button in self._years.buttons():
            button.setChecked(self._years.id(button) == draft.policy_year)
            if button.isChecked():
                self._year_row.setFocusProxy(button)
        if policy is None:
            self._policy.setText(missing_pack(self.session, self.messages))
        else:
            text = self.messages.text("start.policy.known", title=policy.title, version=policy.version)
            self._policy.setText(text)
        self._policy.setProperty("role", "remark" if policy is None else "faint")
        self._policy.style().polish(self._policy)
        self._household.show_value(draft.household_name)
        self._note.show_value(draft.household_note)

    def show_place(self, item: str, field: str) -> None:
        """Put the focus on the household's name, from where Enter goes on, or on the chosen year."""
        chosen = self._years.checkedButton()
        fields = {"policy_year": chosen or self._household, "household_note": self._note}
        target = fields.get(field, self._household)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _year_card(self) -> QFrame:
        card = _card()
        caption = QLabel(self.messages.text("start.year"))
        caption.setProperty("role", "subtitle")
        # The row, not the chosen button: the key of a button's label also presses it, somewhat later.
        caption.setBuddy(self._year_row)
        if self.session.years:
            self._year_row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self._year_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(caption)
        row.addSpacing(16)
        for year in self.session.years:
            button = QRadioButton(self.messages.text("start.year_name", year=year))
            button.setChecked(year == self.session.draft.policy_year)
            button.clicked.connect(lambda _checked, year=year: self._choose_year(year))
            self._years.addButton(button, year)
            row.addWidget(button)
            row.addSpacing(10)
        row.addStretch(1)
        _layout(card).addWidget(self._year_row)
        _layout(card).addWidget(self._policy)
        return card

    def _kept_where(self) -> QLabel:
        """Say where a portable program keeps its data: beside itself, or here on a read-only stick."""
        folders = self.session.folders
        label = QLabel(self.messages.text(f"start.{folders.place}", folder=folders.root))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", "faint" if folders.place == "portable" else "remark")
        return label

    def _case_card(self) -> QFrame:
        card = _card()
        form = QFormLayout()
        form.addRow(self.messages.text("start.household.label"), self._household)
        form.addRow(self.messages.text("start.note.label"), self._note)
        others = QHBoxLayout()
        for key, command in (("start.open", self._open), ("start.sample", self._open_sample)):
            button = QPushButton(self.messages.text(key))
            button.clicked.connect(command)
            others.addWidget(button)
        others.addWidget(self._show_recent)
        others.addStretch(1)
        layout = _layout(card)
        layout.addLayout(form)
        layout.addSpacing(6)
        layout.addLayout(others)
        layout.addWidget(self._recent)
        return card

    def _line_edit(self, name: str) -> LineEdit:
        line = LineEdit()
        line.setPlaceholderText(self.messages.text(f"start.{name}.hint"))
        line.setAccessibleName(self.messages.text(f"start.{name}.label").replace("&", ""))
        line.setMaximumWidth(420)
        return line

    def _choose_year(self, year: int) -> None:
        self.session.apply(edit.set_year(self.session.draft, year), Place("start", "", "policy_year"), "year")

    def _name_household(self, text: str) -> None:
        draft = edit.set_household(self.session.draft, name=text)
        self.session.apply(draft, Place("start", "", "household_name"), "edit")

    def _note_household(self, text: str) -> None:
        draft = edit.set_household(self.session.draft, note=text)
        self.session.apply(draft, Place("start", "", "household_note"), "edit")

    def _open(self) -> None:
        self.file_asked.emit("")

    def _open_sample(self) -> None:
        self.sample_asked.emit(str(data_path("resources", "samples", "sample-household.yys")))

    def _toggle_recent(self) -> None:
        """List the recent files, or hide them again; they are read anew each time."""
        show = self._recent.isHidden()
        column = _layout(self._recent)
        while (entry := column.takeAt(0)) is not None:
            entry.widget().deleteLater()
        if show:
            for path in self.session.settings.recent:
                button = _link(path)
                button.clicked.connect(lambda _checked=False, path=path: self.file_asked.emit(path))
                column.addWidget(button)
            if not self.session.settings.recent:
                column.addWidget(QLabel(self.messages.text("start.recent.none")))
        self._recent.setVisible(show)
        self._show_recent.setText(self.messages.text("start.recent.hide" if show else "start.recent.show"))

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the recent files again when the page is left."""
        if not self._recent.isHidden():
            self._toggle_recent()
        super().hideEvent(event)


def _card() -> QFrame:
    card = QFrame(maximumWidth=900)
    card.setProperty("card", True)
    layout = QVBoxLayout(card)
    layout.setContentsMargins(18, 14, 18, 14)
    layout.setSpacing(8)
    return card


def _layout(widget: QWidget) -> QVBoxLayout:
    layout = widget.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("link", True)
    return button
