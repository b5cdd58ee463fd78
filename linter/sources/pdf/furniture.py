"""Page furniture: page numbers and the headers and footers that run over the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.patterns import compiled
from linter.sources.pdf.lines import Line

_PAGE = compiled(r"[-–—―·~\s]*(?:第\s*)?\d{1,3}\s*页?(?:\s*(?:[/／]|[,，]?\s*共)\s*\d{1,3}\s*页?)?[-–—―·~\s]*")
_MARKED = compiled(r"[-–—―·~页/／]")
_DIGITS = compiled(r"\d+")
_DEPTH = 2
"""So many lines at the top and the bottom of a page may be furniture."""
_MOST_DIGITS = 4
_NEAR = 3.0
"""Points by which a running header may stand higher or lower from page to page."""
_MARGIN = 0.12
"""The share of a page's height at its top and its bottom where a bare number is a page number."""

Edges = tuple[list[Line], list[Line]]
"""Lines at the top of a page, from the edge inwards, and at its bottom."""


def furniture(pages: Sequence[Edges], heights: Sequence[float]) -> list[set[Line]]:
    """For each page those of the lines at its edges that are furniture."""
    repeated = Counter(key for page in pages for key in {_key(line) for edge in page for line in edge[:_DEPTH]})
    offsets = Counter(
        offset
        for number, page in enumerate(pages, 1)
        for offset in {int(line.plain) - number for edge in page for line in edge[:_DEPTH] if _is_bare(line)}
    )
    # Any other number is one of the report, such as the rest of a figure that a break of the page went through.
    counting = {offset for offset, count in offsets.items() if count > 1} | {0}
    return [
        {line for edge in page for line in _leading(edge, height, repeated, {number + offset for offset in counting})}
        for number, (page, height) in enumerate(zip(pages, heights, strict=True), 1)
    ]


def _leading(
    edge: Sequence[Line], height: float, repeated: Counter[tuple[str, int]], numbers: set[int]
) -> Iterator[Line]:
    """The lines from a page's edge inwards, up to the first that belongs to the report."""
    for line in edge[:_DEPTH]:
        if not (_is_page_number(line, height, numbers) or _runs(line, repeated)):
            return
        yield line


def _is_page_number(line: Line, height: float, numbers: set[int]) -> bool:
    text = line.plain.strip()
    if not _PAGE.fullmatch(text):
        return False
    middle = line.box.middle[1]
    return bool(_MARKED.search(text)) or (
        min(middle, height - middle) < _MARGIN * height and int(_DIGITS.findall(text)[0]) in numbers
    )


def _is_bare(line: Line) -> bool:
    return line.plain.strip().isdecimal() and len(line.plain.strip()) < _MOST_DIGITS


def _runs(line: Line, repeated: Counter[tuple[str, int]]) -> bool:
    """Whether the line stands at the same place on several pages, but for the numbers in it."""
    text, level = _key(line)
    return sum(repeated[text, level + step] for step in (-1, 0, 1)) > 1 and not _is_row(line)


def _is_row(line: Line) -> bool:
    """Whether it is a row of figures rather than words."""
    figures = sum(run.text.isdecimal() for run in line.runs)
    return figures == len(line.runs) or (len(line.runs) > 3 and figures > 2)


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", line.plain), round(line.box.top / _NEAR)
