"""What to say where the policy pack of a year cannot be used: there is none, or it has errors."""

from pathlib import Path

from desktop_app.packs.find import BadPack, NoPack
from desktop_app.ui.session import Session
from desktop_app.wording.messages import Messages


def missing_pack(session: Session, messages: Messages) -> str:
    """Say why the draft's year cannot be computed, and what can be done; empty where it can."""
    year = session.draft.policy_year
    try:
        session.catalogue.load(session.draft.region, year)
    except NoPack:
        return messages.text("start.policy.none", year=year)
    except BadPack as bad:
        first = bad.problems.problems[0]
        return messages.text(
            "start.policy.bad",
            year=year,
            name=Path(bad.problems.name).name,
            count=len(bad.problems.problems),
            where=first.path or first.code,
        )
    return ""
