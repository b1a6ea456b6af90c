"""Whether a window paints."""

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.ui.first_paint import after_first_paint
from desktop_app.ui.self_test.finding import Finding, bad, good

PATIENCE_MS = 10_000
_PAINTED = 1


def check_painting(window: QWidget) -> Finding:
    """Wait until a window that is shown has painted, and see that there is something on it."""
    loop = QEventLoop()
    after_first_paint(window, lambda: loop.exit(_PAINTED))
    patience = QTimer(singleShot=True, interval=PATIENCE_MS)
    patience.timeout.connect(loop.quit)
    patience.start()
    window.update()
    if loop.exec() != _PAINTED:
        return bad("never", seconds=PATIENCE_MS // 1000)
    if is_blank(window):
        return bad("blank")
    platform = QGuiApplication.platformName()
    return good("offscreen" if platform == "offscreen" else "good", platform=platform)


def is_blank(widget: QWidget) -> bool:
    """Tell whether a widget paints one colour alone, as far as a coarse net of points sees it."""
    image = widget.grab().toImage()
    return (
        len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) < 2
    )
