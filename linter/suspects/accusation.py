"""Gives the findings of a report their suspects."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from linter.finding import Finding, Outcomes, Suspect
from linter.judging.naming import Namer
from linter.judging.paths import PREVIOUS
from linter.judging.program import evidence_judged, tables_of
from linter.report import State
from linter.suspects.assembly import assemble
from linter.suspects.consequence import settled_besides
from linter.suspects.linear import exact
from linter.suspects.localisation import Cause, Located, locate
from linter.suspects.patterns import Grid
from linter.suspects.search import StoppedError
from linter.suspects.slips import Typist
from linter.suspects.system import System
from linter.suspects.telling import Teller, unlocated

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.paths import Tables
    from linter.judging.rule import RuleSet
    from linter.report import Report

_SECONDS = 0.35
_MOST_TOLD = 30
_BLANK = (State.EMPTY, State.PLACEHOLDER)


def accuse(
    outcomes: Outcomes, report: Report, ruleset: RuleSet, enabled: Collection[str], previous: Report | None
) -> Outcomes:
    """The outcomes with the suspects of each finding, the likeliest first."""
    key, tables = tables_of(report, ruleset)
    evidence = evidence_judged(report, ruleset, previous)
    expired = _deadline(_SECONDS)
    try:
        system = assemble(evidence, ruleset, enabled, expired)
    except StoppedError:
        return replace(outcomes, unlocated=tuple(unlocated(Located(stopped=list(range(len(outcomes.findings)))))))
    if not system.broken and not system.dormant:
        return outcomes
    grid = _grid(key, tables, ruleset)
    located = locate(system, grid, _typist(system, grid, evidence), expired)
    teller = Teller(system, evidence, Namer(tables, ruleset.sections))
    return _with(outcomes, system, located, teller, ruleset, evidence)


def _grid(key: object, tables: Tables, ruleset: RuleSet) -> Grid:
    """Where the cells stand; the same for all reports on a form."""
    known = ruleset.bound.get(("grid", key))
    if known is None:
        known = Grid([[table.fields_of(row) for row in table.rows] for table in tables.values()])
        ruleset.bound["grid", key] = known
    assert isinstance(known, Grid)
    return known


def _deadline(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def _typist(system: System, grid: Grid, evidence: Evidence) -> Typist:
    last = {}
    if evidence.previous is not None:
        for number, one in enumerate(system.unknowns):
            figure = evidence.figures.get(f"{PREVIOUS}.{one.name}")
            if figure is not None:
                last[number] = exact(figure)
    blank = {field for field, state in evidence.odd.items() if state in _BLANK}
    blanks = frozenset(number for number, one in enumerate(system.unknowns) if blank and one.name in blank)
    totals = {one.alone for one in (*system.identities, *system.dormant) if one.alone is not None}
    first = len(system.unknowns) - len(evidence.prose.claims)
    totals |= {first + one.total for one in evidence.prose.narrative.breakdowns}
    return Typist(system, grid, blanks, frozenset(totals), last)


def _with(
    outcomes: Outcomes, system: System, located: Located, teller: Teller, ruleset: RuleSet, evidence: Evidence
) -> Outcomes:
    lists: dict[int, list[Suspect]] = {}
    for causes in located.causes:
        suspects = _suspects(causes, teller)
        for index in _settled(outcomes.findings, causes, system, ruleset, evidence):
            lists.setdefault(index, []).extend(suspects[at] for at in _of(outcomes.findings[index], causes, system))
    findings = tuple(
        finding._replace(suspects=tuple(lists[index])) if lists.get(index) else finding
        for index, finding in enumerate(outcomes.findings)
    )
    return replace(outcomes, findings=findings, unlocated=tuple(unlocated(located)))


def _suspects(causes: Sequence[Cause], teller: Teller) -> list[Suspect]:
    shown = causes[:_MOST_TOLD]
    return [teller.suspect(one, sum(other.rank == one.rank for other in causes) - 1) for one in shown]


def _keys(cause: Cause, system: System) -> set[tuple[str, str]]:
    """The rules and instances that a cause settles."""
    return {(system.identities[number].rule, system.identities[number].instance) for number in cause.settles}


def _of(finding: Finding, causes: Sequence[Cause], system: System) -> list[int]:
    """Which causes settle a finding; all of them where it is no identity itself."""
    key = (finding.rule, finding.instance)
    told = causes[:_MOST_TOLD]
    direct = [at for at, cause in enumerate(told) if key in _keys(cause, system)]
    return direct or list(range(len(told)))


def _settled(
    findings: Sequence[Finding], causes: Sequence[Cause], system: System, ruleset: RuleSet, evidence: Evidence
) -> Iterator[int]:
    """The findings, by their place, that the causes settle, and those that go with them."""
    keys = {key for cause in causes for key in _keys(cause, system)}
    direct = [index for index, one in enumerate(findings) if (one.rule, one.instance) in keys]
    yield from direct
    fields = {operand.field for index in direct for operand in findings[index].operands}
    fields |= {system.unknowns[unknown].name for unknown in causes[0].repair}
    others = [index for index in range(len(findings)) if index not in direct]
    near = [index for index in others if fields & {operand.field for operand in findings[index].operands}]
    yield from settled_besides({n: findings[n] for n in near}, _figures(system, causes[0]), ruleset, evidence)


def _figures(system: System, cause: Cause) -> Mapping[str, object]:
    return {system.unknowns[unknown].name: value for unknown, value in cause.repair.items()}
