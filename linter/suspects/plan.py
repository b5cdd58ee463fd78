"""What all reports on a form have in common: their cells as unknowns, and the identities between these.

Drawn once for the rules that are on; a report only brings its figures, its prose and its blanks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from linter.finding import Severity
from linter.judging.program import BoundCheck, Program, program, tables_of
from linter.record import NamedTuple
from linter.suspects.readings import Reading, Readings
from linter.suspects.system import Identity, Unknown, touching
from linter.suspects.wiring import Wires, is_lasting

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.paths import Tables
    from linter.judging.rule import Rule, RuleSet

_KINDS = {"count": (0, True), "money": (0, False), "change": (None, True)}

Place = tuple[str, str]
"""A rule and an instance of it."""


class Demand(NamedTuple):
    """An identity and the instance that demands it; a broken one that is `rough` does not say what should be
    otherwise."""

    identity: Identity
    place: Place
    grave: bool
    rough: bool = False


class Source(NamedTuple):
    """A linear check, in some of its instances how it is read there; `wanted` if its rule is on."""

    program: Program
    bound: BoundCheck
    wanted: bool
    readings: tuple[tuple[int, Readings], ...] = ()

    @property
    def rule(self) -> str:
        return self.program.rule.code

    @property
    def grave(self) -> bool:
        """Whether a failure is more than a hint."""
        return self.wanted and self.bound.check.severity is not Severity.INFO

    def demands(self, reading: Reading, index: int, wires: Wires) -> Iterator[Demand]:
        """What a reading comes to in an instance of the tables."""
        instance = self.bound.instances[index]
        for one in wires.identities(reading, self.rule, self.program.group(instance)):
            yield Demand(one, (self.rule, instance.id), self.grave, reading.rough)

    def waiting(self, evidence: Evidence) -> set[int]:
        """The instances that lack something which the check requires."""
        requires = self.bound.requires
        return {
            index
            for _, values in requires
            for index, answer in enumerate(evidence.answers(values))
            if answer is not True
        }


class Standing(NamedTuple):
    """A demand of every report on the form, which may have to wait where its source says so of this instance."""

    demand: Demand
    source: Source
    instance: int


@dataclass(frozen=True)
class Plan:
    """`numbers` are the cells by name. Of the checks that read each report anew, `prose` are those on its prose."""

    numbers: dict[str, int]
    unknowns: tuple[Unknown, ...]
    standing: tuple[Standing, ...]
    touching: Sequence[tuple[int, ...]]
    anew: tuple[Source, ...]
    prose: tuple[Source, ...]

    @cached_property
    def identities(self) -> list[Identity]:
        return [one.demand.identity for one in self.standing]

    def asleep(self, evidence: Evidence) -> set[int]:
        """The standing identities whose rule waits for something in this report, by their place in `standing`."""
        found: set[int] = set()
        for source, numbers in self._patient:
            for index in source.waiting(evidence):
                found.update(numbers.get(index, ()))
        return found

    @cached_property
    def _patient(self) -> list[tuple[Source, dict[int, list[int]]]]:
        """The sources that may have to wait, with the standing identities of each instance."""
        found: dict[int, tuple[Source, dict[int, list[int]]]] = {}
        for number, one in enumerate(self.standing):
            if one.source.bound.requires:
                found.setdefault(id(one.source), (one.source, {}))[1].setdefault(one.instance, []).append(number)
        return list(found.values())


def plan_of(evidence: Evidence, ruleset: RuleSet, enabled: Collection[str]) -> Plan:
    """The plan for reports like this one.

    A rule that is only switched off for this run demands nothing; what holds by it must go on to hold, though, or a
    run with one rule would blame cells that all others vouch for."""
    key, tables = tables_of(evidence.report, ruleset)
    name = ("suspects", key, frozenset(enabled), evidence.previous is None)
    known = ruleset.bound.get(name)
    if known is None:
        known = ruleset.bound[name] = _drawn(evidence, ruleset, enabled, key, tables)
    assert isinstance(known, Plan)
    return known


def _drawn(evidence: Evidence, ruleset: RuleSet, enabled: Collection[str], key: object, tables: Tables) -> Plan:
    fields = [one.field for rows in tables.keys_by_row.values() for row in rows.values() for one in row.values()]
    kinds = [column.kind for table in tables.values() for row in table.rows for column in row.columns]
    numbers = {field: number for number, field in enumerate(fields)}
    unknowns = tuple(Unknown(field, *_KINDS[kind]) for field, kind in zip(fields, kinds, strict=True))
    sources = [
        source
        for rule in ruleset.rules
        if (rule.code in enabled or rule.default) and not (rule.looks_back and evidence.previous is None)
        for source in _sources(rule, ruleset, key, tables, wanted=rule.code in enabled)
    ]
    standing: dict[object, Standing] = {}
    anew = []
    for source in sources:
        every = _readings(source, ruleset)
        in_tables = source.bound.prose is None
        if changing := tuple(_settle(source, every, evidence, Wires(numbers, {}), standing) if in_tables else every):
            anew.append(source._replace(readings=changing))
    found = tuple(standing.values())
    near = touching(len(unknowns), [one.demand.identity for one in found])
    prose = tuple(one for one in anew if one.bound.prose is not None)
    return Plan(numbers, unknowns, found, near, tuple(one for one in anew if one not in prose), prose)


def _sources(rule: Rule, ruleset: RuleSet, key: object, tables: Tables, *, wanted: bool) -> Iterator[Source]:
    bound = ruleset.bound.get((rule.code, key)) or program(rule, ruleset, tables)
    for check in bound.checks:
        if check.prose is not None or check.check.reads_cells:
            yield Source(bound, check, wanted)


def _readings(source: Source, ruleset: RuleSet) -> Iterator[tuple[int, Readings]]:
    for index, instance in enumerate(source.bound.instances):
        yield index, Readings(source.program, source.bound, instance, ruleset)


def _settle(
    source: Source,
    every: Iterable[tuple[int, Readings]],
    evidence: Evidence,
    wires: Wires,
    standing: dict[object, Standing],
) -> Iterator[tuple[int, Readings]]:
    """Notes what a check demands of every report, and gives the instances in which that depends on the report."""
    for index, readings in every:
        reading = readings.of(evidence)
        if not is_lasting(reading):
            yield index, readings
        elif reading.clauses is None:
            return  # Not linear, and the same in all instances.
        else:
            for one in source.demands(reading, index, wires):
                waits = (id(source), index) if source.bound.requires else ()
                name = one.identity.rule, one.identity.alternatives, waits
                if name not in standing or one.grave:
                    standing[name] = Standing(one, source, index)
