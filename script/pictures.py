"""Take the pictures of the help: each page with one small household, and its next bill, in both languages."""

import tempfile
import time
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.draft import edit
from desktop_app.draft.flow import PAGES
from desktop_app.draft.history import Place
from desktop_app.folders import Folders
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.ui.app import Program, make_application
from desktop_app.ui.planning.next_bill import NextBillView
from desktop_app.ui.result.target import Target
from desktop_app.ui.theme import colours
from desktop_app.ui.wizard.result import ResultPage
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
TALL_WINDOW = (1140, 860)
"""Holds the chart whole."""
AROUND, BELOW_CHART = 10, 20
"""What of the window stands beside the chart's page and below the chart, in pixels."""


def main() -> None:
    """Write ``1-start.zh_CN.png`` and so on, and ``next-bill.zh_CN.png``."""
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
        write(window.grab(), f"{number}-{page}.{lang}.png")
    write(next_bill(application, program), f"next-bill.{lang}.png")
    program.session.finish()  # else closing asks whether to save
    window.close()


def next_bill(application: QApplication, program: Program) -> QPixmap:
    """Take the chart of the year's first bill with what stands above it: there the tiers cross."""
    session, window = program.session, program.window
    without = edit.remove_bills(session.draft, {bill.id for bill in session.draft.bills})
    session.apply(without, Place("bills"), "remove_bills")
    window.resize(*TALL_WINDOW)
    window.show_page("result")
    result = window.page_widget("result")
    assert isinstance(result, ResultPage)
    result.open(Target("next_bill"))
    paint(application)
    view = result.view
    assert isinstance(view, NextBillView)
    begin = view.mapTo(window, QPoint(-AROUND, -AROUND))
    foot = view.chart.mapTo(window, view.chart.rect().bottomLeft()).y() + BELOW_CHART
    return window.grab(QRect(begin.x(), begin.y(), view.width() + AROUND, foot - begin.y()))


def write(picture: QPixmap, name: str) -> None:
    """Write a picture, made small, to its place."""
    path = TARGET / name
    if not small(picture.toImage()).save(str(path), "PNG", 0):
        raise OSError(f"{path} cannot be written")
    print(path)


def paint(application: QApplication) -> None:
    """Let everything that waits be painted."""
    until = time.monotonic() + PAINTING_S
    while time.monotonic() < until:
        application.processEvents()


def small(image: QImage) -> QImage:
    """Give the image in the help's width, with the tiers' colours and its most frequent ones alone."""
    image = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(image.constBits().cast("I"))
    tiers = (QColor(name).rgb() for name in (colours().tier_1, colours().tier_2))
    palette = list(dict.fromkeys((*tiers, *(colour for colour, _times in counted.most_common()))))
    return image.convertToFormat(
        QImage.Format.Format_Indexed8, palette[:COLOURS], Qt.ImageConversionFlag.ThresholdDither
    )


if __name__ == "__main__":
    main()
