"""Conditions as JavaScript: what `binding.py` makes of a check in Python, written out for a page.

Only cells of this report stay open. Whatever a condition asks besides (facts, words of the prose, last year's
figures, remarks) cannot change while figures are tried out, so the engine answers it and the answer is a constant.
The functions that the expressions call are those of `rendering/whatif/*.js`: `q` the library, `x` the figures, `s`
the cells and `k` the constants of an instance, `p` the figure of the prose as it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from linter.judging.binding import Binder, align
from linter.judging.condition import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Logic,
    Membership,
    Number,
    Path,
    Variable,
    Word,
    children,
    walk,
)
from linter.judging.explanation import figure_paths
from linter.judging.functions import SIGNATURES, STATE_TESTS
from linter.judging.javatext import Text, is_text, text_of
from linter.judging.paths import in_report, is_cells, is_previous

_PAIRS = {
    "+": "add",
    "-": "subtract",
    "*": "multiply",
    "=": "equal",
    "!=": "unequal",
    "<": "less",
    "<=": "atMost",
    ">": "more",
    ">=": "atLeast",
}
_OF_EACH = (*STATE_TESTS, "integer", "known", "filled")
_LOGIC = {"and": "and", "or": "or", "implies": "implies"}
_REDUCERS = {"sum": "total", "all": "every", "any": "some", "none": "none", "count": "count"}


class CannotCompileError(Exception):
    """Something in a condition that a page cannot work out."""


@dataclass
class Pool:
    """What the checks of one form share, each written once: its cells by number, sets of them, columns of what
    differs from instance to instance, expressions, and texts."""

    numbers: Mapping[str, int]
    sets: dict[tuple[int, ...], int] = field(default_factory=dict)
    columns: dict[tuple[int | str, ...], int] = field(default_factory=dict)
    shared: dict[str, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)

    def set(self, members: Sequence[int]) -> int:
        """The number of a set; a set of one cell has the number of that cell."""
        if len(members) == 1 and members[0] < len(self.numbers):
            return members[0]
        return self.sets.setdefault(tuple(members), len(self.numbers) + len(self.sets))

    def column(self, values: Sequence[int | str]) -> int:
        return self.columns.setdefault(tuple(values), len(self.columns))

    def text(self, text: str) -> int:
        return self.texts.setdefault(text, len(self.texts))

    def share(self, source: str) -> int:
        return self.shared.setdefault(source, len(self.shared))


@dataclass
class Compiler:
    """Compiles the conditions of one check that is bound to all its instances.

    `slots` are the columns of cells (or sets of them) that differ from instance to instance, `constants` what the
    engine has to be asked, and `spots` how the comparisons that can fail are told."""

    binder: Binder
    pool: Pool
    slots: list[int] = field(default_factory=list)
    constants: list[Expression] = field(default_factory=list)
    spots: list[dict[str, Any]] = field(default_factory=list)

    def condition(self, node: Expression) -> str:
        """An answer that knows which comparison decided it; raises CannotCompileError."""
        match node:
            case Logic(operator="and", parts=(one, other)):
                return f"q.both({self.condition(one)},{self.condition(other)})"
            case Logic(operator="implies", parts=(one, other)):
                return f"q.follows({self.value(one)},{self.condition(other)})"
            case Logic(operator="or", parts=(one, other)):
                return f"q.either({self.condition(one)},{self.value(other)})"
            case Comparison(left=left, right=right) if is_live(node) or _is_number(left) or _is_number(right):
                sides = f'"{node.operator}",{self.value(left)},{self.value(right)}'
                return f"q.compare({self._spot(node)},{sides})"
            case Membership() if not any(isinstance(one, Word) for one in node.options):
                return f"q.within({self._spot(node)},{self._membership(node)})"
            case _:
                return f"q.plain({self.value(node)})"

    def value(self, node: Expression) -> str:
        """A figure, a truth, or an array of them; raises CannotCompileError."""
        if isinstance(node, Number):
            whole = node.value == int(node.value)
            return f"{int(node.value)}n" if whole else f'q.figure("{node.value:f}")'
        if not is_live(node):
            return self._constant(node)
        if is_text(node):
            return self._text(text_of(node))
        if _varies(node):
            return self._live(node)
        source = self._alone()._live(node)
        own = not isinstance(node, Call) or any(one in source for one in ("k[", "p)"))
        return source if own else f"x.once({self.pool.share(source)})"

    def _alone(self) -> Compiler:
        """The same for one instance, enough for what does not vary."""
        return replace(self, binder=self.binder._replace(instances=self.binder.instances[:1]))

    def blanks(self, node: Expression) -> tuple[int, list[list[str]]]:
        """The cells that lower the severity when blank, as a reference; and those of last year's report."""
        paths = list(figure_paths(node))
        last = [[one for path in paths if not is_live(path) for one in self._names(path)[at]] for at in self._places]
        live = [path for path in paths if is_live(path)]
        fixed = [one for path in live if not _varies(path) for one in self._alone()._fields(path)[0]]
        varying = [self._fields(path) for path in live if _varies(path)]
        shared = dict.fromkeys(fixed)
        found = [[one for fields in varying for one in fields[at] if one not in shared] for at in self._places]
        return self._refer([self.pool.set([*shared, *dict.fromkeys(one)]) for one in found]), last

    @property
    def _places(self) -> range:
        return range(len(self.binder.instances))

    def _names(self, node: Expression) -> list[list[str]]:
        return [[key.field for key in keys] for keys in self.binder.keys(node)]

    def _live(self, node: Expression) -> str:
        match node:
            case Path() | Variable():
                return self._cells(node)
            case Arithmetic() | Comparison():
                return self._pairs(_PAIRS[node.operator], node.left, node.right, node.at)
            case Logic(operator="not", parts=(one,)):
                return f"q.not({self.value(one)})"
            case Logic(parts=(one, other)):
                return self._pairs(_LOGIC[node.operator], one, other, node.at)
            case Membership():
                return f"q.isWithin({self._membership(node)})"
            case Call():
                return self._call(node)
            case _:
                raise CannotCompileError(str(node))

    def _constant(self, node: Expression) -> str:
        if node not in self.constants:
            self.constants.append(node)
        return f"k[{self.constants.index(node)}]"

    def _text(self, text: Text) -> str:
        """What stands in a cell as text is known as long as the cell is not changed."""
        after = "null" if text.after is None else self._constant(text.after)
        return f"x.own({self._single(text.cell)},{self._constant(text.node)},{after})"

    def _refer(self, numbers: Sequence[int]) -> int:
        """A number that all instances share, or -1, -2, ... for a slot."""
        if len(set(numbers)) == 1:
            return numbers[0]
        column = self.pool.column(numbers)
        if column not in self.slots:
            self.slots.append(column)
        return -1 - self.slots.index(column)

    def _written(self, numbers: Sequence[int]) -> str:
        found = self._refer(numbers)
        return str(found) if found >= 0 else f"s[{-1 - found}]"

    def _set(self, sets: Sequence[Sequence[int]]) -> str:
        return self._written([self.pool.set(one) for one in sets])

    def _fields(self, node: Expression) -> list[list[int]]:
        return [[self.pool.numbers[key.field] for key in keys] for keys in self.binder.keys(node)]

    def _single(self, node: Expression) -> str:
        return self._written([one[0] for one in self._fields(node)])

    def _cells(self, node: Expression) -> str:
        if self.binder.single(node):
            return f"x.cell({self._single(node)})"
        return f"x.cells({self._set(self._fields(node))})"

    def _pairs(self, name: str, left: Expression, right: Expression, at: int) -> str:
        sides = self.value(left), self.value(right)
        if not self._is_many(left) and not self._is_many(right):
            return f"q.{name}({sides[0]},{sides[1]})"
        one, other = self.binder.bind(left).keys, self.binder.bind(right).keys
        orders, _ = align(one, other, len(self.binder.instances), at)
        first = sides[0] if one is None else self._ordered(sides[0], [order[0] for order in orders])
        second = sides[1] if other is None else self._ordered(sides[1], [order[1] for order in orders])
        return f"q.pairs(q.{name},{first},{second})"

    def _is_many(self, node: Expression) -> bool:
        """Whether a part gives one value for each of several cells."""
        match node:
            case Path():
                return is_cells(node) and len(in_report(node).parts) == 3 and not self.binder.single(node)
            case Call(name="row_sums" | "column_sums"):
                return True
            case Call(name=name, arguments=(first, *_)):
                return name in _OF_EACH and self._is_many(first)
            case Arithmetic() | Comparison() | Logic():
                return any(self._is_many(child) for child in children(node))
            case _:
                return False

    def _ordered(self, source: str, orders: list[list[int]]) -> str:
        if all(order == list(range(len(order))) for order in orders):
            return source
        return f"q.pick({source},x.set({self._set(orders)}))"

    def _membership(self, node: Membership) -> str:
        fixed = all(isinstance(one, Number | Word) for one in node.options)
        printed = isinstance(node.item, Variable) and node.item.name in ("claim", "share") and not fixed
        options = ",".join(self.value(one) for one in node.options)
        return f"{self.value(node.item)},[{options}],{'p' if printed else 'null'}"

    def _call(self, call: Call) -> str:
        first = call.arguments[0]
        if call.name in _REDUCERS:
            return f"q.{_REDUCERS[call.name]}({self.value(first)})"
        match call.name:
            case "row_sums" | "column_sums":
                return self._partial_sums(call)
            case "integer" | "known":
                return f"q.{call.name}({self.value(first)})"
            case "percent" | "change":
                return f"q.{call.name}({self.value(first)},{self.value(call.arguments[1])})"
            case "filled":
                many = "s" if not self.binder.single(first) else ""
                cells = self._set(self._fields(first)) if many else self._single(first)
                return f"x.filled{many and 'All'}({cells},{self.value(call.arguments[1])})"
            case "mends":
                return f"x.mends({self._set(self._fields(first))},x=>{self.value(call.arguments[1])})"
            case name if name in STATE_TESTS:
                if self.binder.single(first):
                    return f'x.is("{name}",{self._single(first)})'
                return f'x.are("{name}",{self._set(self._fields(first))})'
            case _:
                raise CannotCompileError(call.name)

    def _partial_sums(self, call: Call) -> str:
        """The groups of a rectangle as numbers within it; all instances have as many."""
        keys, position = self.binder.bind(call.arguments[0]).keys, 1 if call.name == "row_sums" else 2
        groups: list[list[list[int]]] = []
        for one in keys or ():
            found: dict[str, list[int]] = {}
            for index, key in enumerate(one):
                found.setdefault(key[position], []).append(index)
            groups.append(list(found.values()))
        if len({len(one) for one in groups}) != 1:
            raise CannotCompileError(call.name)
        sets = ",".join(f"x.set({self._set(one)})" for one in zip(*groups, strict=True))
        return f"q.sums({self.value(call.arguments[0])},[{sets}])"

    def _spot(self, node: Comparison | Membership) -> int:
        """How a failed comparison is told: the terms of both sides, and its cells."""
        spot: dict[str, Any] = {"cells": self._operands(node)}
        if isinstance(node, Comparison):
            spot |= {"left": self._side(node.left), "right": self._side(node.right)}
            spot["bare"] = isinstance(node.right, Number)
        self.spots.append(spot)
        return len(self.spots) - 1

    def _operands(self, node: Expression) -> int:
        found: list[dict[int, None]] = [{} for _ in self.binder.instances]
        for part in walk(node):
            if _is_cell(part):
                for one, fields in zip(found, self._fields(part), strict=True):
                    one.update(dict.fromkeys(fields))
        return self._refer([self.pool.set(list(one)) for one in found])

    def _side(self, node: Expression) -> list[list[int]] | None:
        """Terms as [sign, cells, kind]; None where not every term is of cells."""
        try:
            return list(self._terms(node, 1))
        except CannotCompileError:
            return None

    def _terms(self, node: Expression, sign: int) -> Iterator[list[int]]:
        match node:
            case Arithmetic(operator="+" | "-" as operator, left=left, right=right):
                yield from self._terms(left, sign)
                yield from self._terms(right, sign if operator == "+" else -sign)
            case Call(name="sum", arguments=(inner,)) if _is_cell(inner):
                yield [sign, self._refer([self.pool.set(one) for one in self._fields(inner)]), 1]
            case _ if _is_cell(node):
                yield [sign, self._refer([self.pool.set(one) for one in self._fields(node)]), 0]
            case _:
                raise CannotCompileError(str(node))


def is_live(node: Expression) -> bool:
    """Whether a condition reads cells of this report, and not only asks whether a row was found."""
    return any(_is_cell(part) for part in walk(node))


def _is_cell(node: Expression) -> bool:
    if isinstance(node, Path):
        return is_cells(node) and not is_previous(node) and len(node.parts) == 3
    return isinstance(node, Variable) and node.name == "cell"


def _is_number(node: Expression) -> bool:
    """Whether something is a number by its form alone."""
    return isinstance(node, Number | Arithmetic) or (isinstance(node, Call) and SIGNATURES[node.name].gives == "number")


def _varies(node: Expression) -> bool:
    parts = node.parts if isinstance(node, Path) else (node,)
    return any(isinstance(part, Variable) for part in parts) or any(_varies(child) for child in children(node))
