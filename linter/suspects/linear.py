"""Sums of unknowns with exact numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from linter.record import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

Exact: TypeAlias = "int | Fraction"
"""A whole figure is an int; fractions are imported where there is another one."""


class NotLinearError(Exception):
    """Something in a condition that is no sum of figures."""


class Linear(NamedTuple):
    """A sum: each unknown with its factor, and a constant."""

    terms: Mapping[str, Exact]
    constant: Exact = 0


def exact(figure: int | Decimal | Fraction) -> Exact:
    """A whole figure as an int, any other as a fraction."""
    if isinstance(figure, int):
        return figure
    if figure == int(figure):
        return int(figure)
    from fractions import Fraction

    return Fraction(figure)


def divided(value: Exact, by: Exact) -> Exact:
    """An exact quotient."""
    if by in (1, -1):
        return exact(value * by)
    from fractions import Fraction

    return exact(Fraction(value) / by)


def added(one: Linear, other: Linear, factor: Exact = 1) -> Linear:
    """The first sum and so many times the second."""
    terms = dict(one.terms)
    for name, value in other.terms.items():
        terms[name] = terms.get(name, 0) + factor * value
    return _sum(terms, one.constant + factor * other.constant)


def product(one: Linear, other: Linear) -> Linear:
    """Of two sums of which one is a number; raises NotLinearError."""
    if other.terms:
        one, other = other, one
    if other.terms:
        raise NotLinearError
    return added(Linear({}, 0), one, other.constant)


def total(several: Iterable[Linear]) -> Linear:
    """All of them added."""
    terms: dict[str, Exact] = {}
    constant: Exact = 0
    for one in several:
        for name, value in one.terms.items():
            terms[name] = terms.get(name, 0) + value
        constant += one.constant
    return _sum(terms, constant)


def _sum(terms: dict[str, Exact], constant: Exact) -> Linear:
    return Linear({name: value for name, value in terms.items() if value} if 0 in terms.values() else terms, constant)
