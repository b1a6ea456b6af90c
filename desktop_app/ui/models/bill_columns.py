"""The columns of the table of bills."""

from typing import Literal, TypeAlias

Column: TypeAlias = Literal[
    "member",
    "kind",
    "service_date",
    "institution_name",
    "level",
    "total",
    "fully_self_paid",
    "over_price_limit",
    "class_b_copay",
    "eligible",
    "paid",
    "out_of_pocket",
]

ENTERED: tuple[Column, ...] = (
    "member",
    "kind",
    "service_date",
    "institution_name",
    "level",
    "total",
    "fully_self_paid",
    "over_price_limit",
    "class_b_copay",
)
"""Columns that are entered: fields of ``DraftBill``, in the order of the table."""

COMPUTED: tuple[Column, ...] = ("eligible", "paid", "out_of_pocket")
COLUMNS: tuple[Column, ...] = ENTERED + COMPUTED

CHOICES: frozenset[str] = frozenset(("member", "kind", "level"))
"""Columns whose value is one of a list."""

AMOUNTS: frozenset[str] = frozenset(
    ("total", "fully_self_paid", "over_price_limit", "class_b_copay", *COMPUTED)
)
