"""Households on paper: cases into documents and PDF files, and what can be read out of them."""

import json
from datetime import datetime
from pathlib import Path

from pypdf import PdfReader

from desktop_app.draft.estimate import estimate
from desktop_app.draft.model import Draft
from desktop_app.draft.store import read_tree
from desktop_app.guidance.shipped import shipped_guidance
from desktop_app.packs.find import find_packs, shipped_folder
from desktop_app.ui.printing.document import Document
from desktop_app.ui.printing.render import write_pdf
from desktop_app.ui.printing.summary import summary_document
from desktop_app.ui.printing.summary_input import Parts, SummaryInput
from desktop_app.wording.messages import Lang
from desktop_app.wording.sentences import Wording

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "sample-household.yys"
PRINTED_AT = datetime.fromisoformat("2024-06-01T09:30")
# An invented number: the area is Chongqing's, the check character is right.
ID_NUMBER = "500101198005010010"


def adult(**fields) -> dict:
    """The adult of case 01: tier 1, one stay of 25,000 in a level 3 hospital."""
    member = {
        "id": "m1",
        "name": "户主",
        "birth_date": "1980-05-01",
        "tier": 1,
        "enrolment": {"kind": "standard", "paid_on": "2023-11-02"},
    }
    return member | fields


def stay(**fields) -> dict:
    bill = {
        "id": "b1",
        "member": "m1",
        "kind": "inpatient",
        "service_date": "2024-03-02",
        "settlement_date": "2024-03-12",
        "institution": {"level": 3},
        "total": "25000.00",
        "fully_self_paid": "3000.00",
        "class_b_copay": "2000.00",
    }
    return bill | fields


def case(members=None, bills=None, year: int = 2024, **fields) -> dict:
    return {
        "format": "yuyisuan-case/1",
        "policy_year": year,
        "members": [adult()] if members is None else members,
        "bills": [stay()] if bills is None else bills,
    } | fields


def summary_input(tree: dict, lang: Lang = "zh_CN", **fields) -> SummaryInput:
    catalogue = find_packs([shipped_folder()])
    draft = read_tree(json.loads(json.dumps(tree)), lambda _region, _year: True)
    assert isinstance(draft, Draft), draft
    settled = estimate(draft, catalogue)
    assert settled.settlement is not None, settled.problems
    return SummaryInput(
        settled.settlement,
        draft,
        shipped_guidance(),
        Wording(lang),
        **({"printed_at": PRINTED_AT} | fields),
    )


def document(tree: dict, lang: Lang = "zh_CN", parts: Parts | None = None, **fields) -> Document:
    return summary_document(summary_input(tree, lang, **fields), parts or Parts())


def printed_pages(tree: dict, folder: Path, **options) -> list[str]:
    """The text of each page of the PDF, without any space: PDF readers place spaces as they like."""
    path = folder / "summary.pdf"
    write_pdf(document(tree, **options), path)
    return pages_of(path)


def pages_of(path: Path) -> list[str]:
    return ["".join(page.extract_text().split()) for page in PdfReader(path).pages]
