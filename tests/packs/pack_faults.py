"""Every way one thing in a pack can be wrong: where it is spoilt, and what must be reported."""

from typing import NamedTuple

SURCHARGE = "premium.surcharge.july_to_september"


class Fault(NamedTuple):
    """A replacement in a table of the 2024 pack (``""``: at the top), the key below it, and the code."""

    table: str
    old: str
    new: str
    key: str
    code: str


FAULTS = (
    # unknown, missing, wrong type
    Fault("", 'region = "', 'regoin = "x"\nregion = "', "regoin", "unknown_field"),
    Fault("", 'version = "2024.1"\n', "", "version", "missing"),
    Fault("", 'version = "2024.1"', 'version = " "', "version", "empty"),
    Fault("", 'version = "2024.1"', "version = 2024.1", "version", "type"),
    Fault("", "draft = false", 'draft = "no"', "draft", "type"),
    Fault("", "draft = false\n", "", "draft", "missing"),
    Fault("", "year = 2024", "year = 2024.0", "year", "type"),
    Fault("", "year = 2024", "year = true", "year", "type"),
    Fault("", "year = 2024", "year = 24", "year", "range"),
    Fault("", "year = 2024\n", "", "year", "missing"),
    Fault("", 'region = "chongqing"', "region = 1", "region", "type"),
    Fault("", 'region = "chongqing"', 'region = "../../chongqing"', "region", "region"),
    Fault("", 'region = "chongqing"', 'region = "重庆"', "region", "region"),
    Fault("", 'id = "chongqing-resident-2024"', "id = 7", "id", "type"),
    Fault("", '"职工医保"', "7", "not_computed[2]", "type"),
    Fault("tcm.points", 'rule = "R15"\n', "", ".rule", "missing"),
    Fault("tcm.points", 'section = "', 'sektion = 1\nsection = "', ".sektion", "unknown_field"),
    Fault("sources.S1", "title", "titel = 1\ntitle", ".titel", "unknown_field"),
    # bases
    Fault("tcm.points", 'source = "S2"', 'source = "S9"', ".source", "unlisted_source"),
    Fault("tcm.points", 'source = "S2"', "source = 2", ".source", "type"),
    Fault("tcm.points", 'source = "S2"\n', "", ".source", "missing"),
    Fault("tcm.points", '"stated"', '"certain"', ".standing", "enum"),
    Fault("tcm.points", '"stated"', "1", ".standing", "type"),
    Fault("tcm.points", 'standing = "stated"\n', "", ".standing", "missing"),
    Fault("tcm.points", '"percent"', '"permille"', ".unit", "enum"),
    Fault("tcm.points", '"percent"', '"yuan"', ".unit", "unit"),
    Fault("tcm.points", 'unit = "percent"\n', "", ".unit", "missing"),
    Fault("tcm.points", '"R15"', '"R24"', ".rule", "rule"),
    Fault("tcm.points", '"R15"', '"15"', ".rule", "rule"),
    Fault("tcm.points", '"R15"', '"R015"', ".rule", "rule"),
    Fault("minor.adult_age", "note = ", "# ", ".note", "missing"),
    Fault("minor.adult_age", "note_en = ", "# ", ".note_en", "missing"),
    # amounts and rates
    Fault("tcm.points", "figure = 10", "figure = -1", ".figure", "rate"),
    Fault("tcm.points", "figure = 10", "figure = 100.01", ".figure", "rate"),
    Fault("tcm.points", "figure = 10", "figure = 10.005", ".figure", "rate"),
    Fault("tcm.points", "figure = 10", 'figure = "10"', ".figure", "type"),
    Fault("tcm.points", "figure = 10", "figure = true", ".figure", "type"),
    Fault("tcm.points", "figure = 10", "figure = 2024-01-01", ".figure", "type"),
    Fault("tcm.points", "figure = 10", "figure = nan", ".figure", "rate"),
    Fault("chronic.limit", "figure = 1000", "figure = -0.01", ".figure", "amount"),
    Fault("chronic.limit", "figure = 1000", "figure = 1000.001", ".figure", "amount"),
    Fault("chronic.limit", "figure = 1000", "figure = inf", ".figure", "amount"),
    Fault("chronic.limit", "figure = 1000", "figure = 1e30", ".figure", "amount"),
    Fault("chronic.limit", "figure = 1000", 'figure = "none"', ".figure", "type"),
    Fault("minor.adult_age", "figure = 18", "figure = 0", ".figure", "range"),
    Fault("minor.adult_age", "figure = 18", "figure = 18.5", ".figure", "type"),
    Fault("tcm.deductible_level", "level_3 = 2", "level_3 = 4", ".level_3", "range"),
    # a level, tier, category, provision or cap left out
    Fault("inpatient.deductible", "level_2 = 300\n", "", ".level_2", "missing"),
    Fault("inpatient.deductible", "level_1", "level_0 = 0\nlevel_1", ".level_0", "unknown_field"),
    Fault("inpatient.rate", ", level_3 = 50", "", ".tier_1.level_3", "missing"),
    Fault("inpatient.rate", "tier_2 = {", "tier_3 = {", ".tier_2", "missing"),
    Fault("inpatient.rate", "level_2 = 75", "level_2 = 175", ".tier_2.level_2", "rate"),
    Fault("inpatient.rate", "tier_1 = {", "tier_1 = 5 #", ".tier_1", "type"),
    Fault("premium.base", "tier_2 = 755", "", ".tier_2", "missing"),
    Fault("premium.subsidy", "orphan = ", "# ", ".orphan", "missing"),
    Fault("premium.subsidy", "orphan = ", "orphans = ", ".orphans", "unknown_field"),
    Fault("premium.subsidy", 'tier_1 = "none", ', "", ".martyr_family.tier_1", "missing"),
    Fault("premium.subsidy", '"none"', '"nothing"', ".martyr_family.tier_1", "type"),
    Fault("critical_illness.assisted.cap", 'figure = "none"', "", ".figure", "missing"),
    Fault("provisions.tcm_parts", "text = ", "# ", ".text", "missing"),
    Fault("provisions.tcm_parts", "text_en = ", "# ", ".text_en", "missing"),
    Fault("", "[provisions.tcm_parts]", "[provisions.tcm_part]", "provisions.tcm_part", "unknown_field"),
    # lists
    Fault("outpatient", '"children"', '"child"', ".minor_institution_types[0]", "enum"),
    Fault("outpatient", '"children"', "3", ".minor_institution_types[0]", "type"),
    Fault("outpatient", '"maternal_child"', '"children"', ".minor_institution_types[1]", "duplicate"),
    Fault("critical_illness", '"extreme_poverty"', '"poor"', ".assisted_categories[0]", "enum"),
    Fault("critical_illness", '["extreme', '"" # ["extreme', ".assisted_categories", "type"),
    Fault("diseases", '"diabetes"', '"dialysis"', ".major[2]", "duplicate"),
    Fault("diseases", 'name = "高血压"', 'nam = ""', ".chronic[0].name", "missing"),
    Fault("", 'sources = ["S3", "S0"', 'sources = ["S9", "S0"', "conflicts[0].sources[0]", "unlisted_source"),
    Fault("", 'adopted = "不采用', '# "', "conflicts[0].adopted", "missing"),
    # windows and surcharges
    Fault("enrolment.window.late", "begin = 90", "begin = 0", ".begin", "range"),
    Fault("enrolment.window.late", "begin = 90\n", "", ".begin", "missing"),
    Fault("enrolment.window.late", '"days"', '"date"', ".unit", "unit"),
    Fault("enrolment.window.late", '"after_days"', '"soon"', ".begins", "enum"),
    Fault("enrolment.window.late", 'begins = "after_days"', "", ".begins", "missing"),
    Fault("enrolment.window.late", "first = 2024-03-01", 'first = "2024-03-01"', ".first", "type"),
    Fault("enrolment.window.late", "first = 2024-03-01", "first = 2024-03-01T00:00:00", ".first", "type"),
    Fault("enrolment.window.late", "last = 2024-09-30", "last = 2024-02-29", ".last", "order"),
    Fault("enrolment.window.late", "last = 2024-09-30", "", ".last", "missing"),
    Fault("enrolment.window.late", "last = 2024-09-30", "last = 2025-09-30", ".last", "year"),
    Fault("enrolment.window.late", "first = 2024-03-01", "first = 2024-02-29", ".first", "overlap"),
    Fault("enrolment.window.new_year", "begins = ", "begin = 1\nbegins = ", ".begin", "unknown_field"),
    Fault("enrolment.window.concentrated", "begin = 2024", "begin = 2023", ".begin", "year"),
    Fault("enrolment.window.concentrated", "begin = 2024-01-01", "begin = 1", ".begin", "type"),
    Fault(
        "premium.surcharge.july_to_september",
        "last = 2024-09-30",
        "last = 2024-10-01",
        ".first",
        "outside_windows",
    ),
    Fault(SURCHARGE, "last = 2024-09-30", "last = 2024-06-30", ".last", "order"),
)
