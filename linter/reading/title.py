"""Finds the title of a report and what it says: agency and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from linter.reading.dates import year_number
from linter.report import Span

_AGENCY = r"(?P<agency>[^\d。;；,!?！？>》《|/:\"“”]{0,40}?)"
_YEAR = r"(?P<year>(?:19|20)\d{2}|[零〇○Oo一二三四五六七八九]{4})"
_BEFORE = r"(?:^|.*[>|/:»›])"
_LINES = 3
_SEARCHED = 120
"""A title stands in the first so many lines that are not blank."""


class Title(NamedTuple):
    """A title without white space; `style` is the name that the family gives to such titles."""

    text: str
    agency: str
    year: int
    style: str
    span: Span
    year_span: Span


class _Row(NamedTuple):
    text: str
    offsets: list[int]


def find_title(text: str, end: int, styles: Mapping[str, tuple[str, ...]]) -> Title | None:
    """The title before `end`: on one line, or broken over two or three."""
    rows = _rows(text, end)
    patterns = _patterns(tuple(styles.items()))
    nameless: Title | None = None
    for count in range(1, _LINES + 1):
        for first in range(len(rows) - count + 1):
            found = _match(rows[first : first + count], patterns)
            if found is not None and found.agency:
                return found
            nameless = nameless or found
    return nameless


def _rows(text: str, end: int) -> list[_Row]:
    """The first lines without white space and Markdown marks, with the offset of each character."""
    rows: list[_Row] = []
    start = 0
    while start < end and len(rows) < _SEARCHED:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        offsets = [n for n in range(start, min(stop, start + 200)) if not text[n].isspace()]
        while offsets and text[offsets[0]] in "#*":
            offsets.pop(0)
        while offsets and text[offsets[-1]] in "#*":
            offsets.pop()
        if offsets:
            rows.append(_Row("".join(text[n] for n in offsets), offsets))
        start = stop + 1
    return rows


def _match(rows: list[_Row], patterns: tuple[tuple[str, re.Pattern[str]], ...]) -> Title | None:
    joined = "".join(row.text for row in rows)
    if len(joined) > 120:
        return None
    for style, pattern in patterns:
        match = pattern.fullmatch(joined)
        if match is not None:
            offsets = [offset for row in rows for offset in row.offsets]
            begin, year = match.start("title"), match.span("year")
            return Title(
                text=match["title"],
                agency=match["agency"],
                year=year_number(match["year"]),
                style=style,
                span=Span(offsets[begin], offsets[-1] + 1),
                year_span=Span(offsets[year[0]], offsets[year[1] - 1] + 1),
            )
    return None


@lru_cache(maxsize=8)
def _patterns(
    styles: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern for each template; of a style's templates the longest first, since it says most."""
    return tuple(
        (style, _pattern(template))
        for style, templates in styles
        for template in sorted(templates, key=len, reverse=True)
    )


def _pattern(template: str) -> re.Pattern[str]:
    parts: Iterator[str] = iter(re.split(r"(\{agency\}|\{year\})", template))
    slots = {"{agency}": _AGENCY, "{year}": _YEAR}
    body = "".join(slots.get(part, re.escape(_plain_brackets(part))) for part in parts)
    return re.compile(rf"{_BEFORE}(?P<title>{body})")


def _plain_brackets(part: str) -> str:
    return part.replace("（", "(").replace("）", ")")
