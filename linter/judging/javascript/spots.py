"""How a comparison that can fail is told on the page: the terms of both sides, and its cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linter.judging.condition import Arithmetic, Call, Comparison, Expression, Membership, Number, walk
from linter.judging.javascript.cells import Cells
from linter.judging.javascript.nodes import is_cell


class _NotOfCellsError(Exception):
    """A term that no cell stands for."""


def spot(node: Comparison | Membership, cells: Cells) -> dict[str, Any]:
    """The cells of a comparison, and its sides, or the options for a figure, where every term is of cells; `%` for
    one that is a percentage."""
    found: dict[str, Any] = {"cells": _operands(node, cells)}
    if isinstance(node, Comparison):
        found |= {"left": _side(node.left, cells), "right": _side(node.right, cells)}
        found["bare"] = isinstance(node.right, Number)
    else:
        found["options"] = ["%" if _is_percent(option) else _side(option, cells) for option in node.options]
    return found


def _is_percent(node: Expression) -> bool:
    return isinstance(node, Call) and node.name in ("percent", "change")


def _operands(node: Expression, cells: Cells) -> int:
    found: list[dict[int, None]] = [{} for _ in cells.places]
    for part in walk(node):
        if is_cell(part):
            for one, fields in zip(found, cells.fields(part), strict=True):
                one.update(dict.fromkeys(fields))
    return cells.refer([cells.pool.set(list(one)) for one in found])


def _side(node: Expression, cells: Cells) -> list[list[int]] | None:
    """Terms as [sign, cells, kind]; None where not every term is of cells."""
    try:
        return list(_terms(node, 1, cells))
    except _NotOfCellsError:
        return None


def _terms(node: Expression, sign: int, cells: Cells) -> Iterator[list[int]]:
    match node:
        case Arithmetic(operator="+" | "-" as operator, left=left, right=right):
            yield from _terms(left, sign, cells)
            yield from _terms(right, sign if operator == "+" else -sign, cells)
        case Call(name="sum", arguments=(inner,)) if is_cell(inner):
            yield [sign, _set(inner, cells), 1]
        case _ if is_cell(node):
            yield [sign, _set(node, cells), 0]
        case _:
            raise _NotOfCellsError


def _set(node: Expression, cells: Cells) -> int:
    return cells.refer([cells.pool.set(one) for one in cells.fields(node)])
