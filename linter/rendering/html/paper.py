"""The report as the page shows it beside its findings: its text, and its tables drawn as the form prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from linter.reading.stretches import divide
from linter.record import NamedTuple
from linter.rendering.html.dues import Due, Dues
from linter.rendering.html.grid import Grid, grid
from linter.rendering.html.marks import Mark, Marks, spans, word_id
from linter.rendering.html.prose import Overlay, Paragraph, Piece, paragraphs
from linter.rendering.html.witnessed import Witness, Witnessed
from linter.report import Span

if TYPE_CHECKING:
    from linter.check import Checked, Kit
    from linter.form import Table
    from linter.reading.stretches import Stretch
    from linter.report import Report

_RAW = 20_000
_BEFORE_HEADING = 12


class Word(NamedTuple):
    """A piece of prose with what is to be seen of it: style, the id that links lead to, findings to lead back to, the
    cells that bear it out, and what should stand there."""

    text: str
    style: str = ""
    id: str = ""
    numbers: tuple[int, ...] = ()
    witness: Witness | None = None
    due: Due | None = None


class Overlaid(NamedTuple):
    """Something to be marked in the text."""

    span: Span
    style: str = ""
    mark: Mark | None = None
    witness: Witness | None = None
    due: Due | None = None


class Drawn(NamedTuple):
    """A table of the report on the form that it is on."""

    table: Table
    grid: Grid


class Text(NamedTuple):
    """A paragraph: `kind` is `title`, `heading` or empty."""

    kind: str
    words: list[Word]


class Part(NamedTuple):
    """A section, or what stands before the first: `id` is the section's, `raw` the text that its tables came from."""

    id: str = ""
    heading: Sequence[Word] = ()
    text: Sequence[Text] = ()
    tables: Sequence[Drawn] = ()
    raw: str = ""


class Paper:
    """Draws one report."""

    def __init__(self, checked: Checked, marks: Marks, dues: Dues, witnessed: Witnessed, kit: Kit) -> None:
        self._report = checked.report
        self._kit = kit
        self._text = checked.report.source.original
        self._laid = sorted(_overlaid(checked, marks, dues, witnessed), key=lambda one: one[:2])
        self._overlay = Overlay(self._text, [one.span for one in self._laid])

    def parts(self) -> list[Part]:
        """Everything in the order of the report; tables whose section is missing stand at the end."""
        stretches = divide(self._report.source.text, self._report.sections, self._kit.family)
        ends = [self._head_start(stretch) for stretch in stretches[1:]] + [len(self._text)]
        made = [self._part(stretch, end) for stretch, end in zip(stretches, ends, strict=True)]
        shown = {drawn.table.id for part in made for drawn in part.tables}
        lost = [drawn for drawn in self._drawn() if drawn.table.id not in shown]
        return [*made, Part(tables=lost)] if lost else made

    def _head_start(self, stretch: Stretch) -> int:
        """Where a section's heading begins with its ordinal."""
        if stretch.section is None:
            return stretch.start
        line = self._text.rfind("\n", 0, stretch.start) + 1
        return line if stretch.start - line <= _BEFORE_HEADING else stretch.start

    def _part(self, stretch: Stretch, end: int) -> Part:
        section, start = stretch.section, self._head_start(stretch)
        name, heading = "", list[Word]()
        if section is not None:
            name = section.id
            heading = self._words(Paragraph(list(self._heading(start, section.heading_span.end))))
            start = section.heading_span.end
        if not stretch.tabular:
            return Part(name, heading, list(self._texts(start, end)))
        tables = [drawn for drawn in self._drawn() if section and drawn.table.section == section.id]
        return Part(name, heading, (), tables, self._text[start : min(end, start + _RAW)].strip("\n"))

    def _heading(self, start: int, end: int) -> Iterator[Span]:
        for paragraph in paragraphs(self._text, start, end):
            yield from paragraph.spans

    def _texts(self, start: int, end: int) -> Iterator[Text]:
        """Paragraphs; the report's title is one of its own, however many lines it takes."""
        title = self._report.facts["report.title"].span
        if title is not None and start <= title.start and title.end <= end:
            yield from self._texts(start, title.start)
            yield Text("title", self._words(Paragraph(list(self._heading(*title)))))
            start = title.end
        for paragraph in paragraphs(self._text, start, end):
            yield Text(paragraph.kind, self._words(paragraph))

    def _words(self, paragraph: Paragraph) -> list[Word]:
        return [self._word(piece) for piece in self._overlay.pieces(paragraph)]

    def _word(self, piece: Piece) -> Word:
        if not piece.marks:
            return Word(piece.text)
        laid = [self._laid[index] for index in piece.marks]
        said = [one.mark for one in laid if one.mark is not None]
        gravest = next((mark for mark in said if mark.numbers), said[0] if said else None)
        style = [next((one.style for one in laid if one.style), ""), gravest.style if gravest else ""]
        ending = [self._laid[index] for index in piece.ends]
        due = next((one.due for one in ending if one.due is not None), None)
        if any(one.due is not None for one in laid):
            style.append("suspect")
        return Word(
            piece.text,
            " ".join(filter(None, style)),
            word_id(Span(piece.start, 0)) if piece.starts else "",
            tuple(number for one in ending if one.mark is not None for number in one.mark.numbers),
            next((self._laid[index].witness for index in piece.starts if self._laid[index].witness), None),
            due,
        )

    def _drawn(self) -> list[Drawn]:
        return [Drawn(table, drawn(table)) for table in tables(self._report, self._kit)]


drawn = lru_cache(maxsize=32)(grid)


def tables(report: Report, kit: Kit) -> Iterator[Table]:
    """The tables of a report, each from the form that it is on."""
    for name in report.form.tables:
        form = kit.family.forms.get(report.table_forms.get(name) or report.form.id, report.form)
        yield form.tables[name]


def _overlaid(checked: Checked, marks: Marks, dues: Dues, witnessed: Witnessed) -> Iterator[Overlaid]:
    """Claims with their style, those with witnesses, what findings speak of, and what should stand there."""
    alone = set(checked.outcomes.without_witness)
    for index, claim in enumerate(checked.report.narrative.claims):
        yield Overlaid(Span(claim.start, claim.end), "claim alone" if index in alone else "claim")
    for span, mark in spans(marks):
        yield Overlaid(span, mark=mark)
    for span, due in dues.words.items():
        yield Overlaid(marks.trimmed(span), due=due)
    for span, witness in witnessed.words.items():
        yield Overlaid(marks.trimmed(span), witness=witness)
