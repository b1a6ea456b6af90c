"""The guide beside the wizard: next steps, guidance by topic, the policy's values, the rules, help."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import TypeAlias

from PySide6.QtCore import QSize, QUrl
from PySide6.QtWidgets import (
    QDialog,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.guidance.items import TOPICS
from desktop_app.guidance.shipped import shipped_guidance
from desktop_app.resources import data_path
from desktop_app.ui.guide import content
from desktop_app.ui.guide.situations import SituationTicks
from desktop_app.ui.missing_pack import missing_pack
from desktop_app.ui.session import Session
from desktop_app.ui.theme import colours
from desktop_app.wording.policy_table import POLICY_SECTIONS, PolicySection
from desktop_app.wording.sentences import Wording

_SIZE = QSize(1160, 660)
"""The pictures of the help fit beside the contents."""

Page: TypeAlias = Callable[[], str]
"""Makes a page when it is shown: rich text, or Markdown where it does not begin with a tag."""


class GuideItem(QTreeWidgetItem):
    """A line of the contents and the page it leads to; of a heading the page is empty."""

    def __init__(self, title: str, page: Page) -> None:
        super().__init__([title])
        self.setToolTip(0, title)
        self.page = page


class GuideWindow(QDialog):
    """A tree of pages at the left, the page at the right. It stays open while the wizard is used."""

    def __init__(self, session: Session, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = wording
        self._guidance = shipped_guidance()
        self._rules: dict[str, GuideItem] = {}
        self._tree = QTreeWidget(headerHidden=True)
        self._tree.setMinimumWidth(180)
        self._tree.setAccessibleName(wording.text("guide.contents"))
        self._text = QTextBrowser(openLinks=False)
        self._text.setAccessibleName(wording.text("guide.title"))
        self._text.setSearchPaths([str(data_path("resources", "help"))])
        self._text.anchorClicked.connect(self._follow)
        self._ticks = SituationTicks(session, wording)
        self._build()
        self._fill_tree()
        session.changed.connect(self._session_changed)

    def show_next_steps(self) -> None:
        """Open at the next steps of this household."""
        self._open(self._steps)

    def show_rule(self, rule: str) -> None:
        """Open at a rule, ``R12``."""
        self._open(self._rules[rule])

    def show_help(self) -> None:
        """Open at the walk by keyboard."""
        self._open(self._keyboard)

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._ticks)
        column.addWidget(self._text, 1)
        splitter = QSplitter()
        splitter.addWidget(self._tree)
        splitter.addWidget(right)
        splitter.setSizes([230, 890])
        splitter.setChildrenCollapsible(False)
        QVBoxLayout(self).addWidget(splitter)
        self._tree.currentItemChanged.connect(self._show_item)
        self.setWindowTitle(self._wording.text("guide.title"))
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))

    def _fill_tree(self) -> None:
        text = self._wording.text
        self._steps = self._add(None, text("guide.next_steps.title"), self._next_steps)
        topics = self._add(None, text("guide.topics"))
        for topic in TOPICS:
            page = partial(content.topic_page, self._guidance, topic, self._wording)
            self._add(topics, text(f"guidance.topic.{topic}"), page)
        values = self._add(None, text("guide.policy.short"))
        for section in POLICY_SECTIONS:
            self._add(values, text(f"guide.section.{section}"), partial(self._policy, section))
        self._add(None, text("guide.conflicts.title"), self._conflicts)
        rules = self._add(None, text("guide.rules"))
        for number, rule in content.rule_texts(self._wording).items():
            title = rule.splitlines()[0].removeprefix("## ")
            self._rules[number] = self._add(rules, title, rule=rule)
        self._keyboard = self._add(None, text("guide.keyboard"), partial(self._help, "keyboard"))
        self._add(None, text("guide.planning"), partial(self._help, "planning"))
        self._add(None, text("guide.formats"), partial(self._help, "interchange"))
        topics.setExpanded(True)

    def _add(
        self, parent: GuideItem | None, title: str, page: Page | None = None, *, rule: str = ""
    ) -> GuideItem:
        item = GuideItem(title, page or (lambda: rule))
        if parent is None:
            self._tree.addTopLevelItem(item)
        else:
            parent.addChild(item)
        return item

    def _open(self, item: GuideItem) -> None:
        self.show()
        self.raise_()
        self.activateWindow()
        self._tree.setCurrentItem(item)
        self._show_item(item)
        self._tree.setFocus()

    def _show_item(self, item: QTreeWidgetItem | None) -> None:
        """Show a page; of a heading of pages its first one."""
        if not isinstance(item, GuideItem):
            return
        first = item.child(0)
        if isinstance(first, GuideItem):
            item.setExpanded(True)
            item = first
        self._ticks.setVisible(item is self._steps)
        text = item.page()
        if text.startswith("<"):
            scheme = colours()
            style = f".faint {{ color: {scheme.faint_text}; }} a {{ color: {scheme.accent}; }}"
            self._text.document().setDefaultStyleSheet(style)
            self._text.setHtml(text)
        else:
            self._text.setMarkdown(text)

    def _session_changed(self) -> None:
        if self.isVisible():
            self._show_item(self._tree.currentItem())

    def _next_steps(self) -> str:
        self._ticks.refresh()
        settlement = self._session.estimate.dearest
        if settlement is None or not self._session.draft.members:
            return f"<p>{self._wording.text('guide.next_steps.incomplete')}</p>"
        return content.next_steps_page(settlement, self._guidance, self._session.today(), self._wording)

    def _policy(self, section: PolicySection) -> str:
        policy = self._session.estimate.policy
        return content.policy_page(policy, section, self._wording) if policy else self._no_policy()

    def _conflicts(self) -> str:
        policy = self._session.estimate.policy
        return content.conflicts_page(policy, self._wording) if policy else self._no_policy()

    def _no_policy(self) -> str:
        return f"<p>{escape(missing_pack(self._session, self._wording.messages))}</p>"

    def _help(self, name: str) -> str:
        return content.help_text(name, self._wording)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == "rule":
            self.show_rule(url.path())
        elif url.path().startswith("rules."):
            self._open(next(iter(self._rules.values())))
