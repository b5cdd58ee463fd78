"""What all reports on a form have in common: their cells as unknowns, and the identities between these.

Drawn once for the rules that are on and kept for the next start; a report only brings its figures, its prose and its
blanks.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from linter.cache import kept, name_of
from linter.finding import Severity
from linter.judging.program import BoundCheck, Program, program, tables_of
from linter.record import NamedTuple
from linter.suspects.readings import Reading, Readings
from linter.suspects.system import Identity, Unknown

if TYPE_CHECKING:
    from linter.finding import Outcomes
    from linter.judging.evidence import Evidence
    from linter.judging.paths import Tables
    from linter.judging.rule import Rule, RuleSet
    from linter.suspects.wiring import Wires

_KINDS = {"count": (0, True), "money": (0, False), "change": (None, True)}

Place = tuple[str, str]
"""A rule and an instance of it."""


class Demand(NamedTuple):
    """An identity and the instance that demands it; a broken one that is `rough` does not say what should be
    otherwise."""

    identity: Identity
    place: Place
    grave: bool
    rough: bool


class Source:
    """A check that reads cells or prose; `wanted` if its rule is on."""

    def __init__(self, about: Program, bound: BoundCheck, ruleset: RuleSet, *, wanted: bool) -> None:
        self.bound = bound
        self.wanted = wanted
        self.rule = about.rule.code
        self.grave = wanted and bound.check.severity is not Severity.INFO
        """Whether a failure is more than a hint."""
        self._program = about
        self._ruleset = ruleset
        self._readings: dict[int, Readings] = {}

    def reading(self, index: int, evidence: Evidence) -> Reading:
        """How the check is read in an instance of it."""
        if index not in self._readings:
            instance = self.bound.instances[index]
            self._readings[index] = Readings(self._program, self.bound, instance, self._ruleset)
        return self._readings[index].of(evidence)

    def demands(self, reading: Reading, index: int, wires: Wires) -> Iterator[Demand]:
        """What a reading comes to in an instance of the tables."""
        instance = self.bound.instances[index]
        for one in wires.identities(reading, self.rule, self._program.group(instance)):
            yield Demand(one, (self.rule, instance.id), self.grave, reading.rough)

    def waiting(self, evidence: Evidence) -> set[int]:
        """The instances that lack something which the check requires."""
        found: set[int] = set()
        for _, values in self.bound.requires:
            answers = evidence.answers(values)
            if answers.count(True) < len(answers):
                found.update(index for index, answer in enumerate(answers) if answer is not True)
        return found


class Standing(NamedTuple):
    """A demand of every report on the form, which may have to wait where its source (by its number) says so of this
    instance."""

    demand: Demand
    source: int
    instance: int


class Drawn(NamedTuple):
    """What can be kept of a plan: the identities of every report, and the instances of each source that have to be
    read in each report anew."""

    standing: tuple[Standing, ...]
    touching: tuple[tuple[int, ...], ...]
    anew: tuple[tuple[int, tuple[int, ...]], ...]


class Plan:
    """`numbers` are the cells by name. Of the checks that read each report anew, `prose` are those on its prose."""

    def __init__(self, tables: Tables, sources: list[Source], drawn: Drawn) -> None:
        self.numbers = {field: number for number, field in enumerate(tables.fields)}
        kinds = [column.kind for table in tables.values() for row in table.rows for column in row.columns]
        self.unknowns = [Unknown(name, *_KINDS[kind], None) for name, kind in zip(self.numbers, kinds, strict=True)]
        self.standing = drawn.standing
        self.sources = sources
        self.identities = [one.demand.identity for one in drawn.standing]
        self.touching = drawn.touching
        self._by_rule: dict[str, dict[str, list[int]]] = {}
        """The standing identities of each rule and each of its instances."""
        for number, identity in enumerate(self.identities):
            self._by_rule.setdefault(identity.rule, {}).setdefault(identity.instance, []).append(number)
        self._unasked = {one.rule for one in sources if not one.wanted}
        self.anew = [(sources[number], instances) for number, instances in drawn.anew]
        self.prose = [one for one in sources if one.bound.prose is not None]
        self._patient: dict[int, dict[int, list[int]]] = {}
        """For each source that may have to wait the standing identities of each instance."""
        for number, one in enumerate(self.standing):
            if sources[one.source].bound.requires:
                self._patient.setdefault(one.source, {}).setdefault(one.instance, []).append(number)

    def asleep(self, evidence: Evidence) -> set[int]:
        """The standing identities whose rule waits for something in this report, by their place in `standing`."""
        found: set[int] = set()
        for number, instances in self._patient.items():
            for index in self.sources[number].waiting(evidence):
                found.update(instances.get(index, ()))
        return found

    def doubtful(self, outcomes: Outcomes) -> list[int]:
        """The standing identities that may not hold by what was said of a report: all others were found to."""
        unclear = self._unasked.union(one.rule for one in (*outcomes.not_evaluated, *outcomes.rule_errors))
        failed = {(one.rule, one.instance) for one in outcomes.findings if one.rule not in unclear}
        found = [self._by_rule.get(rule, {}).get(instance, ()) for rule, instance in failed]
        found += [numbers for rule in unclear for numbers in self._by_rule.get(rule, {}).values()]
        return [number for numbers in found for number in numbers]


def plan_of(evidence: Evidence, ruleset: RuleSet, enabled: Collection[str]) -> Plan:
    """The plan for reports like this one.

    A rule that is only switched off for this run demands nothing; what holds by it must go on to hold, though, or a
    run with one rule would blame cells that all others vouch for."""
    key, tables = tables_of(evidence.report, ruleset)
    name = ("suspects", key, frozenset(enabled), evidence.previous is None)
    known = ruleset.bound.get(name)
    if known is None:
        known = ruleset.bound[name] = _plan(evidence, ruleset, enabled, key, tables)
    assert isinstance(known, Plan)
    return known


def _plan(evidence: Evidence, ruleset: RuleSet, enabled: Collection[str], key: tuple[str, ...], tables: Tables) -> Plan:
    sources = [
        source
        for rule in ruleset.rules
        if (rule.code in enabled or rule.default) and not (rule.looks_back and evidence.previous is None)
        for source in _sources(rule, ruleset, key, tables, wanted=rule.code in enabled)
    ]

    def drawn() -> Drawn:
        from linter.suspects.drawing import draw

        return draw(sources, tables, evidence)

    if not ruleset.made_of:
        return Plan(tables, sources, drawn())
    name = name_of(ruleset.made_of, *key, *sorted(enabled), str(evidence.previous is None))
    return Plan(tables, sources, kept("suspects", name, drawn))


def _sources(rule: Rule, ruleset: RuleSet, key: tuple[str, ...], tables: Tables, *, wanted: bool) -> Iterator[Source]:
    bound = ruleset.bound.get((rule.code, key)) or program(rule, ruleset, tables)
    for check in bound.checks:
        if check.prose is not None or check.check.reads_cells:
            yield Source(bound, check, ruleset, wanted=wanted)
