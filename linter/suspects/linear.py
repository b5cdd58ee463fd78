"""Sums of unknowns with exact numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from linter.record import NamedTuple

Exact = int | Fraction


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
    return int(figure) if figure == int(figure) else Fraction(figure)


def added(one: Linear, other: Linear, factor: Exact = 1) -> Linear:
    """The first sum and so many times the second."""
    terms = dict(one.terms)
    for name, value in other.terms.items():
        terms[name] = terms.get(name, 0) + factor * value
    return Linear({name: value for name, value in terms.items() if value}, one.constant + factor * other.constant)


def product(one: Linear, other: Linear) -> Linear:
    """Of two sums of which one is a number; raises NotLinearError."""
    if other.terms:
        one, other = other, one
    if other.terms:
        raise NotLinearError
    return added(Linear({}), one, other.constant)


def total(several: Iterable[Linear]) -> Linear:
    """All of them added."""
    found = Linear({})
    for one in several:
        found = added(found, one)
    return found
