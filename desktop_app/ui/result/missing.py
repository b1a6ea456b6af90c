"""What is missing before there is a result: a friendly list, each line a way to the field."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.draft.estimate import Estimate
from desktop_app.draft.flow import Spot, spot
from desktop_app.draft.model import Draft
from desktop_app.reading import Problem
from desktop_app.ui.result.target import FieldLink
from desktop_app.ui.result.view import card, text_label
from desktop_app.ui.widgets.line_list import Line, LineList
from desktop_app.wording.sentences import Wording

AT_MOST = 8


class MissingView(QWidget):
    """No numbers while anything is missing."""

    def __init__(self, draft: Draft, estimate: Estimate, wording: Wording) -> None:
        super().__init__()
        self._draft = draft
        self._wording = wording
        title = wording.text("result.missing.title")
        self.list = LineList(title, ("",))
        if draft.members:
            lines = [self._line(problem) for problem in estimate.problems[:AT_MOST]]
        else:
            lines = [Line((wording.text("result.missing.members"),), FieldLink("members", "", ""))]
        self.list.show_lines(lines)
        widgets: list[QWidget] = [text_label(title, "subtitle"), self.list]
        if draft.members and len(estimate.problems) > AT_MOST:
            more = wording.text("result.missing.more", count=len(estimate.problems) - AT_MOST)
            widgets.append(text_label(more, "faint"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card(*widgets))
        column.addStretch(1)

    def _line(self, problem: Problem) -> Line:
        where = spot(problem.path)
        page = self._wording.text(f"window.page.{where.page}.short")
        place = self._place(where, page)
        if field := self._field(where.field):
            place = self._wording.text("result.missing.field", where=place, field=field)
        text = self._wording.text("result.missing.line", where=place, problem=self._wording.problem(problem))
        return Line((text,), FieldLink(where.page, self._id(where), where.field))

    def _place(self, where: Spot, page: str) -> str:
        if where.row is None:
            return page
        key = "bill" if where.page == "bills" else "member"
        name = "" if key == "bill" else self._draft.members[where.row].name
        return name or self._wording.text(f"result.missing.{key}", number=where.row + 1)

    def _field(self, field: str) -> str:
        """Name a field; empty where it is the page or the line as a whole."""
        group, _, name = field.rpartition(".")
        key = f"terms.ledger.{name}" if group == "used_before" else f"result.field.{group or name}"
        return self._wording.text(key) if self._wording.messages.has(key) else ""

    def _id(self, where: Spot) -> str:
        if where.row is None:
            return ""
        rows = self._draft.bills if where.page == "bills" else self._draft.members
        return rows[where.row].id
