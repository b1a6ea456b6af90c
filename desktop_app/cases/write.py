"""Case documents as text."""

import json


def document_text(document: dict[str, object]) -> str:
    """Write a document as JSON with an indentation of two, as files and people want it."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
