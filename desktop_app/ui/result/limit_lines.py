"""What each limit has left this year, member by member."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.result.limits import LimitLeft, limits_left
from desktop_app.ui.result.target import Answer
from desktop_app.ui.result.view import View, card, text_label
from desktop_app.ui.widgets.line_list import Line
from desktop_app.wording.sentences import Wording

_HEADS = ("whole", "used", "left")


class LimitsView(View):
    """A card a member."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for member in answer.names:
            column.addWidget(limit_list(self, member))
        column.addStretch(1)


def limit_list(view: View, member: str) -> QWidget:
    """Put a member's limits on a card; of a newborn with guardian it says whose they are."""
    answer, text = view.answer, view.wording.text
    name = answer.names[member]
    found = limits_left(answer.settlement, member)
    if not found:
        return card(text_label(text("result.limit.none", member=name), "faint"))
    title = text("result.limit.of", member=name)
    heads = [title, *(text(f"result.head.{head}") for head in _HEADS)]
    widgets: list[QWidget] = [view.line_list(title, [_line(each, view.wording) for each in found], heads)]
    owner = answer.member(member).ledger_owner
    if owner != member:
        widgets.append(text_label(text("result.limit.shared", guardian=answer.names[owner]), "faint"))
    return card(*widgets)


def _line(found: LimitLeft, wording: Wording) -> Line:
    name = wording.text(f"result.limit.{found.code}")
    used = wording.amount(found.used)
    if found.limit is None or found.left is None:
        no_cap = wording.text("result.limit.no_cap")
        return Line((name, no_cap, used, no_cap))
    return Line((name, wording.amount(found.limit), used, wording.amount(found.left)))
