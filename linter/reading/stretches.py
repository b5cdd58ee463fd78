"""Divides a report into stretches that may hold tables and stretches of prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.family import Family
from linter.patterns import compiled
from linter.record import NamedTuple
from linter.report import Section

_HEADER_LINE = 60
"""A line of a table's header is no longer than this; a longer one is a sentence that names its words."""
_NARROW = str.maketrans("（）：，", "():,")


class Stretch(NamedTuple):
    """A part of the report, from a heading to the next; `tabular` if it may hold tables."""

    section: Section | None
    start: int
    end: int
    tabular: bool


def divide(text: str, sections: Sequence[Section], family: Family) -> list[Stretch]:
    """The preamble and the sections. Where the heading of a table's section is lost, the table stands in what
    looks like prose: from the first line of a header on, that is a stretch with tables too."""
    found = {section.id for section in sections}
    lost = any(not section.prose and section.id not in found for section in family.sections)
    first = sections[0].heading_span.start if sections else len(text)
    stretches = list(_prose(text, None, 0, first, family, lost))
    for section in sections:
        start, end = section.heading_span.start, section.body.end
        if family.section_of(section.id).prose:
            stretches += _prose(text, section, start, end, family, lost)
        else:
            stretches.append(Stretch(section, start, end, tabular=True))
    return stretches


def _prose(text: str, section: Section | None, start: int, end: int, family: Family, lost: bool) -> Iterator[Stretch]:
    header = _first_header(text, start, end, family) if lost else None
    yield Stretch(section, start, end if header is None else header, tabular=False)
    if header is not None:
        yield Stretch(None, header, end, tabular=True)


def _first_header(text: str, start: int, end: int, family: Family) -> int | None:
    for match in family.prepare(headers).finditer(text, start, end):
        line_end = text.find("\n", match.end())
        line = text[match.start() : line_end if line_end >= 0 else end]
        if len(line.strip()) <= _HEADER_LINE and "。" not in line:
            return match.start()
    return None


def _words(family: Family) -> tuple[str, ...]:
    """Words that only tables print: block headings, corners and the longer column labels."""
    tables = [table for form in family.forms.values() for table in form.tables.values()]
    words = [table.corner for table in tables if table.corner]
    words += [row.block for table in tables for row in table.rows if row.block]
    words += [column.label for table in tables for column in table.columns.values()]
    return tuple(sorted({word for word in words if len(word) >= 4}))


def headers(family: Family) -> re.Pattern[str]:
    """A line that begins with one of the words; brackets may be wide or not."""
    spaced = (r"\s{0,2}".join(map(re.escape, word.translate(_NARROW))) for word in _words(family))
    return compiled(rf"^[ \t(]{{0,80}}(?:{'|'.join(spaced)})", re.MULTILINE)
