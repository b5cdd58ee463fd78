"""What formats for programs tell of the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linter.judging.condition import ConditionError
from linter.judging.program import program, tables_of
from linter.judging.templates import fill
from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.judging.rule import Rule


class Judged(NamedTuple):
    """A rule that had something to judge in a report. `instances` are those that its tables bring; what a rule finds
    in the prose comes on top of them."""

    rule: Rule
    instances: int


def enabled(kit: Kit | None) -> list[Rule]:
    """The rules that are on, in the order of the catalogue."""
    return [rule for rule in kit.rules.rules if rule.code in kit.enabled] if kit is not None else []


def judged(checked: Checked, kit: Kit | None) -> Iterator[Judged]:
    """The rules that are on and that this report's form has a place for. Those that compare with last year only if
    they said something, or last year's report was named: else nobody knows here whether there was one."""
    outcomes = checked.outcomes
    told = {one.rule for one in outcomes.findings}
    told |= {one.rule for one in (*outcomes.not_evaluated, *outcomes.rule_errors)}
    looked_back = kit is not None and kit.previous is not None
    for rule in enabled(kit):
        instances = _instances(rule, checked, kit)
        if rule.code in told or (instances is not None and (looked_back or not rule.looks_back)):
            yield Judged(rule, instances or 0)


def _instances(rule: Rule, checked: Checked, kit: Kit | None) -> int | None:
    """None where no check of the rule fits the form. What judging bound already is not bound again."""
    if kit is None:
        return None
    key, tables = tables_of(checked.report, kit.rules)
    try:
        bound = kit.rules.bound.get((rule.code, key))
        if bound is None:
            bound = kit.rules.bound[rule.code, key] = program(rule, kit.rules, tables)
    except (ConditionError, KeyError):
        return None
    return bound.groups if bound.checks else None


def advice(rule: Rule, lang: str) -> list[str]:
    """What to do, each advice once; words that come from a report are left open."""
    return list(dict.fromkeys(fill(check.advice(lang), lambda _slot: "…") for check in rule.checks))
