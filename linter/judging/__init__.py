"""Judging: rule files become rules, rules and a report become outcomes.

`load_rules(family)` gives a `RuleSet`, `judge(report, ruleset)` the `Outcomes`.
"""

from linter.judging.judge import judge

__all__ = ["judge"]
