"""Arithmetic and logic in which a part may be unknown (None): `true or unknown` is true, `1 + unknown` unknown."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.judging.printed import Printed

Truth = bool | None
Pair = Callable[[Any, Any], Any]


def conjunction(left: Truth, right: Truth) -> Truth:
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def disjunction(left: Truth, right: Truth) -> Truth:
    if left or right:
        return True
    return None if left is None or right is None else False


def implication(left: Truth, right: Truth) -> Truth:
    return disjunction(negation(left), right)


def negation(value: Truth) -> Truth:
    return None if value is None else not value


def negations(values: list[Truth]) -> list[Truth]:
    if values.count(False) == len(values):
        return [True] * len(values)
    return [None if value is None else not value for value in values]


def every(values: Iterable[Truth]) -> Truth:
    seen = list(values)
    if False in seen:
        return False
    return None if None in seen else True


def some(values: Iterable[Truth]) -> Truth:
    seen = list(values)
    if True in seen:
        return True
    return None if None in seen else False


def contained(item: Any, options: Iterable[Any], printed: Printed | None) -> Truth:
    """Whether the item, as it is printed, is one of the options."""
    if item is None:
        return None
    seen = list(options)
    known = [one for one in seen if one is not None]
    if any(printed.stands_for(one) for one in known) if printed is not None else item in known:
        return True
    return False if len(known) == len(seen) else None


def total(values: Iterable[Any]) -> Any:
    try:
        return sum(values)
    except TypeError:
        return None


ARITHMETIC: dict[str, Pair] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
LOGIC: dict[str, Pair] = {"and": conjunction, "or": disjunction, "implies": implication}


def pairwise(function: Pair, left: list[Any], right: list[Any]) -> list[Any]:
    """The function of each pair, unknown where one side is."""
    if None not in left and None not in right:
        return list(map(function, left, right))
    return [
        None if one is None or other is None else function(one, other) for one, other in zip(left, right, strict=True)
    ]
