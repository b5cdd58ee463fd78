"""Binds `filled` and `stated`: what takes the place of a blank total, and whether anything is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from linter.judging.binding import Binder, Bound, fact_name
from linter.judging.condition import Call, Path
from linter.judging.paths import Key
from linter.report import State

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence

_BLANK = (State.EMPTY, State.PLACEHOLDER)


def bind_filled(binder: Binder, call: Call) -> Bound:
    """Each cell where it has a figure, else the value that goes with it; a cell that was not read stays unknown."""
    cells, substitute = call.arguments
    own, other, keys = binder.bind(cells), binder.bind(substitute), binder.keys(cells)

    def values(evidence: Evidence) -> list[Any]:
        figures = own.values(evidence)
        odd = evidence.odd
        if not odd:
            return figures
        many = own.keys is not None
        rows = figures if many else [[figure] for figure in figures]
        others = other.values(evidence)
        found = [
            _fill(row, instead if isinstance(instead, list) else [instead] * len(row), names, odd)
            for row, instead, names in zip(rows, others, keys, strict=True)
        ]
        return found if many else [row[0] for row in found]

    return Bound(values, own.keys)


def _fill(row: list[Any], instead: list[Any], keys: tuple[Key, ...], odd: Mapping[str, State]) -> list[Any]:
    pairs = zip(row, instead, keys, strict=True)
    return [other if odd.get(key.field) in _BLANK else figure for figure, other, key in pairs]


def bind_stated(binder: Binder, call: Call) -> Bound:
    """Whether a fact is there, or the prose says anything of a concept."""
    node = call.arguments[0]
    if not isinstance(node, Path):
        return binder.each(lambda value: value is not None, binder.bind(node))
    names = [fact_name(node, one) for one in binder.instances]
    return Bound(lambda evidence: [evidence.states(name) for name in names])
