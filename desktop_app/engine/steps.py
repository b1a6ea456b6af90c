"""Every kind of step, by rule: the list that ``wording`` has sentences for and that a test can recompute.

An input named like the ``output`` of an earlier step of the same bill or member is that step's amount;
one that ends in ``_before`` comes from the ledger as it stood before the bill.
"""

from desktop_app.engine.policy import Unit
from desktop_app.engine.result import InputKind, StepKind

_UNITS: dict[str, Unit] = {
    "rate": "percent",
    "base_rate": "percent",
    "tcm_rate": "percent",
    "minor_points": "percent",
    "tcm_points": "percent",
    "critical_illness_rate": "percent",
    "level_rate": "percent",
    "counts_as_level": "level",
    "diseases": "count",
    "newborn_days": "days",
    "waiting_days": "days",
    "adult_age": "years",
    "adult_on": "date",
    "birth_date": "date",
    "paid_on": "date",
    "last_day": "date",
    "begin": "date",
    "fixed_begin": "date",
    "guardian_begin": "date",
    "year_begin": "date",
    "service_date": "date",
    "settlement_date": "date",
    "coverage_begin": "date",
    "coverage_end": "date",
    "deciding_date": "date",
}
"""Units of inputs and outputs by name; all others are yuan."""


def _kind(code: str, rule: str, output: str, *inputs: str) -> StepKind:
    def unit(name: str) -> Unit:
        return _UNITS.get(name, "yuan")

    return StepKind(code, rule, output, unit(output), tuple(InputKind(name, unit(name)) for name in inputs))


# R3, R5, R7, R8: Coverage
ADULT_ON = _kind("adult_on", "R3", "adult_on", "birth_date", "adult_age")
BEGIN_FIXED = _kind("begin_fixed", "R5", "begin", "paid_on", "fixed_begin")
BEGIN_NEXT_MONTH = _kind("begin_next_month", "R5", "begin", "paid_on")
BEGIN_AFTER_DAYS = _kind("begin_after_days", "R5", "begin", "paid_on", "waiting_days")
OUTSIDE_WINDOWS = _kind("outside_windows", "R5", "deciding_date", "paid_on")
NEWBORN_LAST_DAY = _kind("newborn_last_day", "R7", "last_day", "birth_date", "newborn_days")
NEWBORN_BEGIN = _kind("newborn_begin", "R7", "begin", "birth_date", "paid_on", "last_day")
NEWBORN_SECOND_YEAR_BEGIN = _kind(
    "newborn_second_year_begin", "R7", "begin", "paid_on", "last_day", "year_begin"
)
GUARDIAN_BEGIN = _kind("guardian_begin", "R8", "begin", "birth_date", "guardian_begin")

# R9, R10: Premium and subsidy
PREMIUM_BASE = _kind("premium_base", "R9", "base", "base_premium")
PREMIUM_SURCHARGE = _kind("premium_surcharge", "R9", "surcharge", "late_surcharge")
PREMIUM_SUBSIDY = _kind("premium_subsidy", "R10", "subsidy", "category_subsidy")
PREMIUM_OWN_SHARE = _kind("premium_own_share", "R9", "own_share", "base", "surcharge", "subsidy")

# R1, R4, R6: Every bill
ELIGIBLE = _kind(
    "eligible", "R4", "eligible", "total", "fully_self_paid", "over_price_limit", "class_b_copay"
)
COVERED_BY_SERVICE = _kind(
    "covered_by_service", "R6", "deciding_date", "service_date", "coverage_begin", "coverage_end"
)
COVERED_BY_SETTLEMENT = _kind(
    "covered_by_settlement", "R6", "deciding_date", "settlement_date", "coverage_begin", "coverage_end"
)
NOT_COVERED = _kind("not_covered", "R6", "not_covered", "eligible")
OUT_OF_POCKET = _kind(
    "out_of_pocket", "R1", "out_of_pocket", "total", "basic_fund", "maternity", "critical_illness"
)
PAID_BY_OTHERS = _kind("paid_by_others", "R1", "paid_by_others", "medical_assistance", "other")
LEFT_TO_PAY = _kind("left_to_pay", "R1", "left_to_pay", "out_of_pocket", "paid_by_others")

