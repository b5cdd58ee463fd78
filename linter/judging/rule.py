"""A rule as it is loaded: plain data that can be pickled, and what `gouji explain` shows of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from linter.finding import Severity
from linter.form import Form, Words
from linter.judging.condition import Expression, Path
from linter.judging.ranges import Range
from linter.record import NamedTuple, Record, made

if TYPE_CHECKING:
    from linter.reading.claims.phrases import Phrases


class Requirement(NamedTuple):
    """Without this a rule is not evaluated, for the reason given."""

    condition: Expression
    reason: Words


class Check(NamedTuple):
    """A condition and what is said when it does not hold; `text` is the condition as it was written.

    `asks` are the cells that the condition and the requirements name, `reads_cells` whether the condition names any."""

    over: Range | None
    condition: Expression
    text: str
    severity: Severity
    message: Words
    advice: Words
    requires: tuple[Requirement, ...] = ()
    asks: tuple[Path, ...] = ()
    reads_cells: bool = False


class Expected(NamedTuple):
    """What a failing case must give: every key that is stated must agree, as text."""

    values: Mapping[str, str]
    line: int


class Case(NamedTuple):
    """Figures and facts by name, as text, and the findings that must come of them (none for a passing case).

    `kind` is pass, fail or not_evaluated.
    """

    kind: str
    line: int
    values: Mapping[str, str]
    expected: tuple[Expected, ...] = ()


class Rule(NamedTuple):
    """`severity` is the gravest that the rule can have; `path` and `line` say where the rule is written.

    `looks_back`: it compares with last year's report. `confirms`: it compares claims with the tables.
    `formerly` are codes under which people may look for it."""

    code: str
    name: str
    title: Words
    default: bool
    checks: tuple[Check, ...]
    authority: str
    merge: bool = False
    item: Words | None = None
    exceptions: tuple[Words, ...] = ()
    cases: tuple[Case, ...] = ()
    subject: Words | None = None
    path: str = ""
    line: int = 0
    looks_back: bool = False
    confirms: bool = False
    formerly: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        return min((check.severity for check in self.checks), key=list(Severity).index)


class RuleSet(Record, frozen=True):
    """All rules of a family in the order of its catalogue, and the names that their conditions use.

    `made_of` is a name for the files that they come from, empty if they come from elsewhere; `bound` is what has been
    made of them for the tables of each form."""

    rules: tuple[Rule, ...]
    forms: Mapping[str, Form]
    sections: Mapping[str, Words]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    patterns: Mapping[str, re.Pattern[str]]
    phrases: Phrases | None = None
    made_of: str = ""
    bound: dict[Any, Any] = made(factory=dict)

    @property
    def own_scopes(self) -> Mapping[str, tuple[str, ...]]:
        """The words by which a report of each level names its whole scope: the table `own_scopes`."""
        return self.words.get("own_scopes", {})

    @cached_property
    def by_code(self) -> dict[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    def __getstate__(self) -> dict[str, Any]:
        """What is bound to tables is made of functions and stays here."""
        plain = ("rules", "forms", "sections", "words", "patterns", "phrases", "made_of")
        return {**{name: getattr(self, name) for name in plain}, "bound": {}}
