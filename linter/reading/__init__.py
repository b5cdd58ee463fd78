"""Reading: a source becomes a report, or it is said why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claim import Narrative
from linter.family import Family
from linter.patterns import compiled
from linter.reading.claims import ClaimReader
from linter.reading.meta import read_meta
from linter.reading.recognition import markers_shown, recognise, refusal
from linter.reading.sections import Outline, find_sections, sections_after
from linter.reading.stretches import divide, headers
from linter.reading.tables import read_tables
from linter.reading.tables.anchors import page_marks, without
from linter.reading.tables.layout import lay_out
from linter.reading.tables.remarks import corner_remarks, page_remarks
from linter.reading.title import titles_after
from linter.report import Fact, Remark, Report, Section, Span
from linter.sources.interface import Source, UnreadableError

# A line with two cells beside each other that hold nothing but a figure.
_ROW = compiled(r"^[^\n]*(?:\t[ ]*\d[\d,.]{0,20}[ ]*(?=[\t\n]|\Z)){2}[^\n]*$", re.MULTILINE)
_SECTIONS_OF_ANOTHER = 4
MAX_PROSE = 1_000_000
"""So many characters of prose are read for claims, a hundred times what the longest report has; a text file with more
was put together by a machine, and would take a minute."""


def read(source: Source, family: Family) -> Report:
    """The report in a source; raises UnreadableError when it is none of the family."""
    text = source.text
    sections = find_sections(text, family)
    facts = read_meta(text, source.original, sections, family)
    _refuse_several(source, sections, facts, family)
    shown = markers_shown(text, family)
    form = recognise(text, shown, sections, facts, family)
    if form is None:
        raise UnreadableError(source.path, refusal(text, facts, family))
    stretches = divide(text, sections, family)
    pages = page_marks(text, stretches)
    plain = without(text, pages)
    tables = read_tables(plain, source.original, lay_out(plain, stretches), family, form)
    if not any(tables.found(name) for name in form.tables) and not _has_outline(sections, facts):
        raise UnreadableError(source.path, refusal(text, facts, family))
    for section in family.sections:
        names = [table.id for table in form.tables.values() if table.section == section.id]
        if names:
            found = any(tables.found(name) for name in names)
            facts[f"section.{section.id}.table"] = Fact(found)
    narrative = _claims(source, sections, facts, family)
    unread = [section.body.start for section in sections if section.body.end - section.body.start > MAX_PROSE]
    remarks = [
        *(Remark("long_prose", Span(start, start)) for start in unread),
        *tables.remarks,
        *page_remarks(source.original, pages),
        *corner_remarks(plain, stretches, family, tables.forms),
    ]
    facts["report.form"] = Fact(form.id)
    facts["report.forms_marked"] = Fact(Decimal(len(shown)))
    facts["report.mixed"] = Fact(len({form.id, *tables.forms.values()}) > 1)
    return Report(
        source=source,
        form=form,
        facts=facts,
        sections=sections,
        cells=tables.cells,
        rows=tables.rows,
        narrative=narrative,
        remarks=tuple(sorted(remarks, key=lambda remark: remark.span)),
        table_forms=tables.forms,
    )


def prepare(family: Family) -> None:
    """Makes what the family's readers need, so that it can be kept with the family."""
    for make in (_claim_reader, Outline, headers):
        family.prepare(make)


def _refuse_several(source: Source, sections: tuple[Section, ...], facts: dict[str, Fact], family: Family) -> None:
    """Two reports in one file would be mixed up: told by another report's title with sections of its own behind it."""
    agency, year = facts["report.agency"].value, facts["report.year"].value
    if not sections or not isinstance(agency, str) or not isinstance(year, Decimal):
        return
    for title in titles_after(source.text, sections[0].heading_span.end, family.title_styles):
        other = title.year != year or title.agency != "".join(agency.split())
        if other and sections_after(source.text, title.span.end, family) >= _SECTIONS_OF_ANOTHER:
            both = "、".join(f"{name}{of} 年" for name, of in ((agency, year), (title.agency, title.year)))
            raise UnreadableError(
                source.path,
                f"文件里有不止一份报告（{both}），请分开保存后再检查 (more than one report in the file)",
            )


def _has_outline(sections: tuple[Section, ...], facts: dict[str, Fact]) -> bool:
    """Whether a text without a figure in any table still is a report: it has a report's title and headings. Others
    only speak of such tables."""
    return facts["report.title"].value is not None and len(sections) > 2


def _claims(source: Source, sections: tuple[Section, ...], facts: dict[str, Fact], family: Family) -> Narrative:
    """What the sections of prose say in figures."""
    reader = family.prepare(_claim_reader)
    if reader is None:
        return Narrative()
    bodies = [section.body for section in sections if family.section_of(section.id).prose]
    prose = list(_first([part for body in bodies for part in _without_rows(source.text, body)], MAX_PROSE))
    year, agency = facts["report.year"].value, facts["report.agency"].value
    return reader.read(
        source.text,
        prose,
        int(year) if isinstance(year, Decimal) else None,
        agency if isinstance(agency, str) else None,
    )


def _without_rows(text: str, body: Span) -> Iterator[Span]:
    """The stretches of a section between rows of a table that was printed once more."""
    start = body.start
    for row in _ROW.finditer(text, *body):
        if row.start() > start:
            yield Span(start, row.start())
        start = row.end()
    if start < body.end:
        yield Span(start, body.end)


def _first(spans: list[Span], length: int) -> Iterator[Span]:
    """The spans as far as they are not longer together than `length`."""
    for start, end in spans:
        if length <= 0:
            return
        yield Span(start, min(end, start + length))
        length -= end - start


def _claim_reader(family: Family) -> ClaimReader | None:
    return ClaimReader(family.phrases) if family.phrases is not None else None
