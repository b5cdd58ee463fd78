"""One wrong cell in a consistent report is found at the identities that contain it, and nowhere else."""

from __future__ import annotations

import pytest

from judging.desk import figures, report, rules
from linter.finding import Severity
from linter.judging.judge import judge
from reports import facts

IDENTITIES = frozenset({"T301", "T302", "T303", "T401", "T402", "T403"})
IMPLIED = frozenset({"T308", "T312"})
BLOCKS = {"review": "T401", "suit_direct": "T402", "suit_after_review": "T403"}
CLEAN = ["city_2024", "city_a_2023", "city_a_2024"]
BALANCE = ("new_received", "carried_in", "handled_total", "carried_out")


def containing(field: str) -> set[tuple[str, str]]:
    """The identities that contain a cell, told from the form's meaning and not from the rules."""
    table, row, column = field.split(".")
    if table == "t4":
        return {(BLOCKS[row], "report")}
    found = {("T303", f"t3.{row}")}
    if row in BALANCE:
        found.add(("T301", f"t3.*.{column}"))
    if row not in BALANCE or row == "handled_total":
        found.add(("T302", f"t3.*.{column}"))
    return found


@pytest.mark.parametrize("name", CLEAN)
@pytest.mark.parametrize("delta", [1, 10, 997])
def test_every_cell_of_tables_three_and_four(name: str, delta: int) -> None:
    values = figures(facts()[name])
    for field, value in values.items():
        if not field.startswith(("t3.", "t4.")):
            continue
        wrong = report({**values, field: str(int(value) + delta)})
        outcomes = judge(wrong, rules(), IDENTITIES | IMPLIED)
        errors = {(one.rule, one.instance) for one in outcomes.findings}
        assert {one for one in errors if one[0] in IDENTITIES} == containing(field), field
        for code, instance in errors - containing(field):
            assert code in IMPLIED
            assert instance in {one for _, one in containing(field)}
        assert all(one.severity is Severity.ERROR and one.left != one.right for one in outcomes.findings
                   if one.rule in IDENTITIES)  # fmt: skip


@pytest.mark.parametrize("name", CLEAN)
def test_hints_name_a_cell_of_the_failed_identities(name: str) -> None:
    """What T306 and T307 add points into the row of the wrong cell."""
    values = figures(facts()[name])
    field = "t3.unable_not_held.natural_person"
    outcomes = judge(report({**values, field: str(int(values[field]) + 10)}), rules(), frozenset({"T306", "T307"}))
    assert {operand for one in outcomes.findings for operand in [one.where["zh"].split(" / ")[1]]} <= {
        "1.本机关不掌握相关政府信息"
    }
    assert any(one.rule == "T307" for one in outcomes.findings)


def test_published_reports() -> None:
    """Exactly what the notes on these reports say of their tables."""
    expected = {
        "city_2024": [],
        "city_a_2023": [],
        "city_a_2024": [],
        "district_2023": [("T401", Severity.ERROR), ("T403", Severity.ERROR)],
        "office_2019": [("T304", Severity.WARNING), ("FMT01", Severity.WARNING), ("FMT01", Severity.WARNING)],
    }
    for name, wanted in expected.items():
        outcomes = judge(report(figures(facts()[name])), rules())
        tables = [one for one in outcomes.findings if not one.rule.startswith("STR")]
        assert [(one.rule, one.severity) for one in tables] == wanted, name
        assert outcomes.rule_errors == ()
