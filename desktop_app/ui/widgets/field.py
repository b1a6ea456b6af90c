"""A labelled field with the line below it that says what is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.ui.widgets.note import Note, mark_problem


class Field(QWidget):
    """Label, input, note. A blank new field is not complained about before the clerk has been there."""

    edited = Signal(str)
    """What the clerk has typed so far."""
    left = Signal()
    """The clerk has left the input."""

    def __init__(self, label: str, edit: LineEdit | None = None) -> None:
        super().__init__()
        self.edit = edit or LineEdit()
        self.note = Note()
        self.label = QLabel(label)
        self.label.setBuddy(self.edit)
        self.edit.setAccessibleName(label.replace("&", ""))
        self.visited = False
        self.edit.textEdited.connect(self.edited)
        self.edit.left.connect(self._leave)
        self.setFocusProxy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.label, self.edit, self.note):
            column.addWidget(widget)
        column.addStretch(1)

    def show_value(self, value: str) -> None:
        """Show the draft's text."""
        self.edit.show_value(value)

    def show_note(self, hint: str, problem: str = "", *, missing: bool = False) -> None:
        """Show a problem, or a hint where there is none or it is too early to speak of one."""
        early = self.edit.typing or (missing and not self.visited)
        complain = bool(problem) and not early
        mark_problem(self.edit, problem=complain)
        if complain:
            self.note.complain(problem)
        else:
            self.note.say(hint)

    def _leave(self) -> None:
        self.visited = True
        self.left.emit()
