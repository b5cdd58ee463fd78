"""A condition as a tree: what a rule demands of a report, before any report is known.

The tree is plain data that can be pickled. Whoever walks it (binding, the wording of identities, the search
for suspects, a compiler to another language) meets only the ten classes below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from linter.form import Words
from linter.record import NamedTuple


class Number(NamedTuple):
    value: Decimal


class Word(NamedTuple):
    """A piece of text that stands in the condition itself."""

    text: str


class Pattern(NamedTuple):
    """A terminal of the grammar of patterns, by its name."""

    name: str


class Variable(NamedTuple):
    """What the rule ranges over: `$row`, `$column`, `$cell`, `$section`, an entry of a table of words, or one of
    `subjects.VARIABLES`."""

    name: str
    at: int = 0


class Several(NamedTuple):
    """Some names in one position of a path; without names it is every one, `*`."""

    names: tuple[str, ...] = ()


Part = str | Variable | Several


class Path(NamedTuple):
    """A name with dots: a cell, a set of cells, a row, a fact, or a table of words."""

    parts: tuple[Part, ...]
    at: int = 0

    def __str__(self) -> str:
        return ".".join(_spell(part) for part in self.parts)


class Call(NamedTuple):
    """A function of `functions.py` and what it is given."""

    name: str
    arguments: tuple[Expression, ...]
    at: int = 0


class Arithmetic(NamedTuple):
    """`operator` is one of + - *."""

    operator: str
    left: Expression
    right: Expression
    at: int = 0


class Comparison(NamedTuple):
    """`operator` is one of = != < <= > >=."""

    operator: str
    left: Expression
    right: Expression
    at: int = 0


class Membership(NamedTuple):
    """Whether `item` is one of the `options`; a printed figure is one if it rounds or cuts off to it."""

    item: Expression
    options: tuple[Expression, ...]
    at: int = 0


class Logic(NamedTuple):
    """`operator` is one of and, or, implies, not; `not` has one part, the others two."""

    operator: str
    parts: tuple[Expression, ...]
    at: int = 0


Expression = Number | Word | Pattern | Variable | Path | Call | Arithmetic | Comparison | Membership | Logic


class ConditionError(Exception):
    """A mistake in a condition, told in both languages; `at` is the offset in its text, counted from 0."""

    def __init__(self, zh: str, en: str, at: int) -> None:
        super().__init__(zh, en, at)
        self.message = Words(zh, en)
        self.at = at


_CHILDREN: dict[type, Callable[[Any], tuple[Expression, ...]]] = {
    Arithmetic: lambda node: (node.left, node.right),
    Comparison: lambda node: (node.left, node.right),
    Membership: lambda node: (node.item, *node.options),
    Logic: lambda node: node.parts,
    Call: lambda node: node.arguments,
}


def children(expression: Expression) -> tuple[Expression, ...]:
    """The parts of an expression in the order in which they are written."""
    parts = _CHILDREN.get(type(expression))
    return parts(expression) if parts is not None else ()


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and everything in it, in the order in which it is written."""
    left = [expression]
    while left:
        node = left.pop()
        yield node
        left += reversed(children(node))


def varies(node: Expression) -> bool:
    """Whether a variable stands in it anywhere."""
    if isinstance(node, Path):
        return Variable in map(type, node.parts)
    return isinstance(node, Variable) or any(map(varies, children(node)))


class Sharing:
    """Makes equal parts of expressions one and the same, so that each is kept and bound once. Where they stood in the
    text is forgotten."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Any] = {}

    def shared(self, node: Any) -> Any:
        """The same expression, or what stands in one."""
        if not isinstance(node, tuple):
            return node
        at = getattr(node, "_fields", ()).index("at") if hasattr(node, "at") else None
        parts = [0 if index == at else self.shared(part) for index, part in enumerate(node)]
        place = type(node), *(id(part) if isinstance(part, tuple) else part for part in parts)
        if place not in self._known:
            self._known[place] = tuple.__new__(type(node), parts)
        return self._known[place]


def _spell(part: Part) -> str:
    if isinstance(part, Variable):
        return f"${part.name}"
    if isinstance(part, Several):
        return f"{{{', '.join(part.names)}}}" if part.names else "*"
    return part
