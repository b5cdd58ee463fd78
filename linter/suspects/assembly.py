"""From a judged report to its system of unknowns and identities."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from linter.finding import Severity
from linter.judging.program import Program, program, tables_of
from linter.record import NamedTuple
from linter.report import State
from linter.suspects.clauses import Alternative, Clause
from linter.suspects.identities import Demand, Standing, demands, standing
from linter.suspects.linear import Exact, exact
from linter.suspects.system import Bond, Identity, System, Unknown, identity, wired

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.paths import Tables
    from linter.judging.rule import RuleSet

_KINDS = {"count": (0, True), "money": (0, False), "change": (None, True)}


class _Made(NamedTuple):
    """An identity and the figures it is between."""

    identity: Identity
    names: tuple[str, ...]


class _Frame(NamedTuple):
    """What all reports on a form share: its cells by number and as unknowns of 0, the linear checks of each rule, and
    the identities of the demands that every report on the form meets (`made`, by the demand's own identity)."""

    numbers: dict[str, int]
    zeros: tuple[Unknown, ...]
    rules: dict[str, tuple[Program, tuple[Standing, ...]]]
    made: dict[int, tuple[Demand, tuple[_Made, ...]]]


def assemble(evidence: Evidence, ruleset: RuleSet, enabled: Collection[str]) -> System:
    """The system of a report by the rules that are on.

    A rule that is only switched off for this run demands nothing; what holds by it must go on to hold, though, or a
    run with one rule would blame cells that all others vouch for."""
    key, tables = tables_of(evidence.report, ruleset)
    frame = _frame(key, tables, ruleset)
    found: list[tuple[Demand, bool, bool]] = []
    dormant: list[tuple[Demand, bool]] = []
    for rule in ruleset.rules:
        on = rule.code in enabled
        if not (on or rule.default) or (rule.looks_back and evidence.previous is None):
            continue
        if rule.code not in frame.rules:
            made = ruleset.bound.get((rule.code, key)) or program(rule, ruleset, tables)
            frame.rules[rule.code] = made, standing(made, ruleset)
        bound, known = frame.rules[rule.code]
        for one, awake, lasting in demands(bound, ruleset, evidence, known) if known else ():
            if awake:
                found.append((one, lasting, on and one.severity is not Severity.INFO))
            elif on:
                dormant.append((one, lasting))
    return _Builder(evidence, frame).system(found, dormant)


def _frame(key: object, tables: Tables, ruleset: RuleSet) -> _Frame:
    known = ruleset.bound.get(("suspects", key))
    if known is None:
        keys = [one for rows in tables.keys_by_row.values() for row in rows.values() for one in row.values()]
        kinds = [column.kind for table in tables.values() for row in table.rows for column in row.columns]
        zeros = tuple(Unknown(one.field, 0, *_KINDS[kind]) for one, kind in zip(keys, kinds, strict=True))
        known = _Frame({one.field: number for number, one in enumerate(keys)}, zeros, {}, {})
        ruleset.bound["suspects", key] = known
    assert isinstance(known, _Frame)
    return known


class _Builder:
    """Numbers the unknowns of one report and turns demands into identities."""

    def __init__(self, evidence: Evidence, frame: _Frame) -> None:
        self._figures = evidence.figures
        self._frame = frame
        self._numbers = dict(frame.numbers)
        self._unread = State.MISSING in evidence.odd.values() or State.TEXT in evidence.odd.values()
        self._unknowns: list[Unknown] = []
        for zero in frame.zeros:
            figure = evidence.figures[zero.name]
            if figure is None:
                self._unknowns.append(zero._replace(free=False))
            else:
                name, _, low, whole, free = zero
                self._unknowns.append(Unknown(name, exact(figure), low, whole, free) if figure else zero)
        for name, claim in zip(evidence.prose.names, evidence.prose.claims, strict=True):
            self._numbers[name] = len(self._unknowns)
            value = exact(claim.value)
            free = not claim.approximate and claim.step == 1
            self._unknowns.append(Unknown(name, value, 0, isinstance(value, int), free))

    def system(self, found: Iterable[tuple[Demand, bool, bool]], dormant: Iterable[tuple[Demand, bool]]) -> System:
        """What fails has to be mended where something grave does in the instance; a mere hint must only not begin to
        fail."""
        sleeping = tuple(one for demand in dormant for one in self._identities(*demand))
        for one in sleeping:
            if one.alone is not None and not self._unknowns[one.alone].value:
                self._unknowns[one.alone] = self._unknowns[one.alone]._replace(free=False)
        drawn = System(self._unknowns, (), (), (), ())
        every: dict[object, tuple[Identity, tuple[str, str]]] = {}
        failing: dict[object, Exact] = {}
        grave = set()
        for demand, lasting, is_grave in found:
            instance = demand.rule, demand.instance
            for one in self._identities(demand, lasting):
                key = id(one) if lasting else (one.rule, one.alternatives)
                if key not in every:
                    every[key] = one, instance
                    failing[key] = drawn.lacks(one)
                if failing[key] and is_grave:
                    grave.add(instance)
        kept = [key for key, (_, instance) in every.items() if not failing[key] or instance in grave]
        return wired(self._unknowns, [every[key][0] for key in kept], sleeping, [failing[key] for key in kept])

    def _identities(self, demand: Demand, lasting: bool) -> Iterator[Identity]:
        for made, names in self._made(demand, lasting):
            if not (self._unread and any(self._figures.get(name, 0) is None for name in names)):
                yield made

    def _made(self, demand: Demand, lasting: bool) -> tuple[_Made, ...]:
        if not lasting:
            return tuple(self._make(demand))
        known = self._frame.made.get(id(demand))
        if known is None:
            known = self._frame.made[id(demand)] = demand, tuple(self._make(demand))
        return known[1]

    def _make(self, demand: Demand) -> Iterator[_Made]:
        for clause in demand.clauses:
            names = tuple(dict.fromkeys(name for one in clause for atom in one for name, _ in atom.terms))
            if not names or _is_ban(clause):
                continue
            alternatives = tuple(self._bonds(alternative) for alternative in clause)
            made = identity(demand.rule, demand.group, alternatives, self._numbers.get(demand.alone))
            yield _Made(made, names)

    def _bonds(self, alternative: Alternative) -> tuple[Bond, ...]:
        return tuple(
            Bond(tuple((self._numbers[name], factor) for name, factor in terms), constant, operator)
            for terms, constant, operator in alternative
        )


def _is_ban(clause: Clause) -> bool:
    """Whether a clause says that some cells are to be 0: that relates no figure to another one."""
    if len(clause) != 1 or len(clause[0]) != 1:
        return False
    (atom,) = clause[0]
    same_sign = len({factor > 0 for _, factor in atom.terms}) == 1
    cells_only = not any(name.startswith("n.") for name, _ in atom.terms)
    return atom.operator == "=" and not atom.constant and same_sign and cells_only
