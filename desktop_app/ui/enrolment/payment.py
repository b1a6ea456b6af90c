"""When the premium was paid: the day, or a window by name where the day is not known."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.ui.enrolment.view import EnrolmentView
from desktop_app.ui.widgets.choice import Choice
from desktop_app.ui.widgets.line_edit import LineEdit
from desktop_app.wording.sentences import Wording

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Payment(QWidget):
    """A date, and the windows of the year; a window stands for its last day."""

    edited = Signal(str)
    """What the clerk has typed so far, or the last day of the window that was chosen."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._last_days: dict[str, str] = {}
        self.date = LineEdit()
        self.date.setMinimumWidth(168)
        self.window_choice = Choice(wording.text("enrolment.window.label"))
        self.window_choice.setMinimumWidth(168)
        self.date.textEdited.connect(self.edited)
        self.date.installEventFilter(self)
        self.window_choice.chosen.connect(lambda window: self.edited.emit(self._last_days.get(window, "")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for label, field in (("paid_on", self.date), ("window", self.window_choice)):
            caption = QLabel(wording.text(f"enrolment.{label}.label"))
            caption.setBuddy(field)
            field.setAccessibleName(caption.text())
            row.addWidget(caption)
            row.addWidget(field)
        row.setStretch(1, 1)

    def show_view(self, view: EnrolmentView) -> None:
        """Show the date, and the window it stands for."""
        self._last_days = {window.id: window.last.isoformat() for window in view.windows}
        names = {window.id: window.name for window in view.windows}
        self.window_choice.offer({"": self._wording.text("enrolment.window.none"), **names})
        # An example of another year would lead to a payment outside the windows.
        example = f"{view.windows[0].last:%Y%m%d}" if view.windows else ""
        self.date.setPlaceholderText(self._wording.text("enrolment.paid_on.hint", example=example))
        self.date.show_value(view.member.paid_on)
        self.window_choice.show_code(view.named_window.id if view.named_window else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose among the windows with the arrow keys, without leaving the date."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._choose(self.window_choice.currentIndex() + step)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, row: int) -> None:
        window = self.window_choice.itemData(row)
        if window:
            self.edited.emit(self._last_days[window])
            self.date.setText(self._last_days[window])
