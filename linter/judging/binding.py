"""Binds a condition to the tables of one form, all instances at once.

The result is a function that takes the evidence of a report and gives one answer for each instance. Doing
a whole range in one list comprehension is what makes two hundred cells and forty rules cost half a millisecond.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Any

from linter.facts import fact_type
from linter.judging.alignment import Keys, align
from linter.judging.condition import (
    Arithmetic,
    Call,
    Comparison,
    ConditionError,
    Expression,
    Logic,
    Membership,
    Number,
    Path,
    Pattern,
    Variable,
    Word,
    varies,
)
from linter.judging.deferring import joined, later
from linter.judging.evidence import Evidence
from linter.judging.kleene import ARITHMETIC, LOGIC, contained, negation, negations, pairwise
from linter.judging.paths import (
    Instance,
    Tables,
    cells_of_each,
    fields_of,
    in_report,
    is_cells,
    is_single,
    own_cells,
)
from linter.judging.subjects import VARIABLES
from linter.record import NamedTuple

Values = Callable[[Evidence], list[Any]]


class Bound(NamedTuple):
    """`values` gives one value for each instance, or a list of them where `keys` names several cells."""

    values: Values
    keys: tuple[Keys, ...] | None = None


class Binder(NamedTuple):
    """The tables in use and the instances that the condition is bound to.

    `known` keeps what has been bound, each part by its identity, where the same parts are asked about again."""

    tables: Tables
    instances: Sequence[Instance]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    patterns: Mapping[str, re.Pattern[str]]
    known: dict[int, tuple[Expression, Bound]] | None = None

    def bind(self, node: Expression) -> Bound:
        """Raises ConditionError if two sets of cells do not line up."""
        if self.known is None:
            return self._bind(node)
        if id(node) not in self.known:
            self.known[id(node)] = node, self._bind(node)
        return self.known[id(node)][1]

    def answers(self, node: Expression) -> Values:
        """The values of a node that has one for each instance. What is after a premise that decides alone, as most do,
        is never bound."""
        if not isinstance(node, Logic):
            return self.bind(node).values
        if len(self.instances) > 1 and not varies(node):
            once, count = self._replace(instances=self.instances[:1]).answers(node), len(self.instances)
            return lambda evidence: once(evidence) * count
        first = self.answers(node.parts[0])
        if node.operator == "not":
            return lambda evidence: negations(first(evidence))
        return joined(node.operator, first, later(lambda: self.answers(node.parts[1])))

    def _bind(self, node: Expression) -> Bound:
        """What is the same for every instance is bound and worked out once."""
        known, count = self.tables.constants.get(id(node)), len(self.instances)
        if known is None and count > 1 and not varies(node):
            once = self._replace(instances=self.instances[:1], known=None).bind(node)
            known = self.tables.constants[id(node)] = node, once
        if known is None:
            return _BINDERS[type(node)](self, node)
        bound: Bound = known[1]
        if count == 1:
            return bound
        return Bound(lambda evidence: bound.values(evidence) * count, bound.keys and bound.keys * count)

    def _number(self, node: Number) -> Bound:
        return self._constant(int(node.value) if node.value == int(node.value) else node.value)

    def _word(self, node: Word) -> Bound:
        return self._constant(node.text)

    def _pattern(self, node: Pattern) -> Bound:
        zh = f"模式 {node.name} 本身没有值，只能写在函数里。"
        raise ConditionError(zh, f"the pattern {node.name} has no value of its own", 0)

    def _pairwise(self, node: Arithmetic | Comparison) -> Bound:
        function, left, right = ARITHMETIC[node.operator], self.bind(node.left), self.bind(node.right)
        if left.keys is not None or right.keys is not None:
            return self._lift(partial(pairwise, function), left, right, node.at)
        return Bound(lambda e: pairwise(function, left.values(e), right.values(e)))

    def _constant(self, value: object) -> Bound:
        values = [value] * len(self.instances)
        return Bound(lambda _: values)

    def _variable(self, node: Variable) -> Bound:
        if node.name == "cell":
            return self._figures(self.keys(node), single=True)
        if node.name in VARIABLES and not self.instances[0].entry:
            name = node.name
            return Bound(lambda evidence: [evidence.subject.values[name] if evidence.subject else None])
        words = [one.value(node.name) for one in self.instances]
        return Bound(lambda _: words)

    def _path(self, path: Path) -> Bound:
        if is_cells(path):
            return self._figures(self.keys(path), single=self.single(path))
        names = [fact_name(path, one) for one in self.instances]
        return Bound(lambda evidence: [_fact(evidence, name) for name in names])

    def keys(self, node: Expression) -> list[Keys]:
        if isinstance(node, Variable):
            return own_cells(self.tables, self.instances)
        assert isinstance(node, Path)
        return cells_of_each(node, self.tables, self.instances)

    def single(self, node: Expression) -> bool:
        if isinstance(node, Variable):
            return True
        assert isinstance(node, Path)
        parts = in_report(node).parts
        table = self.tables[str(parts[0])]
        return is_single(parts[1], table.by_id) and is_single(parts[2], table.columns)

    def _figures(self, keys: list[Keys], *, single: bool) -> Bound:
        if single:
            fields = fields_of(chain.from_iterable(keys))
            return Bound(lambda evidence: list(map(evidence.figures.__getitem__, fields)))
        sets = list(map(fields_of, keys))
        return Bound(lambda evidence: [list(map(evidence.figures.__getitem__, one)) for one in sets], tuple(keys))

    def _call(self, call: Call) -> Bound:
        from linter.judging.calls import bind_call

        return bind_call(self, call)

    def _membership(self, node: Membership) -> Bound:
        item = self.bind(node.item).values
        if all(isinstance(one, Number | Word) for one in node.options):
            fixed = {one.value if isinstance(one, Number) else one.text for one in node.options
                     if isinstance(one, Number | Word)}  # fmt: skip
            return Bound(lambda evidence: [None if one is None else one in fixed for one in item(evidence)])
        options = [self.bind(one).values for one in node.options]
        printed = isinstance(node.item, Variable) and node.item.name in ("claim", "share")

        def values(evidence: Evidence) -> list[Any]:
            found = zip(*(option(evidence) for option in options), strict=True)
            same = evidence.subject.printed if printed and evidence.subject is not None else None
            return [contained(one, several, same) for one, several in zip(item(evidence), found, strict=True)]

        return Bound(values)

    def _logic(self, node: Logic) -> Bound:
        first = self.bind(node.parts[0])
        if node.operator == "not":
            if first.keys is None:
                return Bound(lambda evidence: negations(first.values(evidence)))
            return self.each(negation, first)
        second = self.bind(node.parts[1])
        if first.keys is not None or second.keys is not None:
            return self._lift(lambda a, b: list(map(LOGIC[node.operator], a, b)), first, second, node.at)
        return Bound(joined(node.operator, first.values, second.values))

    def each(self, function: Callable[[Any], Any], bound: Bound) -> Bound:
        """The function of one value, on every value."""
        if bound.keys is None:
            return Bound(lambda evidence: list(map(function, bound.values(evidence))))
        return Bound(lambda evidence: [list(map(function, one)) for one in bound.values(evidence)], bound.keys)

    def _lift(self, function: Callable[[list[Any], list[Any]], list[Any]], left: Bound, right: Bound, at: int) -> Bound:
        """The function of two sets of values, each brought into the order of the larger one."""
        orders, keys = align(left.keys, right.keys, len(self.instances), at)
        alone = [left.keys is None, right.keys is None]

        def values(evidence: Evidence) -> list[Any]:
            return [
                function(
                    [a] * len(i) if alone[0] else list(map(a.__getitem__, i)),
                    [b] * len(j) if alone[1] else list(map(b.__getitem__, j)),
                )
                for a, b, (i, j) in zip(left.values(evidence), right.values(evidence), orders, strict=True)
            ]

        return Bound(values, keys)


_BINDERS: dict[type, Callable[[Binder, Any], Bound]] = {
    Number: Binder._number,
    Word: Binder._word,
    Pattern: Binder._pattern,
    Variable: Binder._variable,
    Path: Binder._path,
    Call: Binder._call,
    Arithmetic: Binder._pairwise,
    Comparison: Binder._pairwise,
    Membership: Binder._membership,
    Logic: Binder._logic,
}
"""How each kind of expression is bound."""


def fact_name(path: Path, instance: Instance) -> str:
    """The full name of a fact, with `$section` filled in."""
    return ".".join(instance.value(part.name) if isinstance(part, Variable) else str(part) for part in path.parts)


def _fact(evidence: Evidence, name: str) -> object:
    fact = evidence.fact(name)
    value = fact.value if fact is not None else None
    if isinstance(value, str):
        return evidence.text(name) if fact_type(name).kind == "text" else None
    return int(value) if isinstance(value, Decimal) and value == int(value) else value
