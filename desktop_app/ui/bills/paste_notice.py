"""What became of pasted cells: what was taken, what cannot be read, what found no place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from desktop_app.draft.estimate import BillRow
from desktop_app.draft.paste import Pasted
from desktop_app.wording.sentences import Wording

_UNREADABLE = ("amount", "date", "enum", "unknown_member", "type")
_HIGHEST = 96


def account(pasted: Pasted, rows: tuple[BillRow, ...], wording: Wording) -> str:
    """Give the clerk an account of a paste, a line for each matter."""
    if not (pasted.bills or pasted.left_over or pasted.unknown_headings):
        return wording.text("bills.pasted.nothing")
    lines = [wording.text("bills.pasted.bills", count=len(pasted.bills))]
    unreadable = sum(
        problem.code in _UNREADABLE for row in rows if row.id in pasted.bills for problem in row.problems
    )
    if unreadable:
        lines.append(wording.text("bills.pasted.unreadable", count=unreadable))
    mark = wording.text("bills.list_mark")
    if pasted.unknown_headings:
        headings = mark.join(pasted.unknown_headings)
        lines.append(wording.text("bills.pasted.unknown_headings", headings=headings))
    if pasted.left_over:
        lines.append(wording.text("bills.pasted.left_over", cells=mark.join(pasted.left_over)))
    return "\n".join(lines)


class PasteNotice(QFrame):
    """Stands above the table until it is closed or the next paste; long ones scroll."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setProperty("role", "remark")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setWidget(self._text)
        close = QPushButton(wording.text("bills.tip.close"), clicked=self.forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._area, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def forget(self) -> None:
        """Close it and keep nothing."""
        self._text.clear()
        self.hide()

    def say(self, text: str) -> None:
        """Show an account."""
        self._text.setText(text)
        self.show()
        width: QWidget = self._area
        height = self._text.heightForWidth(max(width.width(), 400)) + 2
        self._area.setFixedHeight(min(height, _HIGHEST))
