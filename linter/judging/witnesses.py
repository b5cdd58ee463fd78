"""Which cells bear out a figure of the prose, those that a rule compared it with and found to agree; and which deny it.

They come from the conditions of the rules themselves, so that what is linked is what was judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import suppress
from decimal import localcontext
from typing import TYPE_CHECKING, Any

from linter.judging.binding import Binder
from linter.judging.condition import Call, Comparison, Expression, Logic, Membership, Path, Variable, children, walk
from linter.judging.evidence import Evidence
from linter.judging.judge import EXACT
from linter.judging.paths import Key, in_report, is_cells, is_previous
from linter.judging.program import BoundCheck, binder, evidence_of, program, tables_of
from linter.record import NamedTuple
from linter.report import State

if TYPE_CHECKING:
    from linter.judging.paths import Tables
    from linter.judging.rule import Rule, RuleSet
    from linter.report import Report

_BLANK = (State.EMPTY, State.PLACEHOLDER)


class Compared(NamedTuple):
    """The cells that claims were compared with, by the claim's index: those that agree, and those that do not. A claim
    that no rule compared with a table is in neither."""

    agreeing: dict[int, tuple[str, ...]]
    denying: dict[int, tuple[str, ...]]


def witnesses(report: Report, ruleset: RuleSet, enabled: Collection[str], previous: Report | None = None) -> Compared:
    """What the claims of a report were compared with; those of rules that are not in use only where they agree."""
    found = Compared({}, {})
    if not report.narrative.claims:
        return found
    key, tables = tables_of(report, ruleset)
    evidence = evidence_of(report, ruleset, previous)
    with localcontext(EXACT):
        for rule in ruleset.rules:
            if (rule.code in enabled or rule.confirms) and not rule.looks_back:
                with suppress(Exception):  # A faulty rule is told elsewhere.
                    for one in _comparisons(rule, ruleset, key, tables):
                        for claim, cells, agrees in one.compared(evidence):
                            if agrees:
                                found.agreeing.setdefault(claim, cells)
                            elif rule.code in enabled:
                                found.denying.setdefault(claim, cells)
    return found


def _comparisons(rule: Rule, ruleset: RuleSet, key: tuple[str, ...], tables: Tables) -> list[_Comparison]:
    """The checks of a rule that compare claims with cells, made once for all reports on a form."""
    place = ("witnesses", rule.code, key)
    known = ruleset.bound.get(place)
    if known is None:
        bound = ruleset.bound.get((rule.code, key)) or program(rule, ruleset, tables)
        known = ruleset.bound[place] = [
            _Comparison(check, binder(ruleset, tables, check.instances))
            for check in bound.checks
            if check.prose is not None and check.prose.unit == "claim" and check.check.reads_cells
        ]
    made: list[_Comparison] = known
    return made


class _Comparison:
    """A check on claims, asked for the cells that it looked at; `values` remembers how its parts are worked out."""

    def __init__(self, bound: BoundCheck, binder: Binder) -> None:
        self.bound = bound
        self.binder = binder
        self.values: dict[int, Any] = {}

    def compared(self, evidence: Evidence) -> Iterator[tuple[int, tuple[str, ...], bool]]:
        """Claims by index with their cells, and whether these agree."""
        assert self.bound.prose is not None
        for subject in evidence.prose.subjects(self.bound.prose):
            about = evidence.about(subject)
            required = all(about.answers(values) == [True] for _, values in self.bound.requires)
            truth = about.answers(self.bound.values) if subject.claim is not None and required else [None]
            if subject.claim is not None and truth != [None]:
                condition = self.bound.check.condition
                parts = self._agreeing(condition, about) if truth == [True] else _denying(condition)
                fields = dict.fromkeys(key.field for part in parts for key in self._keys(part, about))
                if fields:
                    yield subject.claim, tuple(fields), truth == [True]

    def _agreeing(self, node: Expression, evidence: Evidence) -> Iterator[Expression]:
        """What the claim was compared with; nothing where the condition holds for want of its premise."""
        match node:
            case Logic(operator="implies", parts=(premise, rest)):
                if self._holds(premise, evidence):
                    yield from self._agreeing(rest, evidence)
            case Logic(operator="and" | "or", parts=parts):
                for part in parts:
                    if self._holds(part, evidence):
                        yield from self._agreeing(part, evidence)
            case Membership(item=Variable(name="claim"), options=options):
                agrees = (one for one in options if self._is_option(node, one, evidence))
                yield from list(agrees)[:1]
            case Comparison() if _is_of_claim(node):
                yield node

    def _is_option(self, node: Membership, option: Expression, evidence: Evidence) -> bool:
        place = id(option)
        if place not in self.values:
            self.values[place] = self.binder.bind(node._replace(options=(option,))).values
        return bool(self.values[place](evidence) == [True])

    def _holds(self, node: Expression, evidence: Evidence) -> bool:
        place = id(node)
        if place not in self.values:
            self.values[place] = self.binder.bind(node).values
        return bool(self.values[place](evidence) == [True])

    def _keys(self, node: Expression, evidence: Evidence) -> Iterator[Key]:
        """The cells of a part; what stands in for a blank only where it is blank."""
        if isinstance(node, Call) and node.name == "filled":
            totals, parts = (list(self._keys(one, evidence)) for one in node.arguments)
            blank = [key for key in totals if evidence.state(key.field) in _BLANK]
            yield from (key for key in totals if key not in blank)
            yield from (key for key in parts if any(key.row == one.row or key.column == one.column for one in blank))
        elif isinstance(node, Path) and is_cells(node) and not is_previous(node) and len(in_report(node).parts) == 3:
            yield from self.binder.keys(node)[0]
        else:
            for child in children(node):
                yield from self._keys(child, evidence)


def _denying(node: Expression) -> Iterator[Expression]:
    """All that the claim was compared with."""
    return (one for one in walk(node) if isinstance(one, Membership | Comparison) and _is_of_claim(one))


def _is_of_claim(node: Expression) -> bool:
    return any(isinstance(one, Variable) and one.name == "claim" for one in walk(node))
