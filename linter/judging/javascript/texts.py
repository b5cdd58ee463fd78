"""Parts of a condition that read what stands in a cell as text: its figure as printed, or the words around it."""

from __future__ import annotations

from typing import Any

from linter.judging.condition import Call, Expression, Path, Variable, Word, children
from linter.judging.paths import is_cells, is_previous
from linter.record import NamedTuple

_TEXTS = ("raw", "remark")


class Text(NamedTuple):
    """`node` asks of the text of one `cell`; `after` asks the same once another figure stands there, with nothing
    around it, and is None where that depends on how the new figure is written."""

    node: Expression
    cell: Expression
    after: Expression | None


def is_text(node: Expression) -> bool:
    """Whether a condition reads one cell, as text alone."""
    return len(_cells_of_texts(node)) == 1 and not _reads_figures(node)


def text_of(node: Expression) -> Text:
    """Splits a part for which `is_text` holds."""
    (cell,) = _cells_of_texts(node)
    return Text(node, cell, None if _reads(node, "raw") else _without_remark(node))


def _cells_of_texts(node: Expression) -> set[Expression]:
    if isinstance(node, Call) and node.name in _TEXTS:
        return {node.arguments[0]}
    return {cell for child in children(node) for cell in _cells_of_texts(child)}


def _reads_figures(node: Expression) -> bool:
    if isinstance(node, Call) and node.name in _TEXTS:
        return False
    if isinstance(node, Path):
        return is_cells(node) and not is_previous(node) and len(node.parts) == 3
    if isinstance(node, Variable):
        return node.name == "cell"
    return any(_reads_figures(child) for child in children(node))


def _reads(node: Expression, name: str) -> bool:
    return (isinstance(node, Call) and node.name == name) or any(_reads(child, name) for child in children(node))


def _without_remark(node: Any) -> Any:
    """The same with an empty text in place of what stands around the figure."""
    if isinstance(node, Call) and node.name == "remark":
        return Word("")
    if isinstance(node, Call):
        return node._replace(arguments=tuple(map(_without_remark, node.arguments)))
    if hasattr(node, "parts") and not isinstance(node, Path):
        return node._replace(parts=tuple(map(_without_remark, node.parts)))
    if hasattr(node, "left"):
        return node._replace(left=_without_remark(node.left), right=_without_remark(node.right))
    return node
