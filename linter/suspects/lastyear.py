"""Figures of last year's report that may be wrong: those that its own sums speak against, or say nothing of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from linter.judging.paths import PREVIOUS
from linter.report import State
from linter.suspects.assembly import assemble
from linter.suspects.support import divided
from linter.suspects.system import System, Unknown

if TYPE_CHECKING:
    from linter.finding import Outcomes
    from linter.judging.evidence import Evidence
    from linter.judging.rule import RuleSet

_LAST = f"{PREVIOUS}."


def doubtful(
    outcomes: Outcomes, evidence: Evidence, ruleset: RuleSet, enabled: Collection[str], expired: Callable[[], bool]
) -> list[Unknown]:
    """The figures of last year that a finding reads and that could be others; raises StoppedError.

    What last year's own sums agree with stays, and where they all fail they say what it should be."""
    read = {one.field for found in outcomes.findings for one in found.operands if one.field.startswith(_LAST)}
    if not read or evidence.previous is None:
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
