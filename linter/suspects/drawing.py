"""Draws the plan of a form: reads every check once for all reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from linter.suspects.plan import Drawn, Source, Standing
from linter.suspects.system import touching
from linter.suspects.wiring import Wires, is_lasting

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence
    from linter.judging.paths import Tables


def draw(sources: Sequence[Source], tables: Tables, evidence: Evidence) -> Drawn:
    """What these checks demand; of `evidence`, which is of any report on the form, nothing goes into it."""
    wires = Wires({field: number for number, field in enumerate(tables.fields)}, {}, ())
    standing: dict[object, Standing] = {}
    anew = []
    for number, source in enumerate(sources):
        if source.bound.prose is None and (changing := tuple(_settle(source, number, evidence, wires, standing))):
            anew.append((number, changing))
    found = tuple(standing.values())
    near = touching(len(wires.numbers), [one.demand.identity for one in found])
    return Drawn(found, tuple(near), tuple(anew))


def _settle(
    source: Source, number: int, evidence: Evidence, wires: Wires, standing: dict[object, Standing]
) -> Iterator[int]:
    """Notes what a check demands of every report, and gives the instances in which that depends on the report."""
    for index in range(len(source.bound.instances)):
        reading = source.reading(index, evidence)
        if not is_lasting(reading):
            yield index
        elif reading.clauses is None:
            return  # Not linear, and the same in all instances.
        else:
            for one in source.demands(reading, index, wires):
                waits = (number, index) if source.bound.requires else ()
                name = one.identity.rule, one.identity.alternatives, waits
                if name not in standing or one.grave:
                    standing[name] = Standing(one, number, index)
