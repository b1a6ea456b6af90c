"""The page of bills: the table, its commands, the pane for what is needed less."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.draft.flow import Page, spot
from desktop_app.draft.paste import cells
from desktop_app.draft.paste_words import read_words
from desktop_app.engine.money import Fen
from desktop_app.resources import data_path
from desktop_app.ui.bills import commands
from desktop_app.ui.bills.delegate import BillDelegate
from desktop_app.ui.bills.detail import DetailPane
from desktop_app.ui.bills.fields import FURTHER
from desktop_app.ui.bills.paste_notice import PasteNotice, account
from desktop_app.ui.bills.table import BillTable
from desktop_app.ui.bills.unknown_ranges import UNKNOWN
from desktop_app.ui.models.bill_columns import COLUMNS, ENTERED
from desktop_app.ui.models.bills import BillsModel
from desktop_app.ui.page import WizardPage
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording


class BillsPage(WizardPage):
    """Bills, one a row, with what is paid and what is left as they are typed."""

    name: ClassVar[Page] = "bills"

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self.model = BillsModel(session, wording, self)
        delegate = BillDelegate(session, wording, self.model)
        self.table = BillTable(self.model, delegate, self)
        self.table.setAccessibleName(self.messages.text("bills.table"))
        self.detail = DetailPane(session, wording)
        self.notice = PasteNotice(wording)
        self._pasted: set[str] = set()
        self.totals = QLabel()
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._add_keys()
        self.table.row_chosen.connect(self._row_chosen)
        self.table.finished.connect(self._finish)
        self.table.clear_asked.connect(self._clear)
        self.table.remove_asked.connect(self.remove)
        self.table.paste_asked.connect(self.paste)
        self.detail.done.connect(self._back_to_table)
        self.detail.member_asked.connect(self._ask_member)
        session.replaced.connect(self._begin_anew)
        self._begin_anew()

    def refresh(self) -> None:
        """Follow the draft: the rows that differ, the pane, the totals."""
        # Rows that come and go move the cursor while the model is between two states.
        with QSignalBlocker(self.table):
            self.model.follow()
            self.table.fit()
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, self.table.first_column(0)))
        if self._pasted and self._pasted.isdisjoint(bill.id for bill in self.session.draft.bills):
            self._pasted = set()
            self.notice.forget()
        self._row_chosen(self.table.currentIndex().row())
        self._show_totals()

    def show_place(self, item: str, field: str) -> None:
        """Go to a cell; without a bill to the first problem, else to the empty row."""
        self.refresh()
        if field.startswith(UNKNOWN):
            # An end of a range: it belongs to its amount.
            field = field.split(".")[1]
        row, field = self._first_place() if not item else (self.model.row_of(item), field)
        column = ENTERED.index(field) if field in ENTERED else self.table.first_column(row)
        self.table.go_to(row, column)
        if field in FURTHER and self.model.bill_id(row):
            self.detail.field(field).setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Go to the empty row."""
        row = self.model.rowCount() - 1
        self.table.go_to(row, self.table.first_column(row))

    def copy(self) -> None:
        """Copy the current bill and go to the copy."""
        self.table.finish_edit()
        if bill_id := self._current_bill():
            column = self.table.currentIndex().column()
            self.table.go_to(self.model.row_of(commands.copy(self.session, bill_id)), column)

    def remove(self) -> None:
        """Delete the selected bills, or the current one."""
        self.table.finish_edit()
        rows = self.table.selected_rows()
        if rows:
            commands.remove(self.session, [self.model.bill_id(row) for row in rows])
            row = min(rows[0], self.model.rowCount() - 1)
            self.table.go_to(row, self.table.first_column(row))

    def paste(self) -> None:
        """Paste from the clipboard and say what became of it."""
        self.table.finish_edit()
        words = read_words(data_path("resources", "paste_headings.toml").read_text(encoding="utf-8"))
        index = self.table.currentIndex()
        column = index.column() if index.column() < len(ENTERED) else 0
        text = QGuiApplication.clipboard().text()
        pasted = commands.paste_cells(self.session, text, words, index.row(), column)
        if pasted.bills and sum(map(len, cells(text))) == 1:
            # One cell is plain to see where it went: the clerk types on from there.
            self.notice.forget()
            self.table.go_to(self.model.row_of(pasted.bills[0]), column)
            return
        self._pasted = set(pasted.bills)
        self.notice.say(account(pasted, self.session.estimate.bills, self.wording))
        if pasted.bills:
            row = self.model.row_of(pasted.bills[0])
            self.table.go_to(row, self.table.first_column(row))

    def move_bill(self, by: int) -> None:
        """Move the current bill up or down."""
        self.table.finish_edit()
        if bill_id := self._current_bill():
            column = self.table.currentIndex().column()
            commands.move(self.session, bill_id, by)
            self.table.go_to(self.model.row_of(bill_id), column)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the system's scheme when it changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "table"):
            self.table.take_colours()

    def _current_bill(self) -> str:
        return self.model.bill_id(self.table.currentIndex().row())

    def _begin_anew(self) -> None:
        """Another document: nothing of the one before remains on the page."""
        self.model.fresh = ""
        self.notice.forget()
        self.refresh()

    def _row_chosen(self, row: int) -> None:
        if self.model.fresh and self.model.state(row).bill.id != self.model.fresh:
            self.model.fresh = ""
            self.model.follow()
        self._show_detail()

    def _finish(self) -> None:
        """There are no more bills: a blank last one goes, and the next page comes."""
        if bill_id := self._current_bill():
            commands.remove(self.session, [bill_id])
        self.go_on.emit()

    def _clear(self) -> None:
        emptied = [
            (bill_id, COLUMNS[index.column()])
            for index in self.table.selectedIndexes()
            if (bill_id := self.model.bill_id(index.row())) and index.column() < len(ENTERED)
        ]
        commands.clear(self.session, emptied)

    def _first_place(self) -> tuple[int, str]:
        for problem in self.session.estimate.problems:
            where = spot(problem.path)
            if where.page == self.name and where.row is not None:
                return where.row, where.field
        return self.model.rowCount() - 1, ""

    def _back_to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch_pane(self) -> None:
        focus = self.focusWidget()
        if focus is self.table or self.table.isAncestorOf(focus):
            self.table.finish_edit()
            self.detail.focus_first()
        else:
            self._back_to_table()

    def _ask_member(self) -> None:
        """Lead to the first thing that is wrong with the members."""
        for problem in self.session.estimate.problems:
            where = spot(problem.path)
            if where.page != self.name:
                members = self.session.draft.members
                member = members[where.row].id if where.row is not None else ""
                self.go_to.emit(where.page, member, where.field)
                return
        self.go_to.emit("members", "", "")

    def _show_detail(self) -> None:
        row = self.table.currentIndex().row()
        if not self.model.bill_id(row):
            draft = self.session.draft
            key = "no_members" if not draft.members else "next" if draft.bills else "start"
            self.detail.show_hint(self.messages.text(f"bills.{key}"), no_members=not draft.members)
            return
        state = self.model.state(row)
        estimated = self.session.estimate.bills[row]
        self.detail.show_bill(row + 1, self.session.draft.bills[row], estimated, fresh=state.fresh)

    def _show_totals(self) -> None:
        results = [row.result for row in self.session.estimate.bills if row.result]
        paid: Fen = sum(bill.basic_fund + bill.critical_illness + bill.maternity for bill in results)
        count = len(self.session.estimate.bills)
        text = self.messages.text(
            "bills.totals",
            count=count,
            total=self.wording.amount(sum(bill.total for bill in results)),
            paid=self.wording.amount(paid),
            own=self.wording.amount(sum(bill.out_of_pocket for bill in results)),
        )
        if count > len(results):
            text += " · " + self.messages.text("bills.totals_open", count=count - len(results))
        self.totals.setText(text if count else "")

    def _add_keys(self) -> None:
        table, page = self.table, self
        for owner, keys, command in (
            (page, "Insert", self.add),
            (page, "F6", self._switch_pane),
            (table, "Ctrl+D", self.copy),
            (table, "Ctrl+Del", self.remove),
            (table, "Alt+Up", lambda: self.move_bill(-1)),
            (table, "Alt+Down", lambda: self.move_bill(1)),
        ):
            action = QAction(owner)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(command)
            owner.addAction(action)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for name, command in (
            ("add", self.add),
            ("copy", self.copy),
            ("remove", self.remove),
            ("paste", self.paste),
        ):
            button = QPushButton(self.messages.text(f"bills.button.{name}"))
            button.setToolTip(self.messages.text(f"bills.tip.{name}"))
            button.clicked.connect(command)
            self.buttons[name] = button
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(self.totals)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(tools)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addWidget(self.detail)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area, 1)
