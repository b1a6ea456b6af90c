"""Sentences below one another, each in the colour of its tone; what does not fit scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.models.bill_remarks import Remark


class RemarkList(QScrollArea):
    """Shows remarks; the labels are kept and reused, so that a keystroke builds no widgets."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._said: tuple[Remark, ...] = ()
        self._labels: list[QLabel] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.setFixedHeight(lines * (self.fontMetrics().height() + 4))

    @property
    def said(self) -> tuple[Remark, ...]:
        """What is shown."""
        return self._said

    def say(self, remarks: Sequence[Remark]) -> None:
        """Show these remarks and no others."""
        if self._said == tuple(remarks):
            return
        self._said = tuple(remarks)
        for _ in range(len(remarks) - len(self._labels)):
            label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._labels.append(label)
            self._column.insertWidget(self._column.count() - 1, label)
        for label, remark in zip(self._labels, remarks, strict=False):
            if label.property("role") != remark.tone:
                label.setProperty("role", remark.tone)
                label.style().polish(label)
            label.setText(remark.text)
        for number, label in enumerate(self._labels):
            label.setVisible(number < len(remarks))
