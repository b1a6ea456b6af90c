"""The last page: what will come out of the printer, and the buttons that send it there."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QStackedWidget

from desktop_app.draft.flow import Page, blocking
from desktop_app.guidance.shipped import shipped_guidance
from desktop_app.ui.file_dialog import ask_to_save
from desktop_app.ui.page import WizardPage
from desktop_app.ui.planning.plan_input import plan_input
from desktop_app.ui.planning.plans import plan_sections, printable
from desktop_app.ui.printing.document import Document
from desktop_app.ui.printing.missing import MissingCard
from desktop_app.ui.printing.panel import PrintPanel
from desktop_app.ui.printing.preview import Preview
from desktop_app.ui.printing.render import print_on, write_pdf
from desktop_app.ui.printing.summary import summary_document
from desktop_app.ui.printing.summary_input import SummaryInput
from desktop_app.ui.result.target import Answer
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording


class SummaryPage(WizardPage):
    """Preview at the left, what to do with it at the right; or what is still missing."""

    name: ClassVar[Page] = "summary"

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self.document: Document | None = None
        """What the preview shows."""
        self.panel = PrintPanel(wording)
        self._preview = Preview(wording)
        self._missing = MissingCard(wording)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._preview)
        self._stack.addWidget(self._missing)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._stack, 1)
        row.addWidget(self.panel)
        self.body.addLayout(row, 1)
        self.panel.print_asked.connect(self.print)
        self.panel.pdf_asked.connect(self.save_pdf)
        self.panel.parts_changed.connect(self.refresh)
        self.panel.plans_changed.connect(self._choose_plans)
        self.panel.settings_asked.connect(self._change_settings)
        self._missing.page_asked.connect(lambda page: self.go_to.emit(page, "", ""))
        session.replaced.connect(lambda: self.panel.plan_fold.set_open(open_=False))

    def refresh(self) -> None:
        """Lay the summary out anew, or say what is missing."""
        given = self._given()
        self.document = None if given is None else self._lay_out(given)
        if self.document is None:
            problems = self.session.estimate.problems
            self._missing.show_page(blocking("summary", self.session.draft, problems))
            self._stack.setCurrentWidget(self._missing)
        else:
            self._preview.show_document(self.document)
            self._stack.setCurrentWidget(self._preview)
        self.panel.setVisible(self.document is not None)
        self.panel.show_names(self.session.settings)

    def show_place(self, item: str, field: str) -> None:
        """Put the focus on printing, or on the way to what is missing."""
        target = self._missing.button if self.document is None else self.panel.print_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def print(self) -> None:
        """Ask for a printer and print."""
        document = self.document
        if document is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self._warn("summary.no_printer")
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(document.pages))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            print_on(document, printer)
        except OSError:
            self._warn("summary.print_failed")
        else:
            self.panel.say(self.messages.text("summary.printed", printer=printer.printerName()))

    def save_pdf(self) -> None:
        """Ask for a file and write the PDF."""
        document = self.document
        if document is None:
            return
        text, path = self.messages.text, self.session.path
        proposal = path.with_suffix(".pdf") if path else Path(f"{document.title}.pdf")
        kinds = text("summary.pdf_files")
        chosen = ask_to_save(self, self.messages, text("summary.save_title"), kinds, str(proposal), "pdf")
        if chosen is None:
            return
        try:
            write_pdf(document, chosen)
        except OSError:
            self._warn("summary.save_failed", name=chosen.name)
        else:
            self.panel.say(self.messages.text("summary.saved", name=chosen.name))

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+P, which elsewhere leads to this page."""
        if event.type() == QEvent.Type.ShortcutOverride and _asks_to_print(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Print with Ctrl+P."""
        if _asks_to_print(event):
            self.print()
        else:
            super().keyPressEvent(event)

    def _given(self) -> SummaryInput | None:
        found = self.session.estimate.range
        settlement = found.lowest if found else self.session.estimate.settlement
        if settlement is None or not self.session.draft.members:
            return None
        settings = self.session.settings
        return SummaryInput(
            settlement,
            self.session.draft,
            shipped_guidance(),
            self.wording,
            datetime.combine(self.session.today(), datetime.now().time()),
            settings.office,
            settings.clerk,
            found,
        )

    def _lay_out(self, given: SummaryInput) -> Document:
        """Lay out the summary, with the answers to the planning questions that were ticked.

        They are answered from one result: of a range there are none.
        """
        if given.range is not None:
            self.panel.show_plans((), ())
            return summary_document(given, self.panel.parts())
        answer = Answer(given.settlement, given.draft, self.wording)
        self.panel.show_plans(printable(answer), self.session.plans.printed)
        sections = plan_sections(plan_input(answer, self.session))
        return summary_document(given, self.panel.parts(), sections)

    def _choose_plans(self) -> None:
        self.session.plans = replace(self.session.plans, printed=self.panel.plans())
        self.refresh()

    def _change_settings(self) -> None:
        self.settings_asked.emit()
        self.refresh()

    def _warn(self, key: str, **fields: object) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, self.messages.text("window.title"), "", parent=self)
        box.setText(self.messages.text(key, **fields))
        box.exec()


def _asks_to_print(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Print)
