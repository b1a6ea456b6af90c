"""The sections of a pack, each read into its part of ``Policy``."""

from collections.abc import Mapping, Sequence
from dataclasses import fields

from desktop_app.engine.case import (
    ASSISTANCE_CATEGORIES,
    INSTITUTION_TYPES,
    TIERS,
    AssistanceCategory,
    Tier,
)
from desktop_app.engine.policy import (
    STANDINGS,
    Amount,
    Basis,
    ChronicPolicy,
    Conflict,
    CriticalIllnessPolicy,
    CriticalIllnessTerms,
    Disease,
    InpatientPolicy,
    MaternityPolicy,
    MinorPolicy,
    OutpatientPolicy,
    PremiumPolicy,
    Provisions,
    Source,
    TcmPolicy,
    Window,
)
from desktop_app.packs.figures import (
    BASIS,
    TIER_KEYS,
    Figures,
    by_level,
    by_tier,
    by_tier_and_level,
    figures_of,
    read_source,
    single,
    single_or_none,
)
from desktop_app.packs.table import Table, report_duplicates
from desktop_app.packs.windows import read_surcharges

Sources = Sequence[str]
PROVISIONS = tuple(field.name for field in fields(Provisions))


def read_sources(pack: Table) -> tuple[Source, ...]:
    """Read the documents the pack relies on, by id."""
    tables = [Table(node, ("title", "document")) for node in pack.tables("sources")]
    return tuple(Source(table.name, table.text("title"), table.text("document")) for table in tables)


def read_conflicts(pack: Table, sources: Sources) -> tuple[Conflict, ...]:
    """Read the contradictions between sources, and what was adopted."""
    tables = [Table(node, ("rule", "sources", "text", "adopted")) for node in pack.items("conflicts")]
    return tuple(
        Conflict(
            table.rule(),
            tuple(read_source(node, sources) for node in table.items("sources")),
            table.text("text"),
            table.text("adopted"),
        )
        for table in tables
    )


def read_diseases(pack: Table) -> tuple[tuple[Disease, ...], tuple[Disease, ...]]:
    """Read the special diseases that a source names: chronic, major. A code stands in one of them, once."""
    table = pack.table("diseases", ("chronic", "major"))
    chronic, major = (
        [(node, Table(node, ("code", "name"))) for node in table.items(kind)] for kind in ("chronic", "major")
    )
    report_duplicates([(node, row.text("code")) for node, row in chronic + major])
    return _diseases([row for _, row in chronic]), _diseases([row for _, row in major])


def _diseases(rows: Sequence[Table]) -> tuple[Disease, ...]:
    return tuple(Disease(row.text("code"), row.text("name")) for row in rows)


def read_provisions(pack: Table, sources: Sources) -> Provisions:
    """Read what is done without a figure: every provision, with its text in both languages."""
    table = pack.table("provisions", PROVISIONS)
    return Provisions(**{name: _provision(table, name, sources) for name in PROVISIONS})


def _provision(parent: Table, name: str, sources: Sources) -> Basis:
    table = parent.table(name, (*BASIS, "text", "text_en"))
    standing = table.choice("standing", STANDINGS)
    source = read_source(table.field("source"), sources)
    return Basis(
        name, table.rule(), standing, source, table.text("section"), table.text("text"), table.text("text_en")
    )


def read_minor(pack: Table, sources: Sources) -> MinorPolicy:
    """Read who is a minor, and the minor's points."""
    table = pack.table("minor", ("adult_age", "points"))
    return MinorPolicy(
        single(table, "adult_age", "years", sources), single(table, "points", "percent", sources)
    )


def read_premium(pack: Table, windows: Sequence[Window], sources: Sources) -> PremiumPolicy:
    """Read premium, late surcharges and subsidies."""
    table = pack.table("premium", ("base", "surcharge", "subsidy"))
    return PremiumPolicy(
        by_tier(table, "base", "yuan", sources),
        read_surcharges(table, windows, sources),
        _subsidies(table, sources),
    )


def _subsidies(premium: Table, sources: Sources) -> Mapping[AssistanceCategory, Mapping[Tier, Amount | None]]:
    figures = figures_of(premium, "subsidy", "yuan", sources, ASSISTANCE_CATEGORIES)
    return {category: _subsidy(figures, category) for category in ASSISTANCE_CATEGORIES}


def _subsidy(figures: Figures, category: AssistanceCategory) -> Mapping[Tier, Amount | None]:
    table = figures.table.table(category, TIER_KEYS)
    return {
        tier: figures.value_or_none(table, key, f"{category}.{key}")
        for tier, key in zip(TIERS, TIER_KEYS, strict=True)
    }


def read_outpatient(pack: Table, sources: Sources) -> OutpatientPolicy:
    """Read ordinary outpatient."""
    names = ("rate", "deductible", "limit", "minor_institution_level", "minor_institution_rate")
    table = pack.table("outpatient", (*names, "minor_institution_types"))
    return OutpatientPolicy(
        rate=by_level(table, "rate", "percent", sources),
        deductible=by_level(table, "deductible", "yuan", sources),
        limit=by_tier(table, "limit", "yuan", sources),
        minor_institution_types=table.choices("minor_institution_types", INSTITUTION_TYPES),
        minor_institution_level=single(table, "minor_institution_level", "level", sources),
        minor_institution_rate=single(table, "minor_institution_rate", "percent", sources),
    )


def read_inpatient(pack: Table, sources: Sources) -> InpatientPolicy:
    """Read inpatient deductibles, rates and the basic cap."""
    table = pack.table("inpatient", ("deductible", "rate", "basic_cap"))
    return InpatientPolicy(
        by_level(table, "deductible", "yuan", sources),
        by_tier_and_level(table, "rate", "percent", sources),
        by_tier(table, "basic_cap", "yuan", sources),
    )


def read_tcm(pack: Table, sources: Sources) -> TcmPolicy:
    """Read what holds in TCM institutions."""
    table = pack.table("tcm", ("deductible_level", "points"))
    return TcmPolicy(
        by_level(table, "deductible_level", "level", sources), single(table, "points", "percent", sources)
    )


def read_chronic(pack: Table, sources: Sources) -> ChronicPolicy:
    """Read special-disease outpatient, chronic."""
    table = pack.table("chronic", ("rate", "limit", "limit_per_further_disease"))
    return ChronicPolicy(
        by_level(table, "rate", "percent", sources),
        single(table, "limit", "yuan", sources),
        single(table, "limit_per_further_disease", "yuan", sources),
    )


def read_critical_illness(pack: Table, sources: Sources) -> CriticalIllnessPolicy:
    """Read critical illness insurance, and whom its better terms serve."""
    table = pack.table("critical_illness", ("ordinary", "assisted", "assisted_categories"))
    return CriticalIllnessPolicy(
        _terms(table, "ordinary", sources),
        _terms(table, "assisted", sources),
        table.choices("assisted_categories", ASSISTANCE_CATEGORIES),
    )


def _terms(parent: Table, name: str, sources: Sources) -> CriticalIllnessTerms:
    table = parent.table(name, ("threshold", "rate", "cap"))
    return CriticalIllnessTerms(
        single(table, "threshold", "yuan", sources),
        single(table, "rate", "percent", sources),
        single_or_none(table, "cap", "yuan", sources),
    )


def read_maternity(pack: Table, sources: Sources) -> MaternityPolicy:
    """Read the maternity benefits."""
    names = ("prenatal_limit", "natural_delivery", "caesarean_minimum")
    table = pack.table("maternity", names)
    return MaternityPolicy(*(single(table, name, "yuan", sources) for name in names))
