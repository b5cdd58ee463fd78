"""Gives the findings of a report their suspects."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from linter.finding import Outcomes, Suspect
from linter.judging.naming import Namer
from linter.judging.program import evidence_of, tables_of
from linter.suspects.assembly import assemble
from linter.suspects.cause import Cause
from linter.suspects.consequence import Index, settled_besides
from linter.suspects.grid import Grid
from linter.suspects.lastyear import doubtful, figures_before
from linter.suspects.localisation import Located, locate
from linter.suspects.search import StoppedError
from linter.suspects.slips import Typist
from linter.suspects.system import System, bits
from linter.suspects.telling import Teller, stopped, unlocated

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.paths import Tables
    from linter.judging.rule import RuleSet
    from linter.report import Report

_SECONDS = 0.35
"""So long suspects are searched for, at most."""
_UTMOST = 0.42
"""So long, from the beginning, what was found is weighed and told."""
_MOST_TOLD = 30
_MOST_ASKED = 5


def accuse(
    outcomes: Outcomes,
    report: Report,
    ruleset: RuleSet,
    enabled: Collection[str],
    previous: Report | None,
) -> Outcomes:
    """The outcomes with the suspects of each finding, the likeliest first."""
    key, tables = tables_of(report, ruleset)
    evidence = evidence_of(report, ruleset, previous)
    expired, over = _deadline(_SECONDS), _deadline(_UTMOST)
    try:
        last = doubtful(outcomes, evidence, ruleset, enabled, expired)
        system = assemble(evidence, ruleset, enabled, expired, last, outcomes)
    except StoppedError:
        return outcomes._replace(unlocated=(stopped(len(outcomes.findings)),))
    if not system.broken and not system.dormant:
        return outcomes
    grid = _grid(key, tables, ruleset)
    located = locate(system, grid, _typist(system, grid, evidence), expired, over)
    teller = Teller(system, evidence, Namer(tables, ruleset.sections))
    return _with(outcomes, system, located, teller, ruleset, evidence, over)


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
    totals = {one.alone for one in (*system.identities, *system.dormant) if one.alone is not None}
    totals |= {len(grid.places) + one.total for one in evidence.prose.narrative.breakdowns}
    before = figures_before(system, evidence)
    return Typist(system, grid, frozenset(bits(system.blank)), frozenset(totals), before)


def _with(
    outcomes: Outcomes,
    system: System,
    located: Located,
    teller: Teller,
    ruleset: RuleSet,
    evidence: Evidence,
    over: Callable[[], bool],
) -> Outcomes:
    known = Index(outcomes.findings)
    lists: dict[int, list[Suspect]] = {}
    for causes in located.causes:
        if over():
            located.stopped.extend(causes[0].settles)
            continue
        told = causes[:_MOST_TOLD]
        suspects = [teller.suspect(one) for one in told]
        for index, places in _settled(known, told, system, ruleset, evidence).items():
            alike = [sum(told[at].is_as_likely(told[other]) for other in places) - 1 for at in places]
            named = [suspects[at]._replace(alike=count) for at, count in zip(places, alike, strict=True)]
            lists.setdefault(index, []).extend(named)
    findings = list(outcomes.findings)
    for index, suspected in lists.items():
        findings[index] = findings[index]._replace(suspects=tuple(suspected))
    return outcomes._replace(
        findings=tuple(findings),
        unlocated=tuple(unlocated(located, system, ruleset.rules)),
    )


def _keys(cause: Cause, system: System) -> set[tuple[str, str]]:
    """The rules and instances that a cause settles."""
    return {(system.identities[number].rule, system.identities[number].instance) for number in cause.settles}


def _settled(
    known: Index, causes: Sequence[Cause], system: System, ruleset: RuleSet, evidence: Evidence
) -> dict[int, list[int]]:
    """For each finding that the first cause settles the places of all causes that do: the identities themselves, and
    what goes with them."""
    settles = [known.of(_keys(cause, system)) for cause in causes]
    found = {index: [at for at, indices in enumerate(settles) if index in indices] for index in settles[0]}
    direct = {index for indices in settles for index in indices}
    for at, cause in enumerate(causes[:_MOST_ASKED]):
        names = [system.unknowns[unknown].name for unknown in cause.repair]
        figures = dict(zip(names, cause.repair.values(), strict=True))
        near = {index: known.findings[index] for index in known.near(direct, names)}
        for index in settled_besides(near, figures, ruleset, evidence):
            if at == 0 or index in found:
                found.setdefault(index, []).append(at)
    return found