# R15, R16: One payment line, and what a limit cuts
PAYMENT = _kind("payment", "R16", "payment", "rate", "eligible", "deductible")
TCM_DEDUCTIBLE = _kind("tcm_deductible", "R15", "tcm_deductible", "deductible", "tcm_eligible", "eligible")
TCM_RATE = _kind("tcm_rate", "R15", "tcm_rate", "rate", "tcm_points")
TCM_PAYMENT = _kind("tcm_payment", "R15", "tcm_payment", "tcm_rate", "tcm_eligible", "tcm_deductible")
REST_PAYMENT = _kind(
    "rest_payment", "R15", "rest_payment", "rate", "eligible", "tcm_eligible", "deductible", "tcm_deductible"
)
PAYMENT_OF_PARTS = _kind("payment_of_parts", "R15", "payment", "rest_payment", "tcm_payment")
COPAYMENT = _kind("copayment", "R16", "copayment", "eligible", "deductible", "payment")
ABOVE_LIMIT = _kind("above_limit", "R16", "above_limit", "payment", "basic_fund")

# R11: Ordinary outpatient
OUTPATIENT_LEVEL_NOT_PAID = _kind("outpatient_level_not_paid", "R11", "not_covered", "eligible", "level_rate")
OUTPATIENT_TABLE_DEDUCTIBLE = _kind(
    "outpatient_table_deductible", "R11", "table_deductible", "outpatient_deductible"
)
OUTPATIENT_DEDUCTIBLE = _kind(
    "outpatient_deductible",
    "R11",
    "deductible",
    "eligible",
    "table_deductible",
    "outpatient_deductible_before",
)
OUTPATIENT_RATE = _kind("outpatient_rate", "R11", "rate", "base_rate")
OUTPATIENT_MINOR_RATE = _kind("outpatient_minor_rate", "R11", "rate", "base_rate")
OUTPATIENT_FUND = _kind(
    "outpatient_fund", "R11", "basic_fund", "payment", "outpatient_limit", "outpatient_paid_before"
)

# R12 to R19: Inpatient, major outpatient and negotiated drugs
TABLE_DEDUCTIBLE = _kind("table_deductible", "R12", "table_deductible", "inpatient_deductible")
TCM_TABLE_DEDUCTIBLE = _kind(
    "tcm_table_deductible", "R13", "table_deductible", "counts_as_level", "inpatient_deductible"
)
ADMISSION_DEDUCTIBLE = _kind("admission_deductible", "R12", "deductible", "eligible", "table_deductible")
YEARLY_DEDUCTIBLE = _kind(
    "yearly_deductible", "R18", "deductible", "eligible", "table_deductible", "major_deductible_before"
)
INPATIENT_RATE = _kind("inpatient_rate", "R12", "rate", "base_rate")
MINOR_RATE = _kind("minor_rate", "R14", "rate", "base_rate", "minor_points")
BASIC_FUND = _kind("basic_fund", "R16", "basic_fund", "payment", "basic_cap", "basic_fund_before")

# R17: Special-disease outpatient, chronic
CHRONIC_RATE = _kind("chronic_rate", "R17", "rate", "base_rate")
CHRONIC_LIMIT = _kind("chronic_limit", "R17", "limit", "first_limit", "limit_per_further_disease", "diseases")
CHRONIC_FUND = _kind("chronic_fund", "R17", "basic_fund", "payment", "limit", "chronic_paid_before")

# R20, R21: Critical illness insurance
CRITICAL_ILLNESS_BASE = _kind(
    "critical_illness_base", "R20", "critical_illness_base", "eligible", "basic_fund", "maternity"
)
CRITICAL_ILLNESS_ABOVE = _kind(
    "critical_illness_above",
    "R20",
    "above_threshold",
    "critical_illness_base",
    "critical_illness_base_before",
    "threshold",
)
CRITICAL_ILLNESS = _kind(
    "critical_illness",
    "R20",
    "critical_illness",
    "critical_illness_rate",
    "above_threshold",
    "critical_illness_cap",
    "critical_illness_paid_before",
)
CRITICAL_ILLNESS_UNCAPPED = _kind(
    "critical_illness_uncapped", "R21", "critical_illness", "critical_illness_rate", "above_threshold"
)

# R22, R23: Maternity
PRENATAL = _kind("prenatal", "R22", "maternity", "eligible", "prenatal_limit", "prenatal_paid_before")
NATURAL_DELIVERY = _kind("natural_delivery", "R22", "maternity", "total", "delivery_benefit")
CAESAREAN_TOP_UP = _kind("caesarean_top_up", "R23", "maternity", "basic_fund", "caesarean_minimum", "total")
MATERNITY_ABOVE_LIMIT = _kind("maternity_above_limit", "R22", "above_limit", "eligible", "maternity")
MATERNITY_BEYOND_ELIGIBLE = _kind(
    "maternity_beyond_eligible", "R22", "less_maternity", "maternity", "eligible"
)

STEP_KINDS: tuple[StepKind, ...] = tuple(
    each for each in list(globals().values()) if isinstance(each, StepKind)
)
