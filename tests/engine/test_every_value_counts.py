"""No value of a pack is dead, and none of its provisions goes uncited."""

import ast
from dataclasses import fields

from doctored import doctored
from households import ROOT, YEARS, policy_of
from sensitive import amounts, edge_case, variants

from desktop_app.engine.policy import Basis, Policy, Provisions
from desktop_app.engine.settle import settle

STRUCTURE = {
    "age.py": {1, 3},  # 1 March (R3)
    "case.py": {1, 2, 3},  # tiers and levels
    "coverage.py": {1, 12, 31},  # the first and last day of a year, the next month
    "money.py": {2, 100, 10_000},  # half-up rounding; hundredths
}
"""The only numbers of the engine besides counting from nought, by file: none that a year may change."""


def test_no_figure_of_a_pack_stands_in_the_engine() -> None:
    found = [
        f"{path.name}:{node.lineno} {node.value}"
        for path in (ROOT / "desktop_app" / "engine").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and type(node.value) in (int, float)
        and node.value not in {0, 1, *STRUCTURE.get(path.name, ())}
    ]
    assert found == []


def dead_values(policy: Policy) -> set[str]:
    """Paths of the values that can change without any answer changing."""
    case = edge_case(policy)
    unchanged = amounts(settle(case, policy))
    changed = list(variants(policy))
    assert len(changed) > 80
    return {path for path, variant in changed if amounts(settle(case, variant)) == unchanged}


def test_changing_any_single_value_changes_an_answer() -> None:
    shipped = policy_of(2024)
    # The shipped pack does not pay outpatient level 3 at all, so that its deductible there plays no part.
    # In the doctored one the levels 1 and 3 have the same deductible, and who pays last is covered too late.
    assert dead_values(shipped) == {".outpatient.deductible.3"}
    assert dead_values(doctored(shipped)) == {
        ".enrolment.windows[2].last",
        ".outpatient.minor_institution_level",
        ".premium.surcharges[0].last",
    }


def test_every_provision_is_cited_by_some_step() -> None:
    for year in YEARS:
        policy = policy_of(year)
        settlement = settle(edge_case(policy), policy)
        cited: set[Basis] = set()
        for steps in (
            *(each.coverage.steps for each in settlement.members),
            *(each.premium.steps for each in settlement.members),
            *(each.steps for each in settlement.bills),
        ):
            cited.update(basis for step in steps for basis in step.provisions)
        uncited = [
            field.name for field in fields(Provisions) if getattr(policy.provisions, field.name) not in cited
        ]
        assert uncited == [], year
