"""The bills of the draft as a table, with one empty row at its end that becomes a bill when typed into."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from desktop_app.draft.model import Draft
from desktop_app.ui.members.names import member_names
from desktop_app.ui.models.bill_columns import COLUMNS, COMPUTED, ENTERED
from desktop_app.ui.models.bill_rows import Cell, Row, RowState, RowWriter, row_state
from desktop_app.ui.models.new_bill import ends_blank, new_bill
from desktop_app.ui.models.unknown_cells import shown_amount
from desktop_app.ui.session import Session
from desktop_app.ui.theme import colours
from desktop_app.wording.sentences import Wording

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class BillsModel(QAbstractTableModel):
    """The table shows the draft as it was at the last ``follow``; texts are written once and kept."""

    def __init__(self, session: Session, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._writer = RowWriter(wording)
        self._headings = tuple(wording.text(f"bills.heading.{column}") for column in COLUMNS)
        self._states: list[RowState] = []
        self._rows: list[Row] = []
        self.fresh = ""
        """Id of the bill the clerk is still entering: what it lacks is not marked yet."""
        self.take_colours()
        self._states, self._rows = self._written()

    def follow(self) -> None:
        """Show the session's draft and estimate as they are now, changing only the rows that differ."""
        before = [state.bill.id for state in self._states[:-1]]
        after = [bill.id for bill in self._session.draft.bills]
        states, rows = self._written()
        if before == after:
            self._change(states, rows)
        elif before == after[: len(before)]:
            # The empty row becomes the first new bill, so an editor open in it stays.
            self._insert(len(before) + 1, len(after), states, rows)
        elif after == before[: len(after)]:
            self._remove(len(after) + 1, len(before), states, rows)
        else:
            self._exchange(before, after, states, rows)

    def take_colours(self) -> None:
        """Take the colours of the system's scheme as it is now."""
        self._problem_number = QBrush(QColor(colours().problem))

    def bill_id(self, row: int) -> str:
        """Give the id of a row's bill; empty for the empty row and where there is none."""
        return self._states[row].bill.id if 0 <= row < len(self._states) - 1 else ""

    def row_of(self, bill_id: str) -> int:
        """Find a bill's row; the empty row if there is no such bill."""
        for row, state in enumerate(self._states[:-1]):
            if state.bill.id == bill_id:
                return row
        return len(self._states) - 1

    def state(self, row: int) -> RowState:
        """Give all that a row shows. IndexError: no such row."""
        return self._states[row]

    def cell(self, row: int, column: int) -> Cell:
        """Give what a cell shows."""
        return self._rows[row][column]

    def value(self, row: int, column: int) -> str:
        """Give the text of an entered cell to edit: the draft's, without marks of thousands, or a range."""
        bill, name = self._states[row].bill, ENTERED[column]
        return shown_amount(getattr(bill, name), bill.unknown, name, self._wording)

    @property
    def single_member(self) -> bool:
        """Whether there is but one member, so that nobody needs to choose."""
        return len(self._writer.members) == 1

    def longest_text(self, column: int) -> str:
        """Give the longest text of a column, counted in signs."""
        return max((row[column].text for row in self._rows), key=len)

    def is_blank_end(self, row: int) -> bool:
        """Whether this is the empty row, or the last bill and nothing was entered in it."""
        last = row == len(self._states) - 2
        return self.is_empty_row(row) or (last and ends_blank(self._session.draft))

    def is_empty_row(self, row: int) -> bool:
        """Whether this is the row at the end that is no bill yet."""
        return row == len(self._states) - 1

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Bills and the empty row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """As many as ``COLUMNS``."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text and tip of a cell; read aloud, a problem is said with its text. Painting asks ``cell``."""
        if not index.isValid():
            return None
        column = index.column()
        cell = self._rows[index.row()][column]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.tip or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.tip if cell.mark == "problem" else cell.text
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Names of the columns; numbers of the rows, in colour where a row has problems."""
        if orientation == Qt.Orientation.Horizontal:
            return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return "+" if self.is_empty_row(section) else str(section + 1)
        if role == Qt.ItemDataRole.ForegroundRole and section < len(self._states):
            state = self._states[section]
            return self._problem_number if state.problems and not state.fresh else None
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Entered cells can be edited, computed ones not."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and COLUMNS[index.column()] not in COMPUTED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _written(self) -> tuple[list[RowState], list[Row]]:
        """Write the rows as they are now; those that show the same as before keep their texts."""
        draft = self._session.draft
        known = {state.bill.id: (state, row) for state, row in zip(self._states, self._rows, strict=True)}
        names = member_names(draft, self._wording.messages)
        if names != self._writer.members:
            self._writer.members = names
            known.clear()
        states, rows = [], []
        for state in self._states_of(draft):
            before = known.get(state.bill.id)
            states.append(state)
            rows.append(before[1] if before and before[0] == state else self._writer.write(state))
        return states, rows

    def _states_of(self, draft: Draft) -> list[RowState]:
        estimates = self._session.estimate.bills
        states = [
            row_state(bill, estimated, fresh=bill.id == self.fresh)
            for bill, estimated in zip(draft.bills, estimates, strict=True)
        ]
        return [*states, RowState(new_bill(draft)[1], None, (), fresh=True, stored=False)]

    def _take(self, states: list[RowState], rows: list[Row]) -> None:
        self._states, self._rows = states, rows

    def _change(self, states: list[RowState], rows: list[Row]) -> None:
        changed = [row for row, cells in enumerate(rows) if cells != self._rows[row]]
        numbers = [
            row
            for row, state in enumerate(states)
            if bool(state.problems) != bool(self._states[row].problems)
            or state.fresh != self._states[row].fresh
        ]
        self._take(states, rows)
        self._say_changed(changed)
        for row in numbers:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)

    def _say_changed(self, rows: list[int]) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _insert(self, first: int, last: int, states: list[RowState], rows: list[Row]) -> None:
        changed = [row for row in range(first) if rows[row] != self._rows[row]]
        self.beginInsertRows(_ROOT, first, last)
        self._take(states, rows)
        self.endInsertRows()
        self._say_changed(changed)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, first - 1, last)

    def _remove(self, first: int, last: int, states: list[RowState], rows: list[Row]) -> None:
        changed = [row for row in range(len(rows)) if rows[row] != self._rows[row]]
        self.beginRemoveRows(_ROOT, first, last)
        self._take(states, rows)
        self.endRemoveRows()
        self._say_changed(changed)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)

    def _exchange(self, before: list[str], after: list[str], states: list[RowState], rows: list[Row]) -> None:
        """Take out what stands between the common beginning and end, then put in what stands there now."""
        begin = _common(before, after)
        end = _common(before[begin:][::-1], after[begin:][::-1])
        if begin < len(before) - end:
            self.beginRemoveRows(_ROOT, begin, len(before) - end - 1)
            del self._states[begin : len(before) - end], self._rows[begin : len(before) - end]
            self.endRemoveRows()
        if begin < len(after) - end:
            self.beginInsertRows(_ROOT, begin, len(after) - end - 1)
            self._states[begin:begin] = states[begin : len(after) - end]
            self._rows[begin:begin] = rows[begin : len(after) - end]
            self.endInsertRows()
        self._change(states, rows)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)


def _common(first: list[str], second: list[str]) -> int:
    """Count the entries that are the same from the beginning."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
