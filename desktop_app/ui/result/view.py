"""What every view of the result is made of: cards, headings, lines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.result.target import Answer, Target
from desktop_app.ui.widgets.line_list import Line, LineList


class View(QWidget):
    """One level of the result, built of an answer when it is opened."""

    scrolls: bool = True
    """Whether the page scrolls it; else it fills the page."""
    in_place: bool = False
    """Whether it shows another answer itself (``show_answer``); else it is built anew."""

    opened = Signal(object)
    """A ``Target``, ``RuleLink`` or ``FieldLink``."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer
        self.wording = answer.wording
        self.lists: list[LineList] = []
        self.links: dict[Target, QPushButton] = {}

    def show_answer(self, answer: Answer) -> None:
        """Show another answer in the same place."""
        raise NotImplementedError

    def focus(self, target: Target | None) -> None:
        """Put the keyboard on the line that opens a target, else on the first list."""
        if target in self.links:
            self.links[target].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        for lines in self.lists:
            if target is not None and lines.mark(target):
                lines.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if self.lists:
            self.lists[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def line_list(
        self, name: str, lines: Sequence[Line], headers: Sequence[str] = ("", ""), *, text_columns: int = 1
    ) -> LineList:
        """Make a list whose lines open what they lead to."""
        made = LineList(name, headers, text_columns=text_columns)
        made.show_lines(lines)
        made.opened.connect(self.opened)
        self.lists.append(made)
        return made

    def link(self, text: str, target: Target) -> QPushButton:
        """Make a button that opens a view."""
        button = QPushButton(text)
        button.setProperty("link", True)
        button.setAutoDefault(True)  # Enter presses it
        button.clicked.connect(lambda: self.opened.emit(target))
        self.links[target] = button
        return button

    def amount_heads(self, first: str) -> tuple[str, ...]:
        """Name the columns of amounts; where others paid, what is left is no longer the whole own share."""
        totals = self.answer.settlement.totals
        nobody_else = totals.left_to_pay == totals.out_of_pocket
        shares = ("paid", "own") if nobody_else else ("paid_by_all", "left_to_pay")
        return tuple(self.wording.text(f"result.head.{name}") for name in (first, "total", *shares))


def card(*widgets: QWidget) -> QFrame:
    """Put widgets below each other on a card."""
    frame = QFrame()
    frame.setProperty("card", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 10, 16, 10)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return frame


def text_label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Write a text in a role of the theme (``subtitle``, ``faint``, ``remark`` …)."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label
