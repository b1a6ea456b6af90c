"""What to know about this result: bills that are not paid, notices, blank fields that count 0."""

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.ui.result.target import Answer, FieldLink, Target
from desktop_app.ui.result.view import View, card
from desktop_app.ui.widgets.line_list import Line


class RemarksView(View):
    """One line a remark; it leads to its bill, member or field."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        title = self.wording.text("result.view.remarks")
        column.addWidget(card(self.line_list(title, remark_lines(answer), ("",))))
        column.addStretch(1)


def remark_lines(answer: Answer) -> list[Line]:
    """Say every remark: of members first, then of bills in order of settlement."""
    return [*_member_remarks(answer), *_bill_remarks(answer)]


def _member_remarks(answer: Answer) -> list[Line]:
    lines = []
    for member in answer.settlement.members:
        remarks = [answer.wording.notice(code) for code in member.premium.notices]
        if member.coverage.reason is not None:
            remarks.insert(0, answer.wording.reason(member.coverage.reason))
        who = answer.names[member.id]
        lines += [
            Line(
                (answer.wording.text("result.remark", what=who, remark=remark),), Target("member", member.id)
            )
            for remark in remarks
        ]
    return lines


def _bill_remarks(answer: Answer) -> list[Line]:
    lines = []
    for bill in answer.bills:
        result = answer.bills[bill][1]
        what = answer.wording.text(
            "result.whose_bill", member=answer.names[result.member], bill=answer.bill_name(bill)
        )
        lines += [
            Line((answer.wording.text("result.remark", what=what, remark=remark),), Target("bill", bill))
            for remark in bill_remarks(answer, bill)
        ]
        if bill in answer.blank_fields:
            remark = blank_remark(answer, bill)
            link = FieldLink("bills", bill, answer.blank_fields[bill][0])
            lines.append(Line((answer.wording.text("result.remark", what=what, remark=remark),), link))
    return lines


def bill_remarks(answer: Answer, bill: str) -> list[str]:
    """Say why a bill is paid nothing, and its notices."""
    result = answer.bills[bill][1]
    reason = [answer.wording.reason(result.reason)] if result.reason is not None else []
    return [*reason, *(answer.wording.notice(code) for code in result.notices)]


def blank_remark(answer: Answer, bill: str) -> str:
    """Say which fields of a bill were left blank and count 0."""
    names = [answer.wording.figure_name(name) for name in answer.blank_fields[bill]]
    return answer.wording.text("result.blank", fields=answer.wording.text("result.comma").join(names))
