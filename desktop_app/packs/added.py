"""Packs taken over from a stick: looked at in full, put in use in one step, taken back one by one.

The folder of added packs comes before the shipped ones. In it a year has one pack, by its plain name; those
it took the place of wait in ``replaced``, numbered, the latest highest.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from desktop_app.atomic import write_bytes
from desktop_app.engine.policy import Policy
from desktop_app.engine.policy_changes import Change, changes
from desktop_app.packs.find import BadPack, Catalogue, NoPack, read_named
from desktop_app.packs.problems import PackProblems

REPLACED = "replaced"
RefusalCode: TypeAlias = Literal["in_use", "older", "same_version"]


class Refusal(NamedTuple):
    """Why a sound pack is not taken over; ``in_use`` is the version that stays."""

    code: RefusalCode
    policy: Policy
    in_use: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sound pack that may be taken over."""

    policy: Policy
    data: bytes
    against: Policy | None
    """The pack in use for its year; of a new year that of the year before; None: there is neither."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it says differently, value by value."""
        return () if self.against is None else changes(self.against, self.policy)


def propose(path: Path, catalogue: Catalogue) -> Proposal | Refusal | PackProblems:
    """Look at a pack in full before anything is changed. Raises OSError if it cannot be read."""
    data = path.read_bytes()
    policy = read_named(data, path)
    if isinstance(policy, PackProblems):
        return policy
    in_use = _loaded(catalogue, policy.region, policy.year)
    if in_use is not None and (code := _refusal(policy, in_use)) is not None:
        return Refusal(code, policy, in_use.version)
    earlier = [year for year in catalogue.years(policy.region) if year < policy.year]
    neighbour = _loaded(catalogue, policy.region, max(earlier)) if in_use is None and earlier else None
    return Proposal(policy, data, in_use or neighbour)


def take_over(proposal: Proposal, folder: Path) -> Path:
    """Put a pack in use; one that was added before is kept to go back to. Raises OSError: nothing changed."""
    target = folder / _name(proposal.policy.region, proposal.policy.year)
    if target.exists():
        number = max(_kept(target), default=0) + 1
        write_bytes(folder / REPLACED / f"{target.stem}.{number:04}.toml", target.read_bytes())
    write_bytes(target, proposal.data)
    return target


def roll_back(region: str, year: int, folder: Path) -> bool:
    """Take the added pack of a year back: the one before it serves again, or the shipped one.

    False: no pack of that year was added. Raises OSError: nothing changed.
    """
    target = folder / _name(region, year)
    if not target.exists():
        return False
    if kept := _kept(target):
        kept[max(kept)].replace(target)
    else:
        target.unlink()
    return True


def added_years(region: str, folder: Path) -> tuple[int, ...]:
    """List the years whose pack in use was added, and so can be rolled back."""
    pattern = re.compile(re.escape(region) + r"-resident-(\d{4})\.toml")
    names = (path.name for path in folder.iterdir()) if folder.is_dir() else ()
    return tuple(sorted(int(match[1]) for name in names if (match := pattern.fullmatch(name))))


def _refusal(policy: Policy, in_use: Policy) -> RefusalCode | None:
    if policy.sha256 == in_use.sha256:
        return "in_use"
    new, old = _version_key(policy.version), _version_key(in_use.version)
    if new == old:
        return "same_version"
    return "older" if new < old else None


def _version_key(version: str) -> tuple[tuple[int, str], ...]:
    """Compare versions by their numbers, however long: 2026.10 comes after 2026.9."""
    numbers = (digits.lstrip("0") for digits in re.findall(r"[0-9]+", version))
    return tuple((len(digits), digits) for digits in numbers)


def _loaded(catalogue: Catalogue, region: str, year: int) -> Policy | None:
    """Load a pack; one that is broken is not in use, so any sound one may take its place."""
    try:
        return catalogue.load(region, year)
    except (NoPack, BadPack):
        return None


def _name(region: str, year: int) -> str:
    return f"{region}-resident-{year}.toml"


def _kept(target: Path) -> dict[int, Path]:
    """Find what a pack has taken the place of, by its number; whatever else lies there does not count."""
    pattern = re.compile(re.escape(target.stem) + r"\.([0-9]+)\.toml")
    folder = target.parent / REPLACED
    files = folder.iterdir() if folder.is_dir() else ()
    return {int(match[1]): path for path in files if (match := pattern.fullmatch(path.name))}
