"""The result: the first screen and, level by level, all that stands behind it."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.draft.flow import Page
from desktop_app.draft.history import Place
from desktop_app.ui.page import WizardPage
from desktop_app.ui.planning.choices import PLANS
from desktop_app.ui.planning.statement import STATEMENT_FIELD
from desktop_app.ui.result.bill import BillView
from desktop_app.ui.result.charts import load_charts
from desktop_app.ui.result.missing import MissingView
from desktop_app.ui.result.target import OVERVIEW, Answer, FieldLink, RuleLink, Target
from desktop_app.ui.result.unknowns import RangeView
from desktop_app.ui.result.view import View
from desktop_app.ui.result.views import build_view, target_title
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording

_IDLE_MS = 800
_BACK_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)


class ResultPage(WizardPage):
    """Shows one view at a time and remembers the way to it; Esc or Backspace leads back."""

    name: ClassVar[Page] = "result"

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self._trail: list[Target] = [OVERVIEW]
        self.view: QWidget | None = None
        self._shown = OVERVIEW
        self._back = QPushButton(self.messages.text("result.back"))
        self._back.clicked.connect(self.go_back)
        self._back.setAutoDefault(True)  # Enter presses it
        self._way = QLabel()
        self._way.setProperty("role", "subtitle")
        self._way.setTextFormat(Qt.TextFormat.PlainText)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._back)
        head.addSpacing(10)
        head.addWidget(self._way, 1)
        self._place = QVBoxLayout()
        self.body.addWidget(self._head)
        self.body.addLayout(self._place, 1)
        session.replaced.connect(self._forget)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._rebuild)

    @property
    def target(self) -> Target:
        """What is shown."""
        return self._trail[-1]

    @property
    def place(self) -> Place:
        """The question, the bill or the member that is shown; of anything else the first screen."""
        target = self.target
        if target.view in PLANS:
            return Place(self.name, "", target.view)
        if target.view in ("bill", "member"):
            return Place(self.name, target.item, target.output)
        return Place(self.name)

    def refresh(self) -> None:
        """Show the same view of the answer as it is now; without it, what it belonged to."""
        settlement = self.session.estimate.settlement
        if settlement is None or not self.session.draft.members:
            self._show_open()
            return
        answer = Answer(settlement, self.session.draft, self.wording)
        while not answer.has(self.target):
            self._trail.pop()
        if isinstance(self.view, View) and self.view.in_place and self._shown == self.target:
            self.view.show_answer(answer)
            return
        if self._stands(answer):
            return
        view = build_view(self.target, answer, self.session)
        self._shown = self.target
        view.opened.connect(self.open)
        self._way.setText(target_title(self.target, answer))
        self._put(view, scrolls=view.scrolls)

    def _show_open(self) -> None:
        """Show what stands between the draft and its result: unknown amounts, or what is missing."""
        self._trail = [OVERVIEW]
        estimate, draft = self.session.estimate, self.session.draft
        if estimate.range is not None:
            answer = Answer(estimate.range.lowest, draft, self.wording)
            if isinstance(self.view, RangeView) and self._stands(answer):
                return
            view = RangeView(estimate.range, answer)
            self._shown = OVERVIEW
            view.opened.connect(self.open)
            self._put(view, scrolls=True)
            # It speaks of lines that are worked out; these say themselves where they lead.
            self.hint.hide()
        else:
            missing = MissingView(draft, estimate, self.wording)
            missing.list.opened.connect(self.open)
            self._put(missing, scrolls=True)

    def _stands(self, answer: Answer) -> bool:
        """Whether the view shows this already, as after saving: built anew it would lose the focus."""
        shown = self.view.answer if isinstance(self.view, View) and self._shown == self.target else None
        return shown is not None and (shown.settlement, shown.draft) == (answer.settlement, answer.draft)

    def showEvent(self, event: QShowEvent) -> None:
        """Load the charts while the clerk looks at the numbers: their import takes as long as the start."""
        super().showEvent(event)
        QTimer.singleShot(_IDLE_MS, self, load_charts)

    def show_place(self, item: str, field: str) -> None:
        """Show the first screen, or the bill (or a line of its statement) or member that is given."""
        draft = self.session.draft
        self._trail = [OVERVIEW]
        if any(bill.id == item for bill in draft.bills) and field.startswith(STATEMENT_FIELD):
            self._trail.append(Target("statement", item, field.removeprefix(STATEMENT_FIELD)))
        elif any(bill.id == item for bill in draft.bills):
            self._trail.append(Target("bill", item, field))
        elif any(member.id == item for member in draft.members):
            self._trail.append(Target("member", item))
        self._trail.extend(Target(name) for name in PLANS if name == field)
        self.refresh()
        self._focus(None)

    def open(self, link: object) -> None:
        """Follow a line: to another view, to a rule in the guide, to a field of the wizard."""
        match link:
            case RuleLink(rule):
                self.rule_asked.emit(rule)
            case FieldLink(page, item, field):
                self.go_to.emit(page, item, field)
            case Target() if link != self.target:
                self._follow(link)

    def go_back(self) -> None:
        """Show the view before, with the line marked that led here."""
        if len(self._trail) > 1:
            left = self._trail.pop()
            self.refresh()
            self._focus(left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead back with Esc or Backspace."""
        if event.key() in _BACK_KEYS and len(self._trail) > 1:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _follow(self, target: Target) -> None:
        if isinstance(self.view, BillView) and target.view == "bill":
            self.view.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._trail.append(target)
        self.refresh()
        self._focus(None)

    def _focus(self, target: Target | None) -> None:
        if isinstance(self.view, MissingView):
            self.view.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(self.view, View):
            self.view.focus(target)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, view: QWidget, *, scrolls: bool) -> None:
        """Put a view in the place of the one before."""
        while (entry := self._place.takeAt(0)) is not None:
            entry.widget().hide()
            entry.widget().deleteLater()
        self.view = view
        self._head.setVisible(len(self._trail) > 1)
        self.hint.setVisible(len(self._trail) == 1)
        shown = view
        if scrolls:
            area = QScrollArea(widgetResizable=True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(view)
            shown = area
        self._place.addWidget(shown)
        # At once, not with the next events: what is not visible takes no focus.
        shown.show()

    def _rebuild(self) -> None:
        """Take up the colours of another scheme."""
        self._put(QWidget(), scrolls=False)
        self._session_changed()

    def _forget(self) -> None:
        """Keep nothing of the family before on the screen."""
        self._trail = [OVERVIEW]
        self._put(QWidget(), scrolls=False)
