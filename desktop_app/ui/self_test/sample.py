"""The sample household, settled with the shipped packs."""

from pathlib import Path
from typing import NamedTuple

from desktop_app.draft.estimate import estimate
from desktop_app.draft.model import Draft
from desktop_app.draft.store import open_case
from desktop_app.engine.result import Settlement
from desktop_app.packs.find import find_packs, shipped_folder


class Sample(NamedTuple):
    """What was entered, and what comes of it."""

    draft: Draft
    settlement: Settlement


def settled_sample(path: Path) -> Sample | None:
    """Settle the sample; None where it is no case or cannot be settled. Raises OSError."""
    catalogue = find_packs([shipped_folder()])
    draft = open_case(path, lambda region, year: bool(catalogue.serving(region, year)))
    settlement = None if isinstance(draft, tuple) else estimate(draft, catalogue).settlement
    return None if isinstance(draft, tuple) or settlement is None else Sample(draft, settlement)
