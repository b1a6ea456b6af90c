"""Where a wide table scrolls sideways by itself, so that the sentences around it need not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Sideways(QScrollArea):
    """As high as what is in it."""

    def __init__(self, wide: QWidget) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWidget(wide)
        wide.installEventFilter(self)
        self.horizontalScrollBar().rangeChanged.connect(lambda: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Leave room for the scroll bar where there is one."""
        wide = self.widget()
        bar = self.horizontalScrollBar()
        return QSize(
            wide.minimumWidth(), wide.minimumHeight() + (bar.sizeHint().height() if bar.maximum() else 0)
        )

    def minimumSizeHint(self) -> QSize:
        """Become as narrow as is wanted."""
        return QSize(0, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of what is in it."""
        if event.type() == QEvent.Type.Resize:
            self.updateGeometry()
        return super().eventFilter(watched, event)
