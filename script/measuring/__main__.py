"""Measure the program beside what it is held against; every figure is a median of several runs."""

import os

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import bundle
import engine
import next_bill
import planning
import start
import window

from desktop_app.ui.app import make_application


def main() -> None:
    """Print the table. The engine comes before Qt is at work in this process."""
    print(f"{'':<44} {'median':>16} {'ratio':>8}   goal")
    start.measure()
    engine.measure()
    planning.measure()
    application = make_application()
    next_bill.measure(application)
    window.measure(application)
    if bundle.is_built():
        bundle.measure()
    else:
        print("The bundle was not measured: script/bench --bundle builds what it takes first.")


if __name__ == "__main__":
    main()
