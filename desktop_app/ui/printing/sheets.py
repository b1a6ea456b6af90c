"""The pages of a document on screen, as many side by side as there is room for."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop_app.ui.printing.document import Document
from desktop_app.ui.printing.frame import PAGE_HEIGHT, PAGE_WIDTH

_GAP = 14
_STEP = 1.25
_SMALLEST, _LARGEST = 0.25, 4.0


class SheetsView(QScrollArea):
    """Scrolls and zooms the pages; at first a whole page is to be seen."""

    def __init__(self) -> None:
        super().__init__()
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._fits = True

    def show_document(self, document: Document) -> None:
        """Show another document; zoom and place stay."""
        self._sheets.document = document
        self._arrange()

    def fit(self) -> None:
        """Zoom to where a whole page is to be seen."""
        self._fits = True
        self._arrange()

    def closer(self) -> None:
        """Zoom in."""
        self._zoom(self._sheets.zoom * _STEP)

    def farther(self) -> None:
        """Zoom out."""
        self._zoom(self._sheets.zoom / _STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the pages anew for another size."""
        super().resizeEvent(event)
        self._arrange()

    def _zoom(self, zoom: float) -> None:
        self._fits = False
        self._sheets.zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self._arrange()

    def _arrange(self) -> None:
        room = self.viewport().size()
        if self._fits:
            self._sheets.zoom = max(_SMALLEST, (room.height() - 2 * _GAP) / PAGE_HEIGHT)
        self._sheets.arrange(room.width())


class _Sheets(QWidget):
    """Paints the pages; each is painted once a zoom and kept."""

    def __init__(self) -> None:
        super().__init__()
        self.document: Document | None = None
        self.zoom = 1.0
        self._columns = 1
        self._painted: dict[int, QPixmap] = {}

    def arrange(self, width: int) -> None:
        """Place the pages for a view of this width, and forget what was painted."""
        self._painted.clear()
        count = len(self.document.pages) if self.document else 0
        sheet = self._sheet_size()
        self._columns = max(1, min(count, (width - _GAP) // (sheet.width() + _GAP)))
        rows = -(-count // self._columns)
        self.resize(
            self._columns * (sheet.width() + _GAP) + _GAP,
            rows * (sheet.height() + _GAP) + _GAP,
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are to be seen."""
        painter = QPainter(self)
        sheet = self._sheet_size()
        for number in range(len(self.document.pages) if self.document else 0):
            row, column = divmod(number, self._columns)
            place = QPointF(_GAP + column * (sheet.width() + _GAP), _GAP + row * (sheet.height() + _GAP))
            box = QRectF(place, sheet.toSizeF())
            if box.intersects(event.rect().toRectF()):
                painter.drawPixmap(place, self._page(number))
                painter.setPen(self.palette().mid().color())
                painter.drawRect(box)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew for a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._painted.clear()
        super().changeEvent(event)

    def _sheet_size(self) -> QSize:
        return QSize(round(PAGE_WIDTH * self.zoom), round(PAGE_HEIGHT * self.zoom))

    def _page(self, number: int) -> QPixmap:
        if number not in self._painted:
            self._painted[number] = self._paint_page(number)
        return self._painted[number]

    def _paint_page(self, number: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        page = QPixmap(self._sheet_size() * ratio)
        page.setDevicePixelRatio(ratio)
        page.fill(Qt.GlobalColor.white)
        painter = QPainter(page)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.scale(self.zoom, self.zoom)
        if self.document is not None:
            self.document.paint_page(painter, number)
        painter.end()
        return page
