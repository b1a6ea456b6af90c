"""Random edits over all pages, undone, give the identical document; redone, the last one again."""

import json
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QWidget,
)

from desktop_app.draft import edit
from desktop_app.draft.document import to_document
from desktop_app.draft.history import Place
from desktop_app.draft.model import Draft
from desktop_app.draft.store import open_case
from desktop_app.engine.case import SITUATIONS
from desktop_app.resources import data_path
from tests.gui.clerk import Clerk

SAMPLE = data_path("resources", "samples", "sample-household.yys")
Key, Modifier = Qt.Key, Qt.KeyboardModifier
TYPED = ("Li", "20240302", "2025.3.2", "3.2", "1234.5", "25000", "1,2", "x", "1", "2", "2023-11-02", "500101")
STEPS = 60


class RandomClerk:
    """Does what comes to mind: types, chooses, ticks, adds, deletes, turns pages."""

    def __init__(self, clerk: Clerk, seed: int) -> None:
        self.clerk = clerk
        self.random = Random(seed)
        self.done = [
            self.write,
            self.write,
            self.cell,
            self.choose,
            self.press,
            self.turn,
            self.call,
            self.step,
        ]

    def act(self) -> None:
        self.random.choice(self.done)()
        QApplication.processEvents()

    def turn(self) -> None:
        page = self.random.choice(("start", "members", "enrolment", "bills", "result", "summary"))
        self.clerk.window.show_page(page)

    def write(self) -> None:
        line = self.one_of(QLineEdit)
        if line is not None:
            line.setFocus()
            line.selectAll()
            QTest.keyClicks(line, self.random.choice(TYPED))
            if self.random.random() < 0.5:
                self.clerk.press(Key.Key_Return)

    def cell(self) -> None:
        table = self.one_of(QTableView)
        if table is not None and self.clerk.window.page == "bills":
            model = table.model()
            row, column = self.random.randrange(model.rowCount()), self.random.randrange(model.columnCount())
            table.setFocus()
            table.setCurrentIndex(model.index(row, column))
            self.clerk.keys(self.random.choice(TYPED) + "\n")

    def choose(self) -> None:
        combo = self.one_of(QComboBox)
        if combo is not None and combo.count():
            combo.setFocus()
            QTest.keyClick(combo, self.random.choice((Key.Key_Down, Key.Key_Up)))

    def press(self) -> None:
        kind = self.random.choice((QCheckBox, QRadioButton, QPushButton))
        button = self.one_of(kind)
        leaves = self.clerk.window.page in ("start", "summary") and kind is QPushButton
        if button is not None and not leaves:
            button.click()

    def call(self) -> None:
        """A change that comes from elsewhere: the guide's ticks, the functions that all pages use."""
        session, random = self.clerk.session, self.random
        draft = session.draft
        situation = random.choice(SITUATIONS)
        changes = [edit.set_situation(draft, situation, holds=situation not in draft.situations)]
        changes.append(edit.set_year(draft, random.choice(session.years)))
        changes.append(edit.add_bill(draft)[0])
        if draft.members:
            member = random.choice(draft.members).id
            changes.append(edit.add_newborn(draft, member, "2025.3.2")[0])
            changes.append(edit.remove_member(draft, member))
            changes.append(edit.set_member(draft, member, "chronic_diseases", ("hypertension",)))
            changes.append(edit.set_member(draft, member, "used_before.basic_fund", "1,000"))
        if draft.bills:
            bill = random.choice(draft.bills).id
            changes.append(edit.copy_bill(draft, bill)[0])
            changes.append(edit.move_bill(draft, bill, random.choice((-2, 1))))
        session.apply(random.choice(changes), Place("bills"), "edit")

    def step(self) -> None:
        key = self.random.choice((Key.Key_Z, Key.Key_Y))
        QTest.keyClick(self.clerk.window, key, Modifier.ControlModifier)

    def one_of(self, kind: type[QWidget]) -> QWidget | None:
        page = self.clerk.window.page_widget(self.clerk.window.page)
        found = [each for each in page.findChildren(kind) if each.isVisible() and each.isEnabled()]
        found = [
            each for each in found if not (isinstance(each, QAbstractButton) and each.focusPolicy() == 0)
        ]
        return self.random.choice(found) if found else None


@pytest.mark.parametrize("seed", range(10))
def test_all_edits_undone_give_the_identical_document_and_redone_the_last(qtbot, tmp_path: Path, seed):
    start = open_case(SAMPLE, lambda _region, _year: True) if seed % 2 else Draft(2025)
    assert isinstance(start, Draft)
    clerk = Clerk(qtbot, tmp_path / "data", draft=start)
    at_random = RandomClerk(clerk, seed)
    for _step in range(STEPS):
        at_random.act()
    clerk.window.commit_field()
    history = clerk.session.history
    while history.redo_code:
        clerk.window.redo()
    last = clerk.draft
    assert last != start

    undone = 0
    while history.undo_code:
        clerk.window.undo()
        undone += 1
        assert undone < 1000
    assert clerk.draft == start
    assert written(clerk.draft) == written(start)
    assert not clerk.session.unsaved

    while history.redo_code:
        clerk.window.redo()
    assert clerk.draft == last
    assert written(clerk.draft) == written(last)


def written(draft: Draft) -> str:
    return json.dumps(to_document(draft), ensure_ascii=False)
