"""Editors of the table of bills: what is typed goes into the draft at each key."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.draft.hospitals import named
from desktop_app.engine.case import BILL_KINDS, LEVELS
from desktop_app.ui.bills.cell_edit import CellEdit, remember_hospital
from desktop_app.ui.bills.cell_painter import CellPainter
from desktop_app.ui.bills.choice_editor import Choice, ChoiceEditor
from desktop_app.ui.bills.name_editor import NameEditor
from desktop_app.ui.members.names import member_names
from desktop_app.ui.models.bill_columns import AMOUNTS, CHOICES, COLUMNS, ENTERED
from desktop_app.ui.models.bills import BillsModel
from desktop_app.ui.session import Session
from desktop_app.ui.theme import colours
from desktop_app.wording.sentences import Wording

_HOSPITAL_FIELDS = ("institution_name", "level")
_LEAVE_BY = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Tab: "next",
    Qt.Key.Key_Backtab: "previous",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class BillDelegate(QStyledItemDelegate):
    """Makes the editor of a cell and says how it was left."""

    left = Signal(str)
    """``enter``, ``next``, ``previous``, ``up``, ``down``; ``level_known``: past the level as well."""
    table_pasted = Signal()
    """Several cells were to be pasted while one was open."""

    def __init__(self, session: Session, wording: Wording, model: BillsModel) -> None:
        super().__init__(model)
        self._model = model
        self._session = session
        self._wording = wording
        self._edit: CellEdit | None = None
        self.take_colours()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Make the editor of a cell."""
        del option
        model = self._model
        column = COLUMNS[index.column()]
        edit = self._edit = CellEdit(self._session, model.bill_id(index.row()), column)
        value = model.value(index.row(), index.column())
        editor = (
            self._choice_editor(parent, column, edit, value)
            if column in CHOICES
            else self._text_editor(parent, column, edit, value)
        )
        editor.setAccessibleName(self._wording.text(f"bills.field.{column}"))
        if edit.bill is None:
            model.fresh = edit.bill_id
        return editor

    def take_colours(self) -> None:
        """Take the colours of the system's scheme as it is now."""
        self._painter = CellPainter(colours())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a cell as it is marked."""
        column = index.column()
        self._painter.paint(
            painter,
            option.rect,  # type: ignore[attr-defined]
            option.state,  # type: ignore[attr-defined]
            self._model.cell(index.row(), column),
            amount=COLUMNS[column] in AMOUNTS,
            computed=column >= len(ENTERED),
        )

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give a choice the room its entries need, beyond its cell if it must."""
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, ChoiceEditor):
            editor.resize(max(editor.width(), editor.sizeHint().width()), editor.height())

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Do nothing: an editor begins with the draft's text, and then what is typed in it stands."""

    def setModelData(self, editor: QWidget, model: object, index: object) -> None:
        """Complete and remember the institution; the draft has the text already."""
        if self._edit and self._edit.field in _HOSPITAL_FIELDS:
            if self._edit.field == "institution_name":
                self._edit.complete_hospital()
            remember_hospital(self._session, self._edit.bill_id)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave the editor by Enter, Tab and arrows; Escape puts back what was there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._several_cells(event):
                self._leave(editor)
                self.table_pasted.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self._edit:
                self._edit.cancel()
            elif not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                way = _LEAVE_BY.get(Qt.Key(event.key()))
                if way and not (isinstance(editor, ChoiceEditor) and way in ("up", "down")):
                    self._leave(editor, way)
                    return True
        return super().eventFilter(editor, event)

    def _choice_editor(self, parent: QWidget, column: str, edit: CellEdit, value: str) -> ChoiceEditor:
        editor = ChoiceEditor(parent, self._choices(column))
        editor.show_value(value)
        editor.chosen.connect(lambda chosen: edit.take({column: chosen}))
        editor.closed.connect(lambda: self._leave(editor, "enter"))
        return editor

    def _text_editor(self, parent: QWidget, column: str, edit: CellEdit, value: str) -> QLineEdit:
        if column == "institution_name":
            editor: QLineEdit = self._name_editor(parent, edit)
        else:
            editor = QLineEdit(parent)
            editor.textEdited.connect(lambda text: edit.take({column: text}))
        editor.setText(value)
        if column in AMOUNTS:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return editor

    def _name_editor(self, parent: QWidget, edit: CellEdit) -> NameEditor:
        editor = NameEditor(parent, [hospital.name for hospital in self._session.hospitals])

        def take_offer(name: str) -> None:
            if hospital := named(self._session.hospitals, name):
                edit.take_hospital(hospital)
                self._leave(editor, "level_known")

        editor.textEdited.connect(lambda name: edit.take({"institution_name": name}))
        editor.offered.connect(take_offer)
        editor.entered.connect(lambda: self._leave(editor, "enter"))
        return editor

    def _choices(self, column: str) -> list[Choice]:
        text = self._wording.text
        if column == "member":
            named_members = member_names(self._session.draft, self._wording.messages)
            entries = [(member, name, name.lower()) for member, name in named_members.items()]
        elif column == "kind":
            entries = [
                (kind, self._wording.term("bill_kind", kind), text(f"bills.letters.{kind}"))
                for kind in BILL_KINDS
            ]
        else:
            entries = [(str(level), self._wording.term("level", level), "") for level in LEVELS]
        return [
            Choice(value, text("bills.choice", number=number, name=name), letters or name)
            for number, (value, name, letters) in enumerate(entries, start=1)
        ]

    def _several_cells(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        text = QGuiApplication.clipboard().text().rstrip("\r\n")
        return "\t" in text or "\n" in text

    def _leave(self, editor: QObject, way: str = "") -> None:
        assert isinstance(editor, QWidget)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if way == "enter" and self._edit:
            # Enter goes on from a blank row; a key that fitted no choice must not lead off the page.
            if self._edit.bill:
                self.left.emit("next")
        elif way:
            self.left.emit(way)
