"""Figures as they are printed: a rounded one stands for every figure that rounds or cuts off to it."""

from __future__ import annotations

from decimal import Decimal
from numbers import Rational
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from linter.record import NamedTuple

if TYPE_CHECKING:
    from fractions import Fraction

Exact: TypeAlias = "int | Decimal | Fraction"

# A share of nothing: no percentage that can be printed.
_NO_SHARE = -1


class Printed(NamedTuple):
    """A figure and the unit of its last digit; `exact` figures are not rounded at all."""

    value: Decimal
    step: Decimal
    exact: bool

    def stands_for(self, figure: Exact) -> bool:
        """Rounding up or down and cutting off are all right."""
        if self.exact:
            return self.value == figure
        from fractions import Fraction  # only where figures are rounded or shares: one report in several has none

        value, step = Fraction(self.value), Fraction(self.step)
        return value - step / 2 <= Fraction(figure) < value + step


def percent(part: Exact | None, whole: Exact | None) -> Exact | None:
    """The exact percentage; unknown if one of the two is."""
    if part is None or whole is None:
        return None
    if not whole:
        return _NO_SHARE
    from fractions import Fraction

    return 100 * Fraction(part) / Fraction(whole)


def change(before: Exact | None, after: Exact | None) -> Exact | None:
    """By how much, up or down, one figure became the other, in per cent of the first."""
    if before is None or after is None:
        return None
    from fractions import Fraction

    return percent(abs(Fraction(after) - Fraction(before)), before)


def is_exact(value: object) -> TypeGuard[Exact]:
    """Whether it is a figure, a whole one or a fraction."""
    return isinstance(value, int | Decimal | Rational) and not isinstance(value, bool)


def is_share(figure: object) -> bool:
    """Whether a percentage is one of something."""
    return figure != _NO_SHARE


def to_decimal(figure: Exact, digits: int = 2) -> Decimal:
    """A figure to show, with so many decimals if it is a fraction."""
    if isinstance(figure, int | Decimal):
        return Decimal(figure)
    return Decimal(round(figure * 10**digits)).scaleb(-digits)
