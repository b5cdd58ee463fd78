"""Why rules were not evaluated, told once for all that have the same reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from linter.record import NamedTuple

if TYPE_CHECKING:
    from linter.finding import NotEvaluated


class Reason(NamedTuple):
    """A reason, and the rules that it stopped with their counts; `broken` where the rule itself was at fault."""

    text: str
    rules: list[tuple[str, int]]
    broken: bool = False


def reasons(skipped: Iterable[NotEvaluated], lang: str, broken: bool = False) -> Iterator[Reason]:
    """The commonest first."""
    grouped: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in skipped:
        grouped[one.reason[lang]][one.rule] += 1
    for text, rules in sorted(grouped.items(), key=lambda item: -item[1].total()):
        yield Reason(text, list(rules.items()), broken)
