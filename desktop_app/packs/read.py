"""Read one pack: TOML in, a policy out, or all its problems. A pack with a problem is not loaded."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from hashlib import sha256

from desktop_app.engine.policy import Policy
from desktop_app.packs import sections
from desktop_app.packs.find import REGION
from desktop_app.packs.problems import PackProblems
from desktop_app.packs.table import Table
from desktop_app.packs.windows import read_enrolment
from desktop_app.reading import Node, Problem

FIELDS = (
    *("id", "region", "year", "version", "draft", "title", "not_computed"),
    *("sources", "conflicts", "diseases", "provisions", "minor", "enrolment", "premium"),
    *("outpatient", "inpatient", "tcm", "chronic", "critical_illness", "maternity"),
)
_MOST_BITS = 63
"""Beside the sign."""


def read_pack(data: bytes, name: str) -> Policy | PackProblems:
    """Read a pack's bytes. ``name`` is the file named in the problems.

    What is not TOML at all (cut off, not UTF-8, a key given twice) is the one problem ``syntax``; after that
    all problems are found at once.
    """
    try:
        raw = parse(data)
    except (ValueError, ArithmeticError, RecursionError) as error:
        return PackProblems(name, (Problem("", "syntax", f"not a TOML file: {error}"),))
    problems: list[Problem] = []
    policy = _policy(Table(Node(raw, "", problems), FIELDS), sha256(data).hexdigest())
    return PackProblems(name, tuple(problems)) if problems else policy


def parse(data: bytes) -> Mapping[str, object]:
    """Parse TOML with exact decimals; a leading byte order mark is tolerated.

    ValueError for what is no TOML, an integer of more than 64 bits included.
    """
    raw = tomllib.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    _check_integers(raw)
    return raw


def _check_integers(raw: object) -> None:
    """Refuse integers that TOML does not promise to hold: of some of them Python makes no words at all."""
    if isinstance(raw, dict | list):
        for each in raw.values() if isinstance(raw, dict) else raw:
            _check_integers(each)
    elif isinstance(raw, int) and raw.bit_length() > _MOST_BITS:
        raise ValueError("an integer of more than 64 bits")


def _policy(pack: Table, digest: str) -> Policy:
    sources = sections.read_sources(pack)
    ids = [source.id for source in sources]
    chronic, major = sections.read_diseases(pack)
    region, year = _region(pack), pack.integer("year", 2000, 2999)
    enrolment = read_enrolment(pack, year, ids)
    return Policy(
        id=_id(pack, region, year),
        region=region,
        year=year or 0,
        version=pack.text("version"),
        draft=pack.boolean("draft"),
        title=pack.text("title"),
        sha256=digest,
        sources=sources,
        conflicts=sections.read_conflicts(pack, ids),
        not_computed=pack.texts("not_computed"),
        chronic_diseases=chronic,
        major_diseases=major,
        provisions=sections.read_provisions(pack, ids),
        minor=sections.read_minor(pack, ids),
        enrolment=enrolment,
        premium=sections.read_premium(pack, enrolment.windows, ids),
        outpatient=sections.read_outpatient(pack, ids),
        inpatient=sections.read_inpatient(pack, ids),
        tcm=sections.read_tcm(pack, ids),
        chronic=sections.read_chronic(pack, ids),
        critical_illness=sections.read_critical_illness(pack, ids),
        maternity=sections.read_maternity(pack, ids),
    )


def _region(pack: Table) -> str:
    """Read the region, a part of file names: ``region`` where no name of a pack's file could hold it."""
    name = pack.text("region")
    if not name or REGION.fullmatch(name):
        return name
    pack.node.report("region", f"expected small letters and _ alone, found {name!r}", at="region")
    return ""


def _id(pack: Table, region: str, year: int | None) -> str:
    """Read the id, which begins with region and year as the name of the file does: ``id``."""
    name, begin = pack.text("id"), f"{region}-resident-{year}"
    if name and region and year and not name.startswith(begin):
        pack.node.report("id", f"expected an id that begins with {begin!r}, found {name!r}", at="id")
    return name
