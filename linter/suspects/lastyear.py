"""What last year's report has to say: figures that may have been left in, and those of its own that may be wrong."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from linter.judging.paths import PREVIOUS
from linter.report import State
from linter.suspects.assembly import assemble
from linter.suspects.linear import Exact, divided, exact
from linter.suspects.system import System, Unknown

if TYPE_CHECKING:
    from linter.finding import Outcomes
    from linter.judging.evidence import Evidence
    from linter.judging.rule import RuleSet

_LAST, _SAID = f"{PREVIOUS}.", "n."
_PAIR = 2


def doubtful(
    outcomes: Outcomes, evidence: Evidence, ruleset: RuleSet, enabled: Collection[str], expired: Callable[[], bool]
) -> list[Unknown]:
    """The figures of last year that a finding reads and that could be others; raises StoppedError.

    What last year's own sums agree with stays, and where they all fail they say what it should be."""
    if evidence.previous is None:
        return []
    read = {one.field for found in outcomes.findings for one in found.operands if one.field.startswith(_LAST)}
    if not read:
        return []
    system = assemble(evidence.previous, ruleset, enabled, expired)
    return list(_free(system, evidence, read))


def _free(system: System, evidence: Evidence, read: Collection[str]) -> Iterator[Unknown]:
    for number, one in enumerate(system.unknowns):
        name = _LAST + one.name
        if name in read and evidence.state(name) is State.NUMBER and system.is_free(number):
            identities = [system.identities[at] for at in system.touching[number]]
            sums = [identity for identity in identities if identity.equation is not None]
            wanted = {
                system.values[number] + divided(lack, identity.equation[number]) if lack else None
                for identity in sums
                if identity.equation is not None
                for lack in (identity.lacks(system.values),)
            }
            if not wanted:
                yield one._replace(name=name)
            elif len(wanted) == 1 and None not in wanted:
                yield one._replace(name=name, only=next(iter(wanted)))


def figures_before(system: System, evidence: Evidence) -> Mapping[int, Collection[Exact]]:
    """For each figure what stood there last year; for one of the prose also in the cells that it may repeat."""
    if evidence.previous is None:
        return {}
    cells = {
        number: exact(figure)
        for number, one in enumerate(system.unknowns)
        if (figure := evidence.figures.get(_LAST + one.name)) is not None
    }
    found: dict[int, Collection[Exact]] = {number: (figure,) for number, figure in cells.items()}
    prose = evidence.previous.prose
    for number, one in enumerate(system.unknowns):
        if one.name.startswith(_SAID):
            value = prose.fact(_concept(one.name)).value if prose.mentions(_concept(one.name)) else None
            said = [exact(value)] if isinstance(value, int | Decimal) and not isinstance(value, bool) else []
            found[number] = {*said, *(cells[cell] for cell in _repeated(system, number) if cell in cells)}
    return found


def _concept(name: str) -> str:
    concept, _, number = name.removeprefix(_SAID).rpartition(".")
    return concept if number.isdigit() else name.removeprefix(_SAID)


def _repeated(system: System, claim: int) -> Iterator[int]:
    """The cells that a figure of the prose is or may be demanded to equal."""
    for number in system.touching[claim]:
        for bonds in system.identities[number].alternatives:
            if len(bonds) == 1 and len(bonds[0].terms) == _PAIR and not bonds[0].constant:
                yield from (one for one, _ in bonds[0].terms if one != claim)
