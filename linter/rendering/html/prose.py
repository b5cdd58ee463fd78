"""The report's own text as paragraphs: lines that a page broke are joined, and no mark moves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from linter.patterns import compiled
from linter.record import NamedTuple
from linter.report import Span

_LINE = compiled(r"[^\n\f]+")
_BLANK = " \t\r\v\u3000\u00a0\u2028\u2029\x85"
_HEADING = compiled(r"#{1,6}[ \t]*")
_BEGINS = compiled(
    r"[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．]|第.{1,6}[条项]|[-*•#>|]"
)
_ENDS = tuple("。！？；：!?;:")
_WIDEST = 70
"""Lines of a broken paragraph are all about as long, and none is longer than this."""
_FULL = 0.72
_LONGEST = 60_000


class Piece(NamedTuple):
    """Characters under the same marks; `starts` are the marks that begin here, `ends` those that end."""

    text: str
    marks: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    start: int = 0


class Paragraph(NamedTuple):
    """Stretches of the text that are shown as one; `kind` is `heading` for a line that is marked as one."""

    spans: list[Span]
    kind: str = ""


def paragraphs(text: str, start: int, end: int) -> list[Paragraph]:
    """The paragraphs between two offsets, as far as they can be shown."""
    lines = list(_lines(text, start, min(end, start + _LONGEST)))
    width = max((len(line) for _, line in lines), default=0)
    found: list[Paragraph] = []
    before = ""
    for span, line in lines:
        hashes = _HEADING.match(line)
        inner = text[max(start, span.start - 2) : span.start].endswith(("  ", "\u3000"))
        if hashes and hashes.end() < len(line):
            found.append(Paragraph([Span(span.start + hashes.end(), span.end)], "heading"))
            line = ""
        elif found and not inner and _goes_on(before, line, width):
            found[-1].spans.append(span)
        else:
            found.append(Paragraph([span]))
        before = line
    return found


def _lines(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """The lines that are not blank, without the blanks around them."""
    for match in _LINE.finditer(text, start, end):
        line = match[0]
        bare = line.strip(_BLANK)
        if bare.strip("#*"):
            begin = match.start() + len(line) - len(line.lstrip(_BLANK))
            yield Span(begin, begin + len(bare)), bare


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line is the rest of the one before, which a page broke because it was full."""
    broken = width <= _WIDEST and len(before) >= _FULL * width and not before.endswith(_ENDS)
    return bool(before) and broken and not _BEGINS.match(line)


class Overlay:
    """Marks over a text, sorted by where they begin, told by their number in that order."""

    def __init__(self, text: str, marks: Sequence[Span]) -> None:
        self._text = text
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._longest = max((mark.end - mark.start for mark in marks), default=0)

    def pieces(self, paragraph: Paragraph) -> list[Piece]:
        """A paragraph cut wherever a mark begins or ends."""
        made: list[Piece] = []
        for span in paragraph.spans:
            if made and _needs_space(made[-1].text, self._text[span.start]):
                made.append(Piece(" "))
            made += self._cut(span)
        return made

    def _cut(self, span: Span) -> Iterator[Piece]:
        marks, here = self._marks, self._under(span)
        edges = {span.start, span.end}
        for index in here:
            edges |= {edge for edge in marks[index] if span.start < edge < span.end}
        ordered = sorted(edges)
        for start, end in zip(ordered, ordered[1:], strict=False):
            under = tuple(index for index in here if marks[index].start <= start and end <= marks[index].end)
            starts = tuple(index for index in under if marks[index].start == start)
            ends = tuple(index for index in under if marks[index].end == end)
            yield Piece(self._text[start:end], under, starts, ends, start)

    def _under(self, span: Span) -> list[int]:
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [index for index in range(first, last) if self._marks[index].end > span.start]


def _needs_space(before: str, after: str) -> bool:
    """Words of letters are parted where a line ended, Chinese characters are not."""
    return before[-1:].isascii() and before[-1:].isalpha() and after.isascii() and after.isalpha()
