"""Take the pictures of the keyboard help: each page with one small household, in both languages."""

import tempfile
import time
from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop_app.draft.flow import PAGES
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.ui.app import Program, make_application
from desktop_app.wording.messages import LANGS, Lang

CASE = """{"format": "yuyisuan-case/1", "policy_year": 2024,
 "members": [{"id": "m1", "name": "户主", "birth_date": "1980-05-01", "tier": 1,
              "enrolment": {"kind": "standard", "paid_on": "2023-11-02"}}],
 "bills": [{"id": "b1", "member": "m1", "kind": "inpatient", "service_date": "2024-03-02",
            "institution": {"level": 3, "type": "general"}, "total": "25000.00",
            "fully_self_paid": "3000.00", "class_b_copay": "2000.00"}]}"""
"""The household of the walk; its result stands in tests/gui/test_keyboard_walk.py."""
TARGET = Path(__file__).parents[1] / "resources" / "help" / "pictures"
WINDOW = (1140, 620)
WIDTH = 820
"""What the guide shows without a scroll bar."""
COLOURS = 256
PAINTING_S = 0.6


def main() -> None:
    """Write ``1-start.zh_CN.png`` and so on."""
    application = make_application()
    TARGET.mkdir(parents=True, exist_ok=True)
    for lang in LANGS:
        with tempfile.TemporaryDirectory() as own:
            take(application, Path(own), lang)


def take(application: QApplication, own: Path, lang: Lang) -> None:
    """Take the pictures in one language; ``own``: a folder for what the program keeps."""
    case = own / "walk.yys"
    case.write_text(CASE, encoding="utf-8")
    program = Program(application, find_packs([shipped_folder()]), Folders(own), lang)
    program.open_window()
    window = program.window
    window.resize(*WINDOW)
    program.session.open_copy(case)
    for number, page in enumerate(PAGES, start=1):
        window.show_page(page)
        paint(application)
        path = TARGET / f"{number}-{page}.{lang}.png"
        if not small(window.grab().toImage()).save(str(path), "PNG", 0):
            raise OSError(f"{path} cannot be written")
        print(path)
    window.close()


def paint(application: QApplication) -> None:
    """Let everything that waits be painted."""
    until = time.monotonic() + PAINTING_S
    while time.monotonic() < until:
        application.processEvents()


def small(image: QImage) -> QImage:
    """Give the image in the help's width, with its most frequent colours alone."""
    image = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(image.constBits().cast("I"))
    colours = [colour for colour, _times in counted.most_common(COLOURS)]
    return image.convertToFormat(
        QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.ThresholdDither
    )


if __name__ == "__main__":
    main()
