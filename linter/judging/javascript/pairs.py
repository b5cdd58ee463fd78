"""Two sides of an operator, each one value or one for each of several cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.judging.alignment import align
from linter.judging.condition import Arithmetic, Call, Comparison, Expression, Logic, Path, children
from linter.judging.functions import STATE_TESTS
from linter.judging.paths import in_report, is_cells

if TYPE_CHECKING:
    from linter.judging.javascript.cells import Cells
    from linter.judging.javascript.compiler import Compiler

_OF_EACH = (*STATE_TESTS, "integer", "known", "filled")


def write_pairs(name: str, left: Expression, right: Expression, at: int, compiler: Compiler) -> str:
    """The function `name` of both sides, where one of them is several in the order of the larger one."""
    cells = compiler.cells
    sides = compiler.value(left), compiler.value(right)
    if not _is_many(left, cells) and not _is_many(right, cells):
        return f"q.{name}({sides[0]},{sides[1]})"
    one, other = cells.binder.bind(left).keys, cells.binder.bind(right).keys
    orders, _ = align(one, other, len(cells.places), at)
    first = sides[0] if one is None else _ordered(sides[0], [order[0] for order in orders], cells)
    second = sides[1] if other is None else _ordered(sides[1], [order[1] for order in orders], cells)
    return f"q.pairs(q.{name},{first},{second})"


def _is_many(node: Expression, cells: Cells) -> bool:
    """Whether a part gives one value for each of several cells."""
    match node:
        case Path():
            return is_cells(node) and len(in_report(node).parts) == 3 and not cells.binder.single(node)
        case Call(name="row_sums" | "column_sums"):
            return True
        case Call(name=name, arguments=(first, *_)):
            return name in _OF_EACH and _is_many(first, cells)
        case Arithmetic() | Comparison() | Logic():
            return any(_is_many(child, cells) for child in children(node))
        case _:
            return False


def _ordered(source: str, orders: list[list[int]], cells: Cells) -> str:
    if all(order == list(range(len(order))) for order in orders):
        return source
    return f"q.pick({source},x.set({cells.sets(orders)}))"
