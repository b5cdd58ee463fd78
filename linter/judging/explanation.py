"""Why a condition failed in one instance: the comparison to show, the cells to blame, and what was blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from linter.judging.binding import Binder, fact_name
from linter.judging.condition import (
    Call,
    Comparison,
    Expression,
    Logic,
    Membership,
    Path,
    Pattern,
    Variable,
    children,
    walk,
)
from linter.judging.evidence import Evidence, Figure
from linter.judging.functions import STATE_TESTS
from linter.judging.paths import PREVIOUS, Instance, Key, in_report, is_cells
from linter.judging.printed import is_exact, is_share, to_decimal
from linter.judging.slips import Slip, find_slip
from linter.record import NamedTuple
from linter.report import Span, State

_OFFENDING = {"all": False, "none": True, "any": False, "count": True}
_ASKS_CELLS = (*(name for name in STATE_TESTS if name != "missing"), "raw", "remark")
_BLANK = (State.EMPTY, State.PLACEHOLDER)
_SEEKS = ("occurrences", "with_year", "opening_year", "usual_year")
_NOT_FIGURES = (*_ASKS_CELLS, "missing", "found", "official")


class Match(NamedTuple):
    """Words of a text that a condition looked for: the fact they stand in, and where."""

    name: str
    text: str
    span: Span | None


class Explanation:
    """Answers questions about one failed instance; `binder` is bound to that instance alone."""

    def __init__(self, condition: Expression, binder: Binder, evidence: Evidence) -> None:
        self._binder = binder
        self._evidence = evidence
        self.condition = condition
        self.instance: Instance = binder.instances[0]
        self.culprit = self._culprit(condition)

    @property
    def comparison(self) -> Comparison | Membership | None:
        """The comparison that does not hold, if it is one between numbers."""
        return self.culprit if isinstance(self.culprit, Comparison | Membership) and self._sides else None

    @property
    def left(self) -> Figure | None:
        return self._sides[0] if self._sides else None

    @property
    def right(self) -> Figure | None:
        return self._sides[1] if self._sides else None

    @cached_property
    def _sides(self) -> tuple[Figure, Figure] | None:
        if isinstance(self.culprit, Membership):
            return self._nearest(self.culprit)
        if not isinstance(self.culprit, Comparison):
            return None
        left, right = self.value(self.culprit.left), self.value(self.culprit.right)
        return (left, right) if _is_figure(left) and _is_figure(right) else None

    def _nearest(self, node: Membership) -> tuple[Figure, Figure] | None:
        """What is said, and the option that is nearest to it."""
        item = self.value(node.item)
        options = [value for _, value in self.options(node)]
        if not _is_figure(item) or not options:
            return None
        return item, min(options, key=lambda value: abs(value - item))

    def options(self, node: Membership) -> list[tuple[Expression, Figure]]:
        """Each option that differs from those before it, with its figure; fractions are rounded."""
        found: dict[Figure, Expression] = {}
        for option in node.options:
            value = self.value(option)
            if is_exact(value) and is_share(value):
                found.setdefault(value if isinstance(value, int | Decimal) else to_decimal(value), option)
        return [(option, value) for value, option in found.items()]

    def value(self, node: Expression) -> Any:
        return self._binder.bind(node).values(self._evidence)[0]

    def keys(self, node: Expression) -> tuple[Key, ...]:
        """The cells that a path or `$cell` means here."""
        return self._binder.keys(node)[0]

    def _culprit(self, node: Expression) -> Expression:
        """The innermost part that says no."""
        if not isinstance(node, Logic) or node.operator == "not":
            return node
        if node.operator == "and":
            part = next((part for part in node.parts if self.value(part) is False), None)
            return node if part is None else self._culprit(part)
        return self._culprit(node.parts[1 if node.operator == "implies" else 0])

    def offenders(self) -> list[Key]:
        """The cells to blame, the one to look at first in front."""
        node = self.culprit
        if isinstance(node, Comparison):
            found = [*self._offenders(node.right), *self._offenders(node.left)]
        else:
            found = list(self._offenders(node))
        return sorted(dict.fromkeys(found), key=lambda key: key.field.startswith(f"{PREVIOUS}."))

    def _offenders(self, node: Expression) -> Iterator[Key]:
        if isinstance(node, Call) and node.name in _OFFENDING:
            bound = self._binder.bind(node.arguments[0]) if not _is_remarks(node.arguments[0]) else None
            if bound is not None and bound.keys is not None:
                for key, value in zip(bound.keys[0], bound.values(self._evidence)[0], strict=True):
                    if value is _OFFENDING[node.name]:
                        yield key
        elif isinstance(node, Call) and node.name == "mends":
            yield from self.keys(node.arguments[0])
        elif _is_cell_path(node):
            yield from self.keys(node)
        else:
            for child in children(node):
                yield from self._offenders(child)

    def substitute(self, call: Call, key: Key) -> Any:
        """What stands in for a blank cell in `filled`."""
        values, keys = self.value(call), self.keys(call.arguments[0])
        return values[keys.index(key)] if isinstance(values, list) else values

    def operands(self) -> list[Key]:
        """The cells that the comparison read, in the order of the condition."""
        return self._operands

    @cached_property
    def _operands(self) -> list[Key]:
        if self.comparison is None:
            return self.offenders()
        paths = (part for part in walk(self.comparison) if _is_cell_path(part))
        return list(dict.fromkeys(key for path in paths for key in self.keys(path)))

    def blanks(self) -> list[Key]:
        """The blank cells that were counted as 0."""
        if not self._evidence.odd:
            return []
        replaced = set(self.replaced())
        found = dict.fromkeys(key for path in figure_paths(self.condition) for key in self.keys(path))
        return [key for key in found if self._evidence.state(key.field) in _BLANK and key not in replaced]

    def replaced(self) -> list[Key]:
        """The blank totals that other figures stood in for."""
        if not self._evidence.odd:
            return []
        calls = (node for node in walk(self.culprit) if isinstance(node, Call) and node.name == "filled")
        found = (key for call in calls for key in self.keys(call.arguments[0]))
        return [key for key in dict.fromkeys(found) if self._evidence.state(key.field) in _BLANK]

    def unread(self, *, shared: bool = False) -> list[Key]:
        """The cells without which the condition could not be decided; with `shared` only those that it reads in
        every instance alike."""
        figures = self._evidence.figures
        found = [
            key
            for path in figure_paths(self.condition)
            if not (shared and _varies(path))
            for key in self.keys(path)
            if figures[key.field] is None
        ]
        for node in walk(self.condition):
            if isinstance(node, Call) and node.name in _ASKS_CELLS and not (shared and _varies(node.arguments[0])):
                keys = self.keys(node.arguments[0])
                found += [key for key in keys if self._evidence.state(key.field) is State.MISSING]
        return list(dict.fromkeys(found))

    def facts(self, node: Expression) -> list[str]:
        """The names of the facts in a condition, in its order."""
        paths = (part for part in walk(node) if isinstance(part, Path) and not is_cells(part))
        names = (fact_name(path, self.instance) for path in paths if path.parts[0] not in ("words", "remark"))
        return list(dict.fromkeys(names))

    def remarks(self) -> list[Span]:
        """Where the reader's remarks stand that the condition counts."""
        paths = (node for node in walk(self.condition) if isinstance(node, Path))
        kinds = [str(path.parts[1]) for path in paths if _is_remarks(path)]
        return [remark.span for kind in kinds for remark in self._evidence.remarks(kind)]

    def match(self) -> Match | None:
        """The first words in a text that the condition found and should not have."""
        for node in walk(self.culprit):
            if isinstance(node, Call) and node.name in _SEEKS:
                pattern, text = node.arguments[1], self.value(node.arguments[0])
                assert isinstance(pattern, Pattern)
                found = self._binder.patterns[pattern.name].finditer(text or "")
                wanted = self.value(node.arguments[2]) if node.name == "with_year" else None
                for match in found:
                    if wanted is None or int(match["year"]) == wanted:
                        return self._match(node.arguments[0], match)
        return None

    def repair(self) -> tuple[Slip, tuple[Key, ...]] | None:
        """The slip that a condition with `mends` found, and the cells it is in."""
        call = next((node for node in walk(self.culprit) if isinstance(node, Call) and node.name == "mends"), None)
        if call is None:
            return None
        row, condition = call.arguments
        keys, holds = self.keys(row), self._binder.bind(condition).values
        slip = find_slip(keys, lambda changed: holds(changed)[0], self._evidence)
        return None if slip is None else (slip, keys)

    def _match(self, argument: Expression, found: re.Match[str]) -> Match:
        if not isinstance(argument, Path):
            return Match("", found[0], None)
        name = fact_name(argument, self.instance)
        span = self._evidence.locate(name, found.start(), found.end())
        return Match(name, (span and self._evidence.quote(span)) or found[0], span)


def _is_figure(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _is_remarks(node: Expression) -> bool:
    return isinstance(node, Path) and node.parts[0] == "remark"


def _is_cell_path(node: Expression) -> bool:
    if isinstance(node, Variable):
        return node.name == "cell"
    return isinstance(node, Path) and is_cells(node) and len(in_report(node).parts) == 3


def _varies(node: Expression) -> bool:
    """Whether a path means other cells in other instances."""
    return isinstance(node, Variable) or (
        isinstance(node, Path) and any(isinstance(part, Variable) for part in node.parts)
    )


def figure_paths(node: Expression) -> Iterator[Expression]:
    """The paths whose figures are read, and not only their state or their text."""
    if isinstance(node, Call) and node.name in _NOT_FIGURES:
        return
    if _is_cell_path(node):
        yield node
    for child in children(node):
        yield from figure_paths(child)
