"""Which widget shows which page. Each is imported when first visited, so that the first stands at once."""

from importlib import import_module

from desktop_app.draft.flow import Page
from desktop_app.ui.page import WizardPage
from desktop_app.ui.session import Session
from desktop_app.wording.sentences import Wording

_CLASSES: dict[Page, str] = {
    "start": "StartPage",
    "members": "MembersPage",
    "enrolment": "EnrolmentPage",
    "bills": "BillsPage",
    "result": "ResultPage",
    "summary": "SummaryPage",
}


def build_page(page: Page, session: Session, wording: Wording) -> WizardPage:
    """Build the widget of a page: class ``StartPage`` of ``wizard/start.py`` and so on."""
    module = import_module(f"desktop_app.ui.wizard.{page}")
    widget: WizardPage = getattr(module, _CLASSES[page])(session, wording)
    return widget
