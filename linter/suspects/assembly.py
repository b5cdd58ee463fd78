"""From a judged report to its system of unknowns and identities."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from linter.judging.paths import PREVIOUS
from linter.report import State
from linter.suspects.linear import Exact, exact
from linter.suspects.plan import Demand, Plan, Source, plan_of
from linter.suspects.search import StoppedError
from linter.suspects.system import Identity, System, Unknown, masked
from linter.suspects.wiring import Wires

if TYPE_CHECKING:
    from linter.finding import Outcomes
    from linter.judging.evidence import Evidence
    from linter.judging.rule import RuleSet

_BLANK = (State.EMPTY, State.PLACEHOLDER)


def assemble(
    evidence: Evidence,
    ruleset: RuleSet,
    enabled: Collection[str],
    expired: Callable[[], bool] = lambda: False,
    last: Sequence[Unknown] = (),
    outcomes: Outcomes | None = None,
) -> System:
    """The system of a report by the rules that are on, with figures of `last` year's that may be wrong; `outcomes` is
    what these rules said of it, where that is at hand. Raises StoppedError."""
    plan = plan_of(evidence, ruleset, enabled)
    draft = _Draft(plan, evidence, last)
    asleep = plan.asleep(evidence)
    dormant = [plan.identities[number] for number in asleep if plan.sources[plan.standing[number].source].wanted]
    found = []
    for one, awake in draft.anew(expired):
        if awake:
            found.append(one)
        else:
            dormant.append(one.identity)
    doubtful = range(len(plan.identities)) if outcomes is None else plan.doubtful(outcomes)
    return draft.system(asleep, doubtful, found, tuple(one for one in dormant if not one.mask & draft.unread))


class _Draft:
    """The figures of one report, and what is demanded of them beyond what the plan says."""

    def __init__(self, plan: Plan, evidence: Evidence, last: Sequence[Unknown]) -> None:
        self._plan = plan
        self._evidence = evidence
        figures, prose = evidence.figures, evidence.prose
        cells = list(map(figures.__getitem__, plan.numbers))
        self.unread = masked(number for number, figure in enumerate(cells) if figure is None) if None in cells else 0
        self._values: list[Exact] = [one if type(one) is int else exact(one or 0) for one in cells]
        self._values += [exact(claim.value) for claim in prose.claims]
        self._claims = [
            Unknown(name, 0, isinstance(value, int), None)
            for name, value in zip(prose.names, self._values[len(cells) :], strict=True)
        ]
        self._old = list(last)
        self._values += [exact(figures[one.name] or 0) for one in last]
        odd = evidence.odd
        self._blank = (
            masked(plan.numbers[one] for one in odd if one in plan.numbers and odd[one] in _BLANK) if odd else 0
        )
        rough = (at for at, one in enumerate(prose.claims, len(cells)) if one.approximate or one.step != 1)
        self._fixed = self.unread | masked(rough)
        self._numbers = plan.numbers | {name: at for at, name in enumerate(prose.names, len(cells))}
        self._numbers |= {one.name: at for at, one in enumerate(last, len(cells) + len(self._claims))}
        if self.unread:
            self._numbers = {name: at for name, at in self._numbers.items() if not self.unread >> at & 1}

    def anew(self, expired: Callable[[], bool]) -> Iterator[tuple[Demand, bool]]:
        """What is demanded of this report alone, and whether its rule waits for nothing; raises StoppedError."""
        wires = Wires(self._numbers, self._last(), ())
        for source, instances in self._plan.anew:
            waiting = source.waiting(self._evidence)
            for index in instances:
                awake = index not in waiting
                if awake or source.wanted:
                    for one in source.demands(source.reading(index, self._evidence), index, wires):
                        yield one, awake
        if self._claims:
            for source in self._plan.prose:
                yield from ((one, True) for one in self._of_prose(source, wires, expired))

    def _last(self) -> dict[str, Exact]:
        """Last year's figures by name."""
        if self._evidence.previous is None:
            return {}
        figures, names = self._evidence.figures, (f"{PREVIOUS}.{name}" for name in self._plan.numbers)
        return {name: exact(figure) for name in names if (figure := figures[name]) is not None}

    def _of_prose(self, source: Source, wires: Wires, expired: Callable[[], bool]) -> Iterator[Demand]:
        """For each case of the prose; a figure of another scope may be right whatever the tables say."""
        over, names = source.bound.prose, self._evidence.prose.names
        assert over is not None
        for subject in self._evidence.prose.subjects(over):
            if expired():
                raise StoppedError
            about = self._evidence.about(subject)
            if (subject.foreign and over.kind != "limited") or source.waiting(about):
                continue
            reading = source.reading(0, about)
            claims = wires._replace(claims=[names[index] for index in subject.claims])
            for one in claims.identities(reading, source.rule, subject.id):
                yield Demand(one, (source.rule, subject.id), source.grave, reading.rough)

    def system(
        self, asleep: set[int], doubtful: Iterable[int], found: Iterable[Demand], dormant: tuple[Identity, ...]
    ) -> System:
        """What fails has to be mended where something grave does in the instance; a mere hint must only not begin to
        fail. Only what is `doubtful` of the standing identities is looked at."""
        standing, more = self._plan.standing, _distinct(found)
        identities = [*self._plan.identities, *(one.identity for one in more)]
        missing: list[Exact] = [0] * len(standing)
        for number in doubtful:
            missing[number] = identities[number].lacks(self._values)
        missing += [one.identity.lacks(self._values) for one in more]
        gone = asleep
        if self.unread:
            gone = asleep | {n for n, one in enumerate(self._plan.identities) if self.unread & one.mask}
        failing = {
            number: standing[number].demand if number < len(standing) else more[number - len(standing)]
            for number, amount in enumerate(missing)
            if amount
        }
        grave = {one.place for number, one in failing.items() if one.grave and number not in gone}
        broken = [n for n, one in failing.items() if n not in gone and one.place in grave and not one.rough]
        wishes = [n for n, one in failing.items() if one.rough and one.place in grave]
        touching = self._touching(identities, (gone | failing.keys()) - set(broken))
        free = ((1 << len(self._values)) - 1) & ~self._fixed
        for one in dormant:
            if one.alone is not None and not self._values[one.alone]:
                free &= ~(1 << one.alone)
        unknowns = [*self._plan.unknowns, *self._claims, *self._old]
        return System(unknowns, self._values, free, identities, touching, missing, broken, dormant, wishes, self._blank)

    def _touching(self, identities: list[Identity], gone: set[int]) -> list[tuple[int, ...]]:
        """For each unknown the identities that it is in, without those that demand nothing here."""
        known = len(self._plan.identities)
        touching = [*self._plan.touching, *(() for _ in (*self._claims, *self._old))]
        for number in gone:
            if number < known:
                for one in identities[number].members:
                    touching[one] = tuple(other for other in touching[one] if other != number)
        for number in range(known, len(identities)):
            if number not in gone:
                for one in identities[number].members:
                    touching[one] = (*touching[one], number)
        return touching


def _distinct(found: Iterable[Demand]) -> list[Demand]:
    """Each identity of a rule once, grave if any check says so."""
    known: dict[object, Demand] = {}
    for one in found:
        key = one.identity.rule, one.identity.alternatives
        same = known.setdefault(key, one)
        if one.grave and not same.grave:
            known[key] = one
    return list(known.values())
