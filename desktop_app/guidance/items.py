"""The guidance, typed: what a clerk reads out, where it comes from, and the facts under which it applies.

Kept once for all years, in ``policy_packs/guidance.toml``. All of it can be browsed by topic; ``applicable``
picks what this household needs.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias, get_args

from desktop_app.guidance.facts import Fact

Topic: TypeAlias = Literal[
    "who_may_enrol",
    "registration",
    "newborn",
    "payment",
    "settlement",
    "care_elsewhere",
    "accounts",
    "hotlines",
]
Urgency: TypeAlias = Literal["open", "passed", "advice"]
"""A deadline is still open, a deadline has passed, or there is none."""
GuidanceStanding: TypeAlias = Literal["stated", "secondary"]
"""S0 to S2 say it, or only the uncited S3 and its side links do."""

TOPICS: tuple[Topic, ...] = get_args(Topic)
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
GUIDANCE_STANDINGS: tuple[GuidanceStanding, ...] = get_args(GuidanceStanding)


class GuidanceSource(NamedTuple):
    """A document that items are read from."""

    id: str
    title: str
    document: str
    """File or kind of publication, in words."""
    date: str
    """Of the document: a year, or a day as ``YYYY-MM-DD`` (its own, or the one its side links bear)."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of guidance (Chinese): an explanation and, where something is done in order, its steps."""

    id: str
    topic: Topic
    title: str
    text: str
    steps: tuple[str, ...]
    source: GuidanceSource
    section: str
    standing: GuidanceStanding
    urgency: Urgency
    facts: frozenset[Fact]
    """All of them must hold; never empty."""
    alternative: bool = False
    """One of several ways of its topic to do the same thing: any of them will do."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """All guidance, in the order of the file."""

    sources: tuple[GuidanceSource, ...]
    items: tuple[Item, ...]

    def by_topic(self, topic: Topic) -> tuple[Item, ...]:
        """Take the items of a topic, whatever the household."""
        return tuple(item for item in self.items if item.topic == topic)


def applicable(guidance: Guidance, facts: AbstractSet[Fact]) -> tuple[Item, ...]:
    """Pick the items all of whose facts hold: open deadlines first, then passed ones, then advice."""
    chosen = (item for item in guidance.items if item.facts <= facts)
    return tuple(sorted(chosen, key=lambda item: URGENCIES.index(item.urgency)))


def split_alternatives(items: Sequence[Item]) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Part what is to be done from the ways to do one thing, so that a list of next steps stays short.

    The second part can be shown as one line of titles (``guidance.ways_to_pay``).
    """
    return (
        tuple(item for item in items if not item.alternative),
        tuple(item for item in items if item.alternative),
    )
