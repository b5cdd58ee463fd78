"""What a part of a condition reads, as far as a page must know."""

from __future__ import annotations

from linter.judging.condition import Arithmetic, Call, Expression, Number, Path, Variable, children, walk
from linter.judging.functions import SIGNATURES
from linter.judging.paths import is_cells, is_previous


def is_live(node: Expression) -> bool:
    """Whether a condition reads cells of this report, and not only asks whether a row was found."""
    return any(is_cell(part) for part in walk(node))


def is_cell(node: Expression) -> bool:
    """Whether a part is a cell of this report, or several."""
    if isinstance(node, Path):
        return is_cells(node) and not is_previous(node) and len(node.parts) == 3
    return isinstance(node, Variable) and node.name == "cell"


def is_number(node: Expression) -> bool:
    """Whether something is a number by its form alone."""
    return isinstance(node, Number | Arithmetic) or (isinstance(node, Call) and SIGNATURES[node.name].gives == "number")


def varies(node: Expression) -> bool:
    """Whether a part means something else in other instances."""
    parts = node.parts if isinstance(node, Path) else (node,)
    return any(isinstance(part, Variable) for part in parts) or any(varies(child) for child in children(node))
