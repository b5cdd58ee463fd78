"""What else is settled by a change: findings of rules that are no identities (hints, blanks), asked of the engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from linter.judging.program import Program, tables_of

if TYPE_CHECKING:
    from linter.finding import Finding
    from linter.judging.evidence import Evidence
    from linter.judging.rule import RuleSet
    from linter.suspects.linear import Exact


class Index:
    """The findings of a report by what they are about."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = findings
        self._by_key: dict[tuple[str, str], list[int]] = {}
        for index, one in enumerate(findings):
            self._by_key.setdefault((one.rule, one.instance), []).append(index)

    def of(self, keys: Iterable[tuple[str, str]]) -> list[int]:
        """The findings of these rules and instances, by their place."""
        return sorted(index for key in keys for index in self._by_key.get(key, ()))

    def near(self, indices: Collection[int], fields: Iterable[str]) -> list[int]:
        """The other findings that read one of these fields, or one that those findings read."""
        if len(indices) == len(self.findings):
            return []
        read = set(fields).union(*(self._read[index] for index in indices))
        return [index for index, one in enumerate(self._read) if index not in indices and not read.isdisjoint(one)]

    @cached_property
    def _read(self) -> list[set[str]]:
        """What each finding read."""
        return [{operand.field for operand in one.operands} for one in self.findings]


def settled_besides(
    findings: Mapping[int, Finding], figures: Mapping[str, Exact], ruleset: RuleSet, evidence: Evidence
) -> Iterator[int]:
    """The findings that would not be made if these cells had these figures."""
    if not findings or evidence.figures.keys().isdisjoint(figures):
        return
    key, _ = tables_of(evidence.report, ruleset)
    changed = _changed(evidence, figures)
    for index, finding in findings.items():
        program = ruleset.bound.get((finding.rule, key))
        if isinstance(program, Program) and _reads_tables(program) and not _fails(program, finding.instance, changed):
            yield index


def _changed(evidence: Evidence, figures: Mapping[str, Exact]) -> Evidence:
    """The evidence with other figures in some cells, which are blank no more."""
    cells = {name: _plain(value) for name, value in figures.items() if name in evidence.figures}
    changed = evidence.with_figures(cells)
    changed.odd = {field: state for field, state in evidence.odd.items() if field not in cells}
    return changed


def _plain(value: Exact) -> int | Decimal:
    return value if isinstance(value, int) else Decimal(value.numerator) / value.denominator


def _reads_tables(program: Program) -> bool:
    return all(bound.prose is None and bound.check.reads_cells for bound in program.checks)


def _fails(program: Program, group: str, evidence: Evidence) -> bool:
    """Whether a rule still says no in an instance, or in the table that counts as one."""
    for bound in program.checks:
        answers = bound.values(evidence)
        failing = (at for at, answer in enumerate(answers) if answer is False) if False in answers else ()
        if any(program.group(bound.instances[at]) == group for at in failing):
            return True
    return False
