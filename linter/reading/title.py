"""Finds the title of a report and what it says: agency and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from linter.patterns import compiled
from linter.reading.dates import year_number
from linter.record import NamedTuple
from linter.report import Span

_YEAR = compiled(r"(?:19|20)\d{2}|[零〇○Oo一二三四五六七八九]{4}")
_NO_NAME = compiled(r"[。;,!?》《\"“”]|(?<![一-龥\d])\d|\d(?![\d一-龥])|(?:19|20)\d\d|\d[年月日时点页条次]")
"""Names hold figures only between other characters (第8师, 12345热线): others are dates, counts and page numbers."""
_QUOTED = compiled(r"“[^“”]{1,20}”|\"[^\"]{1,20}\"")
"""What is quoted inside a name: “一带一路”办公室."""
_FURNITURE_END = compiled(r".*[>|/:»›】\]]")
_BLANK = compiled(r"\{(agency|year)\}")
_LINE = compiled(r"^[^\n\t]{10,130}$", re.MULTILINE)
_CELL = compiled(r"[^\t]+")
_MARKS = dict.fromkeys(map(ord, "#*《》"))
"""Marks of Markdown and of book titles, which are no part of a title."""
_LINES = 4
_LONGEST = 160
_AGENCY = 80
_SEARCHED = 120
"""A title stands in the first so many lines that are not blank."""


class Title(NamedTuple):
    """A title as printed, without white space; `style` is the name that the family gives to such titles."""

    text: str
    agency: str
    year: int
    style: str
    span: Span
    year_span: Span


class _Row(NamedTuple):
    text: str
    offsets: list[int]


class _Template(NamedTuple):
    """What stands before, between and after the slots of a title, and whether the year comes first."""

    style: str
    before: str
    between: str
    after: str
    year_first: bool


def find_title(
    text: str, end: int, styles: Mapping[str, tuple[str, ...]], original: str = "", year: int | None = None
) -> Title | None:
    """The title before `end`: on one line, or broken over a few. Pages print titles of other reports, too: one of
    the `year` that the figures are for goes before others. `original` has the characters as printed."""
    first: Title | None = None
    nameless: Title | None = None
    for found in _titles(_rows(text, end), _templates(tuple(styles.items())), original or text):
        if not found.agency:
            nameless = nameless or found
        elif year is None or found.year == year:
            return found
        else:
            first = first or found
    return first or nameless


def titles_after(text: str, start: int, styles: Mapping[str, tuple[str, ...]]) -> Iterator[Title]:
    """Titles on a line of their own behind an offset, as of a second report in the same file."""
    templates = _templates(tuple(styles.items()))
    ends = tuple(template.after for template in templates)
    for match in _LINE.finditer(text, start):
        if "".join(match[0].translate(_MARKS).split()).endswith(ends):
            found = _match([_row(text, *match.span())], templates, text)
            if found is not None and found.agency:
                yield found


def _titles(rows: Sequence[_Row], templates: Sequence[_Template], original: str) -> Iterator[Title]:
    """Every title, those on one line first."""
    for count in range(1, _LINES + 1):
        for first in range(len(rows) - count + 1):
            found = _match(rows[first : first + count], templates, original)
            if found is not None:
                yield found


def _rows(text: str, end: int) -> list[_Row]:
    """The first lines without white space, Markdown marks and book-title marks, with each character's offset."""
    rows: list[_Row] = []
    start = 0
    while start < end and len(rows) < _SEARCHED:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        for cell in _CELL.finditer(text, start, min(stop, start + 200)):
            row = _row(text, *cell.span())
            if row.text:
                rows.append(row)
        start = stop + 1
    return rows


def _row(text: str, start: int, end: int) -> _Row:
    offsets = [n for n in range(start, end) if not text[n].isspace() and ord(text[n]) not in _MARKS]
    return _Row("".join(text[n] for n in offsets), offsets)


def _match(rows: Sequence[_Row], templates: Sequence[_Template], original: str) -> Title | None:
    joined = "".join(row.text for row in rows)
    if len(joined) > _LONGEST or not joined.endswith(tuple(template.after for template in templates)):
        return None
    for template in templates:
        if not joined.endswith(template.after):
            continue
        for begin, agency, year in _fits(joined[: len(joined) - len(template.after)], template):
            offsets = [offset for row in rows for offset in row.offsets]
            printed = [original[offset] for offset in offsets]
            return Title(
                text="".join(printed[begin:]),
                agency="".join(printed[slice(*agency)]),
                year=year_number(joined[slice(*year)]),
                style=template.style,
                span=Span(offsets[begin], offsets[-1] + 1),
                year_span=Span(offsets[year[0]], offsets[year[1] - 1] + 1),
            )
    return None


def _fits(head: str, template: _Template) -> Iterator[tuple[int, tuple[int, int], tuple[int, int]]]:
    """Where the title begins, and the places of agency and year, `head` being all before the last words."""
    for match in _YEAR.finditer(head):
        year = match.span()
        if template.year_first:
            agency = year[1] + len(template.between), len(head)
            begin = year[0] - len(template.before)
            fits = head.startswith(template.between, year[1]) and (begin == 0 or head[begin - 1] in ">|/:»›】]")
        else:
            agency = 0, year[0] - len(template.between)
            fits = year[1] == len(head) and head.endswith(template.between, 0, year[0])
            furniture = _FURNITURE_END.match(head, 0, max(agency[1], 0))
            begin = furniture.end() if furniture else 0
            agency = begin + len(template.before), agency[1]
        name = head[slice(*agency)]
        if fits and begin >= 0 and head.startswith(template.before, begin) and _is_name(name):
            yield begin, agency, year


def _is_name(name: str) -> bool:
    plain = _QUOTED.sub("", name)
    return len(name) <= _AGENCY and not _NO_NAME.search(plain) and not name.startswith("度") and bool(plain or not name)


@lru_cache(maxsize=8)
def _templates(styles: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[_Template, ...]:
    """The templates of all styles, those with most words of their own first."""
    found = [_template(style, template) for style, templates in styles for template in templates]
    return tuple(sorted(found, key=lambda one: -len(one.before + one.between + one.after)))


def _template(style: str, template: str) -> _Template:
    plain = template.replace("（", "(").replace("）", ")")
    before, first, rest = _BLANK.split(plain, maxsplit=1)
    between, _, after = _BLANK.split(rest, maxsplit=1)
    return _Template(style, before, between, after, first == "year")
