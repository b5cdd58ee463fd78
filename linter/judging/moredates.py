"""Binds the functions on dates and on the years that a text names."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from linter.judging.binding import Binder, Bound, fact_name
from linter.judging.condition import Call, Path, Pattern

if TYPE_CHECKING:
    from linter.judging.evidence import Evidence


def bind_date(binder: Binder, call: Call) -> Bound:
    """`year` of a date, a `date` of three numbers, or whether a printed one `exists`."""
    if call.name == "exists":
        assert isinstance(call.arguments[0], Path)
        names = [fact_name(call.arguments[0], one) for one in binder.instances]
        return Bound(lambda evidence: [_exists(evidence, name) for name in names])
    if call.name == "year":
        return binder.each(lambda value: value.year if value is not None else None, binder.bind(call.arguments[0]))
    parts = [binder.bind(argument).values for argument in call.arguments]
    return Bound(lambda evidence: [_date(*one) for one in zip(*(part(evidence) for part in parts), strict=True)])


def _exists(evidence: Evidence, name: str) -> bool | None:
    """A date that the calendar does not have was kept as its text."""
    fact = evidence.fact(name)
    return None if fact is None or fact.value is None else isinstance(fact.value, date)


def _date(year: Any, month: Any, day: Any) -> date | None:
    return None if None in (year, month, day) else date(int(year), int(month), int(day))


def bind_years(binder: Binder, call: Call) -> Bound:
    """Years by the group `year` of a pattern; None for a text that names none."""
    texts, named = binder.bind(call.arguments[0]).values, call.arguments[1]
    assert isinstance(named, Pattern)
    pattern = binder.patterns[named.name]

    def years(text: str) -> list[int]:
        return [int(match["year"]) for match in pattern.finditer(text)]

    if call.name == "with_year":
        wanted = binder.bind(call.arguments[2]).values
        return Bound(
            lambda evidence: [
                None if text is None or year is None else years(text).count(year)
                for text, year in zip(texts(evidence), wanted(evidence), strict=True)
            ]
        )
    pick = _first if call.name == "opening_year" else _usual
    return Bound(lambda evidence: [None if text is None else pick(years(text)) for text in texts(evidence)])


def _first(years: list[int]) -> int | None:
    return years[0] if years else None


def _usual(years: list[int]) -> int | None:
    """The commonest; of several the one that is named first."""
    counted = Counter(years)
    return max(counted, key=counted.__getitem__, default=None)
