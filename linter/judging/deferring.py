"""What is bound, or asked for, only where something depends on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from linter.judging.kleene import LOGIC

if TYPE_CHECKING:
    from linter.judging.binding import Values
    from linter.judging.evidence import Evidence

# For each operator: the left side that leaves the right one as it is; the left side that decides, and its answer.
_SHORT = {"and": (True, False, False), "implies": (True, False, True), "or": (False, True, True)}


def later(make: Callable[[], Values]) -> Values:
    """What `make` makes when it is asked for the first time."""
    made: list[Values] = []

    def values(evidence: Evidence) -> list[Any]:
        if not made:
            made.append(make())
        return made[0](evidence)

    return values


def joined(operator: str, first: Values, second: Values) -> Values:
    """Two truths as one; the second is not asked for where the first decides for every instance."""
    function = LOGIC[operator]
    neutral, decided, answer = _SHORT[operator]

    def values(evidence: Evidence) -> list[Any]:
        left = first(evidence)
        if left.count(decided) == len(left):
            return [answer] * len(left)
        right = second(evidence)
        return right if left.count(neutral) == len(left) else list(map(function, left, right))

    return values
