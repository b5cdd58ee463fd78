"""Functions that a condition calls, as calls of the page's library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.judging.condition import Call
from linter.judging.functions import STATE_TESTS

if TYPE_CHECKING:
    from linter.judging.javascript.compiler import Compiler

_REDUCERS = {"sum": "total", "all": "every", "any": "some", "none": "none", "count": "count"}


class CannotCompileError(Exception):
    """Something in a condition that a page cannot work out."""


def write_call(call: Call, compiler: Compiler) -> str:
    """Raises CannotCompileError for a function that the library does not have."""
    first, cells = call.arguments[0], compiler.cells
    if call.name in _REDUCERS:
        return f"q.{_REDUCERS[call.name]}({compiler.value(first)})"
    match call.name:
        case "row_sums" | "column_sums":
            return _partial_sums(call, compiler)
        case "integer" | "known":
            return f"q.{call.name}({compiler.value(first)})"
        case "percent" | "change":
            return f"q.{call.name}({compiler.value(first)},{compiler.value(call.arguments[1])})"
        case "filled":
            many = "" if cells.binder.single(first) else "s"
            names = cells.sets(cells.fields(first)) if many else cells.single(first)
            return f"x.filled{many and 'All'}({names},{compiler.value(call.arguments[1])})"
        case "mends":
            return f"x.mends({cells.sets(cells.fields(first))},x=>{compiler.value(call.arguments[1])})"
        case name if name in STATE_TESTS:
            if cells.binder.single(first):
                return f'x.is("{name}",{cells.single(first)})'
            return f'x.are("{name}",{cells.sets(cells.fields(first))})'
        case _:
            raise CannotCompileError(call.name)


def _partial_sums(call: Call, compiler: Compiler) -> str:
    """The groups of a rectangle as numbers within it; all instances have as many."""
    cells = compiler.cells
    keys, position = cells.binder.bind(call.arguments[0]).keys, 1 if call.name == "row_sums" else 2
    groups: list[list[list[int]]] = []
    for one in keys or ():
        found: dict[str, list[int]] = {}
        for index, key in enumerate(one):
            found.setdefault(key[position], []).append(index)
        groups.append(list(found.values()))
    if len({len(one) for one in groups}) != 1:
        raise CannotCompileError(call.name)
    sets = ",".join(f"x.set({cells.sets(one)})" for one in zip(*groups, strict=True))
    return f"q.sums({compiler.value(call.arguments[0])},[{sets}])"
