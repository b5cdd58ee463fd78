"""A condition as a tree: what a rule demands of a report, before any report is known.

The tree is plain data that can be pickled. Whoever walks it (binding, the wording of identities, the search
for suspects, a compiler to another language) meets only the ten classes below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from linter.form import Words


@dataclass(frozen=True, slots=True)
class Number:
    value: Decimal


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text that stands in the condition itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A terminal of the grammar of patterns, by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Variable:
    """What the rule ranges over: `$row`, `$column`, `$cell`, `$section`, an entry of a table of words, or one of
    `subjects.VARIABLES`."""

    name: str
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Several:
    """Some names in one position of a path; without names it is every one, `*`."""

    names: tuple[str, ...] = ()


Part = str | Variable | Several


@dataclass(frozen=True, slots=True)
class Path:
    """A name with dots: a cell, a set of cells, a row, a fact, or a table of words."""

    parts: tuple[Part, ...]
    at: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return ".".join(_spell(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Call:
    """A function of `functions.py` and what it is given."""

    name: str
    arguments: tuple[Expression, ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`operator` is one of + - *."""

    operator: str
    left: Expression
    right: Expression
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`operator` is one of = != < <= > >=."""

    operator: str
    left: Expression
    right: Expression
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether `item` is one of the `options`; a printed figure is one if it rounds or cuts off to it."""

    item: Expression
    options: tuple[Expression, ...]
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Logic:
    """`operator` is one of and, or, implies, not; `not` has one part, the others two."""

    operator: str
    parts: tuple[Expression, ...]
    at: int = field(default=0, compare=False)


Expression = Number | Word | Pattern | Variable | Path | Call | Arithmetic | Comparison | Membership | Logic


class ConditionError(Exception):
    """A mistake in a condition, told in both languages; `at` is the offset in its text, counted from 0."""

    def __init__(self, zh: str, en: str, at: int) -> None:
        super().__init__(zh, en, at)
        self.message = Words(zh, en)
        self.at = at


def children(expression: Expression) -> tuple[Expression, ...]:
    """The parts of an expression in the order in which they are written."""
    match expression:
        case Arithmetic(left=left, right=right) | Comparison(left=left, right=right):
            return (left, right)
        case Membership(item=item, options=options):
            return (item, *options)
        case Logic(parts=parts):
            return parts
        case Call(arguments=arguments):
            return arguments
        case _:
            return ()


def walk(expression: Expression) -> Iterator[Expression]:
    """The expression and everything in it, in the order in which it is written."""
    yield expression
    for child in children(expression):
        yield from walk(child)


def _spell(part: Part) -> str:
    if isinstance(part, Variable):
        return f"${part.name}"
    if isinstance(part, Several):
        return f"{{{', '.join(part.names)}}}" if part.names else "*"
    return part
