"""Every rule that comes with the tool keeps its own promises."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from judging.desk import report, rules
from linter.judging.cases import run_cases
from linter.judging.judge import judge
from linter.judging.rule import Rule

ON = [
    "STR01",
    "STR02",
    "STR05",
    "STR06",
    "STR15",
    "T201",
    "T202",
    "T203",
    "T207",
    "T208",
    "T301",
    "T302",
    "T303",
    "T304",
    "T305",
    "T306",
    "T307",
    "T308",
    "T312",
    "T401",
    "T402",
    "T403",
    "T404",
    "T405",
    "NAR01",
    "NAR02",
    "NAR03",
    "NAR04",
    "NAR05",
    "NAR07",
    "NAR08",
    "NAR09",
    "NAR10",
    "NAR11",
    "NAR12",
    "NAR13",
    "NAR14",
    "NAR15",
    "NAR19",
    "BRK01",
    "BRK02",
    "BRK04",
    "BRK09",
    "YR01",
    "YR02",
    "YR06",
    "YR07",
    "YR08",
    "YR09",
    "XYR01",
    "XYR02",
    "FMT01",
    "FMT02",
    "FMT03",
]
STRICT = [
    "STR03",
    "STR04",
    "STR07",
    "STR08",
    "STR09",
    "STR10",
    "STR11",
    "STR12",
    "STR13",
    "STR14",
    "STR16",
    "STR17",
    "STR18",
    "T205",
    "T206",
    "T209",
    "T210",
    "T211",
    "T212",
    "T309",
    "T310",
    "T311",
    "T313",
    "T406",
    "T407",
    "NAR06",
    "NAR16",
    "NAR17",
    "NAR18",
    "NAR20",
    "BRK03",
    "BRK05",
    "BRK06",
    "BRK07",
    "BRK08",
    "YR03",
    "YR04",
    "YR05",
    "XYR03",
    "XYR04",
    "XYR05",
    "XYR06",
    "XYR07",
    "XYR08",
    "XYR09",
    "FMT04",
    "FMT05",
    "FMT06",
    "FMT07",
    "FMT08",
    "FMT09",
    "FMT10",
    "FMT12",
]
GROUPS = ("STR", "T2", "T3", "T4", "NAR", "BRK", "YR", "XYR", "FMT")


@pytest.mark.parametrize("rule", rules().rules, ids=lambda rule: rule.code)
def test_cases(rule: Rule) -> None:
    assert {"pass", "fail"} <= {case.kind for case in rule.cases}
    assert run_cases(rule, rules()) == []


def test_default_set() -> None:
    ours = [rule for rule in rules().rules if rule.code.startswith(GROUPS)]
    assert sorted(rule.code for rule in ours if rule.default) == sorted(ON)
    assert sorted(rule.code for rule in ours if not rule.default) == sorted(STRICT)


def test_every_failing_check_has_a_case() -> None:
    """Each severity that a rule can speak with is shown by one of its cases."""
    for rule in rules().rules:
        stated = {one.values.get("severity") for case in rule.cases for one in case.expected}
        assert {str(check.severity) for check in rule.checks} <= stated | {None}, rule.code


def test_catalogue_order() -> None:
    codes = [rule.code for rule in rules().rules if rule.code.startswith(GROUPS)]
    order = [next(number for number, group in enumerate(GROUPS) if code.startswith(group)) for code in codes]
    assert order == sorted(order)


def test_every_text_fits_a_gbk_console() -> None:
    for rule in rules().rules:
        texts = [*rule.title, *(text for check in rule.checks for text in (*check.message, *check.advice))]
        "".join(texts).encode("gb18030")
        "".join(texts).encode("gbk")


def test_rules_survive_pickling() -> None:
    """They are kept in a cache; what is bound to a form is not."""
    again = pickle.loads(pickle.dumps(rules()))
    assert again.rules == rules().rules
    assert again.bound == {}
    first = rules().rules[0]
    assert judge(report({}), again, {first.code}).counts == judge(report({}), rules(), {first.code}).counts


def test_judging_with_loaded_rules_needs_neither_lark_nor_yaml() -> None:
    """Rules come from a cache at most starts, and these two cost more than all the judging."""
    code = "import sys, linter.judging, linter.judging.rule; print({'lark', 'yaml', 'difflib'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
