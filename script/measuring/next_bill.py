"""The next bill: its exact curves beside sampled ones, and a drag step to the repainted chart."""

import tempfile
import time
from itertools import cycle
from pathlib import Path

from households import BILLS, MEMBERS, YEAR, household_year
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from table import median, milliseconds, row
from window import opened

from desktop_app.cases.read import read_document
from desktop_app.draft.history import Place
from desktop_app.engine.case import Case, Institution
from desktop_app.engine.settle import settle
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.planning.break_even import TierCurves, tier_curves
from desktop_app.planning.curve import MOST, NextBill
from desktop_app.resources import data_path
from desktop_app.ui.planning.next_bill import NextBillView
from desktop_app.ui.result.target import Target
from desktop_app.ui.wizard.result import ResultPage

HOUSEHOLDS, POINTS = 40, 600
DRAGS = 200
"""Steps of the handle, a few pixels each."""


def measure(application: QApplication) -> None:
    """Follow the next bill of large households; drag its handle in the window with the sample household."""
    _measure_curves()
    _measure_drag(application)


def _measure_curves() -> None:
    policy = find_packs([shipped_folder()]).load("chongqing", YEAR)
    households = [_case(seed) for seed in range(HOUSEHOLDS)]
    bill = NextBill("m2", "inpatient", Institution(3), policy.enrolment.windows[-1].last, MOST)
    cases, drawn = cycle(households), cycle([tier_curves(case, bill, policy) for case in households])
    exact = median(lambda: tier_curves(next(cases), bill, policy), HOUSEHOLDS, time.process_time)
    sampled = median(lambda: _sample(next(drawn)), HOUSEHOLDS, time.process_time)
    name = f"a curve, {MEMBERS} members, {BILLS} bills"
    row(name, milliseconds(exact), f"beside settling {POINTS} points a tier", exact / sampled)


def _sample(drawn: TierCurves) -> list[int]:
    """Settle the year and then the bill alone at evenly spaced expenses, on both tiers."""
    found = []
    for curve in drawn.curves.values():
        settle(curve.settlement.case, curve.settlement.policy)
        found += [curve.settle(MOST * point // POINTS).out_of_pocket for point in range(POINTS)]
    return found


def _measure_drag(application: QApplication) -> None:
    sample = data_path("resources", "samples", "sample-household.yys")
    with tempfile.TemporaryDirectory() as folder, opened(application, Path(folder), sample) as program:
        program.window.go_to(Place("result"))
        page = program.window.page_widget("result")
        if not isinstance(page, ResultPage):
            raise SystemExit("there is no result page")
        page.open(Target("next_bill"))
        application.processEvents()
        if not isinstance(page.view, NextBillView):
            raise SystemExit("there is no chart of the next bill")
        seconds = _drag(application, page.view)
    row("drag step to the repainted chart", milliseconds(seconds), "<= 16 ms")


def _drag(application: QApplication, view: NextBillView) -> float:
    surface = view.chart.viewport()
    width = surface.width()
    places = cycle(range(width // 4, width * 3 // 4, 7))
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def send(kind: QEvent.Type, button: Qt.MouseButton) -> None:
        at = QPointF(next(places), surface.height() / 2)
        keys = Qt.KeyboardModifier.NoModifier
        application.sendEvent(surface, QMouseEvent(kind, at, surface.mapToGlobal(at), button, left, keys))
        application.processEvents()

    send(QEvent.Type.MouseButtonPress, left)
    return median(lambda: send(QEvent.Type.MouseMove, none), DRAGS)


def _case(seed: int) -> Case:
    case = read_document(household_year(seed), lambda _region, _year: True)
    if not isinstance(case, Case):
        raise SystemExit(str(case))
    return case
