"""The layouts by name, and the one function that renders a report in any of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from random import Random

from . import aligned, lines, pdf, pipes, stacked, tabs
from .labels import FORMS
from .model import Cells, Page, Rendered, shown
from .report import Prose, Report, usual_prose, wording

Write = Callable[[Report, Page], None]


def _title(report: Report, page: Page) -> None:
    page.texts([report.title, ""])


def _markdown_title(report: Report, page: Page) -> None:
    page.texts(["# " + report.title, ""])


def _paragraph(_report: Report, page: Page, text: str) -> None:
    page.texts([text, ""])


def _compact_paragraph(_report: Report, page: Page, text: str) -> None:
    page.line(text)


def _heading(report: Report, page: Page, number: int) -> None:
    page.texts([report.wording.heading(number), ""])


def _compact_heading(report: Report, page: Page, number: int) -> None:
    page.line(report.wording.heading(number))


def _markdown_heading(report: Report, page: Page, number: int) -> None:
    level = report.rng.choice(("##", "##", "###", "####"))
    page.texts(["", f"{level} {report.wording.heading(number)}", ""])


@dataclass(frozen=True)
class Layout:
    """How each part of a report is written, and what its labels may look like."""

    two: Write
    three: Write
    four: Write
    header: Callable[[Report], list[str]]
    title: Write = _title
    heading: Callable[[Report, Page, int], None] = _heading
    paragraph: Callable[[Report, Page, str], None] = _paragraph
    ordinals: bool = True
    brackets: str | None = None
    restyled: bool = False


def _pdf(two: Write, three: Write, header: Callable[[Report], list[str]]) -> Layout:
    """A layout whose prose and table four look like text out of a PDF."""
    return Layout(two, three, pdf.table_four, header, pdf.title, pdf.heading, pdf.paragraph)


def _markdown(two: Write, three: Write, four: Write) -> Layout:
    """A layout in Markdown, with heading levels that do not agree."""
    return Layout(two, three, four, pipes.header_pipes, _markdown_title, _markdown_heading)


def _tabs(three: Write, *, ordinals: bool = True) -> Layout:
    """A layout whose cells are separated by tabs."""
    two, four = tabs.tabs_two, tabs.tabs_four
    return Layout(two, three, four, tabs.header_tabs, ordinals=ordinals)


def _stacked(*, spaced: bool) -> Layout:
    """A layout with one cell a line; a compact one has no blank lines round its prose either."""
    return Layout(
        partial(stacked.table_two, spaced=spaced),
        partial(stacked.table_three, spaced=spaced),
        partial(stacked.table_four, spaced=spaced),
        stacked.header_words,
        heading=_heading if spaced else _compact_heading,
        paragraph=_paragraph if spaced else _compact_paragraph,
    )


def _lines(style: Callable[[Report], lines.LineStyle]) -> Layout:
    """A layout with a label and its numbers on one line."""
    return Layout(
        lambda report, page: lines.table_two(report, page, style(report)),
        lambda report, page: lines.table_three(report, page, style(report)),
        lambda report, page: lines.table_four(report, page, style(report)),
        lines.header_lines,
    )


_LAYOUTS: dict[str, Layout] = {
    "pdf_narrow": _pdf(partial(pdf.table_two, width=6), pdf.narrow_three, pdf.narrow_header),
    "pdf_wide": _pdf(partial(pdf.table_two, width=14), pdf.wide_three, pdf.wide_header),
    "values_before": _pdf(
        partial(pdf.values_before, table=2),
        partial(pdf.values_before, table=3),
        pdf.plain_header,
    ),
    "values_inside": _pdf(
        partial(pdf.values_inside, table=2),
        partial(pdf.values_inside, table=3),
        pdf.plain_header,
    ),
    "pdftotext_layout": Layout(
        aligned.table_two,
        aligned.table_three,
        aligned.table_four,
        aligned.header,
        aligned.title,
        aligned.heading,
        aligned.paragraph,
    ),
    "tabs": _tabs(tabs.tabs_three),
    "tabs_short": _tabs(tabs.short_three),
    "pipes": _markdown(pipes.pipes_two, pipes.pipes_three, pipes.pipes_four),
    "pipes_padded": _markdown(pipes.padded_two, pipes.padded_three, pipes.padded_four),
    "one_per_line": _stacked(spaced=False),
    "one_per_line_spaced": _stacked(spaced=True),
    "single_line_rows": _lines(lines.single_line_style),
    "no_ordinals": _tabs(tabs.plain_three, ordinals=False),
    "fullwidth": replace(_lines(lines.fullwidth_style), brackets="half", restyled=True),
    "joined_labels": _lines(lines.joined_style),
}
LAYOUTS: tuple[str, ...] = tuple(_LAYOUTS)


def render(
    cells: Cells,
    *,
    year: int,
    form: str,
    agency: str,
    layout: str,
    prose: Prose | None = None,
    seed: int = 0,
) -> Rendered:
    """The report as text in this layout, and the truth about every cell of the form.

    The same arguments give the same text; ``seed`` chooses among the variants of a layout.
    Rows for which ``cells`` has nothing are left out; single cells it lacks are left blank.
    ``form`` is ``f2019``, ``f2021`` or ``mixed``. Raises ValueError for a cell foreign to it.
    """
    fields = FORMS[form].fields
    if foreign := set(cells) - set(fields):
        raise ValueError(f"not in {form}: {sorted(foreign)}")
    rng, how = Random(f"{layout}/{form}/{seed}"), _LAYOUTS[layout]
    report = Report(
        year,
        agency,
        FORMS[form],
        {field: shown(field, cells.get(field)) for field in fields},
        usual_prose(agency, year, ordinals=how.ordinals) | (prose or {}),
        wording(rng, ordinals=how.ordinals, brackets=how.brackets),
        rng,
    )
    if how.restyled:
        printed = {field: lines.restyled(rng, cell) for field, cell in report.cells.items()}
        report = replace(report, cells=printed)
    page = Page()
    _write(report, page, how)
    return page.finish(report.cells.values(), how.header(report))


def _write(report: Report, page: Page, how: Layout) -> None:
    """The whole report: title, six sections, agency and date."""
    how.title(report, page)
    for text in report.prose["preamble"]:
        how.paragraph(report, page, text)
    bodies: tuple[Write | str, ...] = (
        "overall",
        how.two,
        how.three,
        how.four,
        "problems",
        "other",
    )
    for number, body in enumerate(bodies, 1):
        how.heading(report, page, number)
        if isinstance(body, str):
            for text in report.prose[body]:
                how.paragraph(report, page, text)
        else:
            body(report, page)
            page.line()
    page.texts([report.agency, "", f"{report.year + 1}年1月19日"])
