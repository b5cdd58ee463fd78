"""Dates and periods as Chinese documents print them, in Arabic or Chinese numerals, broken over lines or not."""

from __future__ import annotations

import re
from datetime import date

from linter.patterns import compiled
from linter.record import NamedTuple
from linter.report import Span

_DIGITS = "零〇○0Oo一二三四五六七八九"
_YEAR = rf"(?:(?:19|20)\d{{2}}|[{_DIGITS}]{{4}})"
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_GAP = r"\s{0,3}"
_DATE = compiled(rf"(?P<year>{_YEAR}){_GAP}年{_GAP}(?P<month>{_NUMBER}){_GAP}月{_GAP}(?P<day>{_NUMBER}){_GAP}日")
_NUMERIC = compiled(r"(?P<year>(?:19|20)\d{2})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)")
_PERIOD = compiled(
    rf"(?P<year>{_YEAR}){_GAP}年{_GAP}(?P<month>{_NUMBER}){_GAP}月{_GAP}(?P<day>{_NUMBER}){_GAP}日{_GAP}起?{_GAP}[,，]?{_GAP}"
    rf"(?:至|到|[-—–―~～]{{1,2}}){_GAP}(?:(?P<end_year>{_YEAR}|同){_GAP}年{_GAP})?(?P<end_month>{_NUMBER}){_GAP}月{_GAP}"
    rf"(?P<end_day>{_NUMBER}){_GAP}日"
)
_NUMERIC_PERIOD = compiled(
    rf"(?P<year>20\d{{2}})[-./](?P<month>\d{{1,2}})[-./](?P<day>\d{{1,2}}){_GAP}(?:日|起){{0,2}}{_GAP}(?:至|到|[-—–―~～]{{1,2}})"
    rf"{_GAP}(?:(?P<end_year>20\d{{2}})[-./])?(?P<end_month>\d{{1,2}})[-./](?P<end_day>\d{{1,2}})(?!\d)"
)
_UNITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "O": 0, "o": 0, "0": 0,
}  # fmt: skip


class Dated(NamedTuple):
    """A date in the text. `value` is None if the calendar has no such day; `printed` is its text."""

    value: date | None
    span: Span
    printed: str


class Period(NamedTuple):
    """A period from one day to another, both included."""

    start: Dated
    end: Dated


def dates(text: str, start: int, end: int) -> list[Dated]:
    """The dates between two offsets, in order."""
    found = [
        _dated(match, match["year"], match["month"], match["day"])
        for pattern in (_DATE, _NUMERIC)
        for match in pattern.finditer(text, start, end)
    ]
    return sorted(found, key=lambda one: one.span)


def period(text: str, start: int, end: int) -> Period | None:
    """The first period between two offsets."""
    found = [match for one in (_PERIOD, _NUMERIC_PERIOD) if (match := one.search(text, start, end))]
    if not found:
        return None
    match = min(found, key=lambda one: one.start())
    end_year = match["end_year"]
    last_year = match["year"] if end_year in (None, "同") else end_year
    first = _dated(match, match["year"], match["month"], match["day"])
    last = _dated(match, last_year, match["end_month"], match["end_day"])
    return Period(first, last)


def year_number(printed: str) -> int:
    """A year of four digits, Arabic or Chinese."""
    if printed.isascii() and printed.isdigit():
        return int(printed)
    return int("".join(str(_UNITS.get(character, character)) for character in printed))


def _dated(match: re.Match[str], year: str, month: str, day: str) -> Dated:
    printed = "".join(match[0].split())
    try:
        value = date(year_number(year), _small(month), _small(day))
    except ValueError:
        value = None
    return Dated(value, Span(*match.span()), printed)


def _small(printed: str) -> int:
    """A number up to 99, Arabic or Chinese."""
    if printed.isdigit() and printed.isascii():
        return int(printed)
    tens, ten, ones = printed.rpartition("十")
    if not ten:
        return _UNITS[printed] if len(printed) == 1 else 0
    return (_UNITS[tens] if tens else 1) * 10 + (_UNITS[ones] if ones else 0)
